using Shiraka.Shared;
using Shiraka.Shared.Components;
using Mark = Shiraka.Shared.Standing;

namespace Shiraka.Programme;

/// <summary>One commitment ready to be drawn as a strand of the thread.</summary>
internal sealed record StrandView(
    CommitmentThread Thread, IReadOnlyList<PlannedWork> Plan, Silence? PlanSilence, IReadOnlyList<DoneWork> Done, Silence? DoneSilence,
    Measured Measure, Knot? BreaksAt)
{
    public static StrandView Of(Partnership view, CommitmentThread thread, Words words, bool plans, bool records)
    {
        var about = $"/agreements/{view.Agreement}";
        var planned = thread.Activities.Count > 0;
        return new(
            thread,
            [.. thread.Activities.Select(activity => Work(activity, words))],
            planned ? null : Quiet(words, "plan", plans ? $"{about}/plan/activities/new?commitment={thread.Id}" : null),
            [.. Newest(thread).Select(fact => DoneWorkOf(fact, words))],
            thread.Done.Count > 0 ? null : Quiet(words, "fact", records && planned ? $"{about}/facts/new?activity={thread.Activities[^1].Id}" : null),
            MeasuredBy(view, thread, words),
            Break(thread));
    }

    /// <summary>Facts of a commitment, the latest day first.</summary>
    public static IEnumerable<DoneFact> Newest(CommitmentThread thread) => thread.Done.OrderByDescending(fact => fact.OccurredOn).ThenByDescending(fact => fact.Seq);

    public static PlannedWork Work(ActivityView activity, Words words) =>
        new(StandingWords.Mark(activity), words.Of(activity.State), Title(activity, words), $"/activities/{activity.Id}");

    public static DoneWork DoneWorkOf(DoneFact fact, Words words) => fact.Evidence switch
    {
        [] => new(words.Told(fact)) { Opens = $"/facts/{fact.Seq}", NeedsProof = fact.Unproven },
        [var only] => new(words.Told(fact), only.Label, $"/documents/{only.Sha256}") { Opens = $"/facts/{fact.Seq}" },
        [var first, ..] => new(words.Told(fact), words["thread.evidence-more", fact.Evidence.Count - 1, first.Label], $"/facts/{fact.Seq}") { Opens = $"/facts/{fact.Seq}" },
    };

    private static string Title(ActivityView activity, Words words) => activity.Moved.Count > 0 && activity.State is not ActivityState.Closed
        ? words["thread.told", words.Written(activity.Title), words["thread.moved", activity.Moved.Count]]
        : activity.Title;

    private static Silence Quiet(Words words, string knot, string? href) =>
        new(words["thread.quiet." + knot], href is null ? null : words[$"thread.quiet.{knot}.link"], href);

    // The indicator that explains the standing: the one furthest behind where the commitment is late, else the first with a target.
    private static IndicatorView? Telling(CommitmentThread thread) => thread.Standing.State is CommitmentState.Late
        ? thread.Indicators.Where(one => one.State is IndicatorState.Red or IndicatorState.Amber).MinBy(one => one.Progress.Share) ?? First(thread)
        : First(thread);

    private static IndicatorView? First(CommitmentThread thread) =>
        thread.Indicators.FirstOrDefault(one => one.Definition.Targets.Count > 0) ?? (thread.Indicators is [var any, ..] ? any : null);

    private static Measured MeasuredBy(Partnership view, CommitmentThread thread, Words words)
    {
        var (mark, status) = (StandingWords.Mark(thread.Standing.State), words.Of(thread.Standing));
        if (Telling(thread) is not { } telling)
            return new(mark, status, words["thread.no-value"], words["thread.no-indicator"], 0, null,
                view.NextSession is { } next ? words["thread.define-before", words.ShortDate(next.On)] : "");
        var expected = thread.Standing is { State: CommitmentState.Kept, LastFactOn: { } last } ? words["thread.last-fact", words.ShortDate(last)] : words.ExpectedBy(telling);
        return new(mark, status, words.Figure(telling.Definition, telling.Value.Value), words.OfTarget(telling),
            MeasureWords.Done(telling), MeasureWords.Due(telling), expected)
        { Href = $"/agreements/{view.Agreement}/facts?indicator={telling.Definition.Id}" };
    }

    private static Knot? Break(CommitmentThread thread) => thread.Standing.State switch
    {
        CommitmentState.Late => thread.Activities.Any(one => one.State is ActivityState.Late) ? Knot.Fact : Knot.Measure,
        CommitmentState.Silent => thread.Activities.Count > 0 ? Knot.Fact : Knot.Plan,
        CommitmentState.Open => Knot.Fact,
        _ => null,
    };
}
