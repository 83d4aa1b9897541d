namespace Shiraka.Directory;

/// <summary>What joins a part to the rest of the name; a part and its link are compared as one.</summary>
internal enum NameLink : byte { None, Abd, Ben, Bel, Bint, Abou, Bou, Ait, Ould, Oum, Din }

/// <summary>One part of a name: a given name, a family name, a patron's name, a word no lexicon knows.</summary>
internal sealed class NamePart
{
    private const int LeastPiece = 3;

    private static readonly NameSounds None = NameSounds.Read("", arabic: false);

    private readonly string core;
    private NameSounds? bare;
    private int[]? likely;

    private NamePart(string shown, NameLink link, string letters, NameSounds sounds, NameSounds full, string core, bool other, int[] families)
    {
        (Shown, Link, Letters, Core, Full, Families) = (shown, link, letters, sounds, full, families);
        IsInitial = full.Length <= 1;
        (this.core, bare, likely) = (core, other ? null : None, families.Length > 0 ? [] : null);
    }

    /// <summary>As folded from the text, for the reasons shown to people.</summary>
    public string Shown { get; }
    public NameLink Link { get; }

    /// <summary>The word without its link and article.</summary>
    public string Letters { get; }
    public NameSounds Core { get; }
    public NameSounds Full { get; }

    /// <summary>Of one sound or none; kept here so that parts which are one given name need not be heard at all.</summary>
    public bool IsInitial { get; }

    /// <summary>
    /// The other reading of a word in Latin script, where there is one: leading letters are a fused article (Elfassi, Ettaleb), rn is m,
    /// sh, kh, gh, dh and th are two consonants (Ishak is إسحاق).
    /// </summary>
    public NameSounds? Bare => (bare ??= ReadBare()) is var other && ReferenceEquals(other, None) ? null : other;
    public int[] Families { get; }

    /// <summary>Families of the word if one letter was misread; they can only speak for, never against.</summary>
    public int[] LikelyFamilies => likely ??= GivenNames.OfShape(core, Core.Arabic);

    /// <param name="given">The families of link and core together, where they are known.</param>
    public static NamePart Read(string shown, NameLink link, string linkText, string core, bool arabic, int[]? given = null)
    {
        var (whole, written) = (given ?? GivenNames.Of(linkText + core, arabic), linkText + core);
        if (link is NameLink.None && whole.Length == 0 && PersonPrefixes.Fused(core, arabic) is { } split)
            (link, linkText, core) = split;
        else if (whole.Length > 0 && link != NameLink.None)
            (link, linkText, core) = (NameLink.None, "", linkText + core);

        if (link == NameLink.Ben && PersonPrefixes.Fused(core, arabic) is (NameLink.Abd, var abd, var servant))
            core = abd + (arabic ? ArabicArticle.Strip(servant) : servant);
        var body = arabic ? ArabicArticle.Strip(core) : core;
        var families = whole.Length > 0 || core == written ? whole : GivenNames.Of(core, arabic);
        var sounds = NameSounds.Read(body, arabic);
        var full = linkText.Length == 0 ? sounds : NameSounds.Read(link == NameLink.Din ? body + linkText : linkText + body, arabic);
        var unknown = families.Length == 0;
        if (unknown && !arabic && PersonPrefixes.WithoutArticle(core) is { Length: > 0 } name) families = GivenNames.Of(name, arabic: false);
        return new(shown, link, body, sounds, full, core, other: unknown && !arabic, families);
    }

    private NameSounds ReadBare()
    {
        if (PersonPrefixes.WithoutArticle(core) is { Length: > 0 } rest) return NameSounds.Read(rest, arabic: false);
        if (core.Contains("rn", StringComparison.Ordinal)) return NameSounds.Read(core.Replace("rn", "m", StringComparison.Ordinal), arabic: false);
        return LatinSounds.Apart(core) is { } apart ? NameSounds.Read(apart, arabic: false) : None;
    }

    /// <summary>The words a whole name written as one may have been: each place where a given name may end, and what follows it.</summary>
    public IEnumerable<NamePart> Cut()
    {
        for (var at = LeastPiece; at <= Shown.Length - LeastPiece; at++)
        {
            var (first, rest) = (Shown[..at], Shown[at..]);
            if (GivenNames.Of(first, Core.Arabic).Length == 0) continue;
            yield return Read(first, NameLink.None, "", first, Core.Arabic);
            yield return Read(rest, NameLink.None, "", rest, Core.Arabic);
        }
    }

    /// <summary>Two neighbours read as one word.</summary>
    public static NamePart Join(NamePart a, NamePart b)
    {
        var joined = NameSounds.Join(a.Full, b.Full);
        return new(a.Shown + " " + b.Shown, NameLink.None, a.Letters + b.Letters, joined, joined, "", other: false, TwoWordNames.Together(a.Shown, b.Shown, joined.Arabic));
    }
}
