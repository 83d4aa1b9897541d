using Shiraka.Shared;

namespace Shiraka.Documents;

/// <summary>What a form that takes files says beforehand: how large each kind may be, from <c>kinds.json</c>.</summary>
public static class FileLimits
{
    /// <summary>The largest first, kinds of one size together: <c>PDF : 25 Mo, DOCX : 15 Mo</c>.</summary>
    /// <param name="accepted">Ends of names, as <c>accept</c> takes them: <c>.pdf,.docx</c>.</param>
    /// <param name="most">Where the reader of the files takes less than is kept.</param>
    public static string In(Words words, string accepted, long most = long.MaxValue) => string.Join(words["document.limits"], accepted.Split(',')
        .Select(end => (Name: end.TrimStart('.').ToUpperInvariant(), Kind: DocumentKind.Of(end))).Where(one => one.Kind is not null)
        .GroupBy(one => Math.Min(most, one.Kind!.MostBytes)).OrderByDescending(size => size.Key)
        .Select(size => words["document.limit", string.Join(words["document.limits"], size.Select(one => one.Name)), words.Size(size.Key)]));
}
