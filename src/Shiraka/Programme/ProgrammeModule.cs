using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>Plans, activities, indicators, the committee, the thread and its report.</summary>
public static class ProgrammeModule
{
    public static IServiceCollection AddProgramme(this IServiceCollection services)
    {
        services.AddSingleton<Partnerships>();
        services.AddScoped<SeenPartnerships>();
        services.AddReport();
        services.AddHome();
        services.AddCommittee();
        return services;
    }

    public static void MapProgramme(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        var activities = app.MapGroup("/api/v1/activities").RunAsCommands();
        RecordDelivery.Map(activities);
        app.MapReport(pages);
        app.MapHome(pages);
        var agreements = app.MapGroup("/api/v1/agreements").RunAsCommands();
        ShowThread.Map(agreements, pages);
        ListFacts.Map(agreements, pages);
        ExportDone.Map(agreements);
        RecordFactForm.Map(pages);
        var facts = app.MapGroup("/api/v1/facts").RunAsCommands();
        ShowFact.Map(facts, pages);
        WithdrawDelivery.Map(activities, pages);
        AttachEvidence.Map(activities, pages);
        ShowPlan.Map(agreements, pages);
        ProposePlan.Map(agreements, pages);
        OpenAxis.Map(agreements, pages);
        AddActivity.Map(agreements, pages);
        ShowActivity.Map(activities, pages);
        ChangeActivity.Map(activities);
        DefineIndicator.Map(agreements, pages);
        var indicators = app.MapGroup("/api/v1/indicators").RunAsCommands();
        ShowIndicator.Map(indicators, pages);
        app.MapCommittee(pages);
        app.MapFeeds();
    }
}
