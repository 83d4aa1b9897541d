using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shiraka.Access;

/// <summary>Which rights a role holds, from <c>roles.json</c>.</summary>
internal static class RoleRights
{
    private static readonly FrozenDictionary<Role, FrozenSet<Right>> ByRole = Load();

    // A frozen set is quick to ask and slow to make; there are only as many as there are combinations of roles.
    private static readonly ConcurrentDictionary<long, (FrozenSet<Role> Roles, FrozenSet<Right> Rights)> Known = new();

    public static FrozenSet<Right> Of(IEnumerable<Role> roles) => Both(roles).Rights;

    /// <summary>The roles as a set, and the rights they give together.</summary>
    public static (FrozenSet<Role> Roles, FrozenSet<Right> Rights) Both(IEnumerable<Role> roles) =>
        Known.GetOrAdd(roles.Aggregate(0L, (bits, role) => bits | 1L << (int)role), bits =>
        {
            var held = Enum.GetValues<Role>().Where(role => (bits & 1L << (int)role) != 0).ToFrozenSet();
            return (held, held.SelectMany(role => ByRole[role]).ToFrozenSet());
        });

    private static FrozenDictionary<Role, FrozenSet<Right>> Load()
    {
        using var file = typeof(RoleRights).Assembly.GetManifestResourceStream("Access/roles.json")!;
        var options = new JsonSerializerOptions { Converters = { new JsonStringEnumConverter() } };
        return JsonSerializer.Deserialize<Dictionary<Role, Right[]>>(file, options)!.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToFrozenSet());
    }
}
