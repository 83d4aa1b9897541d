using System.Text.Json;

namespace Shiraka.Programme;

/// <summary>
/// What the bodies of other modules may say to the programme, by name: <c>note</c>, <c>subject</c>, <c>denominator</c>,
/// <c>level</c>, and what a withdrawal takes back. They are free to use these names for something else: a value of another
/// type is passed over, never an error.
/// </summary>
internal static class OtherBody
{
    public static DoneFact Read(string? json, DoneFact done)
    {
        if (json is null) return done;
        using var document = JsonDocument.Parse(json);
        var body = document.RootElement;
        return done with
        {
            Note = Text(body, "note"),
            Subject = Text(body, "subject"),
            Denominator = Number(body, "denominator"),
            Level = Number(body, "level") is { } level and >= int.MinValue and <= int.MaxValue ? (int)level : null,
        };
    }

    /// <summary>The fact a withdrawal names in <c>delivery</c> or <c>withdraws</c>.</summary>
    public static Guid? Withdrawn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Id(document.RootElement, "delivery") ?? Id(document.RootElement, "withdraws");
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static long? Number(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    private static Guid? Id(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;
}
