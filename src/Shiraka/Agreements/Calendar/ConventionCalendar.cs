namespace Shiraka.Agreements.Terms;

public enum TermState { Unknown, NotYet, InForce, Suspended, Expired, Terminated }

public enum ActKind { Prorogation, Suspension, Renewal, Notice, Termination }

/// <summary>What became of an act.</summary>
public enum ActEffect
{
    /// <summary>A notice in time, a termination: it ends the agreement.</summary>
    Ends,

    /// <summary>A prorogation, a suspension that is made up for: the term grows.</summary>
    Extends,

    /// <summary>An express renewal: another term follows.</summary>
    Renews,

    /// <summary>A suspension that leaves the term as it is.</summary>
    Suspends,

    /// <summary>A notice after its last day: it changes nothing.</summary>
    Late,

    /// <summary>A notice in another form than agreed: it changes nothing until somebody decides.</summary>
    WrongForm,

    /// <summary>Nothing was left to end, or the text does not tell what would follow.</summary>
    None,

    /// <summary>It came before the agreement bound, or when it no longer did.</summary>
    OutOfForce,

    /// <summary>It contradicts what was agreed.</summary>
    Contradicts,
}

/// <summary>A stretch of time; <paramref name="To"/> is the first day out of it, null where no end is known.</summary>
/// <param name="LastDayForNotice">Null in a term that does not renew by itself, or where the text sets no period.</param>
public sealed record Term(DateOnly From, DateOnly? To, DateOnly? LastDayForNotice);

/// <summary>An act and its effect; <paramref name="Index"/> is its place in the list it came in.</summary>
public sealed record ActOutcome(ActKind Kind, int Index, DateOnly On, ActEffect Effect);

/// <summary>A clause that outlives the agreement, up to its first day out of force where that is known.</summary>
public sealed record SurvivingUntil(string Clause, DateOnly? Until);

/// <summary>
/// The time an agreement binds, seen from one day. Days that end something are the first day out of it. Null means unknown or
/// never, and <see cref="Unknown"/> tells which: it names what neither the text nor an act says.
/// </summary>
/// <param name="ExpiresOn">When it is over if nobody does anything more; null where that is not known, or where it goes on.</param>
/// <param name="LastDayForNotice">Of the running term, or of the first one while none runs yet.</param>
/// <param name="Current">The term that runs; null before the first and after the last.</param>
/// <param name="EarliestEnd">End of a minimum duration.</param>
/// <param name="Suspensions">Those that took effect.</param>
/// <param name="EndedBy">What sets <paramref name="ExpiresOn"/>: an act, or null for the course of time.</param>
public sealed record ConventionCalendar(
    DateOnly AsOf, DateOnly? InForceOn, DateOnly? ExpiresOn, DateOnly? LastDayForNotice, TermState State, IReadOnlyList<Term> Terms, Term? Current,
    DateOnly? EarliestEnd, ActKind? EndedBy, IReadOnlyList<ActOutcome> Acts, IReadOnlyList<Suspension> Suspensions, IReadOnlyList<SurvivingUntil> Survives,
    IReadOnlyList<string> Unknown)
{
    /// <summary>Somebody gave notice in time, or it was ended: no notice is waited for.</summary>
    public bool IsEnding => EndedBy is not null;

    /// <summary>No end is known because something is not said, and not because it goes on.</summary>
    public bool EndIsUnknown => ExpiresOn is null && Unknown.Any(code => code is "entry-into-force" or "signatures" or "duration" or "renewal-duration" or "suspension-end");

    /// <summary>The last day it binds, as registers and pages show it; null where no end is known.</summary>
    public DateOnly? LastDay => ExpiresOn?.AddDays(-1);

    /// <summary>Computes the calendar. Never throws: an act that contradicts the rest changes nothing and is reported so.</summary>
    public static ConventionCalendar Of(Convention convention, DateOnly asOf)
    {
        if (convention.InForceOn is not { } start) return NotBegun(convention, asOf);
        var walk = new TermWalk(convention, start, asOf).Run();
        var pauses = walk.Acts.Where(act => act is { Kind: ActKind.Suspension, Effect: ActEffect.Suspends or ActEffect.Extends }).Select(act => convention.Suspensions[act.Index]).ToList();
        var current = walk.Terms.FirstOrDefault(term => term.From <= asOf && (term.To is not { } to || asOf < to));
        var over = walk.End is { } end && end <= asOf;
        var shown = current ?? (asOf < start ? walk.Terms[0] : null);
        var state = asOf < start ? TermState.NotYet
            : over ? walk.EndedEarly ? TermState.Terminated : TermState.Expired
            : pauses.Exists(pause => pause.From <= asOf && (pause.To is not { } to || asOf < to)) ? TermState.Suspended : TermState.InForce;
        return new(
            asOf, start, walk.End, shown?.LastDayForNotice, state, walk.Terms, current, walk.EarliestEnd, walk.EndedBy, walk.Acts, pauses,
            [.. convention.Survives.Select(s => new SurvivingUntil(s.Clause, walk.End is { } from && s.Length is { } length ? new Reckoning(from).Plus(length).Day : null))],
            Unsaid.In(convention));
    }

    private static ConventionCalendar NotBegun(Convention convention, DateOnly asOf) => new(
        asOf, null, convention.TerminatedOn, null, convention.TerminatedOn <= asOf ? TermState.Terminated : TermState.Unknown, [], null, null,
        convention.TerminatedOn is null ? null : ActKind.Termination, [], [], [.. convention.Survives.Select(s => new SurvivingUntil(s.Clause, null))], Unsaid.In(convention));
}
