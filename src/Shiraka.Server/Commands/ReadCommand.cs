using System.CommandLine;
using System.Globalization;
using Shiraka.Agreements.TextReading;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka read</c>: what texts say of agreements, without a store.</summary>
internal static class ReadCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("read", "Reads texts of agreements, or about them: parties, signatories, dates, promises.");
        var files = new Argument<string[]>("FILE") { Description = ".txt, .html, .docx or .pdf; - for text on standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON object a line for each input." };
        command.Add(files);
        command.Add(json);
        command.SetAction((parsed, cancel) =>
        {
            var status = ExitStatus.Done;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                cancel.ThrowIfCancellationRequested();
                try
                {
                    var reading = Read(file, output, cancel);
                    output.Line(parsed.GetValue(json) ? ReadingJson.Write(reading) : Sentences(reading));
                }
                catch (Exception e) when (e is RefusedException or IOException or UnauthorizedAccessException)
                {
                    output.Problem($"{file}: {e.Message}");     // the other inputs are read all the same
                    status = ExitStatus.Refused;
                }
            }

            return Task.FromResult(status);
        });
        return command;
    }

    private static Reading Read(string file, Output output, CancellationToken cancel)
    {
        using var stream = file == "-" ? output.Input : File.OpenRead(file);
        var source = SourceFile.Open(stream, file == "-" ? "" : file, cancel: cancel);
        return Reader.Read(source.Text, file);
    }

    private static string Sentences(Reading reading)
    {
        if (reading.Instruments.Count == 0) return $"{reading.File}: no agreement ({reading.Language})";
        return string.Join('\n', reading.Instruments.Select(read => $"""
            {reading.File}: {read.Kind} ({reading.Language})
              parties: {Join(read.Parties.Select(party => party.Span.Text))}
              signed: {read.SignedOn?.Value.ToString("O", CultureInfo.InvariantCulture) ?? "not stated"}
              signatories: {Join(read.Signatories.Select(signatory => signatory.Name.Text))}
              promises: {read.Commitments.Count.ToString(CultureInfo.InvariantCulture)}
            """));
    }

    // Spans keep the line breaks of their text.
    private static string Join(IEnumerable<string> texts)
    {
        var joined = string.Join("; ", texts.Select(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        return joined.Length > 0 ? joined : "none found";
    }
}
