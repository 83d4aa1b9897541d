using System.CommandLine;
using Shiraka.Agreements.Terms;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka terms</c>: the calendar of an agreement from what its text says, without a store.</summary>
internal static class TermsCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("terms", "Computes the calendar of an agreement: entry into force, terms, last days for notice, end.");
        var file = new Argument<string>("FILE") { Description = "What the agreement says, as JSON; - for standard input." };
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        command.Add(file);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var name = parsed.GetRequiredValue(file);
            try
            {
                var (said, asOf, passedOver) = ConventionJson.Read(await ReadAsync(name, output, cancel));
                var calendar = ConventionCalendar.Of(said, asOf ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
                foreach (var warning in passedOver) output.Problem($"{name}: {warning}");
                output.Line(parsed.GetValue(json) ? CalendarJson.Write(calendar) : CalendarJson.Sentences(calendar));
                return ExitStatus.Done;
            }
            catch (RefusedException e)
            {
                output.Problem($"{name}: {e.Message}");
                return ExitStatus.Refused;
            }
        });
        return command;
    }

    // One byte more than is taken tells that there is more; the rest is never read.
    private static async Task<byte[]> ReadAsync(string name, Output output, CancellationToken cancel)
    {
        await using var stream = name == "-" ? output.Input : File.OpenRead(name);
        var buffer = new byte[ConventionJson.MostBytes + 1];
        var read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return buffer[..read];
    }
}
