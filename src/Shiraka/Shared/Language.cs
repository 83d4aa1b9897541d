namespace Shiraka.Shared;

/// <summary>The languages every page exists in. The first segment of the path names it: <c>/fr/…</c>, <c>/ar/…</c>, <c>/en/…</c>.</summary>
public enum Language { Fr, Ar, En }

/// <summary>What a page needs to know of a <see cref="Language"/>.</summary>
public static class Languages
{
    /// <summary>In the order the language links are shown.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Fr, Language.Ar, Language.En];

    /// <summary>The route segment and the value of <c>lang</c>: <c>fr</c>, <c>ar</c>, <c>en</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.Fr => "fr",
        Language.Ar => "ar",
        Language.En => "en",
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };

    /// <summary>The value of <c>dir</c>.</summary>
    public static string Direction(this Language language) => language is Language.Ar ? "rtl" : "ltr";

    /// <summary>Reads a route segment; false for anything but the three codes in lower case.</summary>
    public static bool TryRead(string? segment, out Language language)
    {
        foreach (var candidate in All)
        {
            language = candidate;
            if (string.Equals(candidate.Code(), segment, StringComparison.Ordinal)) return true;
        }

        language = Language.Fr;
        return false;
    }
}
