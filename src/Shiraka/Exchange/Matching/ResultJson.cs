using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>Writes a result as <c>shiraka match --json</c> prints it. Trainees and seats stand in the order of their ids.</summary>
public static class ResultJson
{
    private const int MostPending = 1 << 16;
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(MatchingResult result, Stream to)
    {
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WriteBoolean("stable", result.Stable);
        json.WriteNumber("seed", result.Seed);
        Assignments(json, "assignments", result.Problem, result.Seats);
        Ids(json, "closed", result.Closed.Select(seat => result.Problem.Seats[seat].Id));
        json.WriteStartArray("why");
        foreach (var why in result.Why) Reason(json, why);
        json.WriteEndArray();
        json.WriteStartArray("blocking");
        foreach (var broken in result.Blocking)
            foreach (var coalition in broken.Coalitions) Blocking(json, result, broken, coalition);
        json.WriteEndArray();
        Proof(json, result);
        json.WriteEndObject();
    }

    internal static string Code<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The sentence of a coalition: who would move where.</summary>
    internal static string Say(MatchingProblem problem, Coalition coalition, Language language)
    {
        var moves = string.Join(language is Language.Ar ? "، " : ", ", coalition.Moves.Select(move => Why.Sentence("match.move" + (move.Seat < 0 ? ".none" : ""),
            move.Seat < 0 ? [problem.Trainees[move.Trainee]] : [problem.Trainees[move.Trainee], problem.Seats[move.Seat].Id], language)));
        return Words.In(language)["match.blocking." + Code(coalition.Kind), moves];
    }

    private static void Assignments(Utf8JsonWriter json, string name, MatchingProblem problem, IReadOnlyList<int> seats)
    {
        json.WriteStartArray(name);
        for (var t = 0; t < seats.Count; t++) Assignment(json, problem, t, seats[t]);
        json.WriteEndArray();
    }

    private static void Assignment(Utf8JsonWriter json, MatchingProblem problem, int trainee, int seat)
    {
        json.WriteStartObject();
        json.WriteString("trainee", problem.Trainees[trainee]);
        json.WriteString("seat", seat < 0 ? null : problem.Seats[seat].Id);
        json.WriteEndObject();
    }

    private static void Reason(Utf8JsonWriter json, Why why)
    {
        json.WriteStartObject();
        json.WriteString("trainee", why.Trainee);
        json.WriteString("seat", why.Seat);
        json.WriteString("code", why.Code);
        Texts(json, "reason", why.Say);
        json.WriteEndObject();
        if (json.BytesPending > MostPending) json.Flush();
    }

    // The outcome is left out where it is the one assigned.
    private static void Blocking(Utf8JsonWriter json, MatchingResult result, BrokenOutcome broken, Coalition coalition)
    {
        json.WriteStartObject();
        json.WriteString("kind", Code(coalition.Kind));
        Ids(json, "trainees", coalition.Moves.Select(move => result.Problem.Trainees[move.Trainee]));
        Ids(json, "seats", coalition.Moves.Where(move => move.Seat >= 0).Select(move => result.Problem.Seats[move.Seat].Id).Distinct(StringComparer.Ordinal));
        json.WriteStartArray("moves");
        foreach (var (trainee, seat) in coalition.Moves) Assignment(json, result.Problem, trainee, seat);
        json.WriteEndArray();
        Texts(json, "reason", language => Say(result.Problem, coalition, language));
        if (result.Blocking.Count > 1)
        {
            Assignments(json, "outcome", result.Problem, broken.Seats);
            Ids(json, "closed", broken.Closed.Select(seat => result.Problem.Seats[seat].Id));
        }

        json.WriteEndObject();
    }

    private static void Proof(Utf8JsonWriter json, MatchingResult result)
    {
        json.WriteStartObject("proof");
        json.WriteString("method", Code(result.Method));
        Ids(json, "proved", result.Proved.Select(Code));
        Ids(json, "notProved", result.NotProved.Select(Code));
        Texts(json, "note", language => Words.In(language)["match.method." + Code(result.Method)]);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, Func<Language, string> say)
    {
        json.WriteStartObject(name);
        foreach (var language in Languages.All) json.WriteString(language.Code(), say(language));
        json.WriteEndObject();
    }

    private static void Ids(Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
