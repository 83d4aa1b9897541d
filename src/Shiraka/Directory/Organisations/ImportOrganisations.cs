using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Enters many organisations from a table: all of them, or, where a row is bad, none and every problem told.</summary>
internal static class ImportOrganisations
{
    /// <summary>The body of the request as text, so that its digest is that of the table.</summary>
    public sealed record CsvText(string Text)
    {
        public static async ValueTask<CsvText?> BindAsync(HttpContext context, ParameterInfo parameter)
        {
            using var reader = new StreamReader(context.Request.Body);
            return new CsvText(await reader.ReadToEndAsync(context.RequestAborted));
        }
    }

    public sealed record Response(IReadOnlyList<Guid> Ids);

    public sealed record Refused(string Code, IReadOnlyList<RowProblem> Problems);

    public static void Map(RouteGroupBuilder organisations) => organisations.MapPost("/import", HandleAsync)
        .Accepts<string>("text/csv")
        .WithSummary("Enter organisations from CSV (kind, country, place, parent, name_fr, name_ar, name_en, short_fr, short_ar, short_en): all, or none and every problem by row")
        .Allow(Right.KeepDirectory);

    internal static async Task<Results<Ok<Response>, UnprocessableEntity<Refused>>> HandleAsync(CsvText csv, ShirakaDb db, Places places, CancellationToken cancel)
    {
        var rows = OrganisationRow.Read(csv.Text);
        var (facts, problems) = (new List<OrganisationRegistered>(), new List<RowProblem>());
        for (var i = 0; i < rows.Count; i++)
            try
            {
                var (organisation, registered) = await RegisterOrganisation.CheckAsync(await RequestAsync(rows[i], db, places, cancel), db, cancel);
                db.Add(organisation);
                facts.Add(registered);
            }
            catch (RefusedException e)
            {
                problems.Add(new RowProblem(i + 1, e.Code, e.Message));
            }

        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return TypedResults.UnprocessableEntity(new Refused("directory.rows_refused", problems));
        }

        foreach (var fact in facts) db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response([.. facts.Select(fact => fact.Stream)]));
    }

    private static async Task<RegisterOrganisation.Request> RequestAsync(OrganisationRow row, ShirakaDb db, Places places, CancellationToken cancel)
    {
        if (!Enum.TryParse<OrganisationKind>(row.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind) || char.IsAsciiDigit(row.Kind[0]))
            throw new RefusedException("directory.kind_unknown", "The kind is none of the codes.", row.Kind) { Field = "kind" };
        var country = Countries.Code(row.Country);
        return new(kind, country, row.Names, await ParentAsync(row.Parent, db, cancel), await PlaceAsync(row.Place, country, places, cancel));
    }

    private static async Task<Guid?> PlaceAsync(string written, string country, Places places, CancellationToken cancel)
    {
        var key = WrittenName.Key(written);
        if (key.Length == 0) return null;
        var found = (await places.AllAsync(Language.Fr, country, cancel)).FirstOrDefault(place => Languages.All.Any(language => WrittenName.Key(place.NameIn(language)) == key));
        return found?.Id ?? throw new RefusedException("directory.place_unknown", "The place is not in the directory.", written) { Field = "place" };
    }

    private static async Task<Guid?> ParentAsync(string written, ShirakaDb db, CancellationToken cancel)
    {
        var key = WrittenName.Key(written);
        if (key.Length == 0) return null;
        await db.Organisations.LoadAsync(cancel);
        var found = db.Organisations.Local.Where(o => o.Names.Exists(n => n.Use == NameUse.Official && WrittenName.Key(n.Text) == key)).Take(2).ToList();
        return found switch
        {
            [var one] => one.Id,
            [] => throw new RefusedException("directory.parent_unknown", "The organisation above is not in the directory.", written) { Field = "parent" },
            _ => throw new RefusedException("directory.parent_ambiguous", "Several organisations bear the name of the one above.", written) { Field = "parent" },
        };
    }
}
