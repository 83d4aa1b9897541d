using System.Text.Json;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>A gold record beside a text, in the form of the contract's scorer.</summary>
internal sealed record Gold(string Name, string Text, JsonElement Record)
{
    public string Language => Record.GetProperty("language").GetString()!;
    public bool IsAgreement => Record.GetProperty("is_agreement").GetBoolean();
    public bool Committee => Record.GetProperty("committee").GetBoolean();
    public string Financial => Record.GetProperty("financial").GetString() ?? "none_stated";

    public static List<Gold> Folder(string path) =>
        [.. System.IO.Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).Select(f => new Gold(
            Path.GetFileNameWithoutExtension(f), File.ReadAllText(Path.ChangeExtension(f, ".txt")), JsonDocument.Parse(File.ReadAllText(f)).RootElement))];

    public string? One(string name) => Record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public List<string> Many(string name)
    {
        if (!Record.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind == JsonValueKind.String) return [value.GetString()!];
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.Object ? v.GetProperty("name").GetString()! : v.GetString()!)] : [];
    }

    public List<(string Kind, string Quote)> Commitments =>
        Record.TryGetProperty("commitments", out var value) ? [.. value.EnumerateArray().Select(c => (c.GetProperty("kind").GetString()!, c.GetProperty("quote").GetString()!))] : [];
}
