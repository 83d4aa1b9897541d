namespace Shiraka.Tests.HouseRules;

public sealed class SourceTests(ITestOutputHelper output)
{
    private const int MostLines = 300;
    private const int MostLinesOf95Percent = 160;

    /// <summary>A folder is named for what the field calls its contents, never for the technical role of its classes.</summary>
    private static readonly string[] TechnicalRoles =
    [
        "Commands", "Queries", "Handlers", "Models", "Entities", "Dtos", "Interfaces", "Abstractions", "Services", "Repositories", "Controllers", "Managers",
        "Helpers", "Utils", "Utilities", "Common", "Core", "Extensions", "Exceptions", "Enums", "Constants", "Types",
    ];

    [Fact]
    public void Source_files_are_short()
    {
        var files = Files().Select(file => (File: file, Lines: File.ReadLines(file).Count())).OrderBy(file => file.Lines).ToList();
        var p95 = files[(int)(files.Count * 0.95)].Lines;
        output.WriteLine($"{files.Count} files, median {files[files.Count / 2].Lines}, 95 % at most {p95}, longest {files[^1].Lines} ({Path.GetFileName(files[^1].File)})");
        Assert.True(files.Count > 100, "The sources were not found.");
        Assert.Empty(TooLong(files));
        Assert.InRange(p95, 1, MostLinesOf95Percent);
    }

    [Fact]
    public void No_folder_of_the_modules_is_named_for_a_technical_role() =>
        Assert.Empty(Technical(Files().Where(file => file.StartsWith(Path.Combine(Sources, "Shiraka") + "/", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(Sources, file))));

    [Fact]
    public void A_long_file_and_a_technical_folder_are_found()
    {
        Assert.Equal(["long.cs"], TooLong([("short.cs", 300), ("long.cs", 301)]));
        Assert.Equal(["Shiraka/Plasma/Handlers/X.cs"], Technical(["Shiraka/Plasma/Handlers/X.cs", "Shiraka/Plasma/Testing/X.cs"]));
    }

    private static string Sources { get; } = Path.Combine(Repository(), "src");

    private static IEnumerable<string> TooLong(IEnumerable<(string File, int Lines)> files) => files.Where(file => file.Lines > MostLines).Select(file => file.File);

    private static IEnumerable<string> Technical(IEnumerable<string> files) => files.Where(file => file.Split('/').SkipLast(1).Any(part => TechnicalRoles.Contains(part)));

    private static IEnumerable<string> Files() => System.IO.Directory.EnumerateFiles(Sources, "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Shiraka.slnx"))) at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("The repository was not found above the tests.");
    }
}
