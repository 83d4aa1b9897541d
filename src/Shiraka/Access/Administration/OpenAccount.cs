using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>Opens an account with its first role. The password comes as a hash, so that a command never holds it.</summary>
internal static partial class OpenAccount
{
    public sealed record Request(string Email, string DisplayName, Role Role, Language Language, bool MustChangePassword = true);

    /// <summary>Keeps account, membership and fact; returns the id of the account. Runs inside a command.</summary>
    public static async Task<Guid> HandleAsync(Request request, string passwordHash, ShirakaDb db, CancellationToken cancel)
    {
        var email = Account.EmailOf(request.Email);
        if (!Address().IsMatch(email)) throw new RefusedException("email.malformed", "The address is malformed.") { Field = "email" };
        if (await db.Accounts.AnyAsync(a => a.Email == email, cancel)) throw new RefusedException("account.email-taken", "An account with this address exists.") { Field = "email" };

        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            Email = email,
            DisplayName = request.DisplayName,
            Language = request.Language.Code(),
            PasswordHash = passwordHash,
            MustChangePassword = request.MustChangePassword,
        };
        var (membership, opened) = Membership.Open(account.Id, db.Organisation, request.Role, db.Today);
        db.Accounts.Add(account);
        db.Memberships.Add(membership);
        db.Record(opened);
        await db.SaveChangesAsync(cancel);
        return account.Id;
    }

    // Whether mail arrives only sending shows; this catches what was typed into the wrong field.
    [GeneratedRegex(@"^[^@\s\p{C}]{1,64}@[^@\s\p{C}]+\.[^@\s\p{C}.]+\z", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
