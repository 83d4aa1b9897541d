using System.Globalization;
using Shiraka.Agreements.TextReading;
using Shiraka.Directory;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Agreements;

/// <summary>
/// Reads the confirmed record from the form. Only ticked fields are taken; quotations, kinds and lines come from the source, not
/// from the form.
/// </summary>
internal static class ConfirmForm
{
    /// <summary>Rows for what the reader missed.</summary>
    public const int BlankRows = 3;

    private const int MostQuote = 2000;

    /// <summary>Before the fields of a promise of a line taken back from the noise.</summary>
    public static string RestoredOf(string instrument, int line) => $"{instrument}r{line}.";

    public static ConfirmDraft.Request Read(PostedForm form, Review review)
    {
        var ticked = form.All("confirm").ToHashSet(StringComparer.Ordinal);
        var instruments = review.Instruments.Where(i => review.Instruments.Count == 1 || form.IsTicked(i.Prefix + "use")).Select(i => Instrument(form, i, ticked, i.At == 0 ? [.. review.Restored] : [])).ToList();
        var request = new ConfirmDraft.Request(instruments, form.TextOrNull("sourceKind") ?? "press_article", form.DayOrNull("publishedOn"));
        form.Check();
        return request;
    }

    private static ConfirmDraft.Instrument Instrument(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked, IReadOnlyList<SourceParagraph> restored)
    {
        var prefix = proposed.Prefix;
        string? Taken(Proposed field) => ticked.Contains(field.Field) || field.Value is null ? form.TextOrNull(field.Field, 2000) : null;
        var parties = Parties(form, proposed, ticked).ToList();
        var rows = parties.ConvertAll(p => p.Row);
        var day = Taken(proposed.SignedOn) is null ? null : form.DayOrNull(proposed.SignedOn.Field);
        return new ConfirmDraft.Instrument(
            form.Text(prefix + "title", 300), form.Text(prefix + "kind", 40), [.. parties.Select(p => p.Choice)], [.. Promises(form, proposed, ticked, rows), .. Restored(form, prefix, restored, rows)])
        {
            Signatories = [.. Signatories(form, proposed, ticked)],
            SignedOn = day,
            SignedOnText = day is null ? form.TextOrNull(prefix + "signedOnText", 100) : null,
            Place = Taken(proposed.Place),
            Fields = proposed.Fields,
            Committee = form.IsTicked(prefix + "committee"),
            Financial = form.TextOrNull(prefix + "financial", 40) ?? "none_stated",
            Term = Term(form, prefix, day),
        };
    }

    private static IEnumerable<(ConfirmDraft.PartyChoice Choice, int Row)> Parties(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked)
    {
        for (var i = 0; i < proposed.Parties.Count + BlankRows; i++)
        {
            var field = $"{proposed.Prefix}p{i}.";
            var known = i < proposed.Parties.Count ? proposed.Parties[i] : null;
            if (known is not null && !ticked.Contains(known.Name.Field)) continue;
            if (form.TextOrNull(field + "name", 300) is not { } name) continue;
            var organisation = form.TextOrNull(field + "org") is { } chosen && Guid.TryParse(chosen, out var id) ? id : (Guid?)null;
            if (organisation is null && !form.Has(field + "country")) form.Refuse("agreements.party_without_country", field + "country", name);
            yield return (new ConfirmDraft.PartyChoice(known?.Name.Value ?? name, organisation, form.ChoiceOrNull<OrganisationKind>(field + "type") ?? OrganisationKind.Other,
                form.TextOrNull(field + "country", 2), name), i);
        }
    }

    private static IEnumerable<AgreementSignatory> Signatories(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked)
    {
        for (var i = 0; i < proposed.Signatories.Count + 1; i++)
        {
            var known = i < proposed.Signatories.Count ? proposed.Signatories[i] : null;
            if (known is not null && !ticked.Contains(known.Name.Field)) continue;
            if (form.TextOrNull($"{proposed.Prefix}s{i}.name", 200) is { } name)
                yield return new AgreementSignatory(name, form.TextOrNull($"{proposed.Prefix}s{i}.role", 300), known?.Party);
        }
    }

    private static IEnumerable<ConfirmDraft.Promise> Promises(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked, List<int> parties)
    {
        foreach (var promise in proposed.Promises)
            if (ticked.Contains(promise.Title.Field))
                yield return Promised(form, promise.Prefix, new PromiseTerms(promise.Read, proposed.Parties), parties,
                    new ConfirmDraft.Promise(promise.Read.Kind, form.Text(promise.Title.Field, 300), promise.Read.Span.Text, promise.Line));

        for (var i = proposed.Promises.Count; i < proposed.Promises.Count + BlankRows; i++)
            if ($"{proposed.Prefix}c{i}." is var prefix && form.TextOrNull(prefix + "title", 300) is { } title)
                yield return Promised(form, prefix, PromiseTerms.Unsaid, parties,
                    new ConfirmDraft.Promise(form.TextOrNull(prefix + "type", 40) ?? "other", title, form.TextOrNull(prefix + "quote", 2000) ?? title));
    }

    // The words of a line that was taken back come from the source as well; the person names what they promise.
    private static IEnumerable<ConfirmDraft.Promise> Restored(PostedForm form, string prefix, IReadOnlyList<SourceParagraph> restored, List<int> parties)
    {
        foreach (var line in restored)
            if (RestoredOf(prefix, line.Number) is var fields && form.TextOrNull(fields + "title", 300) is { } title)
                yield return Promised(form, fields, PromiseTerms.Unsaid, parties,
                    new ConfirmDraft.Promise("other", title, line.Text.Trim() is { Length: > MostQuote } all ? all[..MostQuote] : line.Text.Trim(), line.Number));
    }

    private static ConfirmDraft.Promise Promised(PostedForm form, string prefix, PromiseTerms read, List<int> parties, ConfirmDraft.Promise promise)
    {
        var terms = PromiseTerms.Posted(form, prefix, read);
        var by = int.TryParse(terms.By, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? parties.IndexOf(row) : -1;
        // Who was read but not confirmed as a party binds nobody; who was chosen has to be one.
        if (by < 0 && terms.By != PromiseTerms.All && form.Has(prefix + "by")) form.Refuse("agreements.promiser_not_party", prefix + "by");
        return promise with { By = by < 0 ? null : by, Quantity = terms.Quantity, Unit = terms.Unit, Period = terms.Period };
    }

    private static AgreementTerm? Term(PostedForm form, string prefix, DateOnly? signedOn)
    {
        var expires = form.DayOrNull(prefix + "expiresOn");
        var starts = form.DayOrNull(prefix + "inForceOn") ?? (expires is null ? null : signedOn);
        var length = TermForm.Length(form, prefix + "duration");
        if (starts is null && length is null) return null;
        return new AgreementTerm(starts, expires, null, form.TextOrNull(prefix + "renewal", 30) ?? "unsaid") { Duration = expires is null ? length : null, NoticePeriod = TermForm.Length(form, prefix + "noticePeriod") };
    }
}
