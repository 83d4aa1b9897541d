using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shiraka.Shared;

namespace Shiraka.Access.OwnAccount;

/// <summary>A token for a program, with the rights of its owner in the organisation they work for now. Shown in this answer and never again.</summary>
internal static class CreateToken
{
    public static void Map(RouteGroupBuilder account) => account.MapPost("/tokens", HandleAsync).AsForm(MyAccount.PageAsync, asCommand: false);

    private static async Task<IResult> HandleAsync(PostedForm form, CurrentViewer current, Sessions sessions, AccessLog log, CancellationToken cancel)
    {
        var label = form.Text("label", 100);
        form.Check();
        var token = await sessions.OpenAsync(current.Viewer.Account, current.Viewer.Organisation, isToken: true, label, cancel);
        log.Write(current.Viewer, "change", "token", null);
        return Pages.Show<TokenPage>(new { Label = label, Token = token });
    }
}
