using System.Globalization;
using System.Runtime.CompilerServices;
using Shiraka.Exchange;

namespace Shiraka.Bench;

/// <summary>
/// Deferred acceptance at the size of a national match and at a million, with the check for blocking pairs beside it; parsing and layout apart;
/// against the textbook version with dictionaries and sorted sets in the same run. Times are of one core's processor time.
/// </summary>
internal static class MatchFigures
{
    private const int Runs = 51;
    private const int Warm = 40;
    private const double MostMegabytes = 200;

    public static void Measure(Report report)
    {
        Measure(report, "47 208 × 6 626 × 12", () => SampleMarket.Make(47_208, 6_626, 12, 43_237), most: 10, lead: 5);
        Measure(report, "1 000 000 × 10 000 × 10", () => SampleMarket.Make(1_000_000, 10_000, 10, 950_000), most: 500, lead: 250);
    }

    // What the times needed is gone before the memory is measured: only the market and the starts come back.
    private static void Measure(Report report, string size, Func<MatchingProblem> make, double most, double lead)
    {
        var (market, starts) = Times(report, size, make, most, lead);
        report.Add(new Figure($"match {size}: memory", Memory(market, starts), "MB", MostMegabytes, AtMost: true) { Note = "market, working memory and answer" });
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Market Market, int[] Starts) Times(Report report, string size, Func<MatchingProblem> make, double most, double lead)
    {
        var problem = make();
        var parsing = Parsing(problem, out var megabytes);
        var (expected, peer) = Peer(problem);
        var (instance, laying) = Laid(problem);
        var (market, starts) = (instance.Market, instance.Starts);
        int[] matched = [];
        var matching = Median(Runs, () => matched = DeferredAcceptance.Run(market, starts, market.Capacities));
        var blocking = -1;
        var checking = Median(3, () => blocking = Blocking.Pairs(new Outcome(instance, matched)).Count());
        var other = expected.Where((seat, t) => seat != (matched[t] < 0 ? -1 : market.Asks[matched[t]].Seat)).Count();
        report.Add(new Figure($"match {size}", matching, "ms", most, AtMost: true)
        {
            Lead = lead,
            Runs = Runs,
            Against = "textbook",
            AgainstValue = peer,
            Note = string.Create(CultureInfo.InvariantCulture, $"{blocking} blocking pairs, checked in {checking:0.#} ms; {other} other than the textbook's; layout {laying:0} ms; parsing {megabytes:0} MB {parsing:0} ms"),
        });
        return (market, starts);
    }

    private static double Parsing(MatchingProblem problem, out double megabytes)
    {
        var text = SampleMarket.Text(problem);
        megabytes = text.Length / 1e6;
        return Milliseconds(() => MatchingFile.Read(text, text.Length));
    }

    private static (Instance Instance, double Milliseconds) Laid(MatchingProblem problem)
    {
        Instance? instance = null;
        var time = Milliseconds(() => instance = new Instance(problem, 0));
        return (instance!, time);
    }

    private static (int[] Seats, double Milliseconds) Peer(MatchingProblem problem)
    {
        var (textbook, seats) = (new CheckedProblem(problem, 0), Array.Empty<int>());
        var time = Milliseconds(() => seats = TextbookAcceptance.Run(textbook));
        return (seats, time);
    }

    private static double Memory(Market market, int[] starts)
    {
        var (before, allocated) = (GC.GetTotalMemory(forceFullCollection: true), GC.GetAllocatedBytesForCurrentThread());
        GC.KeepAlive(DeferredAcceptance.Run(market, starts, market.Capacities));
        return (before + GC.GetAllocatedBytesForCurrentThread() - allocated) / 1e6;
    }

    private static double Median(int runs, Action work) => Figure.Median(Enumerable.Range(0, Warm + runs).Select(_ => Milliseconds(work)).Skip(Warm).ToList());

    private static double Milliseconds(Action work)
    {
        var start = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
