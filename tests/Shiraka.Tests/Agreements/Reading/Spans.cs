using Shiraka.Agreements.TextReading;

namespace Shiraka.Tests.Agreements.TextReading;

internal static class Spans
{
    public static IEnumerable<ReadSpan> Of(Reading reading) => reading.Ignored.Concat(reading.Instruments.SelectMany(Of)).OfType<ReadSpan>();

    private static IEnumerable<ReadSpan?> Of(ReadInstrument i) =>
        i.Parties.Select(p => p.Span)
            .Concat(i.Signatories.SelectMany(s => new[] { s.Name, s.Role, s.Party }))
            .Concat(i.Fields.Select(f => f.Span))
            .Concat(i.Commitments.Select(c => c.Span))
            .Append(i.Place).Append(i.Renews).Append(i.SignedOn?.Span).Append(i.Term?.Span);
}
