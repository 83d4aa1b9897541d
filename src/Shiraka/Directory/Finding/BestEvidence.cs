namespace Shiraka.Directory;

/// <summary>Of all names that one thing bears, the one that speaks best for a written name.</summary>
internal sealed record BestEvidence(Guid Thing, string Name, double Score, IReadOnlyList<ProposalReason> Why)
{
    /// <summary>Below it a proposal would only be in the way.</summary>
    public const double Least = 0.35;

    // Sounds compared across scripts lose more than letters compared within one: where a thing has a name in the script of the
    // writing, that name is the better witness. A score of 1 is kept for what a person confirmed.
    private const double AcrossScripts = 0.93;
    private const double SameWriting = 0.99;
    private const double OtherCountry = 0.6;

    public static IEnumerable<BestEvidence> For(string asWritten, NameKind kind, string? country, IReadOnlyList<IndexedName> names)
    {
        var (key, script, written) = (WrittenName.Key(asWritten), WrittenName.ScriptOf(asWritten), Names.Prepare(asWritten, kind));
        foreach (var thing in names.GroupBy(name => name.Thing))
        {
            var bears = thing.Any(name => name.Script == script);
            var best = thing.Select(name => Of(name, written, key, script, bears)).MaxBy(evidence => evidence.Score)!;
            best = InCountry(best, country, thing.First().Country);
            if (best.Score >= Least) yield return best;
        }
    }

    private static BestEvidence Of(IndexedName name, PreparedName written, string key, NameScript script, bool bearsScript)
    {
        var former = name.Use == NameUse.Former ? new ProposalReason(ProposalReason.FormerName, name.Text) : null;
        if (name.Key == key) return new(name.Thing, name.Text, SameWriting, [new(ProposalReason.SameWriting), .. Listed(former)]);
        var match = Names.Compare(written, name.Prepared);
        var score = match.Score * (bearsScript && name.Script != script ? AcrossScripts : 1);
        return new(name.Thing, name.Text, Math.Min(score, 0.98), [.. match.Why.Select(why => new ProposalReason(why.Code, why.PartA, why.PartB)), .. Listed(former)]);
    }

    private static BestEvidence InCountry(BestEvidence evidence, string? asked, string? lies) => (asked, lies) switch
    {
        (null, _) or (_, null) => evidence,
        _ when asked == lies => evidence with { Why = [.. evidence.Why, new(ProposalReason.SameCountry)] },
        _ => evidence with { Score = evidence.Score * OtherCountry, Why = [.. evidence.Why, new(ProposalReason.OtherCountry)] },
    };

    private static IEnumerable<ProposalReason> Listed(ProposalReason? reason) => reason is null ? [] : [reason];
}
