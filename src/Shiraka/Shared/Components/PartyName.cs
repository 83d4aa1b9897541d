namespace Shiraka.Shared.Components;

/// <summary>A party as the head of a page shows it; <paramref name="Written"/> where its name is not in the language of the page.</summary>
public sealed record PartyName(string Name, string Place, Language? Written = null);
