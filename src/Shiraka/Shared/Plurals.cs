namespace Shiraka.Shared;

/// <summary>
/// Which form of a text goes with a count: the cardinal rules for integers of Unicode CLDR
/// (French with its <c>many</c> for whole millions, Arabic with all six categories, English).
/// </summary>
public static class Plurals
{
    /// <summary>The forms a plural text must have in a language; <c>many</c> may be left to <c>other</c> in French.</summary>
    public static IReadOnlyList<string> Required(Language language) => language is Language.Ar
        ? ["zero", "one", "two", "few", "many", "other"]
        : ["one", "other"];

    /// <summary>The category of a count; the sign does not matter.</summary>
    public static string Category(Language language, long count)
    {
        var n = count == long.MinValue ? long.MaxValue : Math.Abs(count);
        return language switch
        {
            Language.Fr => n switch
            {
                0 or 1 => "one",
                _ when n % 1_000_000 == 0 => "many",
                _ => "other",
            },
            Language.Ar => n switch
            {
                0 => "zero",
                1 => "one",
                2 => "two",
                _ when n % 100 is >= 3 and <= 10 => "few",
                _ when n % 100 is >= 11 and <= 99 => "many",
                _ => "other",
            },
            _ => n == 1 ? "one" : "other",
        };
    }
}
