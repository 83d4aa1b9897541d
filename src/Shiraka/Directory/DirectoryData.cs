namespace Shiraka.Directory;

/// <summary>Reads the tables that ship with the module; a line that starts with # says where its figures come from.</summary>
internal static class DirectoryData
{
    public static IEnumerable<string[]> Rows(string file)
    {
        using var reader = new StreamReader(typeof(DirectoryData).Assembly.GetManifestResourceStream("Directory/" + file)!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
    }
}
