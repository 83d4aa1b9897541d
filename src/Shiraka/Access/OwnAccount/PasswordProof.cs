using Shiraka.Access.SigningIn;

namespace Shiraka.Access.OwnAccount;

/// <summary>Asks for the password again before something grave, with the same count of failures as the sign-in.</summary>
internal sealed class PasswordProof(Passwords passwords, Attempts attempts)
{
    public async Task RequireAsync(Account account, string typed, string field, CancellationToken cancel)
    {
        await attempts.BeginAsync(account.Email, cancel);
        if (!passwords.Matches(account, typed)) throw new RefusedException("password.wrong", "The current password is wrong.") { Field = field };
        await attempts.SucceedAsync(account.Email, cancel);
    }
}
