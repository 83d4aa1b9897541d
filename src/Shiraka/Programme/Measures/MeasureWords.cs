using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Programme;

/// <summary>An indicator in the words of a reader: the figure, what it should be, and how far along it is.</summary>
internal static class MeasureWords
{
    extension(Words words)
    {
        /// <summary>« 9 », « 61 % », or a dash where no fact gives a value.</summary>
        public string Figure(IndicatorDefinition indicator, decimal? value) => value switch
        {
            null => words["thread.no-value"],
            { } percent when indicator.Kind is IndicatorKind.Ratio => words.Percent((double)percent),
            { } whole when decimal.Truncate(whole) == whole => words.Number((long)whole),
            { } other => words.Number((long)decimal.Round(other)),
        };

        /// <summary>« / 12 personnes », or what is counted where there is no target.</summary>
        public string OfTarget(IndicatorView view) => view.Progress.NextTarget is not { } target
            ? words["thread.no-target", words.UnitAfter(view.Value.Value, view.Definition.Unit)]
            : view.Definition.Kind is IndicatorKind.Ratio || decimal.Truncate(target.Value) != target.Value
                ? words["thread.of", words.Figure(view.Definition, target.Value)]
                : words["thread.of", words.Amount((long)target.Value, view.Definition.Unit)];

        /// <summary>« Attendu à ce jour : 9 », or nothing where nothing was asked.</summary>
        public string ExpectedBy(IndicatorView view) =>
            view.Expected is { } expected ? words["thread.expected", words.Figure(view.Definition, expected)] : "";
    }

    /// <summary>Percent of the way to the next target.</summary>
    public static double Done(IndicatorView view) => 100d * (double)(view.Progress.Share ?? 0m);

    /// <summary>Percent of that way that should be done by now; null where nothing was asked.</summary>
    public static double? Due(IndicatorView view)
    {
        if (view.Expected is not { } expected || view.Progress.NextTarget is not { } target) return null;
        var start = view.Definition.Baseline ?? 0m;
        return target.Value == start ? null : 100d * (double)((expected - start) / (target.Value - start));
    }

    public static Shared.Standing Mark(IndicatorState state) => state switch
    {
        IndicatorState.Green => Shared.Standing.OnTrack,
        IndicatorState.Amber or IndicatorState.Red => Shared.Standing.Late,
        IndicatorState.NoData or IndicatorState.LateData => Shared.Standing.Silent,
        _ => Shared.Standing.NotDue,
    };
}
