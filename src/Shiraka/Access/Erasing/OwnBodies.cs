using System.Text.Json;
using Shiraka.Ledger;

namespace Shiraka.Access.Erasing;

/// <summary>A body in which words were found, with the text around them.</summary>
public sealed record FoundBody(SealedFact Fact, string Text);

/// <summary>The bodies an organisation recorded: it alone answers for them, whoever else may read them.</summary>
internal sealed class OwnBodies(IStore store)
{
    public const int MostFound = 50;
    private const int PageFacts = 2000;
    private const int MostErasures = 20;

    /// <summary>The newest bodies with free text in which all of <paramref name="words"/> stand, in any order, whatever their case, accents and ways of writing.</summary>
    public async Task<IReadOnlyList<FoundBody>> FindAsync(Guid organisation, string words, CancellationToken cancel)
    {
        var found = new List<FoundBody>();
        var asked = SearchText.Words(words);
        for (var (before, page) = (long.MaxValue, PageFacts); page == PageFacts && found.Count < MostFound;)
        {
            var facts = await store.ReadAsync(
                $"{SealedFacts.Columns} WHERE f.organisation = @organisation AND b.json IS NOT NULL AND s.seq < @before ORDER BY s.seq DESC LIMIT @most",
                SealedFacts.Read, cancel, ("organisation", organisation), ("before", before), ("most", PageFacts));
            foreach (var fact in facts.Where(fact => FactJson.HoldsFreeText(fact.Type)))
                if (found.Count < MostFound && SearchText.FirstWith(asked, Gone(fact)) is { } text) found.Add(new(fact, text));
            (page, before) = (facts.Count, facts.Count > 0 ? facts[^1].Seq : 0);
        }

        return found;
    }

    /// <summary>The fact sealed at a place, where the organisation recorded it.</summary>
    public async Task<SealedFact?> AtAsync(Guid organisation, long seq, CancellationToken cancel) =>
        (await store.ReadAsync($"{SealedFacts.Columns} WHERE s.seq = @seq AND f.organisation = @organisation", SealedFacts.Read, cancel, ("seq", seq), ("organisation", organisation))).FirstOrDefault();

    /// <summary>The last erasures of the organisation, newest first, each with the place of the fact whose body it was.</summary>
    public Task<List<(SealedFact Erasure, long Of)>> ErasuresAsync(Guid organisation, CancellationToken cancel) => store.ReadAsync($"""
        SELECT l.*, o.seq FROM ({SealedFacts.Columns} WHERE f.organisation = @organisation AND f.type = 'body.erased') l
        JOIN sealed o ON o.fact_id = l.stream ORDER BY l.seq DESC LIMIT @most
        """, row => (SealedFacts.Read(row), row.GetInt64(row.FieldCount - 1)), cancel, ("organisation", organisation), ("most", MostErasures));

    /// <summary>What an erasure takes out of a body: its texts that are not in what remains.</summary>
    public static IReadOnlyList<string> Gone(SealedFact fact)
    {
        if (fact.Json is not { } json || FactJson.Remainder(fact.Type, json) is not { } remainder) return [];
        var kept = Texts(remainder).ToList();
        return [.. Texts(json).Where(text => text.Length > 0 && !kept.Remove(text))];
    }

    private static IEnumerable<string> Texts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Texts(document.RootElement)];
    }

    private static IEnumerable<string> Texts(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Texts(member.Value)),
        _ => [],
    };
}
