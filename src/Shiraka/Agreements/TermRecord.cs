using Shiraka.Agreements.Terms;

namespace Shiraka.Agreements;

/// <summary>All that is recorded of the time one agreement binds: what its text says, what the parties did since, and its termination.</summary>
/// <param name="LastDay">The last day covered, where it was terminated.</param>
public sealed record TermRecord(AgreementTerm? Term = null, IReadOnlyList<TermAct>? Acts = null, DateOnly? LastDay = null)
{
    public IReadOnlyList<TermAct> Acts { get; init; } = Acts ?? [];

    /// <summary>The calendar as of a day, by the one engine there is.</summary>
    public ConventionCalendar On(DateOnly day) => ConventionCalendar.Of(Said(), day);

    public IReadOnlyList<TermAct> OfKind(string kind) => [.. Acts.Where(act => act.Kind == kind).OrderBy(act => act.On)];

    public TermRecord With(TermAct act) => this with { Acts = [.. Acts, act] };

    /// <summary>The same with a suspension ended the day before <paramref name="on"/>.</summary>
    public TermRecord Resumed(Guid suspension, DateOnly on) => this with { Acts = [.. Acts.Select(act => act.Id == suspension ? act with { LastDay = on.AddDays(-1) } : act)] };

    public TermRecord Without(Guid act) => this with { Acts = [.. Acts.Where(one => one.Id != act)] };

    /// <exception cref="RefusedException">It contradicts itself, or a length is none.</exception>
    internal void Check()
    {
        foreach (var length in new[] { Term?.Duration, Term?.RenewalDuration, Term?.NoticePeriod }.Concat(Term?.Survives?.Select(s => s.Duration) ?? []).Concat(Acts.Select(act => act.Length)))
            if (length is not null && !TermLength.TryParse(length, out _)) throw new RefusedException("term.no_length", "A length is written P3Y, P18M, P90D and is longer than nothing.", length);
        if (Term is { Duration: not null, ExpiresOn: not null }) throw Refuse("term.length_and_end", "Give either a duration or a last day.", "expiresOn");
        if (Term is { NoticeDays: < 0 }) throw Refuse("notice_negative", "A notice period is not negative.", "noticeDays");
        if (Term is { RenewalMax: < 0 }) throw Refuse("term.renewals_negative", "A number of renewals is not negative.", "renewalMax");
        if (Contradictions.In(Said()) is [var first, ..])
            throw new RefusedException(first.Code, first.Message, [.. first.Arguments]) { Field = FieldOf(first.Where) };
    }

    // Facts of before the calendar said a minimum or open duration as a kind of renewal.
    internal Convention Said()
    {
        var term = Term ?? new AgreementTerm(Renewal: "unsaid");
        var binds = term.Binds ?? (term.Renewal is "open" || term is { Renewal: "minimum_then_open", ExpiresOn: null, Duration: null } ? "open" : term.Renewal is "minimum_then_open" ? "minimum" : "fixed");
        var (length, to) = (TermLength.Of(term.Duration), term.Duration is null ? term.ExpiresOn?.AddDays(1) : null);
        return new Convention
        {
            Signatures = [.. (term.Signatures ?? []).Select(s => new PartySignature(s.Party.ToString(), s.On))],
            Entry = term.Entry switch
            {
                "first_signature" => new(EntryRule.FirstSignature),
                "last_signature" => new(EntryRule.LastSignature),
                _ => term.InForceOn is { } day ? new(EntryRule.OnDay, day) : default,
            },
            Duration = binds is "open" ? new(DurationKind.Open) : length is null && to is null ? default : new(binds is "minimum" ? DurationKind.Minimum : DurationKind.Fixed, length, to),
            Renewal = new(term.Renewal switch { "tacit" => RenewalKind.Tacit, "express" => RenewalKind.Express, "unsaid" => RenewalKind.Unsaid, _ => RenewalKind.None }, TermLength.Of(term.RenewalDuration), term.RenewalMax)
            {
                Agreed = [.. OfKind("renewal").Select(act => act.On)],
            },
            NoticeBefore = TermLength.Of(term.NoticePeriod) ?? (term.NoticeDays is > 0 and var days ? TermLength.OfDays(days) : null),
            NoticeForm = term.NoticeForm,
            Notices = [.. OfKind("notice").Select(act => new ReceivedNotice(act.On, act.InForm))],
            Prorogations = [.. OfKind("prorogation").Select(act => new Prorogation(act.On, TermLength.Of(act.Length), act.LastDay?.AddDays(1)))],
            Suspensions = [.. OfKind("suspension").Select(act => new Suspension(act.On, act.LastDay?.AddDays(1), act.ExtendsTerm))],
            TerminatedOn = LastDay?.AddDays(1),
            Survives = [.. (term.Survives ?? []).Select(s => new SurvivingClause(s.Clause, TermLength.Of(s.Duration)))],
        };
    }

    private static string FieldOf(string where) => where switch
    {
        "duration" => "expiresOn",
        "renewal" => "renewal",
        "termination" => "lastDay",
        _ when where.StartsWith("signatures", StringComparison.Ordinal) => "entry",
        _ => "on",
    };

    private static RefusedException Refuse(string code, string message, string field) => new(code, message) { Field = field };
}
