namespace Shiraka.Agreements.TextReading;

/// <summary>Where a name points to: countries, their demonyms, cities.</summary>
internal static class Gazetteer
{
    public static string? CountryOf(Page page, int first, int last) =>
        Last(page, "country", first, last) ?? Last(page, "demonym", first, last) ?? Last(page, "city", first, last);

    private static string? Last(Page page, string tag, int first, int last)
    {
        string? code = null;
        var length = 0;
        foreach (var match in page.In(tag, first, last))
            if (code is null || match.Last - match.First >= length) (code, length) = (match.Value, match.Last - match.First);
        return code;
    }
}
