namespace Shiraka.Directory;

/// <summary>Reads the names of a register into flat arrays; a person's name without numbers needs nothing beside its words.</summary>
internal static class NameRegisterBuild
{
    /// <summary>Numbers above this are dates; they do not help to find a name.</summary>
    private const int MostNumber = 99;

    public static NameRegister From(IEnumerable<string> source, NameKind? kind)
    {
        var names = source as string[] ?? [.. source];
        var known = NameParts.Keeping();
        var ids = new Dictionary<NamePart, int>(ReferenceEqualityComparer.Instance);
        var parts = new List<NamePart>();
        var special = new Dictionary<int, PreparedName>();
        var starts = new int[names.Length + 1];
        var words = new List<int>(names.Length * 3);
        for (var i = 0; i < names.Length; i++)
        {
            var prepared = NameReading.Read(names[i] ?? "", kind, known);
            foreach (var part in prepared.Parts)
            {
                if (!ids.TryGetValue(part, out var id))
                {
                    ids.Add(part, id = parts.Count);
                    parts.Add(part);
                }
                words.Add(id);
            }
            // Meanings are numbered after the words, and the words are not all known yet: marked by a negative number until then.
            foreach (var meaning in Meanings(prepared)) words.Add(~meaning);
            if (prepared.Facets is not null || prepared.Numbers.Length > 0 || prepared.Kin.Length > 0) special.Add(i, prepared);
            starts[i + 1] = words.Count;
        }
        var flat = words.ToArray();
        for (var i = 0; i < flat.Length; i++)
            if (flat[i] < 0) flat[i] = parts.Count + ~flat[i];
        return new(names, parts.ToArray(), new(starts, flat, parts.Count + MostNumber + 1 + NameConcepts.Count), special, kind);
    }

    /// <summary>What a name means beyond its words: numbers and concepts, as small integers.</summary>
    public static List<int> Meanings(PreparedName name)
    {
        List<int> meanings = [];
        foreach (var number in name.Numbers) if (number is >= 0 and <= MostNumber) meanings.Add(number);
        if (name.Facets is not { } facets) return meanings;
        foreach (var concepts in (int[][])[facets.Types, facets.Topics, facets.Patrons, .. facets.Places])
            foreach (var concept in concepts) meanings.Add(MostNumber + 1 + concept);
        return meanings;
    }
}
