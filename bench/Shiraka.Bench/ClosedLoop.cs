using System.Diagnostics;
using Shiraka.Server.Tests.Faults;

namespace Shiraka.Bench;

/// <summary>What one run gave: answers a second, the latencies in ms, sorted, and how many answers were not the wanted status.</summary>
internal sealed record Run(double PerSecond, double[] Ms, int Answered, int Errors)
{
    /// <summary>Of the server, for each answer.</summary>
    public double ProcessorMs { get; init; }

    public double P50 => Figure.Percentile(Ms, 0.5);

    public double P99 => Figure.Percentile(Ms, 0.99);
}

/// <summary>Clients that send their next request when the last is answered, each over one connection.</summary>
internal static class ClosedLoop
{
    /// <param name="address">The server.</param>
    /// <param name="clients">How many connections.</param>
    /// <param name="time">Requests begin within it; the last answers are waited for.</param>
    /// <param name="requestsOf">Gives each client what it sends: the bytes of its n-th request.</param>
    /// <param name="wanted">The status that is no error.</param>
    public static async Task<Run> RunAsync(Uri address, int clients, TimeSpan time, Func<int, Func<long, ReadOnlyMemory<byte>>> requestsOf, int wanted = 200)
    {
        var wall = Stopwatch.StartNew();
        var each = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client))));
        var elapsed = wall.Elapsed.TotalSeconds;
        var ms = each.SelectMany(done => done.Ms).Order().ToArray();
        return new Run(ms.Length / elapsed, ms, ms.Length, each.Sum(done => done.Errors));

        async Task<(List<double> Ms, int Errors)> ClientAsync(int client)
        {
            var (next, latencies, errors) = (requestsOf(client), new List<double>(4096), 0);
            using var wire = await Wire.OpenAsync(address);
            for (var number = 0L; wall.Elapsed < time; number++)
            {
                var request = next(number);
                var start = Stopwatch.GetTimestamp();
                var answer = await wire.SendAsync(request);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (answer.Status != wanted) errors++;
            }

            return (latencies, errors);
        }
    }
}
