using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Server.Api;

/// <summary>
/// The sealed facts an organisation may see: those of an agreement it is party to, under it or under one of its commitments.
/// A cursor over the sealed order, so none is missed and none comes twice.
/// </summary>
internal sealed class VisibleFacts(IStore store, TimeProvider clock)
{
    /// <summary>One request looks at no more places than this, so that a stranger to most of the ledger cannot make it slow.</summary>
    private const int MostPlaces = 20_000;

    private const string Seen = """
        EXISTS (SELECT 1 FROM audiences a WHERE a.organisation = @organisation AND a.from_day <= @today AND (a.until_day IS NULL OR a.until_day > @today)
            AND (a.record = f.stream OR a.record = f.under OR a.record = (SELECT c.agreement FROM commitments c WHERE c.id = f.under)))
        """;

    /// <summary>
    /// The next facts after <paramref name="after"/>, up to the signed head, and the cursor to go on from, which moves even where
    /// nothing is seen. <c>More</c> is false at the head.
    /// </summary>
    public async Task<(List<SealedFact> Facts, long Next, bool More)> AfterAsync(Viewer viewer, long after, int most, long size, CancellationToken cancel)
    {
        var end = Math.Min(size, after + 1 + MostPlaces);
        var facts = await store.ReadAsync($"{SealedFacts.Columns} WHERE s.seq > @after AND s.seq < @end AND {Seen} ORDER BY s.seq LIMIT @most",
            SealedFacts.Read, cancel, ("after", after), ("end", end), ("most", most), ("organisation", viewer.Organisation), ("today", Today));
        var next = facts.Count == most ? facts[^1].Seq : Math.Max(after, end - 1);
        return (facts, next, next < size - 1);
    }

    public async Task<bool> SeesAsync(Viewer viewer, long seq, CancellationToken cancel) =>
        (await store.ReadAsync($"SELECT 1 FROM sealed s JOIN facts f ON f.id = s.fact_id WHERE s.seq = @seq AND {Seen}", row => true, cancel,
            ("seq", seq), ("organisation", viewer.Organisation), ("today", Today))).Count > 0;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
