using Shiraka.Agreements.TextReading;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Agreements;

/// <summary>Cuts a source into its lines, numbered as they stand in it, with the passages of the record marked and the noise named.</summary>
internal static class SourceParagraphs
{
    public static IReadOnlyList<SourceParagraph> Of(string text, Reading reading, IEnumerable<Proposed> fields, Words words, IReadOnlySet<int> restored)
    {
        var cites = Cites(fields);
        var paragraphs = new List<SourceParagraph>();
        var line = 1;       // as promises name it
        for (var start = 0; start < text.Length; line++)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) paragraphs.Add(Paragraph(line, text, start, end, reading, cites, words, restored));
            start = end + 1;
        }

        return paragraphs;
    }

    private static SourceParagraph Paragraph(int number, string text, int start, int end, Reading reading, List<(int Start, int End, Proposed Field)> cites, Words words, IReadOnlySet<int> restored)
    {
        var noise = reading.Ignored.FirstOrDefault(span => span.Start <= start && span.End >= end - 1);
        if (noise is not null)
        {
            var key = "agreements.noise." + noise.Reason;
            var why = words[words.Has(key) ? key : "agreements.noise.other"];
            return restored.Contains(number)
                ? new SourceParagraph(number, SourceKind.Aside, [new SourceSpan(text[start..end])], words["agreements.noise.restored", why]) { Restored = true }
                : new SourceParagraph(number, SourceKind.Noise, [new SourceSpan(text[start..end])], why);
        }

        var spans = new List<SourceSpan>();
        var at = start;
        foreach (var (from, to, field) in cites.Where(c => c.Start < end && c.End > start))
        {
            var (first, last) = (Math.Max(from, at), Math.Min(to, end));
            if (first >= last) continue;
            if (first > at) spans.Add(new SourceSpan(text[at..first]));
            spans.Add(new SourceSpan(text[first..last], from >= start ? field.Number : null, field.Is));
            at = last;
        }

        if (at < end) spans.Add(new SourceSpan(text[at..end]));
        return new SourceParagraph(number, SourceKind.Text, spans);
    }

    // Where two passages overlap, the shorter one is marked: the longer can still be reached by its number from the record.
    private static List<(int Start, int End, Proposed Field)> Cites(IEnumerable<Proposed> fields)
    {
        var kept = new List<(int Start, int End, Proposed Field)>();
        foreach (var field in fields.Where(p => p.Span is { End: > 0 }).OrderBy(p => p.Span!.End - p.Span.Start))
        {
            var span = field.Span!;
            if (kept.TrueForAll(k => span.End <= k.Start || span.Start >= k.End)) kept.Add((span.Start, span.End, field));
        }

        kept.Sort((a, b) => a.Start.CompareTo(b.Start));
        return kept;
    }
}
