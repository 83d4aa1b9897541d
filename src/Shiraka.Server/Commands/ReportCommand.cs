using System.CommandLine;
using Shiraka.Programme;
using Shiraka.Shared;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka report</c>: the committee report as a file that can be printed, sent, and checked offline.</summary>
internal static class ReportCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("report", "Writes the committee report of an agreement; .pdf where Chromium is found, else .html.");
        var installation = InstallationOptions.On(command);
        var agreement = new Option<Guid>("--agreement") { Description = "Id of the agreement.", Required = true };
        var language = new Option<string>("--language") { Description = "fr, ar or en.", DefaultValueFactory = _ => "fr" };
        var session = new Option<Guid?>("--session") { Description = "Id of the committee session; else to date." };
        var at = new Option<long?>("--at") { Description = "Position of the ledger; else the newest." };
        var file = new Option<string>("--out") { Description = "File to write, .html or .pdf.", Required = true };
        foreach (var option in (Option[])[agreement, language, session, at, file]) command.Add(option);
        command.SetAction(async (parsed, cancel) =>
        {
            if (!Languages.TryRead(parsed.GetRequiredValue(language), out var chosen)) throw new RefusedException("report.language", "The language is fr, ar or en.");
            await using var app = WebHost.Build(installation.From(parsed), "http://127.0.0.1:0");
            await app.StartAsync(cancel);
            var order = new ReportOrder(parsed.GetValue(agreement), chosen, parsed.GetValue(session), parsed.GetValue(at));
            var written = await app.Services.GetRequiredService<ReportFile>().WriteAsync(order, parsed.GetRequiredValue(file), cancel);
            await app.StopAsync(CancellationToken.None);
            if (!written) throw new RefusedException("report.unknown", "There is no such agreement, session or position, or no browser to print a PDF.");
            output.Line(parsed.GetRequiredValue(file));
            return ExitStatus.Done;
        });
        return command;
    }
}
