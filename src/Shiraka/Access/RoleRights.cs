using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiraka.Access;

/// <summary>Which rights a role holds, from <c>roles.json</c>.</summary>
internal static class RoleRights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> ByRole = Load();

    public static FrozenSet<Right> Of(IEnumerable<Role> roles) => roles.SelectMany(role => ByRole[role]).ToFrozenSet();

    private static FrozenDictionary<Role, FrozenSet<Right>> Load()
    {
        using var file = typeof(RoleRights).Assembly.GetManifestResourceStream("Access/roles.json")!;
        var options = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } };
        return JsonSerializer.Deserialize<Dictionary<Role, Right[]>>(file, options)!.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());
    }
}
