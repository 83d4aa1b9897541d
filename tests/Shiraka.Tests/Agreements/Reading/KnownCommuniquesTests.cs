using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Real communiqués stand beside the checkout on some machines; they are measured there and never copied into the project.</summary>
public sealed class KnownCommuniquesTests(ITestOutputHelper output)
{
    [Fact]
    public void The_composite_over_known_communiques_is_at_least_92_percent()
    {
        var folder = Beside("shared", "communiques");
        Assert.SkipUnless(folder is not null, "no folder shared/communiques beside this checkout");
        var score = new Score();
        foreach (var gold in Gold.Folder(folder!)) score.Add(gold, Reader.Read(gold.Text, gold.Name));
        output.WriteLine(score.Table);
        Assert.True(score.Composite >= 0.92, score.Table);
    }

    /// <summary>SHIRAKA_TEXTS names a folder of texts and SHIRAKA_READINGS the file their readings go to, for a scorer outside.</summary>
    [Fact]
    public void A_folder_of_texts_is_read_into_json_lines()
    {
        var folder = Environment.GetEnvironmentVariable("SHIRAKA_TEXTS");
        Assert.SkipUnless(folder is not null && System.IO.Directory.Exists(folder), "SHIRAKA_TEXTS names no folder");
        var target = Environment.GetEnvironmentVariable("SHIRAKA_READINGS") ?? Path.Combine(Path.GetTempPath(), "READING.jsonl");
        var lines = System.IO.Directory.GetFiles(folder!, "*.txt").Order(StringComparer.Ordinal).Select(f => ReadingJson.Write(Reader.Read(File.ReadAllText(f), Path.GetFileName(f)))).ToList();
        File.WriteAllLines(target, lines);
        Assert.NotEmpty(lines);
    }

    private static string? Beside(params string[] names)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (System.IO.Directory.Exists(Path.Combine([folder.FullName, .. names]))) return Path.Combine([folder.FullName, .. names]);
        return null;
    }
}
