using System.CommandLine;
using System.Globalization;
using Shiraka.Directory;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka names score</c> and <c>names search</c>: names across Arabic, French and English spellings.</summary>
internal static class NamesCommand
{
    public static Command Make(Output output) => new("names", "Compares names across scripts and spellings.") { Score(output), Search(output) };

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

    private static Command Search(Output output)
    {
        var command = new Command("search", "Finds a name in a register, best first.");
        var file = new Argument<string>("REGISTER") { Description = "Tab-separated with a header line; the names are in column name. - for standard input." };
        var query = new Argument<string>("QUERY") { Description = "The name to find." };
        var most = new Option<int>("--most") { Description = "How many at most.", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        command.Add(file);
        command.Add(query);
        command.Add(most);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var table = await Table.ReadAsync(parsed.GetRequiredValue(file), output, cancel);
            var name = table.Column("name");
            var register = NameRegister.Build(table.Rows.Select(row => row[name]));
            foreach (var hit in register.Search(parsed.GetRequiredValue(query), parsed.GetValue(most)))
            {
                if (parsed.GetValue(json)) output.JsonLine(new { name = hit.Name, score = Math.Round(hit.Score, 4), why = hit.Why.Select(reason => reason.Say("en")) });
                else output.Line(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.00}  {hit.Name}  ({string.Join("; ", hit.Why.Select(reason => reason.Say("en")))})"));
            }

            return ExitStatus.Done;
        });
        return command;
    }
}
