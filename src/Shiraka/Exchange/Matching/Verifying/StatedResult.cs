using System.Text.Json;

namespace Shiraka.Exchange;

/// <summary>What a result file states, as it states it.</summary>
internal sealed record StatedResult(
    bool Stable, long Seed, List<(string Trainee, string? Seat)> Assignments, List<string> Closed, List<StatedWhy> Why, List<StatedCoalition> Blocking, string Method, List<string> Proved)
{
    /// <exception cref="RefusedException">It is not JSON in UTF-8.</exception>
    /// <exception cref="FormatException">A field is missing or of another kind.</exception>
    public static StatedResult Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var text = MatchingFile.Checked(bytes.Span, int.MaxValue);
            using var document = JsonDocument.Parse(bytes[^text.Length..]);
            var root = document.RootElement;
            var proof = root.GetProperty("proof");
            return new StatedResult(
                root.GetProperty("stable").GetBoolean(), root.GetProperty("seed").GetInt64(), Assigned(root, "assignments"), Texts(root, "closed"),
                [.. root.GetProperty("why").EnumerateArray().Select(StatedWhy.Read)],
                [.. root.GetProperty("blocking").EnumerateArray().Select(StatedCoalition.Read)],
                proof.GetProperty("method").GetString()!, Texts(proof, "proved"));
        }
        catch (JsonException wrong)
        {
            throw FileRefusal.OnLine((int)(wrong.LineNumber ?? 0) + 1, "json", (wrong.BytePositionInLine ?? 0) + 1);
        }
        catch (Exception wrong) when (wrong is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new FormatException(wrong.Message, wrong);
        }
    }

    internal static List<(string Trainee, string? Seat)> Assigned(JsonElement from, string name) =>
        [.. from.GetProperty(name).EnumerateArray().Select(one => (Text(one, "trainee"), one.GetProperty("seat").GetString()))];

    internal static List<string> Texts(JsonElement from, string name) => [.. from.GetProperty(name).EnumerateArray().Select(one => one.GetString() ?? throw new FormatException(name))];

    internal static string Text(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new FormatException(name);
}

/// <summary>One reason of a result file.</summary>
internal sealed record StatedWhy(string Trainee, string? Seat, string Code, string Fr, string Ar, string En)
{
    public static StatedWhy Read(JsonElement one)
    {
        var reason = one.GetProperty("reason");
        return new(StatedResult.Text(one, "trainee"), one.GetProperty("seat").GetString(), StatedResult.Text(one, "code"), StatedResult.Text(reason, "fr"), StatedResult.Text(reason, "ar"), StatedResult.Text(reason, "en"));
    }
}

/// <summary>One coalition of a result file; <paramref name="Outcome"/> is null where it breaks the assignments themselves.</summary>
internal sealed record StatedCoalition(List<(string Trainee, string? Seat)> Moves, List<(string Trainee, string? Seat)>? Outcome)
{
    public static StatedCoalition Read(JsonElement one) => new(StatedResult.Assigned(one, "moves"), one.TryGetProperty("outcome", out _) ? StatedResult.Assigned(one, "outcome") : null);
}
