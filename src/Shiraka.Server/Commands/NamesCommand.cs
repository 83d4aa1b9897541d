using System.CommandLine;
using System.Globalization;
using Shiraka.Directory;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka names score</c>: names across Arabic, French and English spellings.</summary>
internal static class NamesCommand
{
    public static Command Make(Output output) => new("names", "Compares names across scripts and spellings.") { Score(output) };

    private static Command Score(Output output)
    {
        var command = new Command("score", "Scores the pairs of a table: columns a and b under a header line.");
        var file = new Argument<string>("FILE") { Description = "Tab-separated; - for standard input." };
        var json = new Option<bool>("--json") { Description = "Nothing but the table on standard output (which is all there is)." };
        command.Add(file);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var table = await Table.ReadAsync(parsed.GetRequiredValue(file), output, cancel);
            var (a, b) = (table.Column("a"), table.Column("b"));
            output.Line("a\tb\tscore\tsame");
            foreach (var row in table.Rows)
            {
                var match = Names.Compare(row[a], row[b]);
                output.Line(string.Create(CultureInfo.InvariantCulture, $"{row[a]}\t{row[b]}\t{match.Score:0.####}\t{(match.Same ? 1 : 0)}"));
            }

            return ExitStatus.Done;
        });
        return command;
    }
}
