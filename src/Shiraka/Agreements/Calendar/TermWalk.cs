namespace Shiraka.Agreements.Terms;

/// <summary>
/// Goes from term to term and applies in each the acts of its days, in their order; on one day prorogation, suspension and renewal
/// come before a notice. The end of every term is counted from the anchor, which only a prorogation up to a named day moves.
/// </summary>
internal sealed class TermWalk
{
    /// <summary>More terms than any agreement has: a daily renewal over decades is a mistake.</summary>
    public const int MostTerms = 10_000;

    private readonly Convention said;
    private readonly DateOnly start;
    private readonly DateOnly horizon;
    private readonly List<(DateOnly On, ActKind Kind, int Index)> acts;
    private readonly List<Term> terms = [];
    private readonly List<ActOutcome> outcomes = [];
    private int next;
    private int agreed;
    private int renewals;
    private bool noticed;
    private bool endUnknown;
    private Reckoning end;

    public TermWalk(Convention said, DateOnly start, DateOnly asOf)
    {
        (this.said, this.start) = (said, start);
        acts = [.. said.Prorogations.Select((p, i) => (p.AgreedOn, ActKind.Prorogation, i))
            .Concat(said.Suspensions.Select((s, i) => (s.From, ActKind.Suspension, i)))
            .Concat(said.Renewal.Agreed.Select((on, i) => (on, ActKind.Renewal, i)))
            .Concat(said.Notices.Select((n, i) => (n.On, ActKind.Notice, i)))
            .OrderBy(act => act.Item1).ThenBy(act => act.Item2).ThenBy(act => act.i)];
        horizon = acts.Select(act => act.On).Append(asOf).Append(said.TerminatedOn ?? asOf).Max();
    }

    public IReadOnlyList<Term> Terms => terms;
    public IReadOnlyList<ActOutcome> Acts => outcomes;
    public DateOnly? End { get; private set; }
    public DateOnly? EarliestEnd { get; private set; }
    public ActKind? EndedBy { get; private set; }

    /// <summary>Ended by somebody's will and not at the end of a term.</summary>
    public bool EndedEarly { get; private set; }

    public TermWalk Run()
    {
        end = said.Duration.To is { } to ? new(to) : new Reckoning(start).Plus(said.Duration.Length ?? default);
        switch (said.Duration.Kind)
        {
            case DurationKind.Fixed when end.Day > start: FixedTerms(); break;
            case DurationKind.Minimum when end.Day > start: OneOpenTerm(); break;
            case DurationKind.Open: OneOpenTerm(); break;
            default: terms.Add(new(start, null, null)); break;
        }

        for (; next < acts.Count; next++)
            Report(acts[next], End is not null ? ActEffect.OutOfForce : acts[next].Kind is ActKind.Suspension ? Suspend(said.Suspensions[acts[next].Index]) : ActEffect.None);
        if (said.TerminatedOn is { } cut) Terminate(cut);
        return this;
    }

    private void FixedTerms()
    {
        for (var from = start; terms.Count < MostTerms;)
        {
            while (next < acts.Count && !endUnknown && acts[next].On < end.Day) Apply(acts[next++]);
            if (endUnknown || end.Day is not { } to)
            {
                terms.Add(new(from, null, null));
                return;
            }

            var renewsByItself = said.Renewal.Kind is RenewalKind.Tacit && MayRenew;
            terms.Add(new(from, to, renewsByItself && said.NoticeBefore is { } before ? Reckoning.Before(to, before) : null));
            if (noticed || !(renewsByItself || agreed > 0))
            {
                (End, EndedBy) = (to, noticed ? ActKind.Notice : null);
                return;
            }

            if (renewsByItself && said.Renewal.Max is null && to > horizon) return;
            if (said.Renewal.Length is not { } length)
            {
                terms.Add(new(to, null, null));
                endUnknown = true;
                return;
            }

            (from, end) = (to, end.Plus(length));
            renewals++;
            if (agreed > 0) agreed--;
        }
    }

    private bool MayRenew => said.Renewal.Max is not { } max || renewals < max;

    private void OneOpenTerm()
    {
        DateOnly? given = null;
        var minimum = said.Duration.Kind is DurationKind.Minimum;
        while (next < acts.Count && (End is not { } over || acts[next].On < over))
        {
            var act = acts[next++];
            if (act.Kind is ActKind.Notice && act.On >= start && given is null && said.Notices[act.Index].InForm is not false && said.NoticeBefore is not null)
            {
                given = act.On;
                Report(act, ActEffect.Ends);
            }
            else if (act.Kind is ActKind.Notice) Report(act, EffectOfNoUse(act));
            else if (act.Kind is ActKind.Suspension || (minimum && act.Kind is ActKind.Prorogation && act.On < end.Day)) Apply(act);
            else Report(act, ActEffect.Contradicts);
            if (given is { } on) End = Later(new Reckoning(on).Plus(said.NoticeBefore!.Value).Day, minimum ? end.Day : null);
        }

        EarliestEnd = minimum && !endUnknown ? end.Day : null;
        if (minimum && endUnknown) End = null;
        (EndedBy, EndedEarly) = (given is null ? null : ActKind.Notice, given is not null);
        terms.Add(new(start, End, null));
    }

    private void Apply((DateOnly On, ActKind Kind, int Index) act)
    {
        switch (act.Kind)
        {
            case ActKind.Notice: Report(act, Notice(act)); break;
            case ActKind.Renewal:
                var renews = said.Renewal.Kind is RenewalKind.Express && (said.Renewal.Max is not { } max || renewals + agreed < max);
                if (renews) agreed++;
                Report(act, renews ? ActEffect.Renews : ActEffect.Contradicts);
                break;
            case ActKind.Suspension: Report(act, Suspend(said.Suspensions[act.Index])); break;
            default: Report(act, Prolong(said.Prorogations[act.Index])); break;
        }
    }

    private ActEffect Notice((DateOnly On, ActKind Kind, int Index) act)
    {
        if (said.Renewal.Kind is not RenewalKind.Tacit || !MayRenew) return ActEffect.None;
        if (EffectOfNoUse(act) is ActEffect.WrongForm) return ActEffect.WrongForm;
        if (said.NoticeBefore is { } before && Reckoning.Before(end.Day!.Value, before) is var last && (last is null || act.On > last)) return ActEffect.Late;
        if (noticed) return ActEffect.None;
        noticed = true;
        return ActEffect.Ends;
    }

    private ActEffect EffectOfNoUse((DateOnly On, ActKind Kind, int Index) act) => said.Notices[act.Index].InForm is false ? ActEffect.WrongForm : ActEffect.None;

    private ActEffect Suspend(Suspension pause)
    {
        if (pause.From < start) return ActEffect.OutOfForce;
        if (pause.To <= pause.From) return ActEffect.Contradicts;
        if (pause.ExtendsTerm is not true || said.Duration.Kind is DurationKind.Open || endUnknown || pause.From >= end.Day) return ActEffect.Suspends;
        if (pause.To is { } to) end = end.PlusDays(to.DayNumber - pause.From.DayNumber);
        else endUnknown = true;
        return ActEffect.Extends;
    }

    private ActEffect Prolong(Prorogation longer)
    {
        var longerEnd = longer.To is { } to ? new Reckoning(to) : longer.Length is { } length ? end.Plus(length) : end;
        if (longerEnd.Day is { } day && day <= end.Day) return ActEffect.Contradicts;
        end = longerEnd;
        return ActEffect.Extends;
    }

    private void Terminate(DateOnly cut)
    {
        if (cut <= start || (End is { } natural && cut > natural))
        {
            outcomes.Add(new(ActKind.Termination, 0, cut, ActEffect.OutOfForce));
            return;
        }

        terms.RemoveAll(term => term.From >= cut);
        terms[^1] = terms[^1] with { To = cut, LastDayForNotice = null };
        (End, EndedBy, EndedEarly) = (cut, ActKind.Termination, true);
        for (var i = 0; i < outcomes.Count; i++)
            if (outcomes[i].On >= cut) outcomes[i] = outcomes[i] with { Effect = ActEffect.OutOfForce };
        outcomes.Add(new(ActKind.Termination, 0, cut, ActEffect.Ends));
    }

    private void Report((DateOnly On, ActKind Kind, int Index) act, ActEffect effect) => outcomes.Add(new(act.Kind, act.Index, act.On, effect));

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other is null ? one ?? other : one > other ? one : other;
}
