using System.Reflection;

namespace Shiraka.Directory;

/// <summary>Reads the lexicons that travel inside the assembly; a line that starts with # tells where its facts come from.</summary>
internal static class NameData
{
    public static IEnumerable<string[]> Rows(string file)
    {
        var resource = $"Directory/Names/{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The lexicon {resource} is not embedded");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            yield return line.Split('\t');
        }
    }

    public static string[] Forms(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
