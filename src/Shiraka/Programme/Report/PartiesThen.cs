using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>
/// The parties of a report by the official names they bore at its position of the ledger, in the language of its readers. Read from the sealed
/// facts of the directory and not from its tables, so that a later name changes no earlier report. Where there was no name in that language, the
/// name of the register stays.
/// </summary>
internal static class PartiesThen
{
    public static async Task<Partnership> NamedAsync(Partnership view, SealedFacts ledger, SealedPosition position, Language language, CancellationToken cancel)
    {
        var parties = new List<Agreements.AgreementParty>();
        foreach (var party in view.Header.Parties)
            parties.Add(NameOf(await ledger.OfStreamAsync(party.Organisation, cancel), position.Size, language) is { } name ? party with { Name = name } : party);
        return view with { Header = view.Header with { Parties = parties } };
    }

    private static string? NameOf(List<SealedFact> facts, long size, Language language)
    {
        string? name = null;
        foreach (var fact in facts.Where(fact => fact.Seq < size).OrderBy(fact => fact.Seq))
            name = fact.Type switch
            {
                "organisation.registered" => Last(fact.Body<OrganisationRegistered>()?.Names ?? [], language) ?? name,
                "organisation.renamed" when fact.Body<OrganisationRenamed>() is { } renamed => Last([renamed.Name], language) ?? name,
                _ => name,
            };
        return name;
    }

    private static string? Last(IReadOnlyList<GivenName> names, Language language) =>
        names.LastOrDefault(name => name.Use == NameUse.Official && name.Language == language.Code())?.Text;
}
