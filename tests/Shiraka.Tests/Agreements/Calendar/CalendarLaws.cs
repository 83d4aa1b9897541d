using FsCheck;
using FsCheck.Fluent;
using Shiraka.Agreements.Terms;
using Xunit;

namespace Shiraka.Tests.Agreements.Calendar;

/// <summary>Laws that hold for every convention, whatever it says.</summary>
public sealed class CalendarLaws
{
    private static readonly DateOnly Origin = new(2019, 12, 25);
    private static readonly string[] Lengths = ["P1M", "P6M", "P1Y", "P18M", "P3Y", "P90D", "P2W", "P1Y1D"];

    /// <summary>A convention from a handful of bytes: whatever they are, they make one.</summary>
    private static Convention Made(byte[] seed)
    {
        var at = 0;
        int Pick(int below) => seed.Length == 0 ? 0 : ((seed[at % seed.Length] * 31) + (7 * at++)) % below;
        DateOnly Day(int range) => Origin.AddDays(Pick(256) * range / 64);
        TermLength Length() => TermLength.Of(Lengths[Pick(Lengths.Length)])!.Value;
        TermLength? Perhaps() => Pick(4) == 0 ? null : Length();
        return new Convention
        {
            Entry = new(EntryRule.OnDay, Day(60)),
            Duration = Pick(5) switch { 0 => new(DurationKind.Open), 1 => new(DurationKind.Minimum, Length()), 2 => new(DurationKind.Fixed, null, Day(900)), _ => new(DurationKind.Fixed, Length()) },
            Renewal = new((RenewalKind)Pick(4), Perhaps(), Pick(3) == 0 ? null : Pick(6)) { Agreed = [.. Enumerable.Range(0, Pick(3)).Select(_ => Day(400))] },
            NoticeBefore = Perhaps(),
            Notices = [.. Enumerable.Range(0, Pick(3)).Select(_ => new ReceivedNotice(Day(500), Pick(4) == 0 ? false : null))],
            Prorogations = [.. Enumerable.Range(0, Pick(2)).Select(_ => new Prorogation(Day(300), Length()))],
            Suspensions = [.. Enumerable.Range(0, Pick(2)).Select(_ => Day(300)).Select(from => new Suspension(from, Pick(4) == 0 ? null : from.AddDays(1 + Pick(200)), Pick(2) == 0))],
            TerminatedOn = Pick(5) == 0 ? Day(900) : null,
        };
    }

    private static void Check(Func<Convention, DateOnly, bool> law) => Prop.ForAll<byte[], byte>((seed, when) => law(Made(seed ?? []), Origin.AddDays(when * 20)))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(40));

    private static ConventionCalendar Of(Convention said, DateOnly asOf) => ConventionCalendar.Of(said, asOf);

    [Fact]
    public void Terms_follow_each_other_without_a_gap_from_entry_into_force_to_the_end() => Check((said, asOf) =>
        Of(said, asOf) is var calendar && calendar.Terms[0].From == calendar.InForceOn && calendar.Terms.Zip(calendar.Terms.Skip(1)).All(pair => pair.First.To == pair.Second.From)
        && calendar.Terms.All(term => term.To is not { } to || to > term.From) && (calendar.ExpiresOn is null || calendar.Terms[^1].To == calendar.ExpiresOn));

    [Fact]
    public void The_last_day_for_notice_lies_before_the_end_of_its_term() => Check((said, asOf) =>
        Of(said, asOf).Terms.All(term => term.LastDayForNotice is not { } last || last < term.To));

    [Fact]
    public void Time_only_moves_on_from_not_yet_to_in_force_to_over() => Check((said, asOf) =>
        Enumerable.Range(0, 60).Select(i => Stage(Of(said, asOf.AddDays(i * 37)).State)).ToList() is var stages && stages.Zip(stages.Skip(1)).All(pair => pair.First <= pair.Second));

    [Fact]
    public void Seen_from_another_day_the_same_terms_run() => Check((said, asOf) =>
        (Of(said, asOf), Of(said, asOf.AddDays(400))) is var (now, later) && now.InForceOn == later.InForceOn && now.ExpiresOn == later.ExpiresOn
        && now.Terms.Zip(later.Terms).All(pair => pair.First == pair.Second));

    [Fact]
    public void A_notice_that_is_late_changes_nothing() => Check((said, asOf) =>
    {
        var calendar = Of(said, asOf);
        var late = calendar.Acts.Where(act => act is { Kind: ActKind.Notice, Effect: ActEffect.Late or ActEffect.WrongForm or ActEffect.None }).Select(act => act.Index).ToHashSet();
        var without = Of(said with { Notices = [.. said.Notices.Where((_, i) => !late.Contains(i))] }, asOf);
        return calendar.ExpiresOn == without.ExpiresOn && calendar.State == without.State && calendar.Terms.Zip(without.Terms).All(pair => pair.First == pair.Second);
    });

    [Fact]
    public void Every_act_is_reported_once() => Check((said, asOf) => Of(said, asOf).Acts.Count ==
        said.Notices.Count + said.Prorogations.Count + said.Suspensions.Count + said.Renewal.Agreed.Count + (said.TerminatedOn is null ? 0 : 1) || Of(said, asOf).Terms is [{ To: null }]);

    [Fact]
    public void The_end_is_counted_from_the_anchor_and_not_from_the_last_end() => Check((said, asOf) =>
    {
        var plain = new Convention { Entry = new(EntryRule.OnDay, new(2020, 1, 31)), Duration = new(DurationKind.Fixed, TermLength.Of("P1M")), Renewal = new(RenewalKind.Tacit, TermLength.Of("P1M"), 11) };
        return Of(plain, asOf).Terms.Select((term, i) => term.To == new DateOnly(2020, 1, 31).AddMonths(i + 1)).All(same => same);
    });

    private static int Stage(TermState state) => state switch { TermState.NotYet => 0, TermState.InForce or TermState.Suspended => 1, _ => 2 };
}
