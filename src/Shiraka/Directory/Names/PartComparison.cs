namespace Shiraka.Directory;

/// <summary>Compares one part of a name with one part of the other.</summary>
internal static class PartComparison
{
    private const int OtherFamily = 300;
    private const int OtherGender = 380;
    private const int Misread = 870;

    /// <summary>No other reading of a word is asked for.</summary>
    private const int Clear = 900;
    private const int OtherReading = 10;

    /// <summary>Similarity in thousandths and the code of what decided it.</summary>
    /// <param name="least">What is less similar need not be told apart: any similarity below it may be given for another.</param>
    public static (int Similarity, string Why) Compare(NamePart a, NamePart b, int least = 0)
    {
        if (a.IsInitial || b.IsInitial) return Initials(a, b);

        var linked = a.Link == b.Link;
        var familyKnown = linked && a.Families.Length > 0 && b.Families.Length > 0;
        if (familyKnown && GivenNames.Share(a.Families, b.Families)) return (985, NameWhy.SameFamily);

        if (familyKnown && least > OtherFamily) return (OtherFamily, NameWhy.OtherGivenName);

        var alike = linked ? Sounds(a, b, least)
            : a.Link != NameLink.None && b.Link != NameLink.None ? LinksDiffer(a, b, least) : Math.Max(a.Full.Similarity(b.Full, least), LinkMissing(a, b, least));
        if (linked && !familyKnown && alike < Misread && least <= Misread && Misreading(a, b)) return (Misread, NameWhy.SameFamily);
        if (familyKnown && alike > OtherFamily)
            return (OtherFamily, alike >= 700 && Gendered(a, b) ? NameWhy.Gender : NameWhy.OtherGivenName);
        if (alike >= OtherGender && Gendered(a, b)) return (OtherGender, NameWhy.Gender);
        return (alike, !linked && alike < 900 ? NameWhy.OtherLink : NameWhy.SoundsAlike);
    }

    /// <summary>A word with families is not thought misread.</summary>
    private static bool Misreading(NamePart a, NamePart b) =>
        a.Families.Length > 0 ? GivenNames.Share(a.Families, b.LikelyFamilies)
        : b.Families.Length > 0 ? GivenNames.Share(a.LikelyFamilies, b.Families)
        : a.LikelyFamilies.Length > 0 && GivenNames.Share(a.LikelyFamilies, b.LikelyFamilies);

    private static int Sounds(NamePart a, NamePart b, int least)
    {
        var best = a.Core.Similarity(b.Core, Math.Min(least, Clear));
        if (best >= Clear) return best;
        if (a.Bare is { } bareA) best = Math.Max(best, bareA.Similarity(b.Core, least + OtherReading) - OtherReading);
        if (b.Bare is { } bareB) best = Math.Max(best, a.Core.Similarity(bareB, least + OtherReading) - OtherReading);
        return best;
    }

    /// <summary>Abd al-Karim is not Karim; a patronymic's ben may be left out.</summary>
    private static int LinkMissing(NamePart a, NamePart b, int least)
    {
        var missing = (a.Link != NameLink.None ? a.Link : b.Link) switch { NameLink.Ben => 130, NameLink.Bel => 250, NameLink.Bint => 200, NameLink.Ait => 220, _ => 420 };
        return (GivenNames.Share(a.Families, b.Families) ? 985 : Sounds(a, b, least + missing)) - missing;
    }

    /// <summary>Abou and Bou are one word, long and short; Ben and Bel, Ben and Abd are not.</summary>
    private static int LinksDiffer(NamePart a, NamePart b, int least) =>
        (a.Link, b.Link) is (NameLink.Abou, NameLink.Bou) or (NameLink.Bou, NameLink.Abou) ? Sounds(a, b, least + 60) - 60 : Math.Min(560, Sounds(a, b, least));

    private static bool Gendered(NamePart a, NamePart b) =>
        (a.Core.Ending, b.Core.Ending) is (NameEnding.A, NameEnding.Consonant) or (NameEnding.Consonant, NameEnding.A);

    private static (int, string) Initials(NamePart a, NamePart b)
    {
        if (a.Full.Length == 0 || b.Full.Length == 0) return (string.Equals(a.Shown, b.Shown, StringComparison.Ordinal) ? 1000 : 0, NameWhy.OtherPart);
        return a.Full.FirstAlike(b.Full) ? (800, NameWhy.Initial) : (0, NameWhy.OtherPart);
    }
}
