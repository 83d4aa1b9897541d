using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access.Erasing;

/// <summary>
/// Finds what the own organisation wrote down of somebody, and lists what it erased. The words looked for are posted: an address stays in
/// histories and logs.
/// </summary>
internal static class FindBodies
{
    private const int MostCharacters = 200;

    public static void MapPage(RouteGroupBuilder pages)
    {
        pages.MapGet("/erasure", (Delegate)PageAsync).Allow(Right.EraseBodies);
        pages.MapPost("/erasure", FindAsync).AsForm(PageAsync, asCommand: false).Allow(Right.EraseBodies);
    }

    private static Task<IResult> PageAsync(HttpContext http) => ShowAsync(http, null);

    private static async Task<IResult> FindAsync(PostedForm form, HttpContext http)
    {
        var words = form.Text("words", MostCharacters);
        form.Check();
        var (viewer, services) = (http.RequestServices.GetRequiredService<CurrentViewer>().Viewer, http.RequestServices);
        services.GetRequiredService<AccessLog>().Write(viewer, "read", "bodies", null);
        return await ShowAsync(http, await services.GetRequiredService<OwnBodies>().FindAsync(viewer.Organisation, words, http.RequestAborted));
    }

    private static async Task<IResult> ShowAsync(HttpContext http, IReadOnlyList<FoundBody>? found)
    {
        var organisation = http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.Organisation;
        var erased = await http.RequestServices.GetRequiredService<OwnBodies>().ErasuresAsync(organisation, http.RequestAborted);
        return Pages.Show<ErasurePage>(new { Found = found, Erased = (IReadOnlyList<(SealedFact, long)>)erased });
    }
}
