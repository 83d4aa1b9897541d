using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Access.SigningIn;

/// <summary>What comes after a right password: the code, a password of one's own, the organisation, and then the session.</summary>
internal sealed class SignInFlow(ShirakaDb db, SignInSteps steps, Sessions sessions, AccessLog log, CurrentViewer current)
{
    /// <summary>The account whose sign-in is half way, or null: then it begins again.</summary>
    public async Task<(SignInStep Step, Account Account)?> FindAsync(HttpContext http)
    {
        if (await steps.FindAsync(Cookies.StepOf(http.Request), http.RequestAborted) is not { } step) return null;
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == step.Account, http.RequestAborted) is { } account ? (step, account) : null;
    }

    /// <summary>The organisations in which an account may work today.</summary>
    public Task<List<Guid>> OrganisationsOfAsync(Guid account, CancellationToken cancel) => db.Memberships.AsNoTracking()
        .Where(m => m.Account == account && m.SuspendedAt == null && m.From <= db.Today && (m.Until == null || m.Until > db.Today))
        .Select(m => m.Organisation).Distinct().ToListAsync(cancel);

    /// <summary>Sends the browser to the next page of the sign-in, or opens the session where nothing more is asked.</summary>
    /// <exception cref="RefusedException">The account has no role today; said as if the password had been wrong.</exception>
    public async Task<IResult> GoOnAsync(HttpContext http, Account account, SignInStep step, string? to, Guid? chosen = null)
    {
        if (account.TotpSecret is not null && !step.CodeGiven) return ToPage(http, "code", to);
        if (account.MustChangePassword) return ToPage(http, "password", to);
        var organisations = await OrganisationsOfAsync(account.Id, http.RequestAborted);
        if (organisations.Count == 0) throw new RefusedException("sign-in.failed", "No role today.");
        if (organisations.Count > 1 && (chosen is null || !organisations.Contains(chosen.Value))) return ToPage(http, "organisation", to);
        var organisation = chosen is { } one && organisations.Contains(one) ? one : organisations[0];
        await steps.CloseAsync(step, http.RequestAborted);
        Cookies.ClearStep(http);
        await OpenAsync(http, account.Id, organisation);
        return new SeeOther(ReturnPath.Safe(to, account.Language));
    }

    /// <summary>Opens a session and ends the one this browser had.</summary>
    public async Task OpenAsync(HttpContext http, Guid account, Guid organisation)
    {
        var before = current.Viewer;
        if (before is { IsSignedIn: true, IsToken: false }) await sessions.CloseAsync(before.Account, before.Session, http.RequestAborted);
        Cookies.SetSession(http, await sessions.OpenAsync(account, organisation, cancel: http.RequestAborted));
        log.Write(Viewer.Nobody with { Account = account, Organisation = organisation }, "sign_in", "session", null);
    }

    private static SeeOther ToPage(HttpContext http, string page, string? to) =>
        new($"/{Denied.Language(http)}/sign-in/{page}" + (to is null ? "" : "?to=" + Uri.EscapeDataString(to)));
}
