using System.Text.Json;

namespace Shiraka.Access;

/// <summary>The dated values of <c>limits.json</c>: how often a password may be missed, how long a session lasts. Each names its source.</summary>
internal sealed class Limits(TimeProvider clock)
{
    private static readonly Dictionary<string, Dated[]> All = Load();

    /// <summary>Failures after which sign-in under an address pauses.</summary>
    public int FailuresBeforePause => Today("failuresBeforePause");

    public TimeSpan Pause => TimeSpan.FromMinutes(Today("pauseMinutes"));

    /// <summary>The fewest characters of a password.</summary>
    public int PasswordCharacters => Today("passwordCharacters");

    public int PasswordIterations => Today("passwordIterations");

    public TimeSpan SessionLife => TimeSpan.FromHours(Today("sessionHours"));

    public TimeSpan TokenLife => TimeSpan.FromDays(Today("tokenDays"));

    private int Today(string name)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return (All[name].LastOrDefault(dated => dated.From <= today) ?? All[name][0]).Value;
    }

    private static Dictionary<string, Dated[]> Load()
    {
        using var file = typeof(Limits).Assembly.GetManifestResourceStream("Access/limits.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Dated[]>>(file, JsonSerializerOptions.Web)!
            .ToDictionary(pair => pair.Key, pair => pair.Value.OrderBy(dated => dated.From).ToArray(), StringComparer.Ordinal);
    }

    private sealed record Dated(DateOnly From, int Value, string Source);
}
