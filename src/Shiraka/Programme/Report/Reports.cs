using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>A report with the signed position it stands on. The same position and session give the same report for ever.</summary>
public sealed record ReportEdition(CommitteeReport Report, SealedPosition Position)
{
    /// <summary>Places in the ledger of everything the report cites or counts, ascending.</summary>
    public IReadOnlyList<long> Seqs { get; } = [.. Report.Lines
        .SelectMany(line => line.DoneSince.Select(done => done.Seq).Concat(line.Measured.SelectMany(measure => measure.Value.Seqs)))
        .Concat(Report.Whole.Select(done => done.Seq)).Concat(Report.Uncovered.Select(done => done.Seq))
        .Concat(Report.FollowUps.Select(followUp => followUp.Decision.Seq)).Concat(Report.Taken.Select(taken => taken.Seq))
        .Concat(Report.Evidence.Select(cited => cited.Seq)).Append(Report.Session?.Seq ?? -1).Append(Report.LastSession?.Seq ?? -1)
        .Where(seq => seq >= 0).Distinct().Order()];
}

/// <summary>Reports to committees, read from the ledger. Does not ask who may see an agreement: handlers do, before.</summary>
public sealed class Reports(Partnerships partnerships, SealedFacts ledger, LedgerIdentity identity)
{
    /// <summary>
    /// The report of <paramref name="agreement"/> to <paramref name="session"/> (null: the next one called, else to date), from the first
    /// <paramref name="at"/> facts of the ledger (null: the last signed position). Null where the agreement was not known then, or the
    /// ledger is not that long.
    /// </summary>
    /// <param name="words">The language of its readers, for the titles that the product proposed and the names of parties; null leaves them as they are kept.</param>
    /// <exception cref="RefusedException"><c>programme.session-unknown</c>.</exception>
    public async Task<ReportEdition?> ReadAsync(Guid agreement, Guid? session = null, long? at = null, Words? words = null, CancellationToken cancel = default)
    {
        var newest = await ledger.PositionAsync(cancel);
        if (newest is null || at > newest.Size || at < 1) return null;
        var position = at is { } size && size < newest.Size ? await ledger.PositionAsync(size, cancel) : newest;
        if (position is null || await partnerships.ReadAtAsync(agreement, position, cancel) is not { } view) return null;
        if (words is not null) view = await PartiesThen.NamedAsync(view.In(words), ledger, position, words.Language, cancel);
        var root = Convert.ToBase64String(position.Root);
        return new(CommitteeReport.From(view, session ?? view.NextSession?.Id, new(identity.Origin, position.Size, root)), position);
    }
}
