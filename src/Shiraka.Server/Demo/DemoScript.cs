using System.Text.Json;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;

namespace Shiraka.Server.Demo;

/// <summary>What the demonstration does, as data (<c>demo.json</c>): who exists, which texts are brought in, what was done in a year.</summary>
internal sealed record DemoScript(IReadOnlyList<DemoOrganisation> Organisations, IReadOnlyList<DemoPerson> People, IReadOnlyList<DemoAgreement> Agreements)
{
    public static DemoScript Read()
    {
        using var file = typeof(DemoScript).Assembly.GetManifestResourceStream("demo.json")!;
        return JsonSerializer.Deserialize<DemoScript>(file, FactJson.Options)!;
    }

    public static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(DemoScript).Assembly.GetManifestResourceStream("Texts/" + name)!);
        return reader.ReadToEnd();
    }
}

/// <summary><paramref name="Names"/>: pairs of language and official name, the first being the one shown first.</summary>
internal sealed record DemoOrganisation(string Key, OrganisationKind Kind, string Country, IReadOnlyList<string[]> Names, string? Place = null);

internal sealed record DemoPerson(string Email, string Name, string Organisation, IReadOnlyList<string> Roles, string Language)
{
    public IEnumerable<Role> As => Roles.Select(Enum.Parse<Role>);
}

/// <summary>
/// <paramref name="Silent"/>: kinds of promises nobody plans; <paramref name="Late"/>: left to pass their date; <paramref name="Closed"/>: done.
/// The others are prolonged into the next months, for the reason <paramref name="Prolonged"/>. <paramref name="Sessions"/>: where the committee meets, if it does, and what it decides. <paramref name="Term"/>: what the signed text says of its time, in force from the signature.
/// </summary>
internal sealed record DemoAgreement(
    string Text, string Language, IReadOnlyList<string> Parties, IReadOnlyList<DemoFact> Facts, IReadOnlyList<string> Silent, IReadOnlyList<string> Late,
    IReadOnlyList<string> Closed, string Prolonged, DemoSessions? Sessions = null, AgreementTerm? Term = null);

internal sealed record DemoSessions(string Title, string Place, string Decision);

/// <summary>Something done <paramref name="DaysAgo"/> days before today on the promise of that kind; <paramref name="Evidence"/> names its document.</summary>
internal sealed record DemoFact(string Kind, int DaysAgo, long Quantity, string Unit, string Note, string? Evidence = null);
