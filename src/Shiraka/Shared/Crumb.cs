namespace Shiraka.Shared;

/// <summary>One step of the way to a page; <paramref name="Path"/> is without the language.</summary>
public sealed record Crumb(string Text, string? Path = null);
