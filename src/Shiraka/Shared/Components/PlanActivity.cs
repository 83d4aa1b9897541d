namespace Shiraka.Shared.Components;

/// <summary>A stretch of work in months from the first day of the plan (4 to 8.5), and how much of it is done, in percent.</summary>
public sealed record PlanBar(double From, double To, double? Done = null);

/// <summary>
/// A line of the year plan: a bar for each stretch (one that was put off leaves its first bar), milestones in months,
/// and a note after the last bar ("clos le 28 nov.").
/// </summary>
public sealed record PlanActivity(Standing Is, string StatusWord, string Text, string Href, IReadOnlyList<PlanBar> Bars, string? Note = null)
{
    public IReadOnlyList<double> Milestones { get; init; } = [];
}
