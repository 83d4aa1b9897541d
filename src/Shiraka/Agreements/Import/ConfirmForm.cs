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

    /// <summary>The field that names a promise of a line taken back from the noise, after the prefix of its instrument.</summary>
    public static string TitleOf(int line) => $"r{line}.title";

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
        var day = Taken(proposed.SignedOn) is null ? null : form.DayOrNull(proposed.SignedOn.Field);
        return new ConfirmDraft.Instrument(
            form.Text(prefix + "title", 300), form.Text(prefix + "kind", 40), [.. parties.Select(p => p.Choice)], [.. Promises(form, proposed, ticked, [.. parties.Select(p => p.Text)]), .. Restored(form, prefix, restored)])
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

    private static IEnumerable<(ConfirmDraft.PartyChoice Choice, string Text)> Parties(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked)
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
                form.TextOrNull(field + "country", 2), name), known?.Name.Value ?? name);
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

    private static IEnumerable<ConfirmDraft.Promise> Promises(PostedForm form, ProposedInstrument proposed, HashSet<string> ticked, List<string> parties)
    {
        foreach (var promise in proposed.Promises)
        {
            if (!ticked.Contains(promise.Title.Field)) continue;
            var title = form.Text(promise.Title.Field, 300);
            var by = promise.Read.By is { } name ? parties.FindIndex(p => string.Equals(p, name, StringComparison.Ordinal)) : -1;
            var quantity = promise.Read.Quantity is { } q && q == decimal.Truncate(q) && q is > 0 and < 1_000_000_000 ? (long?)q : null;
            yield return new ConfirmDraft.Promise(promise.Read.Kind, title, promise.Read.Span.Text, promise.Line, by >= 0 ? by : null, quantity,
                quantity is null ? null : promise.Read.Unit, PeriodOf(promise.Read));
        }

        for (var i = proposed.Promises.Count; i < proposed.Promises.Count + BlankRows; i++)
            if (form.TextOrNull($"{proposed.Prefix}c{i}.title", 300) is { } title)
                yield return new ConfirmDraft.Promise(form.TextOrNull($"{proposed.Prefix}c{i}.type", 40) ?? "other", title, form.TextOrNull($"{proposed.Prefix}c{i}.quote", 2000) ?? title);
    }

    // The words of a line that was taken back come from the source as well; the person names what they promise.
    private static IEnumerable<ConfirmDraft.Promise> Restored(PostedForm form, string prefix, IReadOnlyList<SourceParagraph> restored)
    {
        foreach (var line in restored)
            if (form.TextOrNull(prefix + TitleOf(line.Number), 300) is { } title)
                yield return new ConfirmDraft.Promise("other", title, line.Text.Trim() is { Length: > MostQuote } all ? all[..MostQuote] : line.Text.Trim(), line.Number);
    }

    private static AgreementTerm? Term(PostedForm form, string prefix, DateOnly? signedOn)
    {
        var expires = form.DayOrNull(prefix + "expiresOn");
        var starts = form.DayOrNull(prefix + "inForceOn") ?? (expires is null ? null : signedOn);
        var length = TermForm.Length(form, prefix + "duration");
        if (starts is null && length is null) return null;
        return new AgreementTerm(starts, expires, null, form.TextOrNull(prefix + "renewal", 30) ?? "unsaid") { Duration = expires is null ? length : null, NoticePeriod = TermForm.Length(form, prefix + "noticePeriod") };
    }

    // A count within five years is a total; one a year or a month is a rate.
    private static string? PeriodOf(ReadCommitment read) => read.Quantity is null ? null : read.Period switch
    {
        "P1Y" => "year",
        "P1M" => "month",
        _ => null,
    };
}
