using Shiraka.Agreements;
using Shiraka.Agreements.Terms;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Reads facts in the order of sealing, keeps what stands, and lays it out commitment by commitment.</summary>
internal sealed class PartnershipFold
{
    private readonly Dictionary<Guid, (ActivityPlanned Plan, SealedFact Fact)> _activities = [];
    private readonly Dictionary<Guid, List<FormerDates>> _moved = [];
    private readonly Dictionary<Guid, (DateOnly On, bool Done)> _closed = [];
    private readonly Dictionary<Guid, IndicatorDefinition> _indicators = [];
    private readonly Dictionary<Guid, AxisView> _axes = [];
    private readonly Dictionary<Guid, string> _titles = [];
    private readonly CommitteeFold _committee = new();
    private (AgreementConfirmed Body, SealedFact Fact)? _register;
    private TermRecord _terms = new();
    private readonly HashSet<Guid> _verifiers = [];
    private DateOnly? _textFiledOn;
    private DateOnly? _verifiedOn;

    public static Partnership Run(IEnumerable<SealedFact> facts, DateOnly today)
    {
        var ordered = DoneFacts.Ordered(facts).ToList();
        var own = Own(ordered);
        var fold = new PartnershipFold();
        foreach (var fact in own) fold.Apply(fact);
        return fold.View(DoneFacts.Net(own), today, ordered.Count == 0 ? -1 : ordered[^1].Seq);
    }

    private static List<SealedFact> Own(List<SealedFact> ordered)
    {
        var registers = ordered.Where(fact => fact.Type is "agreement.confirmed").ToList();
        if (registers.Count == 0) return ordered;
        var agreement = registers[0].Stream;
        var known = registers.Where(fact => fact.Stream == agreement)
            .SelectMany(fact => fact.Body<AgreementConfirmed>()?.Commitments ?? []).Select(promise => promise.Id).Append(agreement).ToHashSet();
        return ordered.FindAll(fact => fact.Stream == agreement || (fact.Under is { } under && known.Contains(under)));
    }

    private void Apply(SealedFact fact)
    {
        switch (fact.Type)
        {
            case "agreement.confirmed" when fact.Body<AgreementConfirmed>() is { } body:
                (_register, _terms) = ((body, fact), _terms.After(fact));
                break;
            case "agreement.text_filed": (_textFiledOn, _verifiedOn) = (fact.OccurredOn, null); break;
            case "agreement.verified": _verifiedOn = fact.OccurredOn; _verifiers.Add(fact.Actor); break;
            case var type when type.StartsWith("agreement.", StringComparison.Ordinal): _terms = _terms.After(fact); break;
            case "commitment.reworded" when fact.Body<CommitmentReworded>() is { } body: _titles[body.Commitment] = body.Title; break;
            case "axis.opened" when fact.Body<AxisOpened>() is { } body: _axes[fact.Stream] = new(fact.Stream, body.Title, body.Ordinal, body.Field); break;
            case "activity.planned" when fact.Body<ActivityPlanned>() is { } body: _activities[fact.Stream] = (body, fact); break;
            case "activity.rescheduled" when fact.Body<ActivityRescheduled>() is { } body: Move(fact, body); break;
            case "activity.closed": _closed[fact.Stream] = (fact.OccurredOn, fact.Body<ActivityClosed>()?.Done ?? true); break;
            case "activity.reopened": _closed.Remove(fact.Stream); break;
            case "indicator.defined" when fact is { Under: { } under } && fact.Body<IndicatorDefined>() is { } body:
                _indicators[fact.Stream] = IndicatorDefinition.Of(fact.Stream, under, body);
                break;
            case "indicator.retargeted" when fact.Body<IndicatorRetargeted>() is { } body && _indicators.TryGetValue(fact.Stream, out var known):
                _indicators[fact.Stream] = known with { Targets = body.Targets, Baseline = body.Baseline ?? known.Baseline };
                break;
            case "indicator.retired": _indicators.Remove(fact.Stream); break;
            default: _committee.Apply(fact); break;
        }
    }

    private void Move(SealedFact fact, ActivityRescheduled moved)
    {
        if (!_activities.TryGetValue(fact.Stream, out var known)) return;
        if (!_moved.TryGetValue(fact.Stream, out var former)) _moved[fact.Stream] = former = [];
        former.Add(new(known.Plan.StartsOn, known.Plan.DueOn, moved.Reason, fact.Seq));
        _activities[fact.Stream] = (known.Plan with { StartsOn = moved.StartsOn, DueOn = moved.DueOn }, known.Fact);
    }

    private Partnership View(List<DoneFact> net, DateOnly today, long knownUntil)
    {
        if (_register is not { } register) throw new RefusedException("programme.agreement-unknown", "no readable confirmation of an agreement among the facts");
        var agreement = register.Fact.Stream;
        var header = Vouched(HeaderOf(register.Body, register.Fact, today));
        var coverage = Coverage.Of(header.Calendar, header.SignedOn);
        var promises = register.Body.Commitments.OrderBy(promise => promise.Ordinal)
            .Select(promise => _titles.TryGetValue(promise.Id, out var title) ? promise with { Title = title } : promise).ToList();
        var known = promises.Select(promise => promise.Id).Append(agreement).ToHashSet();

        var done = net.Where(fact => known.Contains(fact.Under)).Select(fact => Settle(fact, coverage)).ToList();
        var doneUnder = done.ToLookup(fact => fact.Under);
        var activities = _activities.Values.Select(entry => ViewOf(entry.Plan, entry.Fact, done, today))
            .OrderBy(activity => activity.StartsOn).ThenBy(activity => activity.Seq).ToLookup(activity => activity.Under);
        var indicators = _indicators.Values.Select(indicator => Measure(indicator, done, today)).ToLookup(indicator => indicator.Definition.Under);

        CommitmentThread Thread(PromisedCommitment promise)
        {
            var (planned, facts, measured) = (activities[promise.Id].ToList(), doneUnder[promise.Id].ToList(), indicators[promise.Id].ToList());
            return new(promise, planned, facts, measured, CommitmentJudgement.Judge(promise, planned, facts, measured, header, today));
        }

        var threads = promises.ConvertAll(Thread);
        var sessions = _committee.Sessions(today);
        return new(
            agreement, today, knownUntil, header, threads, new([.. activities[agreement]], [.. doneUnder[agreement]], [.. indicators[agreement]]),
            [.. _axes.Values.OrderBy(axis => axis.Ordinal)], sessions, _committee.Decisions(today), _committee.Formed,
            Timeline.Of(header, threads, sessions, today));
    }

    private PartnershipHeader HeaderOf(AgreementConfirmed body, SealedFact fact, DateOnly today)
    {
        var calendar = _terms.On(today);
        return new(
            body.Title, body.Kind, body.Language, body.Parties, body.Signatories, body.SignedOn, body.SignedOnText, body.Place, body.Renews,
            body.Fields, body.Committee, body.Financial, _terms.Term, body.Source, fact.OccurredOn, _terms.LastDay,
            calendar.InForceOn ?? body.SignedOn ?? Earlier(body.Source.PublishedOn, fact.OccurredOn), calendar.LastDay, calendar.IsEnding ? null : calendar.LastDayForNotice, StateOf(calendar))
        { Calendar = calendar, Acts = _terms.Acts, NamesErased = fact.IsErased };
    }

    // Where the day of signing is not said, what announced it came out before somebody registered it.
    private static DateOnly Earlier(DateOnly? published, DateOnly confirmed) => published is { } day && day < confirmed ? day : confirmed;

    private static InstrumentState StateOf(ConventionCalendar calendar) => calendar.State switch
    {
        TermState.NotYet => InstrumentState.NotYet,
        TermState.InForce => InstrumentState.InForce,
        TermState.Suspended => InstrumentState.Suspended,
        TermState.Expired => InstrumentState.Expired,
        TermState.Terminated => InstrumentState.Terminated,
        _ => InstrumentState.TermUnknown,
    };

    private PartnershipHeader Vouched(PartnershipHeader header) => header with
    {
        Source = header.Source with { ConfirmedBy = header.Source.ConfirmedBy + _verifiers.Count },
        TextFiledOn = _textFiledOn,
        VerifiedOn = _verifiedOn,
    };

    // A later act can cover after the fact (a prorogation, a retroactive clause); what an earlier instrument covered stays covered.
    private DoneFact Settle(DoneFact fact, Coverage coverage)
    {
        var covered = coverage.Periods.Count > 0 && coverage.Covers(fact.OccurredOn);
        var unknown = fact.Type is not "delivery.recorded" && !coverage.Covers(fact.OccurredOn);
        var axis = fact.Activity is { } id && _activities.TryGetValue(id, out var activity) ? activity.Plan.Axis : null;
        return fact with { Axis = axis, Uncovered = (fact.Uncovered && !covered) || unknown };
    }

    private ActivityView ViewOf(ActivityPlanned plan, SealedFact fact, List<DoneFact> done, DateOnly today)
    {
        var closed = _closed.TryGetValue(fact.Stream, out var closing) ? closing : default((DateOnly On, bool Done)?);
        var state = closed is not null ? ActivityState.Closed
            : plan.DueOn < today ? ActivityState.Late
            : plan.StartsOn <= today ? ActivityState.Running : ActivityState.ToCome;
        var delivered = plan.ExpectedUnit is null ? 0 : done
            .Where(one => one.Activity == fact.Stream && one.OccurredOn <= today && string.Equals(one.Unit, plan.ExpectedUnit, StringComparison.Ordinal))
            .Sum(one => one.Quantity ?? 0);
        return new(
            fact.Stream, fact.Under ?? plan.Agreement, plan.Axis, plan.Title, plan.AgreementYear, plan.StartsOn, plan.DueOn, plan.Owner, plan.Weight,
            plan.ExpectedQuantity, plan.ExpectedUnit, _moved.TryGetValue(fact.Stream, out var moved) ? moved : [], state, closed?.On,
            closed?.Done ?? false, delivered, fact.Seq);
    }

    private static IndicatorView Measure(IndicatorDefinition indicator, List<DoneFact> done, DateOnly today)
    {
        var rules = ProgrammeRules.On(today);
        var value = indicator.Evaluate(done, today);
        var state = Expectation.State(indicator, value, rules);
        return new(
            indicator, value, Expectation.On(indicator, today), Expectation.Progress(indicator, value), state, Expectation.Reached(indicator, value),
            state is IndicatorState.Red or IndicatorState.Amber ? Expectation.BehindSince(indicator, value, rules) : null);
    }
}
