namespace Shiraka.Shared.Components;

/// <summary>A promise in the tally; <paramref name="Href"/> is the fragment of its row (<c>#e2</c>).</summary>
public sealed record PromiseSeal(int Number, string Title, Standing Is, string StatusText, string Href);
