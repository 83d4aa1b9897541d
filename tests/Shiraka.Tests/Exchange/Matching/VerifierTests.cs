using System.Text;
using System.Text.Json.Nodes;
using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>What the solver makes passes the verifier; what was tampered with does not, property by property.</summary>
public sealed class VerifierTests
{
    private const string File = """
        { "seats": [{"id": "A", "capacity": 1, "ranking": ["t1", "t2", "t3"]}, {"id": "B", "capacity": 2, "region": "r"}, {"id": "C", "capacity": 2, "minimum": 2, "region": "r"}],
          "regions": [{"id": "r", "cap": 2}],
          "trainees": [{"id": "t1", "preferences": ["A"]}, {"id": "t2", "preferences": ["A", "B"]}, {"id": "t3", "preferences": ["A", "C", "B"]}, {"id": "t4", "preferences": []}], "seed": 5 }
        """;

    private const string Plain = """
        { "seats": [{"id": "A", "capacity": 1, "ranking": ["t2", "t1"]}, {"id": "B", "capacity": 1, "ranking": ["t1", "t2"]}],
          "trainees": [{"id": "t1", "preferences": ["A", "B"]}, {"id": "t2", "preferences": ["B", "A"]}] }
        """;

    [Fact]
    public void Whatever_the_solver_makes_passes()
    {
        for (var seed = 0UL; seed < 2_500; seed++)
        {
            Func<Dice, MatchingProblem>[] makers = [dice => Small.Plain(dice), Small.WithCouples, Small.WithMinima, Small.WithRegions, Small.Full];
            var problem = makers[seed % 5](new Dice(seed));
            var result = Matching.Solve(problem, (long)seed);
            Assert.True(MatchVerifier.Verify(problem, Json(result)) is not { } failure, $"{seed}");
        }
    }

    [Theory]
    [InlineData("form", "stable", "\"yes\"")]
    [InlineData("seed", "seed", "6")]
    [InlineData("trainees", "assignments/3/trainee", "\"t1\"")]
    [InlineData("trainees", "assignments/3/trainee", "\"stranger\"")]
    [InlineData("unknown-seat", "assignments/0/seat", "\"Z\"")]
    [InlineData("capacity", "assignments/1/seat", "\"A\"")]
    [InlineData("minimum", "assignments/2/seat", "\"C\"")]
    [InlineData("closed", "closed", "[]")]
    [InlineData("closed", "closed", "[\"C\",\"B\"]")]
    [InlineData("rationality", "assignments/3/seat", "\"B\"", "assignments/2/seat", "null")]
    [InlineData("blocking", "assignments/1/seat", "null")]
    [InlineData("unlisted", "stable", "false")]
    [InlineData("claim", "proof/proved/0", "\"strategy-proof\"")]
    [InlineData("claim", "proof/proved/0", "\"no-stable-outcome\"")]
    [InlineData("reason", "why/0/reason/fr", "\"Parce que.\"")]
    [InlineData("reason", "why/0/reason/ar", "\"x\"")]
    [InlineData("reason", "why/0/reason/en", "\"x\"")]
    [InlineData("reason", "why/1/code", "\"unranked\"")]
    [InlineData("reason", "why/0/trainee", "\"t4\"")]
    [InlineData("coalition", "blocking", """[{"moves":[{"trainee":"t1","seat":"B"}]}]""")]
    public void A_result_that_was_tampered_with_fails_at_that_property(string property, params string[] changes) => Assert.Equal(property, Verify(File, changes)?.Code);

    [Fact]
    public void A_region_over_its_cap_is_found() =>
        Assert.Equal("cap", Verify(File.Replace("\"cap\": 2", "\"cap\": 1", StringComparison.Ordinal), ["assignments/1/seat", "\"B\"", "assignments/2/seat", "\"B\""])?.Code);

    [Fact]
    public void A_stable_matching_that_is_not_the_best_for_trainees_is_found() => Assert.Equal("optimality", Verify(Plain, ["assignments/0/seat", "\"B\"", "assignments/1/seat", "\"A\""])?.Code);

    [Fact]
    public void Another_draw_than_the_seeds_is_found() =>
        Assert.NotNull(Enumerable.Range(1, 20).Select(seed => Verify("""{"seats":[{"id":"A","capacity":1}],"trainees":[{"id":"t1","preferences":["A"]},{"id":"t2","preferences":["A"]},{"id":"t3","preferences":["A"]}]}""", ["seed", $"{seed}"])).FirstOrDefault(failure => failure is { Code: "blocking" }));

    [Fact]
    public void A_coalition_that_breaks_nothing_and_one_left_out_are_found()
    {
        var problem = Textbook.CoupleWithoutSolution();
        var json = JsonNode.Parse(Json(Matching.Solve(problem)))!;
        Assert.Null(MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString())));

        var last = json["blocking"]!.AsArray()[^1]!;
        json["blocking"]!.AsArray().Remove(last);
        Assert.Equal("unlisted", MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString()))?.Code);
        last["moves"]![0]!["seat"] = null;
        json["blocking"]!.AsArray().Add(last);
        Assert.Equal("coalition", MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString()))?.Code);
    }

    [Fact]
    public void A_claim_that_nothing_is_stable_is_checked()
    {
        var problem = MatchingFile.Read("""
            {"seats":[{"id":"A","capacity":2,"minimum":1,"ranking":["t1"]}],"trainees":[{"id":"t1","preferences":["A"]}]}
            """u8);
        var json = JsonNode.Parse(Json(Matching.Solve(problem)))!;
        json["stable"] = false;
        json["assignments"]![0]!["seat"] = null;
        json["closed"] = new JsonArray("A");
        json["blocking"] = JsonNode.Parse("""[{"moves":[{"trainee":"t1","seat":"A"}]}]""");
        json["proof"]!["proved"] = new JsonArray("no-stable-outcome");

        Assert.Equal("exists", MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString()))?.Code);
    }

    private static MatchFailure? Verify(string file, string[] changes)
    {
        var problem = MatchingFile.Read(Encoding.UTF8.GetBytes(file));
        var json = JsonNode.Parse(Json(Matching.Solve(problem)))!;
        Assert.Null(MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString())));
        for (var i = 0; i < changes.Length; i += 2) Set(json, changes[i].Split('/'), JsonNode.Parse(changes[i + 1]));
        return MatchVerifier.Verify(problem, Encoding.UTF8.GetBytes(json.ToJsonString()));
    }

    private static void Set(JsonNode at, string[] path, JsonNode? value)
    {
        foreach (var step in path[..^1]) at = Step(at, step);
        if (at is JsonArray list) list[int.Parse(path[^1])] = value;
        else at[path[^1]] = value;
    }

    private static JsonNode Step(JsonNode at, string step) => at is JsonArray list ? list[int.Parse(step)]! : at[step]!;

    internal static byte[] Json(MatchingResult result)
    {
        using var bytes = new MemoryStream();
        ResultJson.Write(result, bytes);
        return bytes.ToArray();
    }
}
