using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access.Administration;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access;

/// <summary>What the operator of an installation does with accounts, from the command line and for the demonstration: the same handlers as the pages.</summary>
public sealed class AccessSetup
{
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;

    internal AccessSetup(IServiceScopeFactory scopes, TimeProvider clock) => (this.scopes, this.clock) = (scopes, clock);

    /// <summary>
    /// Opens the first account of an installation, an administrator of <paramref name="organisation"/>, and returns its password,
    /// which must be changed at the first sign-in unless it was given.
    /// </summary>
    /// <exception cref="RefusedException"><c>setup.done</c>: there is an account already.</exception>
    public async Task<OpenedAccount> OpenFirstAsync(string email, string displayName, Guid organisation, Language language = Language.Fr, string? password = null, CancellationToken cancel = default)
    {
        await using (var scope = scopes.CreateAsyncScope())
            if (await Lease(scope, Guid.Empty, organisation).Accounts.AnyAsync(cancel)) throw new RefusedException("setup.done", "This installation has an account already.");
        return await OpenAsync(email, displayName, organisation, Role.Administrator, language, password, cancel);
    }

    /// <summary>Opens an account with a role in an organisation. A <paramref name="password"/> that is given is not asked to be changed.</summary>
    /// <exception cref="RefusedException"><c>account.email-taken</c>, <c>email.malformed</c>, <c>password.short</c>.</exception>
    public async Task<OpenedAccount> OpenAsync(string email, string displayName, Guid organisation, Role role, Language language = Language.Fr, string? password = null, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Lease(scope, Guid.Empty, organisation);
        var passwords = scope.ServiceProvider.GetRequiredService<Passwords>();
        if (password is not null) passwords.Check(password, "password");
        var chosen = password ?? Passwords.NewInitial();
        var hash = passwords.Hash(chosen);
        var request = new OpenAccount.Request(email, displayName, role, language, MustChangePassword: password is null);
        var id = await scope.ServiceProvider.GetRequiredService<Commands>().RunAsync(db, () => OpenAccount.HandleAsync(request, hash, db, cancel), waitForSeal: true, cancel);
        return new OpenedAccount(id, chosen);
    }

    /// <summary>Gives an existing account a role in an organisation, also in a second one.</summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>, <c>membership.held</c>.</exception>
    public async Task GrantAsync(string email, Guid organisation, Role role, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Lease(scope, Guid.Empty, organisation);
        var account = await FindAsync(db, email, cancel);
        await scope.ServiceProvider.GetRequiredService<Commands>().RunAsync(db, async () =>
        {
            await GrantRole.HandleAsync(account, role, db, cancel);
            return true;
        }, waitForSeal: true, cancel);
    }

    /// <summary>A one-time password for any account; the second factor and all sessions end.</summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>.</exception>
    public async Task<string> IssuePasswordAsync(string email, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var account = await FindAsync(Lease(scope, Guid.Empty, Guid.Empty), email, cancel);
        return await scope.ServiceProvider.GetRequiredService<Issuing>().IssueAsync(account, cancel);
    }

    /// <summary>
    /// The person a command of the operator acts for, with the rights of their roles today: nothing is done under a name that could not
    /// do it on the pages. That the operator may speak for them rests on the machine: who can write the store could open any account.
    /// </summary>
    /// <exception cref="RefusedException"><c>account.unknown</c>, <c>account.no-role</c>, <c>account.several-organisations</c>, <c>account.no-right</c>.</exception>
    public async Task<ActingPerson> PersonAsync(string email, Guid? organisation, Right needed, CancellationToken cancel = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Lease(scope, Guid.Empty, Guid.Empty);
        var account = await FindAsync(db, email, cancel);
        var held = await db.Memberships.AsNoTracking()
            .Where(m => m.Account == account && m.SuspendedAt == null && m.From <= db.Today && (m.Until == null || m.Until > db.Today) && (organisation == null || m.Organisation == organisation))
            .ToListAsync(cancel);
        var organisations = held.Select(m => m.Organisation).Distinct().ToList();
        if (organisations.Count == 0) throw new RefusedException("account.no-role", $"{email} has no role today{(organisation is null ? "" : " in this organisation")}.");
        if (organisations.Count > 1) throw new RefusedException("account.several-organisations", $"{email} works for several organisations, name one: {string.Join(", ", organisations)}.");
        var (roles, rights) = RoleRights.Both(held.Select(m => m.Role));
        if (!rights.Contains(needed)) throw new RefusedException("account.no-right", $"{email} may not do this ({needed}).");
        var person = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account, cancel);
        return new ActingPerson(new Viewer(account, organisations[0], person.DisplayName, roles, rights, Guid.Empty), person.Language);
    }

    private static async Task<Guid> FindAsync(ShirakaDb db, string email, CancellationToken cancel)
    {
        var address = Account.EmailOf(email);
        return await db.Accounts.AsNoTracking().Where(a => a.Email == address).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel)
            ?? throw new RefusedException("account.unknown", "No account has this address.");
    }

    private ShirakaDb Lease(AsyncServiceScope scope, Guid actor, Guid organisation)
    {
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(actor, organisation, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), seesAll: true);
        return db;
    }
}

/// <summary>An account that was just opened; <paramref name="Password"/> is nowhere else.</summary>
public sealed record OpenedAccount(Guid Id, string Password);

/// <summary>Whom a command of the operator acts for, and the code of the language of their pages.</summary>
public sealed record ActingPerson(Viewer Viewer, string Language);
