using Shiraka.Agreements.TextReading;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>A value of a confirmed record, with the words of the source it rests on; without a passage where a person added it.</summary>
public sealed record ProvenValue(string Label, Proposed At);

/// <summary>
/// Finds again, in the text a record was confirmed from, the words of its values. From the record and not from a new reading: a reader
/// that has learned since would see another record.
/// </summary>
internal static class Passages
{
    public static IReadOnlyList<ProvenValue> Of(AgreementConfirmed record, string text, Reading reading, Words words)
    {
        var values = new List<ProvenValue>();
        var read = reading.Instruments.SelectMany(SpansOf).OfType<ReadSpan>().ToList();

        void Add(string label, string? value, ReadSpan? span)
        {
            if (value is not null) values.Add(new(label, new Proposed(values.Count + 1, label, value, span is null ? null : span with { Confidence = 1 })));
        }

        // Of several places where the same words stand, the one the reader takes them from.
        ReadSpan? At(string? value, int line = 1) => value is null ? null : read.FirstOrDefault(span => Folded(span.Text) == Folded(value)) ?? Find(text, value, line);

        Add(words["agreements.signed-on"], record.SignedOn is { } day ? words.Date(day) : record.SignedOnText,
            reading.Instruments.FirstOrDefault(one => one.SignedOn is not null && one.SignedOn.Value == record.SignedOn)?.SignedOn?.Span ?? At(record.SignedOnText) ?? Written(text, record.SignedOn));
        Add(words["agreements.place"], record.Place, At(record.Place));
        foreach (var (party, i) in record.Parties.Select((party, i) => (party, i))) Add(words["agreements.party-n", i + 1], party.Name, At(party.AsWritten));
        foreach (var (signatory, i) in record.Signatories.Select((one, i) => (one, i)))
            Add(words["agreements.signatory-n", i + 1], signatory.Role is null ? signatory.Name : $"{signatory.Name} – {signatory.Role}", At(signatory.Name));
        foreach (var promise in record.Commitments.OrderBy(promise => promise.Ordinal))
            Add(words["agreements.provenance.promise-n", promise.Ordinal], promise.Title, Find(text, promise.Quote, promise.Line ?? 1));
        return values;
    }

    private static IEnumerable<ReadSpan?> SpansOf(ReadInstrument one) => [one.Place, .. one.Parties.Select(party => party.Span), .. one.Signatories.Select(signatory => signatory.Name)];

    // A day that a person took from words in which the reader sees no day of signing (a dateline).
    private static ReadSpan? Written(string text, DateOnly? day) => day is not { } signed ? null
        : Enum.GetValues<Language>().Select(language => Find(text, Words.In(language).Date(signed))).FirstOrDefault(span => span is not null);

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where <paramref name="value"/> first stands in the text from a line on, whatever the blanks between its words.</summary>
    internal static ReadSpan? Find(string text, string? value, int line = 1)
    {
        var sought = value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (sought.Length == 0) return null;
        for (var start = text.IndexOf(sought[0], StartOf(text, line), StringComparison.Ordinal); start >= 0; start = text.IndexOf(sought[0], start + 1, StringComparison.Ordinal))
            if (EndOf(text, start, sought) is { } end) return new ReadSpan(text[start..end], start, end, 1, "confirmed");
        return line > 1 ? Find(text, value) : null;      // a line that a person gave may be wrong
    }

    private static int? EndOf(string text, int at, string[] sought)
    {
        foreach (var word in sought)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) return null;
            at += word.Length;
        }

        return at;
    }

    private static int StartOf(string text, int line)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) return 0;
            start = end + 1;
        }

        return start;
    }
}
