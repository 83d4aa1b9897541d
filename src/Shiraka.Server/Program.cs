using System.CommandLine;
using Shiraka.Server.Commands;

var output = Output.OfProcess();
return await CommandLine.RunAsync(
    new RootCommand("Shiraka: what health partners promised, did, and can prove.")
    {
        DemoCommand.Make(output),
        ServeCommand.Make(output),
        ReadCommand.Make(output),
        ImportCommand.Make(output),
        NamesCommand.Make(output),
        TermsCommand.Make(output),
        MatchCommand.Make(output),
        LedgerCommand.Make(output),
        ReportCommand.Make(output),
        AccountCommand.Make(output),
        DbCommand.Make(output),
        BackupCommand.Make(output),
    },
    args, output);
