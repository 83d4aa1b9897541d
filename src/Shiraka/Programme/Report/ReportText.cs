using Shiraka.Shared;
using Shape = Shiraka.Shared.Standing;

namespace Shiraka.Programme;

/// <summary>What a report says of codes and figures, in one language.</summary>
internal sealed class ReportText(Words words)
{
    public static Shape ShapeOf(CommitmentState state) => state switch
    {
        CommitmentState.Kept => Shape.Kept,
        CommitmentState.OnTrack => Shape.OnTrack,
        CommitmentState.Late => Shape.Late,
        CommitmentState.Silent => Shape.Silent,
        CommitmentState.Open => Shape.NotDue,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string CodeOf(CommitmentState state) => state is CommitmentState.OnTrack ? "on_track" : state.ToString().ToLowerInvariant();

    /// <summary>Where in a sentence of ours the words of somebody stand, which have a language and a direction of their own.</summary>
    public const string Gap = "\uE000";

    /// <summary>What stands before and after the <see cref="Gap"/> among <paramref name="arguments"/>.</summary>
    public (string Before, string After) Around(string key, params object[] arguments)
    {
        var told = words[key, arguments];
        var at = told.IndexOf(Gap, StringComparison.Ordinal);
        return at < 0 ? (told, "") : (told[..at], told[(at + Gap.Length)..]);
    }

    /// <summary>Arabic where a page in Latin letters shows words in Arabic ones; null where the language of the page serves.</summary>
    public static Language? WrittenIn(string text, Language page) =>
        page is not Language.Ar && text.FirstOrDefault(char.IsLetter) is >= '\u0600' and <= '\u06FF' ? Language.Ar : null;

    /// <summary>The state of a commitment, with how long where it is late or silent.</summary>
    public string State(Standing standing) => standing switch
    {
        { State: CommitmentState.Late } => words.Late(standing.Months, standing.Days),
        { State: CommitmentState.Silent } => words["programme.silent_months", standing.Months],
        _ => words["programme.state." + CodeOf(standing.State)],
    };

    /// <summary>« 4 en bonne voie », of the states that occur, in the order of the legend.</summary>
    public IReadOnlyList<(Shape Shape, string Text)> Counts(IReadOnlyDictionary<CommitmentState, int> tally) =>
        [.. tally.Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).Select(pair => (ShapeOf(pair.Key), words["report.count." + CodeOf(pair.Key), pair.Value]))];

    public string Quantity(long quantity, string? unit) =>
        unit is not null && words.Has("programme.unit." + unit) ? words["programme.unit." + unit, quantity] : words.Number(quantity);

    /// <summary>Sums of what was done, by unit.</summary>
    public string? Totals(IReadOnlyList<DoneFact> done)
    {
        var sums = done.Where(fact => fact is { Quantity: not null, Unit: not null, Type: not "session.held" }).GroupBy(fact => fact.Unit!, StringComparer.Ordinal)
            .OrderBy(group => group.Min(fact => fact.Seq)).Select(group => Quantity(group.Sum(fact => fact.Quantity!.Value), group.Key)).ToList();
        return sums.Count == 0 ? null : string.Join(words["report.separator"], sums);
    }

    /// <summary>What a fact says of itself; its kind where it has no words.</summary>
    public string Fact(DoneFact done)
    {
        if (done.Erased) return words["programme.erased"];
        if (!string.IsNullOrWhiteSpace(done.Note)) return done.Note;
        var kind = words.Has("report.fact." + done.Type) ? words["report.fact." + done.Type] : words["report.fact.other"];
        return done is { Quantity: { } quantity, Unit: not null } && done.Type is not "session.held" ? words["report.fact.counted", kind, Quantity(quantity, done.Unit)] : kind;
    }

    /// <summary>A value of an indicator: percent for shares, else a number.</summary>
    public string Value(IndicatorDefinition indicator, decimal value) =>
        indicator.Kind is IndicatorKind.Ratio ? words.Percent((double)value) : words.Number((long)Math.Round(value, MidpointRounding.AwayFromZero));

    /// <summary>« / 60 personnes », « / 80 % », « 60 au plus ».</summary>
    public string? Target(IndicatorView indicator)
    {
        if (indicator.Progress.NextTarget is not { } target) return null;
        var text = indicator.Definition.Kind is IndicatorKind.Ratio ? words.Percent((double)target.Value) : Quantity((long)target.Value, indicator.Definition.Unit);
        return words[indicator.Definition.Direction is IndicatorDirection.Down ? "report.at_most" : "report.of", text];
    }

    public static Shape ShapeOf(IndicatorView indicator) => indicator switch
    {
        { Reached: true } => Shape.Kept,
        { State: IndicatorState.Red or IndicatorState.Amber } => Shape.Late,
        { State: IndicatorState.Green } => Shape.OnTrack,
        _ => Shape.Silent,
    };

    /// <summary>The Arabic names of months are those of the parties' countries: Algeria's where only Algeria is one of the two.</summary>
    public static string CountryOf(PartnershipHeader header) =>
        header.Parties.Any(party => party.Country is "DZ") && header.Parties.All(party => party.Country is not "MA") ? "DZ" : "MA";
}
