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
        var megabytes = MostMegabytes();
        var json = new Option<bool>("--json") { Description = "Nothing but the table on standard output (which is all there is)." };
        command.Add(file);
        command.Add(megabytes);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var pairs = await Table.ReadAsync(parsed.GetRequiredValue(file), ["a", "b"], parsed.GetValue(megabytes), output, cancel);
            output.Line("a\tb\tscore\tsame");
            foreach (var pair in pairs)
            {
                var match = Names.Compare(pair[0], pair[1]);
                output.Line(string.Create(CultureInfo.InvariantCulture, $"{pair[0]}\t{pair[1]}\t{match.Score:0.####}\t{(match.Same ? 1 : 0)}"));
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
        var megabytes = MostMegabytes();
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        command.Add(file);
        command.Add(query);
        command.Add(most);
        command.Add(megabytes);
        command.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            var asked = parsed.GetRequiredValue(query);
            if (string.IsNullOrWhiteSpace(asked)) throw new RefusedException("names.query", "The name to find is empty.");
            var rows = await Table.ReadAsync(parsed.GetRequiredValue(file), ["name"], parsed.GetValue(megabytes), output, cancel);
            foreach (var hit in NameRegister.Build(rows.Select(row => row[0])).Search(asked, parsed.GetValue(most)))
            {
                if (parsed.GetValue(json)) output.JsonLine(new { name = hit.Name, score = Math.Round(hit.Score, 4), why = hit.Why.Select(reason => reason.Say("en")) });
                else output.Line(string.Create(CultureInfo.InvariantCulture, $"{hit.Score:0.00}  {hit.Name}  ({string.Join("; ", hit.Why.Select(reason => reason.Say("en")))})"));
            }

            return ExitStatus.Done;
        });
        return command;
    }

    private static Option<int> MostMegabytes() => new("--most-mb") { Description = "The longest file read, in megabytes.", DefaultValueFactory = _ => Table.MostMegabytes };
}
