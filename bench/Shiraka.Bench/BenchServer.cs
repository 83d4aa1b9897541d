using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server;

namespace Shiraka.Bench;

/// <summary>The product's own host with one more route: the same command written by hand. Both are measured in the same process.</summary>
internal static class BenchServer
{
    public const string Verb = "serve-for-bench";
    public const string ByHandPath = "/bench/activities/{activity:guid}/deliveries";

    public static async Task<int> RunAsync(Installation installation)
    {
        await using var app = WebHost.Build(installation, "http://127.0.0.1:0");
        await using var byHand = new ByHand(installation);
        app.MapPost(ByHandPath, byHand.RecordAsync).AllowSignedIn();
        await app.StartAsync();
        Console.Out.WriteLine("Listening on " + app.Urls.First());
        await app.WaitForShutdownAsync();
        return 0;
    }
}
