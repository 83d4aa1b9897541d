namespace Shiraka.Directory;

/// <summary>
/// The names of all organisations, or of all persons. Where they are many, a register says which are worth comparing with a written
/// name; scores and reasons come from the same comparison as where they are few.
/// </summary>
internal sealed class IndexedNames
{
    /// <summary>So many are compared one by one in some 20 ms; a register costs as much as a few such looks, once for each change.</summary>
    public const int Few = 5_000;

    private const int Looked = 60;

    private readonly bool isKept;
    private readonly Lazy<Many> many;

    public IndexedNames(NameKind kind, IReadOnlyList<IndexedName> all, bool isKept)
    {
        (All, this.isKept) = (all, isKept);
        many = new(() => new(
            NameRegister.Build(all.Select(name => name.Text), kind),
            all.ToLookup(name => name.Key, name => name.Thing, StringComparer.Ordinal),
            all.ToLookup(name => name.Thing)));
    }

    public IReadOnlyList<IndexedName> All { get; }

    /// <summary>All names of each thing that may be meant, of the things that <paramref name="among"/> admits (null: all).</summary>
    /// <param name="country">Namesakes in this country are looked for apart: each country has its ministry of health.</param>
    public IReadOnlyList<IndexedName> Worth(string asWritten, string? country = null, Func<IndexedName, bool>? among = null)
    {
        var admitted = among is null ? All : [.. All.Where(among)];
        // What a command sees before it is committed is not kept: a register of it would serve one question.
        if (!isKept || admitted.Count <= Few) return admitted;
        var things = many.Value.Written[WrittenName.Key(asWritten)].ToHashSet();
        Look(name => among?.Invoke(name) != false);
        if (country is not null) Look(name => name.Country == country && among?.Invoke(name) != false);
        return [.. things.SelectMany(thing => many.Value.Borne[thing]).Where(name => among?.Invoke(name) != false)];

        void Look(Func<IndexedName, bool> admits)
        {
            foreach (var hit in many.Value.Register.Search(asWritten, Looked, at => admits(All[at]))) things.Add(All[hit.Index].Thing);
        }
    }

    private sealed record Many(NameRegister Register, ILookup<string, Guid> Written, ILookup<Guid, IndexedName> Borne);
}
