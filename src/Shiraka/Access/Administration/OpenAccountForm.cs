using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Administration;

/// <summary>
/// The form that opens an account. It runs its command itself instead of as a kept answer: the answer holds the one-time
/// password, and what was answered to a key is kept for ever.
/// </summary>
internal static class OpenAccountForm
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts.MapGet("/new", () => Page());
        accounts.MapPost("/new", PostAsync).AsForm(_ => Task.FromResult(Page()), asCommand: false);
    }

    private static IResult Page() => Pages.Show<OpenAccountPage>();

    private static async Task<IResult> PostAsync(PostedForm form, ShirakaDb db, Commands commands, Passwords passwords, CancellationToken cancel)
    {
        var request = new OpenAccount.Request(form.Text("email", 254), form.Text("name", 200), form.Choice<Role>("role"), form.Choice<Language>("language"));
        form.Check();
        var password = Passwords.NewInitial();
        var hash = passwords.Hash(password);
        await commands.RunAsync(db, () => OpenAccount.HandleAsync(request, hash, db, cancel), waitForSeal: true, cancel);
        return Pages.Show<IssuedPage>(new { Name = request.DisplayName, Password = password });
    }
}
