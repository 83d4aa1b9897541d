using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Defines an indicator: the rule by which facts become a figure. Nobody enters the figure.</summary>
internal static class DefineIndicator
{
    private const string Route = "/agreements/{agreement:guid}/plan/indicators/new";

    /// <summary><paramref name="Counts"/>: types of facts; what is recorded on activities where none is named.</summary>
    public sealed record Request(string Title, IndicatorKind Kind, string MeasuredIn, DateOnly StartsOn, Guid? Commitment = null, IReadOnlyList<string>? Counts = null)
    {
        public Guid? Activity { get; init; }
        public Guid? Axis { get; init; }
        public decimal? Baseline { get; init; }
        public IReadOnlyList<Target> Targets { get; init; } = [];
        public IReadOnlyList<string> Disaggregation { get; init; } = [];
        public IndicatorDirection Direction { get; init; }
        public Interpolation Expects { get; init; }
        public int? CadenceMonths { get; init; }
    }

    public sealed record Response(Guid Id, Guid Agreement, long Version);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/indicators", HandleAsync).WithSummary("Define an indicator").Allow(Right.PlanProgramme);
        pages.MapGet(Route, (Guid agreement, HttpContext http) => AgainAsync(http)).Allow(Right.PlanProgramme);
        pages.MapPost(Route, PostAsync).AsForm(AgainAsync).Allow(Right.PlanProgramme);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (!await db.Agreements.AnyAsync(one => one.Id == agreement, cancel)) return TypedResults.NotFound();
        await db.RequireOwnAsync(agreement, request.Commitment, request.Axis, cancel);
        if (request.Activity is { } activity && !await db.Activities.AnyAsync(one => one.Id == activity && one.Agreement == agreement, cancel)) return TypedResults.NotFound();

        var (indicator, defined) = Indicator.Define(agreement, request.Commitment, new(request.Title, request.Kind, request.MeasuredIn, request.Counts ?? ["delivery.recorded"], request.StartsOn)
        {
            Activity = request.Activity,
            Axis = request.Axis,
            Baseline = request.Baseline,
            Targets = request.Targets,
            Disaggregation = request.Disaggregation,
            Direction = request.Direction,
            Expects = request.Expects,
            CadenceMonths = request.CadenceMonths,
        }, db.Today);
        db.Indicators.Add(indicator);
        db.Record(defined);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(indicator.Id, agreement, indicator.Version));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(Guid agreement, PostedForm form, ShirakaDb db, Frame frame, CancellationToken cancel)
    {
        var request = new Request(form.Text("Title", 200), form.Choice<IndicatorKind>("Kind"), form.Text("MeasuredIn"), form.Day("StartsOn"), form.IdOrNull("Commitment"))
        {
            Axis = form.IdOrNull("Axis"),
            Baseline = form.NumberOrNull("Baseline"),
            Targets = TargetRows.Read(form),
            Disaggregation = [.. form.All("Disaggregation").Where(Dimensions.All.ContainsKey)],
            Direction = form.ChoiceOrNull<IndicatorDirection>("Direction") ?? IndicatorDirection.Up,
            Expects = form.ChoiceOrNull<Interpolation>("Expects") ?? Interpolation.Linear,
            CadenceMonths = (int?)form.NumberOrNull("CadenceMonths"),
        };
        form.Check();
        var done = await HandleAsync(agreement, request, db, cancel);
        return done.Result is Ok<Response> { Value: { } defined } ? new SeeOther(frame.Url($"/indicators/{defined.Id}")) : TypedResults.NotFound();
    }

    private static async Task<IResult> AgainAsync(HttpContext http) =>
        await SeenPartnerships.OfRouteAsync(http) is { } view
            ? Pages.Show<DefineIndicatorPage>(new { View = view, Commitment = http.Request.Query["commitment"].ToString() })
            : TypedResults.NotFound();
}

/// <summary>The targets of a form: a day and a value in each row, empty rows left out.</summary>
internal static class TargetRows
{
    /// <summary>How many rows a form shows at least.</summary>
    public const int Least = 4;

    public static IReadOnlyList<Target> Read(PostedForm form)
    {
        var targets = new List<Target>();
        foreach (var row in form.Names("TargetOn").Where(row => int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out _)).OrderBy(row => int.Parse(row, CultureInfo.InvariantCulture)))
        {
            if (!form.Has("TargetOn" + row) && !form.Has("Target" + row)) continue;
            targets.Add(new Target(form.Day("TargetOn" + row), form.Number("Target" + row)));
        }

        return targets;
    }
}
