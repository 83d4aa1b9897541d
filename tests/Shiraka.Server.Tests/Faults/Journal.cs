using System.Collections.Concurrent;
using System.Text.Json;
using Shiraka.Ledger;

namespace Shiraka.Server.Tests.Faults;

/// <summary>What the clients asked for and what they were told, kept outside the server that is killed.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> changed = [];
    private readonly ConcurrentDictionary<int, int> statuses = new();

    public IEnumerable<(string Key, Guid Activity)> Unanswered => entries.Where(e => e.Value.Answer is null).Select(e => (e.Key, e.Value.Activity));

    public IEnumerable<(string Key, Guid Activity)> Acknowledged => entries.Where(e => e.Value.Answer is not null).Select(e => (e.Key, e.Value.Activity));

    public int Count => entries.Count;

    /// <summary>How often each status was answered.</summary>
    public IReadOnlyDictionary<int, int> Statuses => statuses;

    public void Ask(string key, Guid activity) => entries.TryAdd(key, new Entry(activity));

    public void Answered(string key, WireAnswer answer)
    {
        statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
        if (answer.Status != 200) return;
        var text = answer.Text;
        if (Interlocked.CompareExchange(ref entries[key].Answer, text, null) is { } first && first != text) changed.Add($"changed: {key} was answered {first}, then {text}");
    }

    /// <summary>
    /// What does not fit between the journal and the store: an acknowledged write that is not there or there twice, one nobody asked
    /// for, an answer that changed, a version that is not its number of facts, a ledger that does not verify.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(IStore store)
    {
        List<string> problems = [.. changed];
        var facts = await store.ReadAsync("SELECT f.id, f.stream, b.json FROM facts f JOIN fact_bodies b ON b.fact_id = f.id WHERE f.type = 'delivery.recorded'",
            row => (Id: row.Id(0), Stream: row.Id(1), Note: NoteOf(row.GetString(2))), CancellationToken.None);
        var byNote = facts.ToLookup(fact => fact.Note, StringComparer.Ordinal);
        foreach (var (key, entry) in entries)
        {
            var kept = byNote[key].ToList();
            if (kept.Count > 1) problems.Add($"doubled: {key}");
            if (entry.Answer is not { } answer) continue;
            if (kept.Count == 0) problems.Add($"lost: {key}");
            else if (!answer.Contains(kept[0].Id.ToString(), StringComparison.Ordinal)) problems.Add($"another: {key} was answered {answer} and kept as {kept[0].Id}");
        }

        problems.AddRange(facts.Where(fact => !entries.ContainsKey(fact.Note)).Select(fact => $"unasked: {fact.Note}"));
        await CheckVersionsAsync(store, facts.CountBy(fact => fact.Stream).ToDictionary(), problems);
        var verified = await VerifyStore.RunAsync(store, [], null, CancellationToken.None);
        if (!verified.Ok) problems.Add($"ledger: {verified.Problem}");
        return problems;
    }

    private static async Task CheckVersionsAsync(IStore store, Dictionary<Guid, int> facts, List<string> problems)
    {
        foreach (var (activity, version) in await store.ReadAsync("SELECT id, version FROM activities", row => (row.Id(0), row.GetInt64(1)), CancellationToken.None))
            if (version != 1 + facts.GetValueOrDefault(activity)) problems.Add($"version: {activity} is at {version} with {facts.GetValueOrDefault(activity)} deliveries");
        var deliveries = (await store.ReadAsync("SELECT count(*) FROM deliveries", row => row.GetInt64(0), CancellationToken.None))[0];
        if (deliveries != facts.Values.Sum()) problems.Add($"deliveries: {deliveries} rows for {facts.Values.Sum()} facts");
    }

    private static string NoteOf(string json)
    {
        using var body = JsonDocument.Parse(json);
        return body.RootElement.GetProperty("note").GetString()!;
    }

    private sealed class Entry(Guid activity)
    {
        public string? Answer;

        public Guid Activity => activity;
    }
}
