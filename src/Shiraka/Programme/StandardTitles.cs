using System.Collections.Frozen;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>
/// Titles that the product itself proposed (of promises, axes, activities, indicators), known again whatever language they were accepted in, so
/// that a committee reads them in its own. What people wrote stays as they wrote it.
/// </summary>
internal static class StandardTitles
{
    private static readonly FrozenDictionary<string, string> Keys = Enum.GetValues<Language>()
        .SelectMany(language => AllKeys().Select(key => (Key: key, Text: Plain(Words.In(language)[key]))))
        .DistinctBy(one => one.Text, StringComparer.Ordinal).ToFrozenDictionary(one => one.Text, one => one.Key, StringComparer.Ordinal);

    /// <summary>The key of its words; null where a person wrote it.</summary>
    public static string? KeyOf(string title) => Keys.GetValueOrDefault(Plain(title));

    /// <summary>The title in the language of <paramref name="words"/>; that it was erased where nothing is left of it.</summary>
    public static string In(Words words, string title) => title.Length == 0 ? words["programme.erased"] : KeyOf(title) is { } key ? words[key] : title;

    /// <summary>The same partnership with those titles in the language of <paramref name="words"/>.</summary>
    public static Partnership In(this Partnership view, Words words) => view with
    {
        Commitments = [.. view.Commitments.Select(thread => thread with
        {
            Promise = thread.Promise with { Title = In(words, thread.Promise.Title) },
            Activities = In(words, thread.Activities),
            Indicators = In(words, thread.Indicators),
        })],
        Whole = view.Whole with { Activities = In(words, view.Whole.Activities), Indicators = In(words, view.Whole.Indicators) },
        Decisions = [.. view.Decisions.Select(decision => decision with { Text = In(words, decision.Text) })],
        Axes = [.. view.Axes.Select(axis => axis with { Title = In(words, axis.Title) })],
    };

    private static IReadOnlyList<ActivityView> In(Words words, IReadOnlyList<ActivityView> activities) =>
        [.. activities.Select(activity => activity with { Title = In(words, activity.Title) })];

    private static IReadOnlyList<IndicatorView> In(Words words, IReadOnlyList<IndicatorView> indicators) =>
        [.. indicators.Select(one => one with { Definition = one.Definition with { Title = In(words, one.Definition.Title) } })];

    private static IEnumerable<string> AllKeys() => PlanTemplates.Data.Templates.Keys
        .SelectMany(kind => new[] { "agreements.promise." + kind, $"programme.template.{kind}.activity", $"programme.template.{kind}.indicator" })
        .Concat(PlanTemplates.Data.Axes.Select(axis => "programme.axis." + axis));

    // A title may have been typed again with the marks of a keyboard.
    private static string Plain(string text) => text.Trim().Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('’', '\'');
}
