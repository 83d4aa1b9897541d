using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Shiraka.Tests.HouseRules;

/// <summary>One use: a type of a module names a type of another, or of a package.</summary>
internal sealed record Use(string From, string FromModule, string To, string ToModule, bool ToIsPublic);

/// <summary>
/// Who uses whom in an assembly, read from its metadata and its IL: bases, fields, signatures, attributes, and every token in a method body.
/// A module is the first part of the namespace below <c>root</c>; what lies in the root itself is the module <c>-</c>.
/// </summary>
internal sealed class ModuleGraph
{
    public const string Root = "-";

    private ModuleGraph(IReadOnlyList<Use> uses, IReadOnlyList<(string Type, string Package)> packages) => (Uses, Packages) = (uses, packages);

    /// <summary>Uses between modules, one for each pair of types.</summary>
    public IReadOnlyList<Use> Uses { get; }

    /// <summary>Which outermost type names which referenced assembly.</summary>
    public IReadOnlyList<(string Type, string Package)> Packages { get; }

    public IEnumerable<string> Edges => Uses.Select(use => $"{use.FromModule} -> {use.ToModule}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public static ModuleGraph Of(string assembly, string root)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var names = new TypeNames(metadata, root);
        HashSet<Use> uses = [];
        HashSet<(string, string)> packages = [];
        foreach (var handle in metadata.TypeDefinitions)
        {
            if (names.ModuleOf(handle) is not { } from) continue;
            var used = new UsedTypes(metadata, file);
            used.Walk(handle);
            foreach (var to in used.Definitions)
                if (names.ModuleOf(to) is { } module && module != from) uses.Add(new Use(names.Outermost(handle), from, names.Full(to), module, names.IsPublic(to)));
            foreach (var package in used.Assemblies) packages.Add((names.Outermost(handle), package));
        }

        return new ModuleGraph([.. uses], [.. packages]);
    }

    /// <summary>A way round from a module to itself, or null. Uses by <paramref name="except"/> (the composition root) do not count.</summary>
    public string? Cycle(string except)
    {
        var next = Uses.Where(use => use.From != except).ToLookup(use => use.FromModule, use => use.ToModule, StringComparer.Ordinal);
        var done = new HashSet<string>(StringComparer.Ordinal);
        return next.Select(group => Visit(group.Key, [])).FirstOrDefault(found => found is not null);

        string? Visit(string module, List<string> path)
        {
            if (path.Contains(module)) return string.Join(" -> ", path.SkipWhile(step => step != module).Append(module));
            if (done.Contains(module)) return null;
            path.Add(module);
            var found = next[module].Distinct(StringComparer.Ordinal).Select(to => Visit(to, path)).FirstOrDefault(cycle => cycle is not null);
            path.RemoveAt(path.Count - 1);
            done.Add(module);
            return found;
        }
    }

    private sealed class TypeNames(MetadataReader metadata, string root)
    {
        /// <summary>Null for what the compiler made without a namespace, and for what lies outside the root.</summary>
        public string? ModuleOf(TypeDefinitionHandle handle)
        {
            var space = metadata.GetString(metadata.GetTypeDefinition(OutermostOf(handle)).Namespace);
            if (space == root) return Root;
            return space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;
        }

        public string Outermost(TypeDefinitionHandle handle) => Name(OutermostOf(handle));

        public string Full(TypeDefinitionHandle handle)
        {
            var outer = metadata.GetTypeDefinition(handle).GetDeclaringType();
            return outer.IsNil ? Name(handle) : Full(outer) + "+" + metadata.GetString(metadata.GetTypeDefinition(handle).Name);
        }

        public bool IsPublic(TypeDefinitionHandle handle)
        {
            var type = metadata.GetTypeDefinition(handle);
            var visible = (type.Attributes & System.Reflection.TypeAttributes.VisibilityMask) is System.Reflection.TypeAttributes.Public or System.Reflection.TypeAttributes.NestedPublic;
            return visible && (type.GetDeclaringType().IsNil || IsPublic(type.GetDeclaringType()));
        }

        private string Name(TypeDefinitionHandle handle)
        {
            var type = metadata.GetTypeDefinition(handle);
            return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }

        private TypeDefinitionHandle OutermostOf(TypeDefinitionHandle handle)
        {
            while (metadata.GetTypeDefinition(handle).GetDeclaringType() is { IsNil: false } outer) handle = outer;
            return handle;
        }
    }
}
