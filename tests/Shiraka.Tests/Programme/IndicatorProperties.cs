using FsCheck;
using FsCheck.Fluent;
using Shiraka.Ledger;
using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

/// <summary>Laws that hold for every kind of indicator over arbitrary facts.</summary>
public sealed class IndicatorProperties
{
    private static readonly Guid Agreement = Guid.CreateVersion7();
    private static readonly Guid[] Commitments = [Guid.CreateVersion7(), Guid.CreateVersion7()];
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly DateOnly End = new(2030, 1, 1);

    private static IndicatorDefinition Of(IndicatorKind kind) =>
        new(Guid.CreateVersion7(), Agreement, Agreement, "x", kind, "person", ["delivery.recorded"], Start);

    // Each byte array is one fact: day, quantity, subject, level, commitment.
    private static List<DoneFact> Facts((byte Day, byte Quantity, byte Subject, byte Level)[] seeds) => [.. seeds.Select((seed, seq) => new DoneFact(
        seq, Guid.CreateVersion7(), "delivery.recorded", Start.AddDays(seed.Day), Commitments[seed.Day % 2], Commitments[seed.Day % 2], Agreement,
        (seed.Quantity % 9) + 1, "person")
    {
        Subject = seed.Subject % 4 == 0 ? null : $"p{seed.Subject % 7}", Denominator = (seed.Quantity % 9) + 1 + (seed.Level % 5), Level = (seed.Level % 6) + 1,
    })];

    private static void Check(Func<IndicatorKind, List<DoneFact>, byte[], bool> law) =>
        Prop.ForAll<(byte, byte, byte, byte)[], byte[]>((seeds, choices) =>
            Enum.GetValues<IndicatorKind>().All(kind => law(kind, Facts(seeds ?? []), choices ?? []))).QuickCheckThrowOnFailure();

    private static string Text(IndicatorValue value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static List<DoneFact> Shuffled(List<DoneFact> facts, byte[] choices) =>
        [.. facts.Select((fact, i) => (fact, key: choices.Length == 0 ? -i : choices[i % choices.Length] ^ i)).OrderBy(pair => pair.key).Select(pair => pair.fact)];

    [Fact]
    public void The_order_in_which_facts_are_read_changes_nothing() => Check((kind, facts, choices) =>
        string.Equals(Text(Of(kind).Evaluate(facts, End)), Text(Of(kind).Evaluate(Shuffled(facts, choices), End)), StringComparison.Ordinal));

    [Fact]
    public void Adding_and_withdrawing_one_by_one_gives_what_a_full_recomputation_gives() => Check((kind, facts, choices) =>
    {
        var tally = new IndicatorTally(kind);
        foreach (var fact in Shuffled(facts, choices)) tally.Add(fact);
        var withdrawn = facts.Where((_, i) => choices.Length > 0 && choices[i % choices.Length] % 3 == 0).ToList();
        foreach (var fact in withdrawn) tally.Withdraw(fact);
        return string.Equals(Text(tally.Value(End)), Text(Of(kind).Evaluate(facts.Except(withdrawn), End)), StringComparison.Ordinal);
    });

    [Fact]
    public void Distinct_persons_are_never_more_than_persons_counted() => Check((_, facts, _) =>
    {
        var unique = Of(IndicatorKind.Unique).Evaluate(facts, End);
        return (unique.Value ?? 0) + unique.Unidentified <= (Of(IndicatorKind.Count).Evaluate(facts, End).Value ?? 0);
    });

    [Fact]
    public void Counts_of_periods_add_up_and_a_ratio_is_the_ratio_of_the_sums() => Check((kind, facts, choices) =>
    {
        var cut = Start.AddDays(choices.Length == 0 ? 100 : choices[0]);
        var (first, second, whole) = (Of(kind).Evaluate(facts, cut), Of(kind).Evaluate(facts, End, cut.AddDays(1)), Of(kind).Evaluate(facts, End));
        return kind switch
        {
            IndicatorKind.Count => (first.Value ?? 0) + (second.Value ?? 0) == (whole.Value ?? 0),
            IndicatorKind.Ratio => whole.Denominator is 0 || whole.Value == (first.Numerator + second.Numerator) * 100m / (first.Denominator + second.Denominator),
            IndicatorKind.Unique => (first.Value ?? 0) + (second.Value ?? 0) >= (whole.Value ?? 0),
            _ => second.Value == whole.Value || kind is IndicatorKind.Milestone,
        };
    });

    [Fact]
    public void A_value_names_every_fact_it_rests_on() => Check((kind, facts, _) =>
        Of(kind).Evaluate(facts, End).Seqs.SequenceEqual(facts.Select(fact => fact.Seq)));

    [Fact]
    public void Withdrawing_is_as_if_it_had_never_been_recorded() =>
        Prop.ForAll<byte[]>(choices =>
        {
            var (with, without) = (new SealedHistory(), new List<SealedFact>());
            var activity = with.Plan(new(2024, 2, 1), new(2024, 12, 1), expected: 20);
            with.Measure(with.First, new Target(new(2024, 12, 31), 10));
            without.AddRange(with.Facts);
            foreach (var choice in choices ?? [])
            {
                var delivery = with.Deliver(activity, new DateOnly(2024, 2, 1).AddDays(choice), (choice % 3) + 1);
                if (choice % 2 == 0) with.Seal(activity.WithdrawDelivery(delivery, "a mistake", new(2024, 12, 1)));
                else without.Add(with.Facts[^1]);
            }

            var (a, b) = (with.On(new(2024, 12, 2)), Partnership.From(without, new(2024, 12, 2)));
            return string.Equals(AsPage(a), AsPage(b), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_page_does_not_depend_on_the_order_facts_arrive_in() =>
        Prop.ForAll<byte[]>(choices =>
        {
            var history = new SealedHistory();
            var activity = history.Plan(new(2024, 2, 1), new(2024, 12, 1), expected: 20);
            foreach (var choice in choices ?? []) history.Deliver(activity, new DateOnly(2024, 2, 1).AddDays(choice), (choice % 3) + 1);
            var shuffled = history.Facts.OrderBy(fact => (choices ?? []).Length == 0 ? -fact.Seq : choices![fact.Seq % choices.Length] ^ fact.Seq);
            return string.Equals(AsPage(history.On(new(2025, 1, 1))), AsPage(Partnership.From(shuffled.Concat(history.Facts), new(2025, 1, 1))), StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();

    private static string AsPage(Partnership view) => System.Text.Json.JsonSerializer.Serialize(view with { KnownUntil = 0 });
}
