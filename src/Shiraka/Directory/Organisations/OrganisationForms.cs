using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Shared.Forms;

namespace Shiraka.Directory;

/// <summary>The forms that enter, name and move an organisation; their posts call the same handlers as the API.</summary>
internal static class OrganisationForms
{
    private const string One = "/directory/organisations/{id:guid}";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/directory/register", (Delegate)RegisterAgainAsync).Allow(Right.KeepDirectory);
        pages.MapPost("/directory/register", RegisterAsync).AsForm(RegisterAgainAsync).Allow(Right.KeepDirectory);
        pages.MapGet(One + "/names", (Delegate)NameAgainAsync).Allow(Right.KeepDirectory);
        pages.MapPost(One + "/names", NameAsync).AsForm(NameAgainAsync).Allow(Right.KeepDirectory);
        pages.MapGet(One + "/parent", (Delegate)ParentAgainAsync).Allow(Right.KeepDirectory);
        pages.MapPost(One + "/parent", ParentAsync).AsForm(ParentAgainAsync).Allow(Right.KeepDirectory);
    }

    private static async Task<SeeOther> RegisterAsync(PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var names = Languages.All.Select(language => (language, text: form.TextOrNull("name_" + language.Code(), WrittenName.MostCharacters)))
            .Where(name => name.text is not null).Select(name => new GivenName(name.language.Code(), name.text!)).ToList();
        if (names.Count == 0) form.Refuse("directory.no_official_name", "name_fr");
        var (kind, country) = (form.Choice<OrganisationKind>("kind"), form.Text("country"));
        var request = new RegisterOrganisation.Request(kind, country, names, form.IdOrNull("parent"), form.IdOrNull("place"));
        form.Check();
        try
        {
            var registered = await RegisterOrganisation.HandleAsync(request, db, cancel);
            return new SeeOther(frame.Url($"/directory/organisations/{registered.Value!.Id}"));
        }
        catch (RefusedException e) when (e.Field == "name")      // the form has one field for each language
        {
            throw new RefusedException(e.Code, e.Message, [.. e.Arguments]) { Field = "name_" + names[0].Language };
        }
    }

    private static async Task<IResult> RegisterAgainAsync(HttpContext http)
    {
        var (language, cancel) = (http.RequestServices.GetRequiredService<Frame>().Language, http.RequestAborted);
        var places = await http.RequestServices.GetRequiredService<Places>().AllAsync(language, null, cancel);
        return Pages.Show<RegisterPage>(new { PlaceList = places, Parents = await ChoicesAsync(http, null) });
    }

    private static async Task<Results<SeeOther, NotFound>> NameAsync(Guid id, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new RenameOrganisation.Request(form.Text("language"), form.Text("name", WrittenName.MostCharacters), form.Choice<NameUse>("use"), form.Day("on"));
        form.Check();
        var done = await RenameOrganisation.HandleAsync(id, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/directory/organisations/{id}"));
    }

    private static async Task<IResult> NameAgainAsync(HttpContext http) =>
        await LabelAsync(http) is { } label ? Pages.Show<NamePage>(new { Label = label, http.RequestServices.GetRequiredService<ShirakaDb>().Today }) : TypedResults.NotFound();

    private static async Task<Results<SeeOther, NotFound>> ParentAsync(Guid id, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new MoveOrganisation.Request(form.IdOrNull("parent"));
        form.Check();
        var done = await MoveOrganisation.HandleAsync(id, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/directory/organisations/{id}"));
    }

    private static async Task<IResult> ParentAgainAsync(HttpContext http)
    {
        if (await LabelAsync(http) is not { } label) return TypedResults.NotFound();
        var db = http.RequestServices.GetRequiredService<ShirakaDb>();
        var given = await db.Organisations.Where(o => o.Id == label.Id).Select(o => o.Parent).SingleAsync(http.RequestAborted);
        return Pages.Show<ParentPage>(new { Label = label, Given = given, Parents = await ChoicesAsync(http, label.Id) });
    }

    /// <summary>The organisation of the route, as the reader sees it.</summary>
    internal static async Task<OrganisationLabel?> LabelAsync(HttpContext http) =>
        Guid.TryParse(http.Request.RouteValues["id"] as string, out var id)
            ? (await http.RequestServices.GetRequiredService<OrganisationLabels>().LabelsAsync([id], http.RequestServices.GetRequiredService<Frame>().Language, http.RequestAborted)).GetValueOrDefault(id)
            : null;

    private static async Task<IReadOnlyList<Choice>> ChoicesAsync(HttpContext http, Guid? without)
    {
        var language = http.RequestServices.GetRequiredService<Frame>().Language;
        var ids = await http.RequestServices.GetRequiredService<ShirakaDb>().Organisations.Select(o => o.Id).ToListAsync(http.RequestAborted);
        var labels = await http.RequestServices.GetRequiredService<OrganisationLabels>().LabelsAsync(ids, language, http.RequestAborted);
        return [.. labels.Values.Where(label => label.Id != without).OrderBy(label => WrittenName.Key(label.Name), StringComparer.Ordinal)
            .Select(label => new Choice(label.Id.ToString(), label.Name))];
    }
}
