using Shiraka.Agreements;

namespace Shiraka.Programme;

/// <summary>The position of the ledger a report stands on: whoever holds it can check it offline.</summary>
public sealed record LedgerPosition(string Ledger, long Seq, string Root);

/// <summary>A piece of evidence with the number it is cited by.</summary>
public sealed record CitedEvidence(int Number, Evidence Evidence, DateOnly On, long Seq);

/// <summary>One line of the table: promised, done since the last session, measured.</summary>
/// <param name="By">The party that promises; null where all do.</param>
/// <param name="DoneSince">Facts after the last session, oldest first; all of them before the first session.</param>
/// <param name="Citations">Numbers of the evidence behind those facts.</param>
public sealed record ReportLine(
    PromisedCommitment Promise, string? By, IReadOnlyList<DoneFact> DoneSince, IReadOnlyList<IndicatorView> Measured, Standing Standing,
    IReadOnlyList<int> Citations);

/// <summary>What one party promised, and how it stands; promises that bind all parties count for each of them.</summary>
public sealed record PartyAccount(AgreementParty Party, IReadOnlyDictionary<CommitmentState, int> Tally, IReadOnlyList<int> SilentOrdinals);

/// <summary>A decision of an earlier session and what became of it.</summary>
public sealed record FollowUp(DecisionView Decision, int Session, IReadOnlyList<int> Citations);

/// <summary>
/// Something only the committee can settle, derived from the facts. <paramref name="Kind"/> is <c>late_activity</c>,
/// <c>behind_plan</c>, <c>silent</c>, <c>late_decision</c> or <c>renewal</c>.
/// </summary>
/// <param name="Subject">The activity, indicator, commitment, decision or agreement it is about.</param>
/// <param name="Title">Words of the fact itself.</param>
public sealed record PointToDecide(int Number, string Kind, Guid Subject, int? Commitment, string Title, Owner? ProposedOwner, DateOnly ProposedOn);

/// <summary>
/// The report to a session as plain data: codes, numbers and words of the facts; the page adds the language.
/// The same partnership view gives the same report.
/// </summary>
/// <param name="Session">The session it is for; null where none is called: the report is then to date.</param>
/// <param name="LastSession">The last session held before this one; null for the first.</param>
/// <param name="Taken">What this session decided, where it was held already.</param>
/// <param name="ClosedOn">The day the facts were read.</param>
/// <param name="Whole">What was done for the agreement as a whole since the last session.</param>
/// <param name="Uncovered">Facts dated outside every instrument.</param>
public sealed record CommitteeReport(
    Guid Agreement, PartnershipHeader Header, CommitteeView? Committee, SessionView? Session, SessionView? LastSession, DateOnly ClosedOn,
    IReadOnlyDictionary<CommitmentState, int> Tally, IReadOnlyList<ReportLine> Lines, IReadOnlyList<PartyAccount> Parties,
    IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<DecisionView> Taken, IReadOnlyList<PointToDecide> Points, IReadOnlyList<CitedEvidence> Evidence,
    IReadOnlyList<DoneFact> Whole, IReadOnlyList<DoneFact> Uncovered, LedgerPosition Position)
{
    /// <summary>First day of the period reported on; null where it begins with the agreement.</summary>
    public DateOnly? Since => LastSession?.HeldOn;

    /// <summary>Refuses (<c>programme.session-unknown</c>) a session the view does not hold.</summary>
    public static CommitteeReport From(Partnership view, Guid? session, LedgerPosition position)
    {
        var chosen = session is null ? null : view.Sessions.FirstOrDefault(one => one.Id == session)
            ?? throw new RefusedException("programme.session-unknown", "the session is not one of this agreement");
        var day = chosen?.On ?? view.Today;
        var before = view.Sessions.Where(one => one.Id != session && (chosen is null ? one.HeldOn <= day : one.HeldOn < day)).OrderBy(one => one.HeldOn).ToList();
        var last = before.Count == 0 ? null : before[^1];
        var since = last?.HeldOn;
        var citations = new Citations();

        List<DoneFact> Since(IEnumerable<DoneFact> facts) => [.. facts
            .Where(fact => (since is null || fact.OccurredOn > since) && fact.OccurredOn <= view.Today).OrderBy(fact => fact.OccurredOn).ThenBy(fact => fact.Seq)];

        var lines = view.Commitments.Select(thread =>
        {
            var done = Since(thread.Done);
            return new ReportLine(
                thread.Promise, thread.Promise.By is { } by ? view.NameOf(by) : null, done, thread.Indicators, thread.Standing, citations.Of(done));
        }).ToList();
        var numbers = before.ToDictionary(one => one.Id, one => one.Ordinal);
        var followUps = view.Decisions.Where(decision => numbers.ContainsKey(decision.Session))
            .Where(decision => decision.Session == last!.Id || decision.ExecutedOn is null || decision.ExecutedOn > since)
            .Select(decision => new FollowUp(decision, numbers[decision.Session], citations.Of(decision))).ToList();

        return new(
            view.Agreement, view.Header, view.Committee, chosen, last, view.Today, view.Tally, lines,
            [.. view.Header.Parties.Select(party => Account(view, party))], followUps,
            [.. view.Decisions.Where(decision => decision.Session == session)],
            chosen is { HeldOn: not null } ? [] : PointsToDecide.Of(view, day), citations.All,
            Since(view.Whole.Done), [.. view.Done.Where(done => done.Uncovered)], position);
    }

    private static PartyAccount Account(Partnership view, AgreementParty party)
    {
        var own = view.Commitments.Where(thread => thread.Promise.By is null || thread.Promise.By == party.Organisation).ToList();
        return new(
            party,
            Enum.GetValues<CommitmentState>().ToDictionary(state => state, state => own.Count(thread => thread.Standing.State == state)),
            [.. own.Where(thread => thread.Standing.State is CommitmentState.Silent).Select(thread => thread.Promise.Ordinal)]);
    }

    /// <summary>Numbers each file once, in the order it is first cited.</summary>
    private sealed class Citations
    {
        private readonly Dictionary<string, CitedEvidence> _cited = new(StringComparer.Ordinal);

        public IReadOnlyList<CitedEvidence> All => [.. _cited.Values.OrderBy(cited => cited.Number)];

        public IReadOnlyList<int> Of(IEnumerable<DoneFact> facts) =>
            [.. facts.SelectMany(fact => fact.Evidence.Select(evidence => Number(evidence, fact.OccurredOn, fact.Seq))).Distinct().Order()];

        public IReadOnlyList<int> Of(DecisionView decision) =>
            [.. decision.Evidence.Select(evidence => Number(evidence, decision.ExecutedOn!.Value, decision.Seq)).Distinct().Order()];

        private int Number(Evidence evidence, DateOnly on, long seq)
        {
            if (!_cited.TryGetValue(evidence.Sha256, out var known))
                _cited[evidence.Sha256] = known = new(_cited.Count + 1, evidence, on, seq);
            return known.Number;
        }
    }
}
