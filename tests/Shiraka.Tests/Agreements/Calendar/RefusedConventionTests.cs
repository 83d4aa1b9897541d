using System.Text;
using Shiraka.Agreements.Terms;
using Xunit;

namespace Shiraka.Tests.Agreements.Calendar;

public sealed class RefusedConventionTests
{
    private const string Begun = "\"entryIntoForce\":\"2020-01-31\",";

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t", "empty")]
    [InlineData("[]", "line 1: an object")]
    [InlineData("{", "line 1: it is not JSON")]
    [InlineData("{}\n{}", "line 2: it is not JSON")]
    [InlineData("{\"duration\":\"P1Y\",\n\"duration\":\"P2Y\"}", "line 2: a member stands there twice")]
    [InlineData("{\"duration\":\"P0Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"P-1Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"-P1Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"P1.5Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"PT5H\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"P1M1Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"P99999999Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"\u202EP3Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":\"P\u0663Y\"}", "longer than nothing")]
    [InlineData("{\"duration\":3}", "longer than nothing")]
    [InlineData("{\"duration\":{\"minimum\":\"P1Y\",\"fixed\":\"P1Y\"}}", "a duration is")]
    [InlineData("{\"entryIntoForce\":\"soon\"}", "first-signature")]
    [InlineData("{\"entryIntoForce\":\"2021-02-30\"}", "first-signature")]
    [InlineData("{\"renewal\":{\"kind\":\"silent\"}}", "none, tacit or express")]
    [InlineData("{\"renewal\":{\"kind\":\"tacit\",\n\"max\":-1}}", "line 2: a number")]
    [InlineData("{\"renewal\":{\"kind\":\"tacit\",\"max\":1.5}}", "a number")]
    [InlineData("{\"renewal\":\"tacit\"}", "an object")]
    [InlineData("{\"signatures\":[{\"on\":\"2020-01-01\"}]}", "its party")]
    [InlineData("{\"signatures\":[{\"party\":\"P\u202Eq\"}]}", "reorder")]
    [InlineData("{\"signatures\":[{\"party\":\"P\\uD800\"}]}", "half a character")]
    [InlineData("{\"signatures\":[{\"party\":\"P\",\"on\":\"2020-01-01\"},\n{\"party\":\"P\",\"on\":\"2020-01-02\"}]}", "line 2: signatures[1]: the same party signs on two days")]
    [InlineData("{" + Begun + "\"duration\":{\"to\":\"2020-01-31\"}}", "the end comes before the start")]
    [InlineData("{" + Begun + "\"termination\":{\"on\":\"2019-12-31\"}}", "terminated before it begins")]
    [InlineData("{" + Begun + "\"duration\":\"P1Y\",\"termination\":{\"on\":\"2022-01-01\"}}", "terminated after the end")]
    [InlineData("{" + Begun + "\"duration\":\"P1Y\",\n\"notice\":{\"received\":[\n\"2020-06-01\",\n\"2021-06-01\"]}}", "line 4: notice.received[1]: notice after the end")]
    [InlineData("{" + Begun + "\"duration\":\"P1Y\",\"prorogations\":[{\"agreedOn\":\"2021-02-01\",\"duration\":\"P1Y\"}]}", "prorogation agreed after the end")]
    [InlineData("{" + Begun + "\"duration\":\"P1Y\",\"prorogations\":[{\"agreedOn\":\"2020-12-01\",\"to\":\"2021-01-15\"}]}", "ends before the term it prolongs")]
    [InlineData("{" + Begun + "\"duration\":\"open\",\"prorogations\":[{\"agreedOn\":\"2020-12-01\",\"duration\":\"P1Y\"}]}", "no end to put off")]
    [InlineData("{" + Begun + "\"prorogations\":[{\"agreedOn\":\"2020-12-01\"}]}", "either a duration or its end")]
    [InlineData("{" + Begun + "\"suspensions\":[{\"from\":\"2020-05-01\",\"to\":\"2020-05-01\"}]}", "ends before it begins")]
    [InlineData("{" + Begun + "\"suspensions\":[{\"from\":\"2020-05-01\"},{\"from\":\"2020-06-01\"}]}", "overlap")]
    [InlineData("{" + Begun + "\"suspensions\":[{\"from\":\"2020-01-01\",\"to\":\"2020-06-01\"}]}", "suspended before the start")]
    [InlineData("{" + Begun + "\"duration\":\"P1Y\",\"renewal\":{\"kind\":\"express\",\"duration\":\"P1Y\",\"max\":0,\"agreed\":[\"2020-06-01\"]}}", "no such renewal")]
    [InlineData("{" + Begun + "\"duration\":\"P1D\",\"renewal\":{\"kind\":\"tacit\",\"duration\":\"P1D\",\"max\":2147483647}}", "renews more than")]
    [InlineData("{\"entryIntoForce\":\"9999-01-31\",\"duration\":\"P2Y\"}", "beyond the year 9999")]
    public void A_contradiction_is_refused_with_its_line_and_reason(string json, string reason) =>
        Assert.Contains(reason, Assert.Throws<RefusedException>(() => ConventionJson.Read(Encoding.UTF8.GetBytes(json))).Message, StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_text_and_files_that_are_no_agreement_are_refused()
    {
        Assert.Contains("UTF-8", Assert.Throws<RefusedException>(() => ConventionJson.Read([(byte)'"', 0xC3, 0x28, (byte)'"'])).Message, StringComparison.Ordinal);
        Assert.Contains("1 MB", Assert.Throws<RefusedException>(() => ConventionJson.Read(new byte[ConventionJson.MostBytes + 1])).Message, StringComparison.Ordinal);
        Assert.Contains("more entries", Assert.Throws<RefusedException>(() => ConventionJson.Read(Encoding.UTF8.GetBytes("{\"signatures\":[" + string.Join(",\n", Enumerable.Repeat("1", 300_000)) + "]}"))).Message, StringComparison.Ordinal);
        Assert.Contains("not JSON", Assert.Throws<RefusedException>(() => ConventionJson.Read(Encoding.UTF8.GetBytes(new string('[', 200_000)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_said_stays_unknown_and_is_named()
    {
        var (said, _, _) = ConventionJson.Read("{\"signatures\":[{\"party\":\"P\"}],\"entryIntoForce\":\"last-signature\",\"notice\":null,\"renewal\":null}"u8);
        var calendar = ConventionCalendar.Of(said, new(2026, 6, 10));
        Assert.Equal((null, null, null, TermState.Unknown), (calendar.InForceOn, calendar.ExpiresOn, calendar.LastDayForNotice, calendar.State));
        Assert.Equal(["signatures", "duration"], calendar.Unknown);
    }

    [Fact]
    public void A_member_nobody_knows_is_named_and_passed_over()
    {
        var (_, _, passed) = ConventionJson.Read("{\"duration\":\"P1Y\",\n\"renewl\":{}}"u8);
        Assert.Equal(["line 2: renewl is not known and was passed over"], passed);
    }

    [Fact]
    public void Thousands_of_mutated_conventions_are_answered_or_refused() => Assert.Empty(ConventionMutations.Run(3_000, ConventionMutations.Seed, CalendarTableTests.Table).Faults);
}
