namespace Shiraka.Shared.Components;

/// <summary>A filter: its text with the count ("En retard (1)") and the page it leads to.</summary>
public sealed record Chip(string Text, string Href, bool Current = false);
