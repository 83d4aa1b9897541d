using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>The form that records what was done; its post calls the handler of the API.</summary>
internal static class RecordFactForm
{
    private const string Route = "/agreements/{agreement:guid}/facts/new";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Route, (Guid agreement, HttpContext http) => AgainAsync(http)).Allow(Right.RecordFacts);
        pages.MapPost(Route, PostAsync).AsForm(AgainAsync).Allow(Right.RecordFacts);
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var activity = form.Id("activity");
        var (note, on, started) = (form.Text("Note", 600), form.Day("On"), form.DayOrNull("StartedOn"));
        var (quantity, unit) = (form.NumberOrNull("Quantity"), form.TextOrNull("Unit"));
        var (denominator, level) = (form.NumberOrNull("Denominator"), form.NumberOrNull("Level"));
        if (level is < 0 or > 1000) form.Refuse("programme.level-out-of-range", "Level", 1000);
        var breakdown = Breakdown(form);
        var files = EvidenceFiles.Of(form);
        form.Check();
        if (!await db.Activities.AnyAsync(a => a.Id == activity && a.Agreement == agreement, cancel)) return TypedResults.NotFound();

        var recorded = await RecordDelivery.HandleAsync(activity, new(note, on, quantity, unit)
        {
            StartedOn = started,
            Evidence = [.. files.Select(file => file.Evidence)],
            Breakdown = breakdown,
            Subject = form.TextOrNull("Subject", 64),
            Denominator = denominator,
            Level = (int?)level,
        }, db, cancel);
        if (recorded.Result is NotFound) return TypedResults.NotFound();
        foreach (var file in files) db.Cite(agreement, file.File);
        await db.SaveChangesAsync(cancel);
        return new SeeOther(frame.Url($"/agreements/{agreement}/facts?activity={activity}"));
    }

    private static async Task<IResult> AgainAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!Guid.TryParse(http.Request.RouteValues["agreement"] as string, out var agreement)) return TypedResults.NotFound();
        var view = await services.GetRequiredService<SeenPartnerships>().ShownAsync(agreement, null, services.GetRequiredService<Frame>().Words, http.RequestAborted);
        return view is null ? TypedResults.NotFound() : Pages.Show<RecordFactPage>(new { View = view, Activity = http.Request.Query["activity"].ToString() });
    }

    private static Dictionary<string, IReadOnlyDictionary<string, long>> Breakdown(PostedForm form)
    {
        var parts = new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var (dimension, categories) in Dimensions.All)
        {
            var given = categories.Select(category => (category, part: form.NumberOrNull($"part_{dimension}_{category}")))
                .Where(one => one.part is not null).ToDictionary(one => one.category, one => one.part!.Value, StringComparer.Ordinal);
            if (given.Count > 0) parts[dimension] = given;
        }

        return parts;
    }
}

/// <summary>The files of a form with what each of them shows.</summary>
internal static class EvidenceFiles
{
    /// <summary>How many files one form takes; more can be attached later.</summary>
    public const int Most = 3;

    public static IReadOnlyList<(PostedFile File, Evidence Evidence)> Of(PostedForm form) =>
        [.. Enumerable.Range(1, Most).SelectMany(row => form.FilesOf($"file_{row}").Select(file => (file, row)))
            .Select(one => (one.file, new Evidence(one.file.Sha256, one.file.FileName, one.file.ContentType, one.file.SizeBytes, form.TextOrNull($"label_{one.row}", 200) ?? one.file.FileName)))];
}
