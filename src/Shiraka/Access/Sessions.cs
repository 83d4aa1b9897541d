using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>
/// Sessions kept by the server: a random token in the browser, its hash here. Revoked, expired, suspended or without a role
/// today, it ends with the next request, because every request reads it.
/// </summary>
public sealed class Sessions(IStore store, TimeProvider clock)
{
    private static readonly TimeSpan BrowserLife = TimeSpan.FromHours(12);
    private static readonly TimeSpan TokenLife = TimeSpan.FromDays(365);

    /// <summary>Opens a session for an account in one of its organisations and returns its token, which is kept nowhere here.</summary>
    public async Task<string> OpenAsync(Guid account, Guid organisation, bool isToken = false, string? label = null, CancellationToken cancel = default)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        await store.WriteAsync(batch => batch.Add(
            "INSERT INTO sessions (token_hash, account, organisation, is_token, label, opened_at, expires_at) VALUES (@hash, @account, @organisation, @is_token, @label, @opened, @expires)",
            ("hash", HashOf(token)), ("account", account), ("organisation", organisation), ("is_token", isToken ? 1 : 0), ("label", label),
            ("opened", now.ToUnixTimeMilliseconds()), ("expires", now.Add(isToken ? TokenLife : BrowserLife).ToUnixTimeMilliseconds())), cancel);
        return token;
    }

    /// <summary>Ends one session.</summary>
    public Task CloseAsync(byte[] session, CancellationToken cancel = default) => store.WriteAsync(batch => batch.Add(
        "UPDATE sessions SET revoked_at = @now WHERE token_hash = @hash AND revoked_at IS NULL", ("now", Now), ("hash", session)), cancel);

    /// <summary>Ends all sessions of an account, but for <paramref name="keep"/>: after a change of password or a suspension.</summary>
    public Task CloseAllAsync(Guid account, byte[]? keep = null, CancellationToken cancel = default) => store.WriteAsync(batch => batch.Add(
        "UPDATE sessions SET revoked_at = @now WHERE account = @account AND revoked_at IS NULL AND token_hash <> @keep", ("now", Now), ("account", account), ("keep", keep ?? [])), cancel);

    /// <summary>The viewer of a token, or nobody.</summary>
    internal async Task<Viewer> ViewerOfAsync(string token, CancellationToken cancel)
    {
        var hash = HashOf(token);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var rows = await store.ReadAsync("""
            SELECT s.account, s.organisation, a.display_name, m.role, s.is_token
            FROM sessions s JOIN accounts a ON a.id = s.account JOIN memberships m ON m.account = s.account AND m.organisation = s.organisation
            WHERE s.token_hash = @hash AND s.revoked_at IS NULL AND s.expires_at > @now AND a.suspended_at IS NULL
              AND m.from_day <= @today AND (m.until_day IS NULL OR m.until_day > @today)
            """, row => (Account: row.Id(0), Organisation: row.Id(1), Name: row.GetString(2), Role: Enum.Parse<Role>(row.GetString(3)), IsToken: row.GetInt32(4) != 0),
            cancel, ("hash", hash), ("now", Now), ("today", today));
        if (rows.Count == 0) return Viewer.Nobody;
        var roles = rows.Select(row => row.Role).ToFrozenSet();
        return new Viewer(rows[0].Account, rows[0].Organisation, rows[0].Name, roles, RoleRights.Of(roles), hash) { IsToken = rows[0].IsToken };
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
