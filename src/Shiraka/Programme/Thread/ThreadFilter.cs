using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Programme;

/// <summary>Which strands a reader wants to see.</summary>
internal static class ThreadFilter
{
    private static readonly string?[] Kinds = [null, "late", "silent", "unproven"];

    public static bool Shows(string? filter, CommitmentThread thread) => filter switch
    {
        "late" => thread.Standing.State is CommitmentState.Late,
        "silent" => thread.Standing.State is CommitmentState.Silent,
        "unproven" => thread.WithoutEvidence.Any(),
        _ => true,
    };

    public static IReadOnlyList<Chip> Chips(Partnership view, string? filter, long? at, Words words) =>
        [.. Kinds.Select(kind => new Chip(
            words["thread.filter." + (kind ?? "all"), view.Commitments.Count(thread => Shows(kind, thread))],
            Query(view, at, kind), kind == (Kinds.Contains(filter, StringComparer.Ordinal) ? filter : null)))];

    /// <summary>The whole thread, in the language of the page.</summary>
    public static string Path(Frame frame, Partnership view, long? at) => frame.Url(Query(view, at, null));

    private static string Query(Partnership view, long? at, string? kind)
    {
        var asked = new[] { at is null ? null : $"at={at}", kind is null ? null : $"show={kind}" }.OfType<string>().ToList();
        return $"/agreements/{view.Agreement}{(asked.Count == 0 ? "" : "?" + string.Join('&', asked))}";
    }
}
