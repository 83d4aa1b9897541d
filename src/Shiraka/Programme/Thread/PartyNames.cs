using Shiraka.Directory;
using Shiraka.Shared;
using Shiraka.Shared.Components;

namespace Shiraka.Programme;

/// <summary>The parties and the source of an instrument, as pages name them.</summary>
internal static class PartyNames
{
    /// <summary>« CHU Ibn Sina – CHU de Kamenge », as the register has it.</summary>
    public static string Title(Partnership view) => string.Join(" – ", view.Header.Parties.Select(party => party.Name));

    /// <summary>Each party by its name in the directory, with where it is; by the name of the register where the directory does not know it.</summary>
    public static IReadOnlyList<PartyName> Of(PartnershipHeader header, IReadOnlyDictionary<Guid, OrganisationLabel> labels, Language language) =>
        [.. header.Parties.Select(party => labels.TryGetValue(party.Organisation, out var label)
            ? new PartyName(label.Name, Where(label, language), label.NameLanguage == language.Code() ? null : Written(label.NameLanguage))
            : new PartyName(party.Name, party.Country is { } country ? Countries.NameOf(country, language) : ""))];

    /// <summary>The language of a code, where pages exist in it.</summary>
    public static Language? Written(string code) => Languages.TryRead(code, out var language) ? language : null;

    /// <summary>« Article du 22 sept. 2021 »: what the register was filled from.</summary>
    public static string Source(PartnershipHeader header, Words words)
    {
        var kind = words.Has("agreements.source-kind." + header.Source.Kind) ? words["agreements.source-kind." + header.Source.Kind] : header.Source.Name;
        return header.Source.PublishedOn is { } day ? words["thread.source-of", kind, words.ShortDate(day)] : kind;
    }

    /// <summary>Who an organisation is to the readers of this agreement.</summary>
    public static string Recorder(Partnership view, Guid organisation, IReadOnlyDictionary<Guid, OrganisationLabel> labels, Words words) =>
        labels.TryGetValue(organisation, out var label) ? label.Name : view.NameOf(organisation) ?? words["thread.other-organisation"];

    private static string Where(OrganisationLabel label, Language language)
    {
        var country = Countries.NameOf(label.Country, language);
        return label.Place is { } place ? Words.In(language)["thread.place", place.NameIn(language), country] : country;
    }
}
