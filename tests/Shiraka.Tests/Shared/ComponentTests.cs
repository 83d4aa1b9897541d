using AngleSharp.Dom;
using Shiraka.Shared;
using Shiraka.Shared.Components;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed class ComponentTests
{
    [Theory]
    [InlineData("late", null, "late", "late")]
    [InlineData("mute", "mute", "mute", "mute")]
    [InlineData("done", null, null, "done")]
    public async Task The_thread_breaks_where_the_promise_does(string id, string? plan, string? fact, string? measure)
    {
        await using var host = await PageHost.StartAsync();
        var strand = (await host.OpenAsync("/fr/sample")).GetElementById(id)!;

        Assert.Equal([null, plan, fact, measure], strand.QuerySelectorAll(".knot").Select(knot => knot.GetAttribute("data-seg")));
    }

    [Fact]
    public async Task A_strand_shows_three_facts_and_says_how_many_more()
    {
        await using var host = await PageHost.StartAsync();
        var strand = (await host.OpenAsync("/fr/sample")).GetElementById("late")!;

        Assert.Equal("et 2 autres", strand.QuerySelectorAll("[data-k=fact] li")[^1].TextContent);
        Assert.Equal(3, strand.QuerySelectorAll(".evi-none").Length - strand.QuerySelectorAll("[data-k=promise] .evi-none").Length);
        Assert.Equal("«\u00A0mots\u00A0»", strand.QuerySelector("q")!.TextContent);
    }

    [Fact]
    public async Task Numbers_in_styles_have_a_point_on_every_page()
    {
        await using var host = await PageHost.StartAsync();

        Assert.Equal("--v:76.64%;--due:75%", (await host.OpenAsync("/ar/sample")).QuerySelector("#late .gauge")!.GetAttribute("style"));
    }

    [Fact]
    public void A_mark_on_the_strip_loses_its_label_where_there_is_no_room()
    {
        var marks = Timeline.Lay(
            [new(new(2026, 1, 1), null, "a"), new(new(2026, 1, 3), null, "b"), new(new(2026, 2, 1), null, "now", StripKind.Today), new(new(2026, 12, 31), null, "end", StripKind.End), new(new(2030, 1, 1), null, "outside")],
            new(2026, 1, 1), new(2026, 12, 31));

        Assert.Equal(["a", "b", "now", "end"], marks.Select(mark => mark.Event.Text));
        Assert.Equal([false, true, true, true], marks.Select(mark => mark.Labelled));
        Assert.Equal(100, marks[^1].At);
        Assert.True(marks[^1].Flips);
        Assert.False(marks[2].Flips);
        Assert.Throws<ArgumentOutOfRangeException>(() => Timeline.Lay([], new(2026, 1, 1), new(2026, 1, 1)));
    }

    [Fact]
    public void A_sparkline_stays_in_its_box_and_meets_its_target()
    {
        var spark = Spark.Of([4, 13, 24, 35, 45, 60, 73, 88, 97, 112], 140);

        Assert.StartsWith("M4.0 35.2L16.4 33.3", spark.Path, StringComparison.Ordinal);
        Assert.Equal(("116.0", "12.7", "6.9"), (spark.LastX, spark.LastY, spark.TargetY));
        Assert.Equal("", Spark.Of([], 0).Path);
        Assert.Equal("M116.0 36.0", Spark.Of([0], 0).Path);
    }

    [Theory]
    [InlineData(-6.84, 34.02, 100, 201)]
    [InlineData(43.15, 11.59, 478, 386)]
    [InlineData(30.06, -1.94, 379, 489)]
    [InlineData(2.35, 48.86, 169, 50)]
    public void Cities_lie_where_the_coasts_were_drawn(double longitude, double latitude, int x, int y)
    {
        var (atX, atY) = MapSheet.Project(longitude, latitude);

        Assert.Equal((x, y), ((int)Math.Round(atX), (int)Math.Round(atY)));
    }

    [Fact]
    public void Names_of_neighbouring_cities_do_not_cover_each_other()
    {
        var placed = MapLabels.Place([new("Rabat", -6.84, 34.02), new("Casablanca", -7.6, 33.57), new("Benguérir", -7.95, 32.24)], []);

        Assert.Equal(3, placed.Select(city => (city.Anchor, Math.Round(city.LabelY / 10))).Distinct().Count());
    }

    [Fact]
    public async Task A_name_on_the_map_is_text_and_never_markup()
    {
        await using var host = await PageHost.StartAsync();
        var map = (await host.OpenAsync("/fr/sample")).QuerySelector(".map svg")!;

        Assert.Contains("<Djibouti>", map.QuerySelectorAll("text").Select(text => text.TextContent));
        Assert.Empty(map.QuerySelectorAll("djibouti"));
    }

    [Fact]
    public void An_icon_without_a_symbol_is_an_error() => Assert.Throws<ArgumentException>(() => Icons.Symbol("nothing"));

    [Fact]
    public void Every_standing_has_its_icon() => Assert.All(Enum.GetValues<Standing>(), standing => Assert.True(Icons.Has(standing.Code())));
}
