namespace Shiraka.Directory;

/// <summary>Gives the same part for the same words, so that a register of a million names keeps each word once.</summary>
internal sealed class NameParts
{
    /// <summary>Reads every part anew.</summary>
    public static readonly NameParts Fresh = new(keep: false);

    private readonly Dictionary<(NameLink, string), NamePart>? kept;

    private NameParts(bool keep) => kept = keep ? [] : null;

    public static NameParts Keeping() => new(keep: true);

    public NamePart Read(NameLink link, string linkShown, string linkText, NameWord word)
    {
        if (kept is not null && kept.TryGetValue((link, word.Text), out var part)) return part;
        part = word.Part(link, linkShown, linkText);
        kept?.Add((link, word.Text), part);
        return part;
    }
}
