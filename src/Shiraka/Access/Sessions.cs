using System.Security.Cryptography;
using System.Text;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>
/// Sessions kept by the server: a random token in the browser or the program, its hash here. Revoked, expired, suspended or
/// without a role today, it ends with the next request, because every request reads it.
/// </summary>
public sealed class Sessions
{
    private readonly IStore store;
    private readonly TimeProvider clock;
    private readonly Limits limits;

    internal Sessions(IStore store, TimeProvider clock, Limits limits) => (this.store, this.clock, this.limits) = (store, clock, limits);

    /// <summary>
    /// Opens a session for an account in one of its organisations and returns its token, which is kept nowhere here.
    /// <paramref name="isToken"/>: for a program, sent as <c>Bearer</c>, with a <paramref name="label"/> of its owner.
    /// </summary>
    public async Task<string> OpenAsync(Guid account, Guid organisation, bool isToken = false, string? label = null, CancellationToken cancel = default)
    {
        var token = NewToken();
        var now = clock.GetUtcNow();
        await store.WriteAsync(batch => batch.Add(
            "INSERT INTO sessions (id, token_hash, account, organisation, is_token, label, opened_at, expires_at) VALUES (@id, @hash, @account, @organisation, @is_token, @label, @opened, @expires)",
            ("id", Guid.CreateVersion7()), ("hash", HashOf(token)), ("account", account), ("organisation", organisation), ("is_token", isToken ? 1 : 0), ("label", label),
            ("opened", now.ToUnixTimeMilliseconds()), ("expires", now.Add(isToken ? limits.TokenLife : limits.SessionLife).ToUnixTimeMilliseconds())), cancel);
        return token;
    }

    /// <summary>Ends one session of an account; another's is not touched.</summary>
    public Task CloseAsync(Guid account, Guid session, CancellationToken cancel = default) => store.WriteAsync(batch => batch.Add(
        "UPDATE sessions SET revoked_at = @now WHERE id = @id AND account = @account AND revoked_at IS NULL", ("now", Now), ("id", session), ("account", account)), cancel);

    /// <summary>Ends all sessions of an account, but for <paramref name="keep"/>; with <paramref name="tokens"/> those of its programs too.</summary>
    public Task CloseAllAsync(Guid account, Guid? keep = null, bool tokens = true, CancellationToken cancel = default) => store.WriteAsync(batch => batch.Add(
        "UPDATE sessions SET revoked_at = @now WHERE account = @account AND revoked_at IS NULL AND id <> @keep AND is_token <= @most",
        ("now", Now), ("account", account), ("keep", keep ?? Guid.Empty), ("most", tokens ? 1 : 0)), cancel);

    /// <summary>The open sessions of an account, newest first.</summary>
    internal Task<List<OpenSession>> OfAsync(Guid account, CancellationToken cancel) => store.ReadAsync(
        "SELECT id, organisation, is_token, label, opened_at, expires_at FROM sessions WHERE account = @account AND revoked_at IS NULL AND expires_at > @now ORDER BY opened_at DESC, id DESC",
        row => new OpenSession(row.Id(0), row.Id(1), row.GetInt32(2) != 0, row.TextOrNull(3), row.GetInt64(4), row.GetInt64(5)), cancel, ("account", account), ("now", Now));

    /// <summary>The viewer of a token, or nobody. A cookie opens browser sessions only, a header those of programs only.</summary>
    internal async Task<Viewer> ViewerOfAsync(string token, bool isToken, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await store.ReadAsync("""
            SELECT s.account, s.organisation, a.display_name, m.role, s.id
            FROM sessions s JOIN accounts a ON a.id = s.account JOIN memberships m ON m.account = s.account AND m.organisation = s.organisation
            WHERE s.token_hash = @hash AND s.revoked_at IS NULL AND s.expires_at > @now AND s.is_token = @is_token
              AND m.suspended_at IS NULL AND m.from_day <= @today AND (m.until_day IS NULL OR m.until_day > @today)
            """, row => (Account: row.Id(0), Organisation: row.Id(1), Name: row.GetString(2), Role: Enum.Parse<Role>(row.GetString(3)), Session: row.Id(4)),
            cancel, ("hash", HashOf(token)), ("now", Now), ("today", today), ("is_token", isToken ? 1 : 0));
        if (rows.Count == 0) return Viewer.Nobody;
        var (roles, rights) = RoleRights.Both(rows.Select(row => row.Role));
        return new Viewer(rows[0].Account, rows[0].Organisation, rows[0].Name, roles, rights, rows[0].Session) { IsToken = isToken };
    }

    internal static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();
}

/// <summary>An open session or token as its owner sees it; instants are Unix milliseconds.</summary>
public sealed record OpenSession(Guid Id, Guid Organisation, bool IsToken, string? Label, long OpenedAt, long ExpiresAt);
