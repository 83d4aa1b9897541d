namespace Shiraka.Shared.Components;

/// <summary>The knots of a strand in the order of the thread.</summary>
public enum Knot { Promise, Plan, Fact, Measure }

/// <summary>An activity that serves a promise, before its link the word of its standing for those who listen.</summary>
public sealed record PlannedWork(Standing Is, string StatusWord, string Text, string Href);

/// <summary>What was done, with what proves it; no <paramref name="Evidence"/> is shown as "without proof" where it needs one.</summary>
public sealed record DoneWork(string Text, string? Evidence = null, string? Href = null)
{
    /// <summary>The page of the fact itself, to which its words lead.</summary>
    public string? Opens { get; init; }

    /// <summary>False for what follows from other facts and has nothing of its own to prove.</summary>
    public bool NeedsProof { get; init; } = true;
}

/// <summary>Nothing here: why, and the link that would end the silence.</summary>
public sealed record Silence(string Text, string? LinkText = null, string? Href = null);

/// <summary>
/// The measure at the end of a strand: <paramref name="Figure"/> "9", <paramref name="Of"/> "/ 12 stagiaires",
/// value and due in percent of the target, and what was to be expected by today.
/// </summary>
public sealed record Measured(Standing Is, string StatusText, string Figure, string Of, double Value, double? Due, string Expected)
{
    /// <summary>The facts behind the figure, to which it leads.</summary>
    public string? Href { get; init; }
}
