using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Shiraka.Ledger;

namespace Shiraka.Server.Operations;

/// <summary>Traces and metrics by OTLP, only where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector: nothing leaves the machine otherwise.</summary>
internal sealed class Telemetry : IHostedService
{
    private OpenTelemetrySdk? sdk;

    public static bool IsWanted => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        sdk = OpenTelemetrySdk.Create(builder => builder
            .ConfigureResource(resource => resource.AddService("shiraka", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.AddSource("Microsoft.AspNetCore").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(LedgerMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime").AddOtlpExporter()));
        return Task.CompletedTask;
    }

    // Sends what is left; runs after the web server has stopped.
    public Task StopAsync(CancellationToken cancellationToken)
    {
        sdk?.Dispose();
        return Task.CompletedTask;
    }
}
