namespace Shiraka.Directory;

/// <summary>What an institution's or a place's name says, beyond the words no lexicon knows. Ids are those of <see cref="NameConcepts"/>.</summary>
internal sealed record InstitutionFacets(
    int[] Types, int[] Topics, int[] Patrons, int[][] Places, string[] Acronyms, string Initials, string? Spelled);
