namespace Shiraka.Directory;

/// <summary>Compares one part of a name with one part of the other.</summary>
internal static class PartComparison
{
    private const int OtherFamily = 300;
    private const int OtherGender = 380;
    private const int Misread = 870;

    /// <summary>Similarity in thousandths and the code of what decided it.</summary>
    public static (int Similarity, string Why) Compare(NamePart a, NamePart b)
    {
        if (a.Full.Length <= 1 || b.Full.Length <= 1) return Initials(a, b);

        var linked = a.Link == b.Link;
        var familyKnown = linked && a.Families.Length > 0 && b.Families.Length > 0;
        if (familyKnown && GivenNames.Share(a.Families, b.Families)) return (985, NameWhy.SameFamily);

        var alike = linked ? Sounds(a, b) : a.Link != NameLink.None && b.Link != NameLink.None ? LinksDiffer(a, b) : Math.Max(a.Full.Similarity(b.Full), LinkMissing(a, b));
        if (linked && !familyKnown && alike < Misread && Misreading(a, b)) return (Misread, NameWhy.SameFamily);
        if (familyKnown && alike > OtherFamily)
            return (OtherFamily, alike >= 700 && Gendered(a, b) ? NameWhy.Gender : NameWhy.OtherGivenName);
        if (alike >= OtherGender && Gendered(a, b)) return (OtherGender, NameWhy.Gender);
        return (alike, !linked && alike < 900 ? NameWhy.OtherLink : NameWhy.SoundsAlike);
    }

    private static bool Misreading(NamePart a, NamePart b) =>
        GivenNames.Share(a.LikelyFamilies, b.Families) || GivenNames.Share(a.Families, b.LikelyFamilies) || GivenNames.Share(a.LikelyFamilies, b.LikelyFamilies);

    private static int Sounds(NamePart a, NamePart b)
    {
        var best = a.Core.Similarity(b.Core);
        if (best >= 900) return best;
        if (a.Bare is { } bareA) best = Math.Max(best, bareA.Similarity(b.Core) - 10);
        if (b.Bare is { } bareB) best = Math.Max(best, a.Core.Similarity(bareB) - 10);
        return best;
    }

    /// <summary>Abd al-Karim is not Karim; a patronymic's ben may be left out.</summary>
    private static int LinkMissing(NamePart a, NamePart b)
    {
        var link = a.Link != NameLink.None ? a.Link : b.Link;
        var same = GivenNames.Share(a.Families, b.Families) ? 985 : Sounds(a, b);
        return same - (link switch { NameLink.Ben => 130, NameLink.Bel => 250, NameLink.Bint => 200, NameLink.Ait => 220, _ => 420 });
    }

    /// <summary>Abou and Bou are one word, long and short; Ben and Bel, Ben and Abd are not.</summary>
    private static int LinksDiffer(NamePart a, NamePart b) =>
        (a.Link, b.Link) is (NameLink.Abou, NameLink.Bou) or (NameLink.Bou, NameLink.Abou) ? Sounds(a, b) - 60 : Math.Min(560, Sounds(a, b));

    private static bool Gendered(NamePart a, NamePart b) =>
        (a.Core.Ending, b.Core.Ending) is (NameEnding.A, NameEnding.Consonant) or (NameEnding.Consonant, NameEnding.A);

    private static (int, string) Initials(NamePart a, NamePart b)
    {
        if (a.Full.Length == 0 || b.Full.Length == 0) return (string.Equals(a.Shown, b.Shown, StringComparison.Ordinal) ? 1000 : 0, NameWhy.OtherPart);
        return a.Full.FirstAlike(b.Full) ? (800, NameWhy.Initial) : (0, NameWhy.OtherPart);
    }
}
