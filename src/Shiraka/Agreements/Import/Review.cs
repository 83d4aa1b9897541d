using Shiraka.Agreements.TextReading;
using Shiraka.Directory;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Agreements;

/// <summary>A value as the reader proposes it: numbered, with its passage, how sure it is, and why (a code).</summary>
public sealed record Proposed(int Number, string Field, string? Value, ReadSpan? Span)
{
    // Below this a person looks twice; the design ticks only what is sure.
    private const double Sure = 0.85;

    public Confidence Is => Value is null ? Confidence.None : Span is null || Span.Confidence < Sure ? Confidence.Check : Confidence.Sure;

    public double? Percent => Span is null ? null : Math.Round(Span.Confidence * 100);

    public string? Reason => Span?.Reason;
}

public sealed record ProposedParty(Proposed Name, string Kind, string? Country, IReadOnlyList<OrganisationProposal> Proposals);

public sealed record ProposedSignatory(Proposed Name, string? Role, string? Party);

public sealed record ProposedPromise(Proposed Title, ReadCommitment Read, int Line)
{
    /// <summary>Before the names of its fields in the form.</summary>
    public string Prefix => Title.Field[..^"title".Length];
}

/// <summary>One instrument of a text, ready to be confirmed. <see cref="At"/> prefixes its fields in the form.</summary>
public sealed record ProposedInstrument(
    int At, Proposed Title, Proposed Kind, Proposed SignedOn, Proposed Place, IReadOnlyList<ProposedParty> Parties,
    IReadOnlyList<ProposedSignatory> Signatories, IReadOnlyList<string> Fields, IReadOnlyList<ProposedPromise> Promises, bool Committee,
    string Financial, ReadTerm? Term)
{
    /// <summary>The words of a day of signing that the calendar does not have.</summary>
    public string? NoSuchDay { get; init; }

    public string Prefix => $"i{At}.";

    public IEnumerable<Proposed> All => [Title, Kind, SignedOn, Place, .. Parties.Select(p => p.Name), .. Signatories.Select(s => s.Name), .. Promises.Select(p => p.Title)];
}

/// <summary>
/// The record proposed from a text, field by field, and the text with the passages it rests on. Made anew from the source each
/// time: the reader is deterministic, so the passages are always those of the text.
/// </summary>
public sealed record Review(SourceRecord Source, Reading Reading, IReadOnlyList<ProposedInstrument> Instruments, IReadOnlyList<SourceParagraph> Paragraphs)
{
    /// <summary>Lines that were struck as noise and taken back by a person.</summary>
    public IEnumerable<SourceParagraph> Restored => Paragraphs.Where(paragraph => paragraph.Restored);

    public int Count(Confidence confidence) => Instruments.SelectMany(i => i.All).Count(p => p.Is == confidence);

    /// <param name="restored">Lines that a person took back from the noise.</param>
    public static async Task<Review> OfAsync(SourceRecord source, OrganisationFinder finder, Words words, CancellationToken cancel, IReadOnlySet<int>? restored = null)
    {
        var reading = Reader.Read(source.Text, source.Name);
        var number = 0;
        var instruments = new List<ProposedInstrument>();
        foreach (var (read, at) in (reading.Instruments.Count > 0 ? reading.Instruments : [Nothing]).Select((read, at) => (read, at)))
            instruments.Add(await ProposeAsync(read, at, source, finder, words, () => ++number, cancel));
        return new Review(source, reading, instruments, SourceParagraphs.Of(source.Text, reading, instruments.SelectMany(i => i.All), words, restored ?? new HashSet<int>()));
    }

    // A text that a person calls an agreement against the reader's word: an empty record to fill in.
    private static readonly ReadInstrument Nothing = new("other", 0, [], [], null, null, null, [], [], false, "none_stated", null);

    private static async Task<ProposedInstrument> ProposeAsync(
        ReadInstrument read, int at, SourceRecord source, OrganisationFinder finder, Words words, Func<int> next, CancellationToken cancel)
    {
        var prefix = $"i{at}.";
        var kind = new ReadSpan(read.Kind, 0, 0, read.KindConfidence, "word_of_kind");
        var parties = new List<ProposedParty>();
        var title = new Proposed(next(), prefix + "title", TitleOf(read, words), null);
        var kindField = new Proposed(next(), prefix + "kind", read.Kind, kind);
        var signedOn = new Proposed(next(), prefix + "signedOn", read.SignedOn?.Value.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture), read.SignedOn?.Span);
        var place = new Proposed(next(), prefix + "place", read.Place?.Text, read.Place);
        foreach (var (party, i) in read.Parties.Select((party, i) => (party, i)))
            parties.Add(new ProposedParty(
                new Proposed(next(), $"{prefix}p{i}.name", party.Span.Text.ReplaceLineEndings(" "), party.Span), party.Kind, party.Country,
                await finder.ProposeAsync(party.Span.Text.ReplaceLineEndings(" "), party.Country, 4, cancel)));
        var signatories = read.Signatories.Select((s, i) => new ProposedSignatory(
            new Proposed(next(), $"{prefix}s{i}.name", s.Name.Text.ReplaceLineEndings(" "), s.Name), s.Role?.Text, s.Party?.Text)).ToList();
        var promises = read.Commitments.Select((c, i) => new ProposedPromise(
            new Proposed(next(), $"{prefix}c{i}.title", words["agreements.promise." + c.Kind], c.Span), c, LineOf(source.Text, c.Span.Start))).ToList();
        return new ProposedInstrument(at, title, kindField, signedOn, place, parties, signatories, [.. read.Fields.Select(f => f.Code).Distinct()], promises,
            read.Committee, read.Financial, read.Term)
        { NoSuchDay = read.NoSuchDay?.Text.ReplaceLineEndings(" ") };
    }

    private static string? TitleOf(ReadInstrument read, Words words) => read.Parties.Count < 2
        ? null
        : string.Join(" – ", read.Parties.Take(3).Select(p => p.Span.Text.ReplaceLineEndings(" ")));

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;
}
