using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shiraka.Agreements.TextReading;

/// <summary>The one line of JSON a reading is printed as (contract: the reading schema of the command line).</summary>
public static class ReadingJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Reading reading)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", reading.File);
            json.WriteString("language", reading.Language);
            Strings(json, "languages", reading.Languages);
            json.WriteBoolean("isAgreement", reading.IsAgreement);
            json.WriteNumber("confidence", Math.Round(reading.Confidence, 2));
            json.WriteString("reason", reading.Reason);
            if (reading.BidiOverrides) json.WriteBoolean("bidiOverrides", true);
            Each(json, "ignored", reading.Ignored, s => Span(json, s));
            Each(json, "instruments", reading.Instruments, i => Instrument(json, i));
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Instrument(Utf8JsonWriter json, ReadInstrument instrument)
    {
        json.WriteString("kind", instrument.Kind);
        json.WriteNumber("kindConfidence", Math.Round(instrument.KindConfidence, 2));
        Each(json, "parties", instrument.Parties, p => { Span(json, p.Span); json.WriteString("kind", p.Kind); json.WriteString("country", p.Country); });
        Each(json, "signatories", instrument.Signatories, s => { Nested(json, "name", s.Name); Nested(json, "role", s.Role); Nested(json, "party", s.Party); });
        if (instrument.SignedOn is { } signed)
        {
            json.WriteStartObject("signedOn");
            json.WriteString("value", signed.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Span(json, signed.Span);
            json.WriteEndObject();
        }
        else json.WriteNull("signedOn");
        Nested(json, "place", instrument.Place);
        Nested(json, "renews", instrument.Renews);
        Each(json, "fields", instrument.Fields, f => { Span(json, f.Span); json.WriteString("code", f.Code); });
        Each(json, "commitments", instrument.Commitments, c => Commitment(json, c));
        json.WriteBoolean("committee", instrument.Committee);
        json.WriteString("financial", instrument.Financial);
        Term(json, instrument.Term);
    }

    private static void Commitment(Utf8JsonWriter json, ReadCommitment commitment)
    {
        Span(json, commitment.Span);
        json.WriteString("kind", commitment.Kind);
        json.WriteString("by", commitment.By);
        if (commitment.Quantity is { } quantity) json.WriteNumber("quantity", quantity); else json.WriteNull("quantity");
        json.WriteString("unit", commitment.Unit);
        json.WriteString("period", commitment.Period);
    }

    private static void Term(Utf8JsonWriter json, ReadTerm? term)
    {
        if (term is null) { json.WriteNull("term"); return; }
        json.WriteStartObject("term");
        json.WriteString("duration", term.Duration);
        json.WriteString("entryIntoForce", term.EntryIntoForce);
        json.WriteString("renewal", term.Renewal);
        json.WriteString("noticeBefore", term.NoticeBefore);
        if (term.Span is { } span) Span(json, span);
        json.WriteEndObject();
    }

    private static void Span(Utf8JsonWriter json, ReadSpan span)
    {
        json.WriteString("text", span.Text);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteNumber("confidence", Math.Round(span.Confidence, 2));
        json.WriteString("reason", span.Reason);
    }

    private static void Nested(Utf8JsonWriter json, string name, ReadSpan? span)
    {
        if (span is null) { json.WriteNull(name); return; }
        json.WriteStartObject(name);
        Span(json, span);
        json.WriteEndObject();
    }

    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items) json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
