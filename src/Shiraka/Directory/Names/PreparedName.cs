namespace Shiraka.Directory;

/// <summary>What a name names; it decides which rules compare it.</summary>
public enum NameKind { Person, Institution, Place }

/// <summary>A name read once, to be compared many times. Immutable; safe to share between threads.</summary>
public sealed class PreparedName
{
    internal PreparedName(string text, NameKind kind, NamePart[] parts, int[] numbers, string kin, InstitutionFacets? facets)
    {
        (Text, Kind, Parts, Numbers, Kin, Facets) = (text, kind, parts, numbers, kin, facets);
    }

    /// <summary>The name as it was given.</summary>
    public string Text { get; }
    public NameKind Kind { get; }
    internal NamePart[] Parts { get; }
    internal int[] Numbers { get; }

    /// <summary>Who of a family is meant (father, daughter, widow), empty where nothing is said.</summary>
    internal string Kin { get; }
    internal InstitutionFacets? Facets { get; }

    /// <summary>No word, number or meaning: there is nothing to compare.</summary>
    internal bool SaysNothing => Parts.Length + Numbers.Length == 0 && Facets is null or { Initials: "", Types: [], Topics: [], Patrons: [], Places: [], Acronyms: [] };
}
