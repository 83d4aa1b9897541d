using System.CommandLine;
using Shiraka.Agreements;
using Shiraka.Agreements.TextReading;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>
/// <c>shiraka import</c>: texts become drafts as on the import page, under the name of a person who may bring texts in. Into the store
/// of this machine, or through a running server. Nothing is confirmed.
/// </summary>
internal static class ImportCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("import", "Brings texts in as drafts, to be confirmed on the pages.");
        var installation = InstallationOptions.On(command);
        var files = new Argument<string[]>("FILE") { Description = ".txt, .html, .docx or .pdf; - for text on standard input.", Arity = ArgumentArity.OneOrMore };
        var person = new Option<string?>("--as") { Description = "E-mail address of the person it is done for; the rights of their roles apply." };
        var organisation = new Option<Guid?>("--organisation") { Description = "Which of their organisations, where they work for several." };
        var server = new Option<string?>("--server") { Description = $"Address of a running server, instead of --as: its token is read from {ServerIntake.TokenVariable}." };
        var name = new Option<string?>("--name") { Description = "Where the text on standard input comes from." };
        var anyway = new Option<bool>("--anyway") { Description = "Keep texts in which the reader sees no agreement." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each file." };
        command.Add(files);
        foreach (var option in (Option[])[person, organisation, server, name, anyway, json]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(person) is null == result.GetValue(server) is null) result.AddError("give either --as or --server");
        });
        command.SetAction(async (parsed, cancel) =>
        {
            await using IIntake intake = parsed.GetValue(server) is { } address
                ? ServerIntake.At(address)
                : await StoreIntake.OpenAsync(installation.From(parsed), parsed.GetRequiredValue(person)!, parsed.GetValue(organisation), cancel);
            return await RunAsync(parsed.GetRequiredValue(files), new(parsed.GetValue(name), parsed.GetValue(anyway)), intake, parsed.GetValue(json), output, cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] files, Intake how, IIntake intake, bool json, Output output, CancellationToken cancel)
    {
        var status = ExitStatus.Done;
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                var taken = file == "-"
                    ? await intake.TextAsync(SourceFile.Open(output.Input, "", cancel: cancel).Text, how, cancel)
                    : await intake.FileAsync(file, how, cancel);
                Tell(file, taken, intake.Root, json, output);
            }
            catch (Exception e) when (e is RefusedException or IOException or UnauthorizedAccessException or HttpRequestException)
            {
                output.Problem($"{file}: {e.Message}");     // the other files are brought in all the same
                status = ExitStatus.Refused;
            }
        }

        return status;
    }

    private static void Tell(string file, ImportText.Response taken, string root, bool json, Output output)
    {
        var address = root + (taken.Agreement is { } agreement ? $"/agreements/{agreement}" : $"/import/{taken.Draft}");
        if (json) output.JsonLine(new { file, draft = taken.Draft, address, known = taken.Known, agreement = taken.Agreement });
        else output.Line($"{file}: {address}{(taken.Agreement is not null ? " (registered before)" : taken.Known ? " (brought in before)" : "")}");
    }
}

/// <summary>How texts are taken in: where a text without a file comes from, and whether one is kept in which no agreement is seen.</summary>
internal sealed record Intake(string? Name, bool Anyway);

/// <summary>Where <c>shiraka import</c> brings texts in.</summary>
internal interface IIntake : IAsyncDisposable
{
    /// <summary>What the addresses of the pages begin with.</summary>
    string Root { get; }

    Task<ImportText.Response> TextAsync(string text, Intake how, CancellationToken cancel);

    Task<ImportText.Response> FileAsync(string path, Intake how, CancellationToken cancel);
}
