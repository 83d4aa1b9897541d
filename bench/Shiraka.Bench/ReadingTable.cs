using System.Globalization;
using Shiraka.Agreements.TextReading;
using Shiraka.Tests.Agreements.TextReading;

namespace Shiraka.Bench;

/// <summary><c>table reading</c>: how well our own texts are read, per field and language, as <c>docs/modules/agreements.md</c> shows it.</summary>
internal static class ReadingTable
{
    public static int Run()
    {
        var texts = Gold.Folder(Path.Combine(AppContext.BaseDirectory, "texts"));
        var columns = new List<(string Name, List<Gold> Texts)> { ("all", texts) };
        columns.AddRange(texts.GroupBy(t => t.Language).OrderByDescending(g => g.Count()).Select(g => (g.Key, g.ToList())));
        var dice = new Dice(7);
        var noisy = texts.ConvertAll(t => Mangle.Gold(t, dice));
        columns.Add(("all, mangled", noisy));
        foreach (var batch in texts.Where(t => t.Name[1] == '-').GroupBy(t => t.Name[..1]).OrderBy(g => g.Key, StringComparer.Ordinal)) columns.Add(($"batch {batch.Key}", [.. batch]));

        var scores = columns.ConvertAll(column => Of(column.Texts));
        Console.Out.WriteLine("| | " + string.Join(" | ", columns.Select(c => $"{c.Name} ({c.Texts.Count})")) + " |");
        Console.Out.WriteLine("|---|" + string.Concat(columns.Select(_ => "---|")));
        foreach (var row in scores[0].Rows.Select(r => r.Name))
            Console.Out.WriteLine($"| {row} | " + string.Join(" | ", scores.Select(s => Cell(s.Rows.Single(r => r.Name == row)))) + " |");
        Console.Out.WriteLine("| **composite** | " + string.Join(" | ", scores.Select(s => "**" + s.Composite.ToString("F3", CultureInfo.InvariantCulture) + "**")) + " |");
        return 0;
    }

    private static Score Of(List<Gold> texts)
    {
        var score = new Score();
        foreach (var text in texts) score.Add(text, Reader.Read(text.Text, text.Name));
        return score;
    }

    private static string Cell((string Name, double Value, string Detail) row) =>
        row.Detail.StartsWith('P') ? row.Detail.Replace("P ", "", StringComparison.Ordinal).Replace(" R ", " / ", StringComparison.Ordinal) : row.Value.ToString("F2", CultureInfo.InvariantCulture);
}
