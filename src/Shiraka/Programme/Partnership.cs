using Shiraka.Agreements;
using Shiraka.Agreements.Terms;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>
/// One agreement with everything promised, planned, done and measured under it, as of one position of the ledger and one day.
/// A pure fold: the same facts and the same day print the same page for ever, in whatever order the facts were read.
/// </summary>
/// <param name="Today">The day it is judged on.</param>
/// <param name="KnownUntil">The highest place in the ledger among the facts read.</param>
/// <param name="Whole">What serves the agreement as a whole rather than one commitment.</param>
public sealed record Partnership(
    Guid Agreement, DateOnly Today, long KnownUntil, PartnershipHeader Header, IReadOnlyList<CommitmentThread> Commitments, WholeThread Whole,
    IReadOnlyList<AxisView> Axes, IReadOnlyList<SessionView> Sessions, IReadOnlyList<DecisionView> Decisions, CommitteeView? Committee,
    IReadOnlyList<TimelineMark> Timeline)
{
    /// <summary>
    /// Reads the facts of one agreement: those on its stream and those under it or under its commitments. Facts about
    /// other things are passed over. Refuses (<c>programme.agreement-unknown</c>) a set without a readable confirmation.
    /// </summary>
    public static Partnership From(IEnumerable<SealedFact> facts, DateOnly today) => PartnershipFold.Run(facts, today);

    /// <summary>Years of this agreement, from its anchor.</summary>
    public AgreementYears Years => new(Header.Anchor);

    public IReadOnlyDictionary<CommitmentState, int> Tally =>
        Enum.GetValues<CommitmentState>().ToDictionary(state => state, state => Commitments.Count(thread => thread.Standing.State == state));

    public IEnumerable<ActivityView> Activities => Commitments.SelectMany(thread => thread.Activities).Concat(Whole.Activities);
    public IEnumerable<IndicatorView> Indicators => Commitments.SelectMany(thread => thread.Indicators).Concat(Whole.Indicators);
    public IEnumerable<DoneFact> Done => Commitments.SelectMany(thread => thread.Done).Concat(Whole.Done).OrderBy(done => done.Seq);
    public IEnumerable<DecisionView> OpenActions => Decisions.Where(decision => decision.ExecutedOn is null);
    public SessionView? NextSession => Sessions.Where(session => session.HeldOn is null && session.On >= Today).MinBy(session => session.On);
    public SessionView? LastSession => Sessions.Where(session => session.HeldOn is not null).MaxBy(session => session.HeldOn);

    /// <summary>How a party is called on the page, or null where the organisation is no party.</summary>
    public string? NameOf(Guid organisation) => Header.Parties.FirstOrDefault(party => party.Organisation == organisation)?.Name;
}

public enum InstrumentState { TermUnknown, NotYet, InForce, Suspended, Expired, Terminated }

/// <summary>The instrument: who, what, since when, until when, from which text.</summary>
/// <param name="Anchor">First day of year 1: entry into force, else signature, else the day its source was published, else confirmation.</param>
/// <param name="EndsOn">Last day covered, where one is known.</param>
/// <param name="NoticeBy">Last day on which notice can be given in the running term, unless it is ending anyway.</param>
public sealed record PartnershipHeader(
    string Title, string Kind, string Language, IReadOnlyList<AgreementParty> Parties, IReadOnlyList<AgreementSignatory> Signatories,
    DateOnly? SignedOn, string? SignedOnText, string? Place, Guid? Renews, IReadOnlyList<string> Fields, bool Committee, string Financial,
    AgreementTerm? Term, AgreementSource Source, DateOnly ConfirmedOn, DateOnly? TerminatedOn, DateOnly Anchor, DateOnly? EndsOn,
    DateOnly? NoticeBy, InstrumentState State)
{
    /// <summary>Its calendar as of the day it is judged on; <see cref="EndsOn"/>, <see cref="NoticeBy"/> and <see cref="State"/> are taken from it.</summary>
    public required ConventionCalendar Calendar { get; init; }

    /// <summary>Notices, prorogations, suspensions and renewals that were recorded.</summary>
    public IReadOnlyList<TermAct> Acts { get; init; } = [];

    /// <summary>The names of those who signed were erased: none is left, whatever the source says.</summary>
    internal bool NamesErased { get; init; }

    /// <summary>When the signed text was filed beside what it was read from; null where it was not.</summary>
    public DateOnly? TextFiledOn { get; init; }

    /// <summary>When a second person compared the record with the text, the signed one where it is filed.</summary>
    public DateOnly? VerifiedOn { get; init; }
}

/// <summary>One commitment with its four knots: promised, planned, done, measured.</summary>
public sealed record CommitmentThread(
    PromisedCommitment Promise, IReadOnlyList<ActivityView> Activities, IReadOnlyList<DoneFact> Done, IReadOnlyList<IndicatorView> Indicators,
    Standing Standing)
{
    public Guid Id => Promise.Id;

    /// <summary>Facts nobody can check yet.</summary>
    public IEnumerable<DoneFact> WithoutEvidence => Done.Where(done => done.Unproven);
}

/// <summary>Activities, facts and indicators under the agreement itself.</summary>
public sealed record WholeThread(IReadOnlyList<ActivityView> Activities, IReadOnlyList<DoneFact> Done, IReadOnlyList<IndicatorView> Indicators);

public sealed record AxisView(Guid Id, string Title, int Ordinal, string? Field);

public enum ActivityState { ToCome, Running, Late, Closed }

/// <summary>Dates an activity had before it was moved.</summary>
public sealed record FormerDates(DateOnly StartsOn, DateOnly DueOn, string Reason, long Seq);

/// <summary>An activity as planned and as it stands.</summary>
/// <param name="Done">False where it was closed without being done.</param>
/// <param name="Delivered">Sum of the deliveries in the expected unit.</param>
/// <param name="Seq">Where it was planned in the ledger.</param>
public sealed record ActivityView(
    Guid Id, Guid Under, Guid? Axis, string Title, int AgreementYear, DateOnly StartsOn, DateOnly DueOn, Owner Owner, int Weight,
    long? ExpectedQuantity, string? ExpectedUnit, IReadOnlyList<FormerDates> Moved, ActivityState State, DateOnly? ClosedOn, bool Done,
    long Delivered, long Seq)
{
    /// <summary>Share of the expected quantity that is delivered (1 where closed as done); null where nothing can be counted.</summary>
    public decimal? Share => Done ? 1m : ExpectedQuantity is { } expected ? (decimal)Delivered / expected : null;
}

/// <summary>An indicator with its value, what was expected, and how it stands.</summary>
/// <param name="BehindSince">First day on which this value fell short of the plan.</param>
public sealed record IndicatorView(
    IndicatorDefinition Definition, IndicatorValue Value, decimal? Expected, Progress Progress, IndicatorState State, bool Reached, DateOnly? BehindSince);

public sealed record CommitteeView(Guid Id, string Title, DateOnly FormedOn, IReadOnlyList<CommitteeSeat> Seats, int? SessionsPerYear);

public enum SessionState { Called, Overdue, Held }

public sealed record SessionView(
    Guid Id, int Ordinal, DateOnly On, string Place, DateOnly? HeldOn, IReadOnlyList<Guid> PartiesPresent, SessionState State, long Seq);

public enum DecisionState { Open, Late, Executed }

public sealed record DecisionView(
    Guid Id, Guid Session, int Number, string Text, Owner Owner, DateOnly TakenOn, DateOnly DueOn, Guid? Commitment, DateOnly? ExecutedOn,
    string? Note, IReadOnlyList<Evidence> Evidence, DecisionState State, long Seq);
