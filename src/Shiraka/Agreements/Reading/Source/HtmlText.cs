using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shiraka.Agreements.TextReading;

/// <summary>The visible text of a web page: block elements become lines; scripts, styles and hidden parts are left out. Nothing is loaded or run.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Left = new(StringComparer.OrdinalIgnoreCase)
    { "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "SVG", "IFRAME", "OBJECT", "CANVAS", "SELECT", "BUTTON", "FORM", "NAV" };

    private static readonly HashSet<string> Block = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "BR", "LI", "UL", "OL", "TR", "TABLE", "H1", "H2", "H3", "H4", "H5", "H6", "ARTICLE", "SECTION", "HEADER", "FOOTER", "ASIDE", "MAIN",
        "BLOCKQUOTE", "FIGURE", "FIGCAPTION", "DT", "DD", "DL", "HR", "PRE", "ADDRESS", "TITLE", "BODY",
    };

    public static string Of(string html)
    {
        var document = new HtmlParser().ParseDocument(html);
        var text = new StringBuilder(html.Length / 2);
        if (document.Body is { } body) Append(body, text);
        return Tidy(text);
    }

    /// <summary>An explicit stack: a page nested ten thousand deep must not end the process.</summary>
    private static void Append(INode root, StringBuilder text)
    {
        var stack = new Stack<(INode Node, bool Close)>();
        stack.Push((root, false));
        while (stack.TryPop(out var step))
        {
            if (step.Close) { text.Append('\n'); continue; }
            if (step.Node is IText words) { text.Append(Collapsed(words.Data)); continue; }
            if (step.Node is not IElement element) continue;
            if (Left.Contains(element.NodeName) || element.HasAttribute("hidden")) continue;
            if (element.NodeName is "TD" or "TH") text.Append(' ');
            if (Block.Contains(element.NodeName)) { text.Append('\n'); stack.Push((element, true)); }
            for (var child = element.LastChild; child is not null; child = child.PreviousSibling) stack.Push((child, false));
        }
    }

    private static string Collapsed(string data)
    {
        var text = new StringBuilder(data.Length);
        foreach (var c in data)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\f') { if (text.Length == 0 || text[^1] != ' ') text.Append(' '); }
            else text.Append(c);
        }
        return text.ToString();
    }

    private static string Tidy(StringBuilder text)
    {
        var lines = new StringBuilder(text.Length);
        foreach (var line in text.ToString().Split('\n'))
            if (line.Trim(' ') is { Length: > 0 } kept) lines.Append(kept).Append('\n');
        return lines.ToString();
    }
}
