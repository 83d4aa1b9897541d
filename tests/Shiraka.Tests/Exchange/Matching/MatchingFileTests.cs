using System.Text;
using Shiraka.Exchange;
using Shiraka.Shared;

namespace Shiraka.Tests.Exchange;

/// <summary>Files that are refused, each with the line and the reason; and what is read alike however it is written.</summary>
public sealed class MatchingFileTests
{
    private static readonly string Long = new('x', 10_000);

    public static TheoryData<string, int, string> Refused => new()
    {
        { "empty", 1, "" },
        { "empty", 1, " \n\n" },
        { "json", 2, "{\n x" },
        { "json", 2, "{\"seats\":[],\"trainees\":[]}\n{}" },
        { "not_object", 1, new string('[', 100) },
        { "not_object", 1, "[]" },
        { "missing_field", 1, """{"trainees":[]}""" },
        { "missing_field", 1, """{"seats":[]}""" },
        { "unknown_field", 2, "{\"seats\":[],\n\"trainee\":[]}" },
        { "repeated_field", 1, """{"seats":[],"seats":[]}""" },
        { "not_array", 1, """{"seats":{},"trainees":[]}""" },
        { "not_object", 1, """{"seats":["A"],"trainees":[]}""" },
        { "missing_field", 2, Seats("{\"id\":\"A\"}") },
        { "missing_field", 2, Seats("{\"capacity\":1}") },
        { "not_text", 2, Seats("{\"id\":7,\"capacity\":1}") },
        { "not_whole_number", 2, Seats("{\"id\":\"A\",\"capacity\":\"1\"}") },
        { "not_whole_number", 2, Seats("{\"id\":\"A\",\"capacity\":1.5}") },
        { "not_whole_number", 2, Seats("{\"id\":\"A\",\"capacity\":1e99}") },
        { "capacity_range", 2, Seats("{\"id\":\"A\",\"capacity\":0}") },
        { "capacity_range", 2, Seats("{\"id\":\"A\",\"capacity\":-1}") },
        { "capacity_range", 2, Seats("{\"id\":\"A\",\"capacity\":2147483648}") },
        { "minimum_range", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"minimum\":2}") },
        { "minimum_range", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"minimum\":-1}") },
        { "target_range", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"target\":2}") },
        { "unknown_region", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"region\":\"r\"}") },
        { "unknown_trainee", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"ranking\":[\"t9\"]}") },
        { "self_ranked", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"ranking\":[\"A\"]}") },
        { "repeated_choice", 2, Seats("{\"id\":\"A\",\"capacity\":1,\"ranking\":[\"t1\",\"t1\"]}") },
        { "duplicate_id", 3, Seats("{\"id\":\"A\",\"capacity\":1},\n{\"id\":\"A\",\"capacity\":1}") },
        { "duplicate_id", 3, Seats("{\"id\":\"\u00E9\",\"capacity\":1},\n{\"id\":\"e\u0301\",\"capacity\":1}") },
        { "duplicate_id", 3, Seats("{\"id\":\"s3\",\"capacity\":1},\n{\"id\":\"s٣\",\"capacity\":1}") },
        { "long_id", 2, Seats($"{{\"id\":\"{Long}\",\"capacity\":1}}") },
        { "blank_id", 2, Seats("{\"id\":\" \",\"capacity\":1}") },
        { "hidden_character", 2, Seats("{\"id\":\"A\u202E\",\"capacity\":1}") },
        { "hidden_character", 2, Seats("{\"id\":\"A\\u2067\",\"capacity\":1}") },
        { "half_letter", 2, Seats("{\"id\":\"A\\ud800\",\"capacity\":1}") },
        { "cap_range", 2, "{\"seats\":[],\"trainees\":[],\"regions\":[\n{\"id\":\"r\",\"cap\":-1}]}" },
        { "targets_over_cap", 2, "{\"regions\":[{\"id\":\"r\",\"cap\":1}],\"trainees\":[],\"seats\":[\n{\"id\":\"A\",\"capacity\":9,\"region\":\"r\",\"target\":2}]}" },
        { "unknown_seat", 2, Trainees("{\"id\":\"t1\",\"preferences\":[\"Z\"]}") },
        { "self_ranked", 2, Trainees("{\"id\":\"t1\",\"preferences\":[\"t1\"]}") },
        { "repeated_choice", 2, Trainees("{\"id\":\"t1\",\"preferences\":[\"A\",\"A\"]}") },
        { "not_text", 2, Trainees("{\"id\":\"t1\",\"preferences\":[null]}") },
        { "missing_field", 2, Trainees("{\"id\":\"t1\"}") },
        { "duplicate_id", 3, Trainees("{\"id\":\"t1\",\"preferences\":[]},\n{\"id\":\"t1\",\"preferences\":[]}") },
        { "couple_itself", 2, Couples("{\"members\":[\"c1\",\"c1\"],\"preferences\":[]}") },
        { "two_couples", 3, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[]},\n{\"members\":[\"c2\",\"c3\"],\"preferences\":[]}") },
        { "contradictory", 1, Couples("{\"members\":[\"t1\",\"c2\"],\"preferences\":[[\"B\",\"A\"]]}") },
        { "not_pair", 2, Couples("{\"members\":[\"c1\"],\"preferences\":[]}") },
        { "not_pair", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\"]]}") },
        { "not_pair", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\",\"A\",\"A\"]]}") },
        { "empty_pair", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[null,null]]}") },
        { "repeated_pair", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\",\"B\"],[\"A\",\"B\"]]}") },
        { "unknown_seat", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\",\"Z\"]]}") },
        { "self_ranked", 2, Couples("{\"members\":[\"c1\",\"c2\"],\"preferences\":[[\"A\",\"c2\"]]}") },
        { "not_whole_number", 1, """{"seats":[],"trainees":[],"seed":"x"}""" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_file_that_is_wrong_is_refused_with_the_line(string code, int line, string text)
    {
        var refused = Assert.Throws<RefusedException>(() => MatchingFile.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(("match." + code, line), (refused.Code, refused.Arguments[0]));
        Assert.StartsWith($"Line {line}: ", refused.Message, StringComparison.Ordinal);
        Assert.True(refused.Message.Length < 300 && !refused.Message.Any(IdTable.IsHidden), refused.Message);
        foreach (var language in Languages.All) Assert.DoesNotContain('{', Words.In(language)["refused." + refused.Code, [.. refused.Arguments]]);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_line()
    {
        var refused = Assert.Throws<RefusedException>(() => MatchingFile.Read([.. "{\n\n\""u8, 0xC3, 0x28]));

        Assert.Equal(("match.encoding", 3), (refused.Code, refused.Arguments[0]));
    }

    [Fact]
    public async Task A_file_of_50_MB_is_not_even_read_to_its_end()
    {
        using var file = new MemoryStream(new byte[50_000_000]);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => MatchingFile.LoadAsync(file, MatchingFile.MostBytes, CancellationToken.None));

        Assert.Equal("match.too_large", refused.Code);
        Assert.True(file.Position < 33_000_000);
    }

    [Fact]
    public void Spellings_that_look_alike_are_one_id()
    {
        var problem = MatchingFile.Read(Encoding.UTF8.GetBytes("{\"seats\":[{\"id\":\"Fe\u0301s ٣ 🏥\",\"capacity\":1}],\"trainees\":[{\"id\":\"t\",\"preferences\":[\"F\u00E9s 3 🏥\"]}]}"));

        Assert.Equal([0], problem.Preferences[0]);
    }

    [Fact]
    public void A_couple_may_declare_its_members_or_repeat_them_alike()
    {
        var declared = MatchingFile.Read(Encoding.UTF8.GetBytes(Couples("""{"members":["c1","c2"],"preferences":[["A","B"],["B",null]]}""")));
        var repeated = MatchingFile.Read(Encoding.UTF8.GetBytes(Couples("""{"members":["t1","c2"],"preferences":[["A","B"],["B",null]]}""")));

        Assert.Equal(["c1", "c2", "t1"], declared.Trainees);
        Assert.Equal(["c2", "t1"], repeated.Trainees);
        Assert.Equal([(0, 1), (1, -1)], repeated.Couples[0].Options);
    }

    [Fact]
    public void Targets_that_are_not_written_share_the_cap_by_capacity()
    {
        var problem = MatchingFile.Read("""
            {"regions":[{"id":"r","cap":10}],"trainees":[],"seats":[{"id":"A","capacity":4,"region":"r","target":3},{"id":"B","capacity":9,"region":"r"},{"id":"C","capacity":3,"region":"r"},{"id":"D","capacity":3}]}
            """u8);

        Assert.Equal([3, 5, 1, 0], problem.Seats.Select(seat => seat.Target));
    }

    [Fact]
    public void The_order_of_the_file_does_not_matter()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var (straight, turned) = (MatchingText.Of(Small.Full(new Dice(seed)), turned: false), MatchingText.Of(Small.Full(new Dice(seed)), turned: true));
            Assert.NotEqual(straight, turned);
            Assert.Equal(VerifierTests.Json(Matching.Solve(MatchingFile.Read(straight))), VerifierTests.Json(Matching.Solve(MatchingFile.Read(turned))));
        }
    }

    private static string Seats(string seats) => $$"""{"seats":[{{"\n" + seats}}],"trainees":[{"id":"t1","preferences":[]}]}""";

    private static string Trainees(string trainees) => $$"""{"seats":[{"id":"A","capacity":1}],"trainees":[{{"\n" + trainees}}]}""";

    private static string Couples(string couples) => $$"""{"seats":[{"id":"A","capacity":1},{"id":"B","capacity":1}],"trainees":[{"id":"t1","preferences":["A","B"]}],"couples":[{{"\n" + couples}}]}""";
}
