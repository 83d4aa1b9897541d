using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Shiraka.Ledger;

/// <summary>The JSON of a dossier: a file of its own, or a part of a report or a certificate.</summary>
public static class DossierFile
{
    // Strict on purpose: a member that no proof covers, or one given twice, could show a reader what nobody sealed.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static string Write(Dossier dossier) => JsonSerializer.Serialize(dossier, Options);

    public static void Write(Dossier dossier, Stream to) => JsonSerializer.Serialize(to, dossier, Options);

    /// <summary>Reads without judging the proofs. Throws <see cref="FormatException"/> where it is not a dossier of this version.</summary>
    public static Dossier Read(string text) => Read(() => JsonSerializer.Deserialize<Dossier>(text, Options));

    /// <inheritdoc cref="Read(string)"/>
    public static Dossier Read(Stream from) => Read(() => JsonSerializer.Deserialize<Dossier>(from, Options));

    /// <summary>The element of an HTML report or certificate that holds its dossier.</summary>
    public const string HtmlElement = "<script type=\"application/json\" id=\"shiraka-dossier\">";

    /// <summary>
    /// Reads a dossier, or the one that an HTML file of ours carries in <see cref="HtmlElement"/>. Angle brackets are
    /// escaped inside a dossier, so its element ends at the first closing tag.
    /// </summary>
    /// <exception cref="FormatException">It holds no dossier, or more than one.</exception>
    public static Dossier ReadAny(string text)
    {
        if (!text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("<")) return Read(text);
        var parts = text.Split(HtmlElement);
        if (parts is not [_, var rest] || rest.IndexOf("</script>", StringComparison.Ordinal) is not (>= 0 and var end))
            throw new FormatException("This HTML file does not carry exactly one dossier.");
        return Read(rest[..end]);
    }

    private static Dossier Read(Func<Dossier?> read)
    {
        try
        {
            var dossier = read();
            // The serializer checks members; items of an array may still be null.
            if (dossier is not { Format: Dossier.FormatV1 }
                || dossier.Facts.Any(f => f is not { BodyDigest.Length: Leaf.HashLength } || f.Proof.Contains(null!)))
                throw new FormatException($"This is not a {Dossier.FormatV1}.");
            return dossier;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)   // the second: text that is not valid Unicode
        {
            throw new FormatException($"This is not a {Dossier.FormatV1}: {e.Message}", e);
        }
    }
}
