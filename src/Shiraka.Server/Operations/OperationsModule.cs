using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Server.Operations;

/// <summary>What those who run an installation ask it: is it alive, is it ready, how does it fare.</summary>
internal static class OperationsModule
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<PrometheusText>();
        services.AddHostedService(provider => provider.GetRequiredService<PrometheusText>());
        if (Telemetry.IsWanted) services.AddHostedService<Telemetry>();
        return services;
    }

    public static void MapOperations(this WebApplication app)
    {
        var health = app.MapGroup("/health").ExcludeFromDescription().AllowAnyone("a load balancer has no account; the answer tells nothing of anybody");
        health.MapGet("/live", () => TypedResults.Text("alive"));
        health.MapGet("/ready", ReadyAsync);
        app.MapGet("/metrics", (PrometheusText metrics) => TypedResults.Text(metrics.Write(), PrometheusText.ContentType)).ExcludeFromDescription().Allow(Right.ReadMetrics);
    }

    private static async Task<IResult> ReadyAsync(Health health, IHostApplicationLifetime life, CancellationToken cancel)
    {
        var state = await health.StateAsync(cancel);
        var problem = life.ApplicationStopping.IsCancellationRequested ? "stopping" : state.Problem;
        return TypedResults.Json(new { ready = problem is null, problem, sealLagMs = (long)state.SealLag.TotalMilliseconds },
            statusCode: problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
