using System.Globalization;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class PlanTests
{
    [Fact]
    public void A_bar_lies_on_the_months_of_the_agreement_year()
    {
        var history = new SealedHistory(new(2024, 9, 15));
        var activity = history.Plan(new(2024, 10, 15), new(2024, 12, 14), expected: 4);
        history.Deliver(activity, new(2024, 11, 1), 3);
        var year = PlanYear.Of(history.On(new(2024, 12, 20)), 1);
        var bar = Assert.Single(Assert.Single(year.Axes).Bars);
        Assert.Equal((1m, 3m, 0.75m, 6), (bar.From, bar.To, bar.Share, bar.LateDays));
        Assert.Equal((0.75m, 1m), (year.Advance, year.Expected));
        Assert.Equal(new DateOnly(2024, 9, 15), year.Months[0]);
    }

    [Fact]
    public void An_activity_that_moved_shows_where_it_was_and_reaches_into_the_next_year()
    {
        var history = new SealedHistory();
        var activity = history.Plan(new(2024, 3, 1), new(2024, 3, 31));
        history.Seal(activity.Reschedule(new(2024, 12, 1), new(2025, 1, 31), "visa", history.Years, new(2024, 4, 1)));
        var view = history.On(new(2024, 6, 1));
        var bar = PlanYear.Of(view, 1).Axes.Single().Bars.Single();
        Assert.Equal((11m, 12m), (bar.From, bar.To));
        Assert.Equal((2m, 3m), Assert.Single(bar.Former));
        Assert.Equal((0m, 1m), PlanYear.Of(view, 2).Axes.Single().Bars.Select(next => (next.From, next.To)).Single());
        Assert.Empty(PlanYear.Of(view, 3).Axes);
    }

    [Fact]
    public void A_measure_has_a_point_for_every_month_that_has_begun()
    {
        var history = new SealedHistory();
        history.Measure(history.First, new Target(new(2024, 12, 31), 4));
        var activity = history.Plan(new(2024, 1, 10), new(2024, 12, 1));
        history.Deliver(activity, new(2024, 1, 31));
        history.Deliver(activity, new(2024, 3, 5), 2);
        var points = PlanYear.Of(history.On(new(2024, 3, 10)), 1).Axes.Single().Measures.Single().Points;
        Assert.Equal([(new DateOnly(2024, 1, 31), 1m), (new(2024, 2, 29), 1m), (new(2024, 3, 10), 3m)], points.Select(point => (point.On, point.Value!.Value)));
    }

    [Fact]
    public void What_is_late_stays_in_the_plan_of_the_year_that_has_begun_since()
    {
        var history = new SealedHistory();
        history.Plan(new(2024, 9, 1), new(2024, 11, 30));
        var view = history.On(new(2025, 2, 1));
        var bar = Assert.Single(Assert.Single(PlanYear.Of(view, 2).Axes).Bars);
        Assert.Equal((0m, 0m, 63), (bar.From, bar.To, bar.LateDays));
        Assert.Empty(PlanYear.Of(view, 3).Axes);
    }

    [Fact]
    public void An_indicator_stands_on_the_axis_of_the_activities_that_move_it()
    {
        var history = new SealedHistory();
        var (axis, opened) = Axis.Open(history.Agreement, "Oncologie", 1, "care", history.Anchor);
        history.Seal(opened);
        var (_, planned) = Activity.Plan(history.Agreement, history.First, new("Mission", new(2024, 2, 1), new(2024, 6, 30), new(history.Host, "Host"), axis.Id), history.Years, history.Anchor);
        history.Seal(planned);
        history.Measure(history.First, new Target(new(2024, 12, 31), 4));
        var plan = PlanYear.Of(history.On(new(2024, 3, 1)), 1);
        var shown = Assert.Single(plan.Axes);
        Assert.Equal(("Oncologie", 1, 1), (shown.Axis!.Title, shown.Bars.Count, shown.Measures.Count));
    }

    [Fact]
    public void What_has_no_quantity_to_reach_is_named_and_not_counted_as_undone()
    {
        var history = new SealedHistory();
        var counted = history.Plan(new(2024, 2, 1), new(2024, 6, 30), expected: 4);
        history.Plan(new(2024, 2, 1), new(2024, 6, 30));
        history.Deliver(counted, new(2024, 3, 1), 2);
        var plan = PlanYear.Of(history.On(new(2024, 3, 10)), 1);
        Assert.Equal((0.5m, 1), (plan.Advance, plan.Uncounted));
    }

    [Fact]
    public void A_first_plan_takes_its_numbers_from_the_text_and_makes_up_none()
    {
        var history = new SealedHistory(null, new(2025, 12, 31), ("send_experts", 4), ("joint_research", null), ("unheard_of", null));
        var proposal = PlanProposal.For(history.On(new(2024, 2, 1)));
        Assert.Equal(["expertise", "knowledge", "governance"], proposal.Axes.Select(axis => axis.Code));
        Assert.Equal(3, proposal.Activities.Count);
        Assert.Equal([new Target(new(2025, 12, 31), 4)], proposal.Indicators[0].Targets);
        Assert.Empty(proposal.Indicators[1].Targets);
        Assert.Equal("programme.template.other.indicator", proposal.Indicators[2].TitleKey);
        Assert.All(proposal.Activities, activity => Assert.Equal(new DateOnly(2024, 12, 31), activity.DueOn));
    }

    [Theory]
    [InlineData("stagiaires", "person")]
    [InlineData("infirmières", "person")]
    [InlineData("Doctors", "person")]
    [InlineData("خبراء", "person")]
    [InlineData("missions", "mission")]
    [InlineData("mission", "mission")]
    [InlineData("ateliers de deux jours", "session")]
    [InlineData("unités", "unit")]
    [InlineData("litres", null)]
    [InlineData("bourses", null)]
    public void The_unit_of_a_text_is_found_by_its_words(string written, string? code) => Assert.Equal(code, PlanTemplates.Data.UnitOf(written));

    [Theory]
    [InlineData("send_experts", "infirmiers", "person", 2L)]
    [InlineData("send_experts", "missions", "mission", 2L)]
    [InlineData("host_trainees", "bourses", "person", null)]
    [InlineData("host_trainees", null, "person", 2L)]
    public void A_number_is_never_carried_over_to_another_unit(string kind, string? written, string unit, long? target)
    {
        var proposed = PlanProposal.For(Promising(new(2025, 12, 31), kind, 2, written, null)).Indicators.Single();
        Assert.Equal((unit, target), (proposed.Unit, proposed.Targets is [var only] ? (long?)only.Value : null));
    }

    [Fact]
    public void A_yearly_promise_counts_every_year_of_a_known_length_and_one_year_where_none_is_known()
    {
        var long3 = PlanProposal.For(Promising(new(2026, 12, 31), "host_trainees", 5, "médecins", "year")).Indicators.Single();
        Assert.Equal([5, 10, 15], long3.Targets.Select(target => target.Value));
        Assert.Equal([new Target(new(2024, 12, 31), 5)], PlanProposal.For(Promising(null, "host_trainees", 5, "médecins", "year")).Indicators.Single().Targets);
        Assert.Equal([new Target(new(2026, 12, 31), 50)], PlanProposal.For(Promising(new(2026, 12, 31), "host_trainees", 50, "médecins", null)).Indicators.Single().Targets);
    }

    private static Partnership Promising(DateOnly? endsOn, string kind, long quantity, string? unit, string? period)
    {
        var view = new SealedHistory(null, endsOn, (kind, quantity)).On(new(2024, 2, 1));
        return view with { Commitments = [.. view.Commitments.Select(thread => thread with { Promise = thread.Promise with { Unit = unit, Period = period } })] };
    }

    [Fact]
    public void A_first_plan_can_be_planned_as_it_is_and_leaves_nothing_more_to_propose()
    {
        var history = new SealedHistory(null, new(2025, 12, 31), ("send_experts", 4), ("committee", null));
        var (today, proposal) = (new DateOnly(2024, 11, 20), PlanProposal.For(history.On(new(2024, 11, 20))));
        foreach (var proposed in proposal.Activities)
            history.Seal(Activity.Plan(history.Agreement, proposed.Commitment, new(proposed.TitleKey, proposed.StartsOn, proposed.DueOn, proposed.Owner!, ExpectedQuantity: proposed.ExpectedQuantity, ExpectedUnit: proposed.ExpectedUnit), history.Years, today).Fact);
        foreach (var proposed in proposal.Indicators)
            history.Seal(Indicator.Define(history.Agreement, proposed.Commitment, new(proposed.TitleKey, proposed.Kind, proposed.Unit, proposed.Counts, proposed.StartsOn) { Targets = proposed.Targets, CadenceMonths = proposed.CadenceMonths }, today).Fact);
        var next = PlanProposal.For(history.On(today));
        Assert.Equal((0, 0), (next.Activities.Count, next.Indicators.Count));
        Assert.Equal(new DateOnly(2025, 12, 31), proposal.Activities[0].DueOn);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("ar")]
    [InlineData("en")]
    public void Every_code_has_its_words_and_every_language_the_same_keys(string language)
    {
        var words = Words(language);
        string[] codes =
        [
            .. PlanTemplates.Data.Axes.Select(axis => $"programme.axis.{axis}"), .. PlanTemplates.Data.Units.Select(unit => $"programme.unit.{unit}"),
            .. PlanTemplates.Data.Templates.Keys.SelectMany(kind => new[] { $"programme.template.{kind}.activity", $"programme.template.{kind}.indicator" }),
            .. Codes<CommitmentState>("state"), .. Codes<ActivityState>("activity"), .. Codes<IndicatorState>("indicator"), .. Codes<IndicatorKind>("kind"),
            .. RefusalsInSource().Select(code => $"refused.{code}"), .. Codes<SessionState>("session"), .. Codes<DecisionState>("decision"), .. Codes<InstrumentState>("instrument"),
        ];
        global::Shiraka.Shared.Languages.TryRead(language, out var read);
        var all = global::Shiraka.Shared.Words.In(read);
        Assert.Empty(codes.Where(code => !all.Has(code) && !all.Has(code.Replace("refused.", "", StringComparison.Ordinal))));      // a literal may also be the key of a page
        Assert.Equal(Words("fr").Keys.Order(StringComparer.Ordinal), words.Keys.Order(StringComparer.Ordinal));
        string[] categories = language switch { "ar" => ["zero", "one", "two", "few", "many", "other"], _ => ["one", "other"] };
        foreach (var (key, plural) in words.Where(word => word.Value.ValueKind is JsonValueKind.Object))
            Assert.True(plural.EnumerateObject().Select(form => form.Name).Order().SequenceEqual(categories.Order()), key);
    }

    private static IEnumerable<string> Codes<T>(string group) where T : struct, Enum =>
        Enum.GetNames<T>().Select(name => $"programme.{group}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(name)}");

    // The literals of the assembly itself, so that a refusal without words cannot slip in.
    private static List<string> RefusalsInSource()
    {
        using var image = new PEReader(File.OpenRead(typeof(Partnership).Assembly.Location));
        var (reader, found) = (image.GetMetadataReader(), new List<string>());
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = reader.GetNextHandle(handle))
            if (Regex.IsMatch(reader.GetUserString(handle), "^programme\\.[a-z-]+$", RegexOptions.None, TimeSpan.FromSeconds(1))) found.Add(reader.GetUserString(handle));
        Assert.True(found.Count > 20, "the literals were not read");
        return found;
    }

    private static Dictionary<string, JsonElement> Words(string language)
    {
        // A build that takes the file for the text of a culture puts it into the satellite assembly of that culture.
        var (product, name) = (typeof(Partnership).Assembly, $"Programme/Words.{language}.json");
        using var stream = product.GetManifestResourceStream(name)
            ?? product.GetSatelliteAssembly(CultureInfo.GetCultureInfo(language)).GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
    }
}
