using System.Globalization;

namespace Shiraka.Agreements.Terms;

/// <summary>
/// Two things said of one agreement that cannot both hold. <paramref name="Where"/> names the later one by its place in the input
/// (<c>notice.received[0]</c>); <paramref name="Code"/> has its words (<c>refused.{Code}</c>).
/// </summary>
public sealed record Contradiction(string Where, string Code, string Message, params object[] Arguments);

/// <summary>What a convention may not say: checked before anything is computed for a script, and before an act enters the register.</summary>
public static class Contradictions
{
    public static IReadOnlyList<Contradiction> In(Convention said) => [.. Signatures(said), .. Days(said), .. Suspensions(said), .. Acts(said)];

    private static IEnumerable<Contradiction> Signatures(Convention said) => said.Signatures
        .Select((signature, i) => (signature, i, earlier: said.Signatures.Take(i).FirstOrDefault(s => string.Equals(s.Party, signature.Party, StringComparison.Ordinal))))
        .Where(pair => pair.earlier is not null && pair.earlier.On != pair.signature.On)
        .Select(pair => new Contradiction(Place("signatures", pair.i), "term.signed_twice", "the same party signs on two days", pair.signature.Party));

    private static IEnumerable<Contradiction> Days(Convention said)
    {
        if (said.InForceOn is not { } start) yield break;
        if (said.Duration.To <= start) yield return new("duration", "ends_before_start", "the end comes before the start", start, said.Duration.To.Value.AddDays(-1));
        if (said.Duration.Length is { } length && new Reckoning(start).Plus(length).Day is null) yield return new("duration", "term.out_of_calendar", "the end lies beyond the year 9999");
        if (said.TerminatedOn <= start) yield return new("termination", "terminated_before_start", "it is terminated before it begins", start);
        if (said.TerminatedOn is null && ConventionCalendar.Of(said, start).Terms.Count >= TermWalk.MostTerms)
            yield return new("renewal", "term.too_many", string.Create(CultureInfo.InvariantCulture, $"it renews more than {TermWalk.MostTerms} times"));
    }

    private static IEnumerable<Contradiction> Suspensions(Convention said)
    {
        for (var i = 0; i < said.Suspensions.Count; i++)
        {
            var pause = said.Suspensions[i];
            if (pause.To <= pause.From) yield return new(Place("suspensions", i), "term.suspension_ends_before_start", "the suspension ends before it begins");
            if (said.Suspensions.Take(i).Any(other => (other.To is not { } to || pause.From < to) && (pause.To is not { } end || other.From < end)))
                yield return new(Place("suspensions", i), "term.suspended_twice", "two suspensions overlap");
        }
    }

    private static IEnumerable<Contradiction> Acts(Convention said)
    {
        if (said.InForceOn is not { } start) yield break;
        var calendar = ConventionCalendar.Of(said, start);
        foreach (var act in calendar.Acts)
        {
            if (act.Effect is ActEffect.OutOfForce && !(act.Kind is ActKind.Termination && said.TerminatedOn <= start))
                yield return act.On < start ? new(Place(act), "term.before_start", Said(act.Kind) + " before the start", start)
                    : new(Place(act), "term.after_end", Said(act.Kind) + " after the end", calendar.ExpiresOn ?? start);
            if (act.Effect is not ActEffect.Contradicts || act.Kind is ActKind.Suspension) continue;
            yield return act.Kind is ActKind.Renewal ? new(Place(act), "term.renewal_not_agreed", "the agreement allows no such renewal")
                : said.Duration.Kind is DurationKind.Open or DurationKind.Unsaid ? new(Place(act), "term.nothing_to_prolong", "there is no end to put off")
                : new(Place(act), "term.prorogation_too_short", "the prorogation ends before the term it prolongs");
        }
    }

    private static string Said(ActKind kind) => kind switch
    {
        ActKind.Notice => "notice",
        ActKind.Prorogation => "prorogation agreed",
        ActKind.Renewal => "renewal agreed",
        ActKind.Suspension => "suspended",
        _ => "terminated",
    };

    private static string Place(ActOutcome act) => act.Kind switch
    {
        ActKind.Notice => Place("notice.received", act.Index),
        ActKind.Prorogation => Place("prorogations", act.Index),
        ActKind.Renewal => Place("renewal.agreed", act.Index),
        ActKind.Suspension => Place("suspensions", act.Index),
        _ => "termination",
    };

    private static string Place(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
