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
        language.AcceptOnlyFromAmong("fr", "ar", "en");
        file.Validators.Add(given =>
        {
            if (Path.GetExtension(given.GetValueOrDefault<string>()).ToLowerInvariant() is not (".html" or ".htm" or ".pdf")) given.AddError("--out ends with .html or .pdf.");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            using var host = await HeadlessHost.ReadingAsync(installation.From(parsed), cancel);
            Languages.TryRead(parsed.GetRequiredValue(language), out var chosen);
            var order = new ReportOrder(parsed.GetValue(agreement), chosen, parsed.GetValue(session), parsed.GetValue(at));
            if (!await host.Services.GetRequiredService<ReportFile>().WriteAsync(order, parsed.GetRequiredValue(file), cancel))
                throw new RefusedException("report.unknown", "There is no such agreement, or it was not known at that position.");
            output.Line(parsed.GetRequiredValue(file));
            return ExitStatus.Done;
        });
        return command;
    }
}
