using System.Collections.Frozen;

namespace Shiraka.Access;

/// <summary>
/// Who asks, from the session and never from the request: a person, for one organisation, with the rights of their roles there
/// today. <see cref="Nobody"/> before sign-in.
/// </summary>
public sealed record Viewer(Guid Account, Guid Organisation, string DisplayName, FrozenSet<Role> Roles, FrozenSet<Right> Rights, Guid Session)
{
    public static Viewer Nobody { get; } = new(Guid.Empty, Guid.Empty, "", [], [], Guid.Empty);

    public bool IsSignedIn => Account != Guid.Empty;

    /// <summary>Came with a token of an integrator, not with a browser's cookie.</summary>
    public bool IsToken { get; init; }

    public bool May(Right right) => Rights.Contains(right);
}

/// <summary>The viewer of the request that a scope serves.</summary>
public sealed class CurrentViewer
{
    public Viewer Viewer { get; internal set; } = Viewer.Nobody;
}
