using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>One indicator with its rule, and the forms that give it new targets or retire it.</summary>
internal static class ShowIndicator
{
    private const string Route = "/indicators/{indicator:guid}";

    public sealed record RetargetRequest(IReadOnlyList<Target> Targets, string Reason)
    {
        /// <summary>The value before the work began, where somebody measured it since; null leaves it as it is.</summary>
        public decimal? Baseline { get; init; }
    }

    public sealed record RetireRequest(string Reason);

    public sealed record Response(Guid Indicator, bool Retired, long Version);

    public static void Map(RouteGroupBuilder indicators, RouteGroupBuilder pages)
    {
        indicators.MapPost("/{indicator:guid}/retarget", RetargetAsync).WithSummary("Give an indicator new targets").Allow(Right.PlanProgramme);
        indicators.MapPost("/{indicator:guid}/retire", RetireAsync).WithSummary("Retire an indicator").Allow(Right.PlanProgramme);
        pages.MapGet(Route, (Guid indicator, HttpContext http) => ShowAsync(http)).Allow(Right.ReadAgreements);
        pages.MapPost(Route + "/retarget", PostTargetsAsync).AsForm(ShowAsync).Allow(Right.PlanProgramme);
        pages.MapPost(Route + "/retire", PostRetireAsync).AsForm(ShowAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> RetargetAsync(Guid indicator, RetargetRequest request, ShirakaDb db, CancellationToken cancel) =>
        await FindAsync(indicator, db, cancel) is { } known ? await KeepAsync(known, known.Retarget(request.Targets, request.Reason, db.Today, request.Baseline), db, cancel) : TypedResults.NotFound();

    internal static async Task<Results<Ok<Response>, NotFound>> RetireAsync(Guid indicator, RetireRequest request, ShirakaDb db, CancellationToken cancel) =>
        await FindAsync(indicator, db, cancel) is { } known ? await KeepAsync(known, known.Retire(request.Reason, db.Today), db, cancel) : TypedResults.NotFound();

    private static Task<Indicator?> FindAsync(Guid indicator, ShirakaDb db, CancellationToken cancel) => db.Indicators.SingleOrDefaultAsync(one => one.Id == indicator, cancel);

    private static async Task<Ok<Response>> KeepAsync(Indicator changed, Fact fact, ShirakaDb db, CancellationToken cancel)
    {
        db.Record(fact);
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(changed.Id, changed.Retired, changed.Version));
    }

    private static async Task<IResult> ShowAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (!Guid.TryParse(http.Request.RouteValues["indicator"] as string, out var indicator)) return TypedResults.NotFound();
        var known = await services.GetRequiredService<ShirakaDb>().Indicators.AsNoTracking().SingleOrDefaultAsync(one => one.Id == indicator, http.RequestAborted);
        if (known is null || await services.GetRequiredService<SeenPartnerships>().ShownAsync(known.Agreement, null, services.GetRequiredService<Frame>().Words, http.RequestAborted) is not { } view) return TypedResults.NotFound();
        if (view.Indicators.FirstOrDefault(one => one.Definition.Id == indicator) is not { } shown) return TypedResults.NotFound();
        var frame = services.GetRequiredService<Frame>();
        var recorders = await services.GetRequiredService<OrganisationLabels>().LabelsAsync(view.Done.Select(fact => fact.Organisation), frame.Language, http.RequestAborted);
        return Pages.Show<IndicatorPage>(new { View = view, Shown = shown, Parts = Cuts.Of(view, shown, recorders, frame.Words) });
    }

    private static async Task<Results<SeeOther, NotFound>> PostTargetsAsync(Guid indicator, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new RetargetRequest(TargetRows.Read(form), form.Text("Reason", 600)) { Baseline = form.NumberOrNull("Baseline") };
        form.Check();
        var done = await RetargetAsync(indicator, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/indicators/{indicator}"));
    }

    private static async Task<Results<SeeOther, NotFound>> PostRetireAsync(Guid indicator, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new RetireRequest(form.Text("Reason", 600));
        form.Check();
        var agreement = await db.Indicators.Where(one => one.Id == indicator).Select(one => (Guid?)one.Agreement).SingleOrDefaultAsync(cancel);
        var done = await RetireAsync(indicator, request, db, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/agreements/{agreement}/plan"));
    }
}
