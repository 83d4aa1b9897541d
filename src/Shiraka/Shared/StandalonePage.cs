using System.Text;
using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>A rendered sheet as one file that needs nothing else: its stylesheet and fonts inside, without links and without the tools on top.</summary>
public static partial class StandalonePage
{
    /// <summary>Turns the HTML of a <c>Sheet</c> into such a file; <paramref name="atTheEnd"/> is put before the end of the body as it is.</summary>
    public static string Of(string html, string atTheEnd = "")
    {
        var file = Tools().Replace(html, "");
        file = Icon().Replace(file, "");
        file = Stylesheet().Replace(file, _ => $"<style>{Sheet.Value}</style>");
        return file.Replace("</body>", atTheEnd + "</body>", StringComparison.Ordinal);
    }

    private static readonly Lazy<string> Sheet = new(() => FontUrl().Replace(Text("shiraka.css"), font =>
        Asset.Find(font.Groups["file"].Value) is { } found ? $"url(\"data:font/woff2;base64,{Convert.ToBase64String(found.Content)}\")" : font.Value));

    private static string Text(string name) => Encoding.UTF8.GetString(Asset.Find(Asset.Url(name)["/assets/".Length..])!.Content);

    [GeneratedRegex("""<header class="tools-print">.*?</header>\s*""", RegexOptions.Singleline, 1000)]
    private static partial Regex Tools();

    [GeneratedRegex("""<link rel="icon"[^>]*>\s*""", RegexOptions.None, 1000)]
    private static partial Regex Icon();

    [GeneratedRegex("""<link rel="stylesheet"[^>]*>""", RegexOptions.None, 1000)]
    private static partial Regex Stylesheet();

    [GeneratedRegex("""url\("(?<file>[^"/]+\.woff2)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontUrl();
}
