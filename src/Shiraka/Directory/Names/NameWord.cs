namespace Shiraka.Directory;

/// <summary>
/// One word of a name after folding: lower case, no marks, Western digits. What the lexicons say of it is looked up when it is first
/// asked for and then kept with it; threads that ask at once find the same.
/// </summary>
internal sealed class NameWord(string text, bool arabic, bool capitals)
{
    private const int MostLinked = 4;

    private const int NotYet = -1;

    private PersonRole? role;
    private int[]? families;
    private ConceptKey? key;
    private ConceptKey? repairedKey;
    private NamePart? alone;
    private Linked? linked;
    private Known opensSpelling;
    private Known stop;
    private int number = NotYet;

    public string Text => text;
    public bool Arabic => arabic;
    public bool Capitals => capitals;

    /// <summary>What it does in a person's name.</summary>
    public PersonRole Role => role ??= PersonWords.Of(text);

    /// <summary>The given names it may be.</summary>
    public int[] Families => families ??= GivenNames.Of(text, arabic);
    public bool IsGiven => Families.Length > 0;

    /// <summary>Whether the name of a letter may begin with it, or it with the name of a letter.</summary>
    public bool OpensSpelling => (opensSpelling = opensSpelling == Known.NotYet ? Say(LetterNames.MayOpen(text)) : opensSpelling) == Known.Yes;

    /// <summary>Whether it says nothing in the name of an institution.</summary>
    public bool IsStop => (stop = stop == Known.NotYet ? Say(NameConcepts.IsStop(this)) : stop) == Known.Yes;

    /// <summary>The number it stands for, or 0.</summary>
    public int Number(bool afterName) =>
        afterName || char.IsAsciiDigit(text[0]) ? number == NotYet ? number = NameNumbers.Of(this, afterName: true) : number : 0;

    public ConceptKey Key => key ??= ConceptKey.Of(this, repair: false);
    public ConceptKey RepairedKey => repairedKey ??= ConceptKey.Of(this, repair: true);

    /// <summary>Another word that was written like this one.</summary>
    public NameWord With(string other) => new(other, arabic, capitals);

    public bool Is(ReadOnlySpan<char> other, bool otherArabic, bool otherCapitals) =>
        arabic == otherArabic && capitals == otherCapitals && other.SequenceEqual(text);

    /// <summary>The word as a part of a name, with the link before it.</summary>
    public NamePart Part(NameLink link, string linkShown, string linkText)
    {
        if (link == NameLink.None) return alone ??= NamePart.Read(text, link, "", text, arabic, Families);
        for (var known = linked; known is not null; known = known.Before)
            if (known.Link == link && known.Shown == linkShown && known.Text == linkText) return known.Part;
        var part = NamePart.Read(linkShown + " " + text, link, linkText, text, arabic);
        linked = new(link, linkShown, linkText, part, linked is { Depth: < MostLinked } before ? before : null);
        return part;
    }

    private static Known Say(bool yes) => yes ? Known.Yes : Known.No;

    private enum Known : byte { NotYet, No, Yes }

    /// <summary>One name stands after several links: Ben Ali, Ould Ali, Aït Ali.</summary>
    private sealed record Linked(NameLink Link, string Shown, string Text, NamePart Part, Linked? Before)
    {
        public int Depth { get; } = (Before?.Depth ?? 0) + 1;
    }
}
