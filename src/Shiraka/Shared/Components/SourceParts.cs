namespace Shiraka.Shared.Components;

/// <summary>What a paragraph of a source is: text that is read, noise that is left out, or text kept though it promises nothing.</summary>
public enum SourceKind { Text, Noise, Aside }

/// <summary>A stretch of a paragraph; with a <paramref name="Cite"/> it is the passage of that number.</summary>
public sealed record SourceSpan(string Text, int? Cite = null, Confidence Is = Confidence.Sure);

/// <summary>A paragraph of a source; <paramref name="Number"/> is its line, from 1; <paramref name="Reason"/> says why it is noise or aside.</summary>
public sealed record SourceParagraph(int Number, SourceKind Kind, IReadOnlyList<SourceSpan> Spans, string? Reason = null)
{
    /// <summary>Its language where it is not that of the source.</summary>
    public Language? Written { get; init; }

    /// <summary>It was noise, and a person took it back.</summary>
    public bool Restored { get; init; }

    public string Text => string.Concat(Spans.Select(span => span.Text));
}
