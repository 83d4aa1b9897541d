using System.Text.RegularExpressions;

namespace Shiraka.Access.SigningIn;

/// <summary>Where to go after sign-in: a page of ours, never an address of somebody else.</summary>
internal static partial class ReturnPath
{
    /// <summary>The path where it is safe, else the first page in <paramref name="language"/>.</summary>
    public static string Safe(string? to, string language) => to is { Length: < 2000 } && Local().IsMatch(to) && !to.Contains("/sign-", StringComparison.Ordinal) ? to : "/" + language;

    // The language segment first: no //host, no /\host, and no control character that a browser would drop.
    [GeneratedRegex(@"^/(fr|ar|en)(/[^\\/\p{C}][^\\\p{C}]*|\?[^\\\p{C}]*)?\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Local();
}
