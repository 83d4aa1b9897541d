using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace Shiraka.Agreements.Terms;

/// <summary>Reads what <c>shiraka terms</c> is given. Every refusal names the line; nothing is computed from a file that is not whole.</summary>
public static class ConventionJson
{
    /// <summary>Far above any agreement; a file that is larger is some other file.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostText = 500;

    /// <returns>The convention, the day asked for where one is, and members that were passed over because nobody knows them.</returns>
    /// <exception cref="RefusedException">With the line and the reason.</exception>
    public static (Convention Said, DateOnly? AsOf, IReadOnlyList<string> PassedOver) Read(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        if (json.Length > MostBytes) throw new RefusedException("terms.too_large", "it is larger than 1 MB");
        if (!Utf8.IsValid(json)) throw new RefusedException("terms.not_utf8", "it is not UTF-8");
        if (json.Trim(" \t\r\n"u8).IsEmpty) throw new RefusedException("terms.empty", "it is empty");
        var root = Object(PlacedJson.Read(json));
        var passed = new List<string>();
        Known(root, "", passed, "signatures", "entryIntoForce", "duration", "renewal", "notice", "prorogations", "suspensions", "termination", "survives", "asOf");
        if (root["notice"] is { } notice) Known(Object(notice), "notice.", passed, "before", "form", "received");
        if (root["renewal"] is { } renewal) Known(Object(renewal), "renewal.", passed, "kind", "duration", "max", "agreed");
        var said = new Convention
        {
            Signatures = [.. List(root["signatures"]).Select(s => new PartySignature(Text(Object(s)["party"] ?? throw No(s, "a signature needs its party")), DayOrNull(s["on"])))],
            Entry = EntryOf(root["entryIntoForce"]),
            Duration = DurationOf(root["duration"]),
            Renewal = RenewalOf(root["renewal"]),
            NoticeBefore = LengthOrNull(root["notice"]?["before"]),
            NoticeForm = root["notice"]?["form"] is { } form ? Text(form) : null,
            Notices = [.. List(root["notice"]?["received"]).Select(one => NoticeOf(one, root["notice"]?["form"]?.Text))],
            Prorogations = [.. List(root["prorogations"]).Select(ProrogationOf)],
            Suspensions = [.. List(root["suspensions"]).Select(s => new Suspension(Day(Object(s)["from"] ?? throw No(s, "a suspension needs its first day, from")), DayOrNull(s["to"]), Flag(s["extendsTerm"])))],
            TerminatedOn = root["termination"] is { } end ? Day(Object(end)["on"] ?? throw No(end, "a termination needs its day, on")) : null,
            Survives = [.. List(root["survives"]).Select(s => new SurvivingClause(Text(Object(s)["clause"] ?? throw No(s, "what survives needs its clause")), LengthOrNull(s["duration"])))],
        };
        if (Contradictions.In(said) is [var first, ..]) throw PlacedJson.Refuse(LineOf(root, first.Where), $"{first.Where}: {first.Message}");
        return (said, DayOrNull(root["asOf"]), passed);
    }

    private static Entry EntryOf(PlacedJson? value) => value switch
    {
        null => default,
        { Kind: JsonTokenType.String, Text: "first-signature" } => new(EntryRule.FirstSignature),
        { Kind: JsonTokenType.String, Text: "last-signature" } => new(EntryRule.LastSignature),
        _ => new(EntryRule.OnDay, Day(value, "it enters into force on first-signature, last-signature or a day")),
    };

    private static BindingTime DurationOf(PlacedJson? value) => value switch
    {
        null => default,
        { Kind: JsonTokenType.String, Text: "open" } => new(DurationKind.Open),
        { Kind: JsonTokenType.StartObject, Members: [{ Key: "minimum", Value: var least }] } => new(DurationKind.Minimum, Length(least)),
        { Kind: JsonTokenType.StartObject, Members: [{ Key: "fixed", Value: var whole }] } => new(DurationKind.Fixed, Length(whole)),
        { Kind: JsonTokenType.StartObject, Members: [{ Key: "to", Value: var end }] } => new(DurationKind.Fixed, null, Day(end)),
        { Kind: JsonTokenType.StartObject } => throw No(value, "a duration is a length, \"open\", {\"minimum\": length}, {\"fixed\": length} or {\"to\": day}"),
        _ => new(DurationKind.Fixed, Length(value)),
    };

    private static Renewal RenewalOf(PlacedJson? value)
    {
        if (value is null) return new(RenewalKind.Unsaid);
        var kind = value["kind"] switch
        {
            null => RenewalKind.Unsaid,
            { Kind: JsonTokenType.String, Text: "none" } => RenewalKind.None,
            { Kind: JsonTokenType.String, Text: "tacit" } => RenewalKind.Tacit,
            { Kind: JsonTokenType.String, Text: "express" } => RenewalKind.Express,
            var other => throw No(other, "a renewal is none, tacit or express"),
        };
        return new(kind, LengthOrNull(value["duration"]), value["max"] is { } max ? Count(max) : null) { Agreed = [.. List(value["agreed"]).Select(one => Day(one))] };
    }

    private static ReceivedNotice NoticeOf(PlacedJson value, string? asked)
    {
        if (value.Kind is not JsonTokenType.StartObject) return new(Day(value));
        var form = value["form"] is { } given ? Text(given) : null;
        return new(Day(value["on"] ?? throw No(value, "a notice needs its day, on")), form is null || asked is null ? null : string.Equals(form, asked, StringComparison.OrdinalIgnoreCase));
    }

    private static Prorogation ProrogationOf(PlacedJson value)
    {
        var longer = new Prorogation(Day(Object(value)["agreedOn"] ?? throw No(value, "a prorogation needs the day it was agreed, agreedOn")), LengthOrNull(value["duration"]), DayOrNull(value["to"]));
        return longer is { Length: null, To: null } or { Length: not null, To: not null } ? throw No(value, "a prorogation has either a duration or its end, to") : longer;
    }

    private static void Known(PlacedJson value, string path, List<string> passed, params string[] names) => passed.AddRange(value.Members
        .Where(member => !names.Contains(member.Key, StringComparer.Ordinal))
        .Select(member => FormattableString.Invariant($"line {member.Value.Line}: {path}{Shown(member.Key)} is not known and was passed over")));

    private static PlacedJson Object(PlacedJson value) => value.Kind is JsonTokenType.StartObject ? value : throw No(value, "an object belongs here");

    private static IEnumerable<PlacedJson> List(PlacedJson? value) => value is null ? []
        : value.Kind is not JsonTokenType.StartArray ? throw No(value, "a list belongs here")
        : value.Items;

    private static DateOnly? DayOrNull(PlacedJson? value) => value is null ? null : Day(value);

    private static DateOnly Day(PlacedJson value, string reason = "a day is written 2021-01-31 and must exist") =>
        value.Kind is JsonTokenType.String && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw No(value, reason);

    private static TermLength? LengthOrNull(PlacedJson? value) => value is null ? null : Length(value);

    private static TermLength Length(PlacedJson value) => value.Kind is JsonTokenType.String && TermLength.TryParse(value.Text, out var length) ? length
        : throw No(value, "a duration is written P3Y, P18M, P90D and is longer than nothing");

    private static int Count(PlacedJson value) => value.Kind is JsonTokenType.Number && int.TryParse(value.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count
        : throw No(value, "a number of renewals is a whole number from 0 on");

    private static bool? Flag(PlacedJson? value) => value?.Kind switch
    {
        null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw No(value!, "true or false belongs here"),
    };

    // Marks that reorder the display could make a name or a form look like another one.
    private static string Text(PlacedJson value) => value is not { Kind: JsonTokenType.String, Text: { } text } ? throw No(value, "a text belongs here")
        : text.Length > MostText ? throw No(value, "the text is too long")
        : string.IsNullOrWhiteSpace(text) || text.Any(Reorders) ? throw No(value, "the text is empty or holds marks that reorder or hide it") : text.Normalize();

    private static bool Reorders(char letter) => char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static string Shown(string name) => new([.. name.Take(40).Select(letter => Reorders(letter) ? '\uFFFD' : letter)]);

    private static RefusedException No(PlacedJson value, string reason) => PlacedJson.Refuse(value.Line, reason);

    private static long LineOf(PlacedJson root, string where)
    {
        var at = root;
        foreach (var step in where.Split('.', '['))
            at = (step is [.., ']'] ? at.Members.ElementAtOrDefault(int.Parse(step[..^1], CultureInfo.InvariantCulture)).Value : at[step]) ?? at;
        return at.Line;
    }
}
