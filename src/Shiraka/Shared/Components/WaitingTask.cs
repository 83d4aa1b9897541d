namespace Shiraka.Shared.Components;

/// <summary>Something that waits for a person; <paramref name="Now"/> where it is due today or before.</summary>
public sealed record WaitingTask(string When, bool Now, string Title, string Href, string Detail, string? Action = null, string? ActionHref = null);

/// <summary>
/// A leaf of the calendar: <paramref name="Big"/> over <paramref name="Small"/> (25 over juin), or a count where there is no day.
/// <paramref name="Ends"/> for what expires rather than meets.
/// </summary>
public sealed record DateLeaf(DateOnly? On, string Big, string Small, string Title, string Detail, bool Ends = false, string? Href = null, string? LinkText = null);
