using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Agreements;

/// <summary>Where a record comes from, the signed text that arrives later, and the second person who looks again.</summary>
public sealed class ProvenanceTests
{
    private static readonly byte[] Signed = "%PDF-1.7 le texte signé"u8.ToArray();

    [Theory, OnBothStores]
    public async Task The_page_shows_the_source_with_the_passages_of_the_record_and_who_vouched(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));

        var page = await officer.ReadAsync($"/fr/agreements/{agreement}/source");
        foreach (var passage in (string[])["14 mai 2023", "le CHU de Kamenge", "accueillir dix stagiaires en oncologie"])
            Assert.Matches($"<a class=\"cite\"[^>]*>{passage}<sup>", WebUtility.HtmlDecode(page));
        var text = Browser.Text(page);
        Assert.Contains("Ne figure pas dans ce texte", text, StringComparison.Ordinal);      // the second promise, which a person added
        Assert.Contains("communiqué.html", text, StringComparison.Ordinal);
        Assert.Contains("Personne d’essai", text.Replace('\'', '’'), StringComparison.Ordinal);
        Assert.Contains($"/agreements/{agreement}/source#p1", await officer.ReadAsync("/fr/agreements/" + agreement), StringComparison.Ordinal);

        using var partner = await desk.OfficerAsync(desk.Partner);
        var seen = Browser.Text(await partner.ReadAsync($"/fr/agreements/{agreement}/source")).Replace('\'', '’');
        Assert.Contains("CHU d’Oran", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Personne d’essai", seen[seen.IndexOf("Importé par", StringComparison.Ordinal)..], StringComparison.Ordinal);
        using var stranger = await desk.OfficerAsync(Guid.CreateVersion7());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/fr/agreements/{agreement}/source")).StatusCode);
        Assert.Equal(2, (await host.RowsAsync("SELECT action FROM access_log WHERE resource = 'source'")).Count);
    }

    [Fact]
    public async Task Once_the_names_of_the_signatories_are_erased_the_pages_say_so_and_not_that_the_source_had_none()
    {
        await using var host = await RunningHost.StartAsync();
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        var confirmed = Assert.Single(await FactsAsync(host, agreement, "agreement.confirmed"));
        using var administrator = await host.SignedInAsync(confirmed.Organisation, Role.Administrator);

        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.PostAsync($"/fr/erasure/{confirmed.Seq}", ("reason", "PersonAsked"))).StatusCode);

        var thread = Browser.Text(await officer.ReadAsync($"/fr/agreements/{agreement}"));
        Assert.Contains("Signataires noms effacés", thread, StringComparison.Ordinal);
        Assert.Contains("Les noms des signataires ont été effacés", Browser.Text(await officer.ReadAsync($"/fr/agreements/{agreement}/source")), StringComparison.Ordinal);
        Assert.Contains("أسماء ممحوّة", Browser.Text(await officer.ReadAsync($"/ar/agreements/{agreement}")), StringComparison.Ordinal);
    }

    [Theory, OnBothStores]
    public async Task The_signed_text_is_filed_as_a_sealed_fact_and_shown(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        var path = $"/fr/agreements/{agreement}/signed-text";
        Assert.Contains("n’a pas encore été", Browser.Text(await officer.ReadAsync("/fr/agreements/" + agreement)), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await Desk.PostFileAsync(officer, path, "convention signée.pdf", Signed)).StatusCode);

        var fact = Assert.Single(await FactsAsync(host, agreement, "agreement.text_filed"));
        Assert.Equal(("convention signée.pdf", officer.Account), (fact.Body<AgreementTextFiled>()!.Text.FileName, fact.Actor));
        Assert.Equal(["communiqué.html", "convention signée.pdf"], await desk.CitedByAsync(agreement));
        Assert.Contains("convention signée.pdf", Browser.Text(await officer.ReadAsync($"/fr/agreements/{agreement}/source")), StringComparison.Ordinal);
        Assert.Contains("Le texte signé a été déposé", Browser.Text(await officer.ReadAsync("/fr/agreements/" + agreement)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/fr/documents/" + fact.Body<AgreementTextFiled>()!.Text.Sha256)).StatusCode);

        Assert.Contains("déjà déposé", await RefusedAsync(officer, path, "encore.pdf", Signed), StringComparison.Ordinal);
        Assert.Contains(".docx".TrimStart('.'), await RefusedAsync(officer, path, "notes.txt", "texte"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("ne correspond pas", await RefusedAsync(officer, path, "faux.pdf", "texte"u8.ToArray()), StringComparison.Ordinal);
        Assert.Single(await FactsAsync(host, agreement, "agreement.text_filed"));
    }

    [Theory, OnBothStores]
    public async Task Only_another_person_verifies_and_the_session_says_who(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var desk = await new Desk(host).OpenAsync();
        using var officer = await desk.OfficerAsync();
        using var second = await desk.OfficerAsync();
        var agreement = await desk.ConfirmAsync(officer, await Desk.UploadAsync(officer));
        var path = $"/fr/agreements/{agreement}/verify";

        Assert.Contains("une autre personne", Browser.Text(await officer.ReadAsync($"/fr/agreements/{agreement}/source")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(path)).StatusCode);
        // Naming somebody else in the request changes nothing.
        Assert.Equal(HttpStatusCode.Conflict, (await Desk.PostJsonAsync(officer, $"/api/v1/agreements/{agreement}/verify", new { note = "moi", by = second.Account, actor = second.Account })).StatusCode);
        Assert.Empty(await FactsAsync(host, agreement, "agreement.verified"));

        Assert.Equal(HttpStatusCode.SeeOther, (await second.PostAsync(path, ("note", "Comparé mot à mot"))).StatusCode);
        var fact = Assert.Single(await FactsAsync(host, agreement, "agreement.verified"));
        Assert.Equal((second.Account, "source"), (fact.Actor, fact.Body<AgreementVerified>()!.Against));
        Assert.Contains("Comparé mot à mot", Browser.Text(await second.ReadAsync($"/fr/agreements/{agreement}/source")), StringComparison.Ordinal);
        Assert.Contains("2 personnes", Browser.Text(await second.ReadAsync("/fr/agreements/" + agreement)).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await second.PostAsync(path)).StatusCode);

        // A text that arrives later was seen by nobody yet.
        await Desk.PostFileAsync(officer, $"/fr/agreements/{agreement}/signed-text", "signé.pdf", Signed);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await second.PostAsync(path)).StatusCode);
        Assert.Equal("signed_text", (await FactsAsync(host, agreement, "agreement.verified"))[1].Body<AgreementVerified>()!.Against);
    }

    [Fact]
    public void A_passage_is_found_over_line_breaks_and_from_its_line_on()
    {
        const string text = "Rabat reçoit.\n\nLe CHU\n d'Oran accueillera\tdix  stagiaires.\nRabat confirme.";

        Assert.Equal("Le CHU\n d'Oran accueillera\tdix", Passages.Find(text, "Le CHU d'Oran accueillera dix")!.Text);
        Assert.Equal(0, Passages.Find(text, "Rabat")!.Start);
        Assert.Equal(text.LastIndexOf("Rabat", StringComparison.Ordinal), Passages.Find(text, "Rabat", 5)!.Start);
        Assert.Null(Passages.Find(text, "Tunis"));
        Assert.Null(Passages.Find(text, "stagiaires. Rabat confirme. Fin"));
        Assert.Null(Passages.Find(text, " "));
    }

    private static async Task<string> RefusedAsync(Browser browser, string path, string name, byte[] content)
    {
        var answer = await Desk.PostFileAsync(browser, path, name, content);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return Browser.Text(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<List<SealedFact>> FactsAsync(RunningHost host, Guid agreement, string type) =>
        (await host.App.Services.GetRequiredService<SealedFacts>().OfStreamAsync(agreement, TestContext.Current.CancellationToken)).FindAll(fact => fact.Type == type);
}
