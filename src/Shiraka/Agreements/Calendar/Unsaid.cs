namespace Shiraka.Agreements.Terms;

/// <summary>What neither the text nor an act says and the calendar would need; stable codes, each with its words on the page.</summary>
public static class Unsaid
{
    public static readonly IReadOnlyList<string> Codes =
        ["entry-into-force", "signatures", "duration", "renewal", "renewal-duration", "renewal-limit", "notice-period", "notice-form", "suspension-effect", "suspension-end", "survival"];

    internal static IReadOnlyList<string> In(Convention said)
    {
        var renews = said.Duration.Kind is DurationKind.Fixed && said.Renewal.Kind is RenewalKind.Tacit or RenewalKind.Express;
        var noticed = said.Duration.Kind is DurationKind.Open or DurationKind.Minimum || (said.Duration.Kind is DurationKind.Fixed && said.Renewal.Kind is RenewalKind.Tacit);
        bool[] unsaid =
        [
            said.Entry.Rule is EntryRule.Unsaid || said.Entry is { Rule: EntryRule.OnDay, On: null },
            said.Entry.Rule is EntryRule.FirstSignature or EntryRule.LastSignature && said.InForceOn is null,
            said.Duration.Kind is DurationKind.Unsaid,
            said.Duration.Kind is DurationKind.Fixed && said.Renewal.Kind is RenewalKind.Unsaid,
            renews && said.Renewal.Length is null,
            renews && said.Renewal.Max is null,
            noticed && said.NoticeBefore is null,
            noticed && said.NoticeForm is null,
            said.Suspensions.Any(s => s.ExtendsTerm is null),
            said.Suspensions.Any(s => s.To is null),
            said.Survives.Any(s => s.Length is null),
        ];
        return [.. Codes.Where((_, i) => unsaid[i])];
    }
}
