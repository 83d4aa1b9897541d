using Shiraka.Directory;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>A line of a value cut into parts.</summary>
public sealed record CutLine(string Part, string Figure, string? Note = null);

/// <summary>
/// The value of an indicator by year of the agreement, by who recorded, and along each dimension it asks for. Persons, shares and stocks
/// do not add up over years or organisations: every line is computed from its own facts.
/// </summary>
public sealed record Cuts(IReadOnlyList<CutLine> Years, IReadOnlyList<CutLine> Parties, IReadOnlyList<(string Code, string Name, IReadOnlyList<CutLine> Lines)> Dimensions)
{
    /// <summary>Facts that would count, had they not happened before the indicator begins.</summary>
    public int Older { get; init; }

    public static Cuts Of(Partnership view, IndicatorView indicator, IReadOnlyDictionary<Guid, OrganisationLabel> recorders, Words words)
    {
        var rule = indicator.Definition;
        var counted = indicator.Value.Seqs.ToHashSet();
        List<DoneFact> facts = [.. view.Done.Where(fact => counted.Contains(fact.Seq))];
        string Figure(IEnumerable<DoneFact> of, DateOnly on, DateOnly? from = null) => words.Figure(rule, rule.Evaluate(of, on, from).Value);

        var years = new List<CutLine>();
        for (var year = view.Years.YearOf(rule.StartsOn); year <= view.Years.YearOf(view.Today); year++)
        {
            var (first, last) = (view.Years.FirstDay(year), view.Years.LastDay(year));
            var within = facts.Where(fact => fact.OccurredOn >= first && fact.OccurredOn <= last).ToList();
            years.Add(new(words["indicator.year", year, words.ShortDate(first)], Figure(facts, last < view.Today ? last : view.Today, first), words["facts.count", within.Count]));
        }

        return new(years,
            [.. facts.GroupBy(fact => fact.Organisation).OrderByDescending(group => group.Count())
                .Select(group => new CutLine(PartyNames.Recorder(view, group.Key, recorders, words), Figure(group, view.Today), words["facts.count", group.Count()]))],
            [.. rule.Disaggregation.Select(dimension => (dimension, words.Listed("dimension.", dimension), Along(Disaggregation.Of(dimension, facts), words)))])
        {
            Older = view.Done.Count(fact => fact.OccurredOn < rule.StartsOn && (rule with { StartsOn = fact.OccurredOn }).Includes(fact)),
        };
    }

    private static IReadOnlyList<CutLine> Along(Disaggregation cut, Words words) =>
    [
        .. cut.Parts.Select(part => new CutLine(words.Listed($"dimension.{cut.Dimension}.", part.Category), words.Number(part.Quantity ?? 0))),
        .. cut.Unknown > 0 ? (CutLine[])[new(words["programme.unknown_part"], words.Number(cut.Unknown.Value))] : [],
    ];
}
