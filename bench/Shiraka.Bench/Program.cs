using Shiraka.Bench;
using Shiraka.Tests.Stores;

if (args is [BenchServer.Verb, var database, var folder]) return await BenchServer.RunAsync(new Shiraka.Ledger.Installation(database, folder));
if (args is ["fuzz", "terms", .. var more]) return FuzzTerms.Run(more);
if (args is [ReadingMemory.Verb]) return ReadingMemory.Run();
if (args is ["fuzz", "reading", .. var rest]) return ReadingFuzz.Run(rest);
if (args is ["table", "reading"]) return ReadingTable.Run();
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 64;
}

var report = new Report(options.Json);
try
{
    if (options.What is "reading" or "all") ReadingFigures.Measure(options, report);
    if (options.What is "names" or "all") NameFigures.Measure(options, report);
    if (options.What is "register" or "all") NameSearchFigures.Measure(options, report);
    if (options.What is "fuzz names") NamesFuzz.Run(options.Inputs, report);
    if (options.What is "match" or "all") MatchFigures.Measure(report);
    if (options.What is "fuzz match") MatchFuzz.Run(options.Inputs, report);
    if (options.What is "verify" or "all") await VerifyFigures.MeasureAsync(options, report);
    if (options.What is "start" or "all") await StartFigures.MeasureAsync(options, report);
    if (options.What is "pages" or "all") await PageFigures.MeasureAsync(options, report);
    if (options.What is "commands" or "all") await CommandFigures.MeasureAsync(options, report);
    return report.AllMet ? 0 : 2;
}
finally
{
    await PostgresCluster.StopSharedAsync();
}
