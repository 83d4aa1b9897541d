using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Agreements;

/// <summary>The officer verifies what was read: a line wrongly struck, a country, a day that does not exist.</summary>
public sealed partial class ReviewTests
{
    private const string Text = """
        Tlemcen, le 3 mars 2025 – Le CHU de Tlemcen a signé une convention de partenariat avec le CHU de Nouakchott.

        Le CHU de Tlemcen accueillera six stagiaires.

        Partager sur Facebook
        """;

    [Fact]
    public async Task A_line_struck_as_noise_is_taken_back_and_a_promise_is_named_from_it_in_its_own_words()
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var path = await BringInAsync(officer);
        Assert.Contains("<del>Partager sur Facebook</del>", await officer.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains($"formaction=\"{path}/restore\"", await officer.ReadAsync(path), StringComparison.Ordinal);

        var restored = await officer.PostAsync(path + "/restore", [.. Confirmed, ("i0.title", "Titre revu"), ("restore", "5")]);
        Assert.Equal(path + "#l5", restored.Headers.Location?.OriginalString);
        var page = await officer.ReadAsync(path);
        Assert.DoesNotContain("<del>", page, StringComparison.Ordinal);
        Assert.Contains("name=\"restored\" value=\"5\"", page, StringComparison.Ordinal);
        Assert.Contains("Titre revu", page, StringComparison.Ordinal);       // what was typed is kept
        Assert.Contains("Engagement de la ligne 5", Browser.Text(page), StringComparison.Ordinal);

        var confirmed = await officer.PostAsync(path, [.. Confirmed, ("restored", "5"), ("i0.r5.title", "Partager les annonces")]);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        var agreement = Id().Match(confirmed.Headers.Location!.OriginalString).Value;
        var thread = Browser.Text(await officer.ReadAsync("/fr/agreements/" + agreement));
        Assert.Contains("Partager les annonces", thread, StringComparison.Ordinal);
        Assert.Matches("« Partager sur Facebook ».*ligne 5", thread.Replace('\u00A0', ' ').Replace('\u202F', ' '));
    }

    [Fact]
    public async Task A_line_taken_back_can_be_struck_again_and_a_line_that_is_no_noise_changes_nothing()
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var path = await BringInAsync(officer);

        await officer.PostAsync(path + "/restore", ("restore", "5"));
        await officer.PostAsync(path + "/restore", ("restored", "5"), ("restore", "5"));
        Assert.Contains("<del>Partager sur Facebook</del>", await officer.ReadAsync(path), StringComparison.Ordinal);
        await officer.PostAsync(path + "/restore", ("restore", "1"));
        Assert.DoesNotContain("Engagement de la ligne", Browser.Text(await officer.ReadAsync(path)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.PostAsync(path + "/restore", ("restore", "cinq"))).StatusCode);
    }

    [Theory]
    [InlineData("fr", "Tunisie", "Choisissez le pays", "Le jour 31/02/2025 n’existe pas")]
    [InlineData("ar", "تونس", "اختاروا بلد", "اليوم 31/02/2025 غير موجود")]
    [InlineData("en", "Tunisia", "Choose the country", "There is no day 31/02/2025")]
    public async Task Countries_are_chosen_by_their_names_and_a_day_that_does_not_exist_is_told_as_such(string language, string tunisia, string country, string day)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var path = (await BringInAsync(officer)).Replace("/fr/", $"/{language}/", StringComparison.Ordinal);
        Assert.Contains($"<option value=\"TN\">{tunisia}</option>", await officer.ReadAsync(path), StringComparison.Ordinal);

        var answer = await officer.PostAsync(path, [.. Confirmed.Where(field => field.Name != "i0.p1.country"), ("i0.signedOn", "31/02/2025")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(country, Browser.Text(page), StringComparison.Ordinal);
        Assert.Contains("href=\"#field-i0.p1.country\"", page, StringComparison.Ordinal);
        Assert.Contains(day, Browser.Text(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Annonce", "sept. 2021")]
    [InlineData("septembre 2021", "Signature", "septembre 2021")]
    public async Task Where_the_day_of_signing_is_not_said_the_agreement_begins_with_what_announced_it(string words, string mark, string day)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var path = await BringInAsync(officer);
        Assert.Contains("name=\"i0.signedOnText\"", await officer.ReadAsync(path), StringComparison.Ordinal);

        var confirmed = await officer.PostAsync(path, [.. Confirmed, ("publishedOn", "2021-09-22"), ("i0.signedOnText", words)]);
        var agreement = Id().Match(confirmed.Headers.Location!.OriginalString).Value;
        var thread = await officer.ReadAsync("/fr/agreements/" + agreement);
        var strip = thread[thread.IndexOf("strip-h\">", StringComparison.Ordinal)..thread.IndexOf("thread-h\">", StringComparison.Ordinal)];
        Assert.Contains(mark, Browser.Text(strip), StringComparison.Ordinal);
        Assert.Contains(day, Browser.Text(strip).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Contains("22 septembre 2021", Browser.Text(await officer.ReadAsync($"/fr/agreements/{agreement}/plan?year=1")).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_says_how_large_a_file_of_each_kind_may_be()
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var page = Browser.Text(await officer.ReadAsync("/fr/import")).Replace('\u00A0', ' ').Replace('\u202F', ' ');
        Assert.Contains("Au plus : PDF : 20 Mo, DOCX : 15 Mo, HTML, TXT : 5 Mo.", page, StringComparison.Ordinal);

        var nothing = await officer.PostAsync("/fr/import");
        Assert.Contains("Collez un texte ou choisissez un fichier", Browser.Text(await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "À la charge de : CHU de Tlemcen", "Toutes les parties", "En tout", "Dites combien")]
    [InlineData("ar", "يلتزم به: CHU de Tlemcen", "جميع الأطراف", "في المجموع", "اذكروا العدد")]
    [InlineData("en", "Promised by: CHU de Tlemcen", "All parties", "In all", "Say how many")]
    public async Task Who_promises_how_much_and_how_often_is_proposed_and_what_was_typed_is_kept(string language, string told, string all, string total, string howMany)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var path = (await BringInAsync(officer)).Replace("/fr/", $"/{language}/", StringComparison.Ordinal);
        var page = await officer.ReadAsync(path);
        Assert.Contains(told, Plain(page), StringComparison.Ordinal);
        Assert.Contains("<option value=\"1\" selected>CHU de Tlemcen</option>", page, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"all\">{all}</option>", page, StringComparison.Ordinal);
        Assert.Contains($"<option value=\"total\" selected>{total}</option>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"i0.c0.quantity\" value=\"6\"", page);
        Assert.Matches("name=\"i0.c0.unit\" value=\"stagiaires\"", page);

        var answer = await officer.PostAsync(path, [.. AsRead, ("i0.c0.by", "0"), ("i0.c0.quantity", ""), ("i0.c0.unit", "infirmiers"), ("i0.c0.period", "year")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var again = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(howMany, Browser.Text(again), StringComparison.Ordinal);
        Assert.Contains("href=\"#field-i0.c0.quantity\"", again, StringComparison.Ordinal);
        Assert.Contains("<option value=\"0\" selected>CHU de Nouakchott</option>", again, StringComparison.Ordinal);
        Assert.Contains("<option value=\"year\" selected>", again, StringComparison.Ordinal);
        Assert.Matches("name=\"i0.c0.unit\" value=\"infirmiers\"", again);
    }

    [Theory]
    [InlineData("", "CHU de Tlemcen", 6, "stagiaires", null)]
    [InlineData("by=0 quantity=8 unit=infirmiers period=year", "CHU de Nouakchott", 8, "infirmiers", "year")]
    [InlineData("by=all quantity= unit= period=total", null, null, null, null)]
    [InlineData("by=1 quantity= unit=stagiaires period=total", "CHU de Tlemcen", null, null, null)]
    public async Task Who_promises_and_how_much_enter_the_register_as_they_were_confirmed(string typed, string? by, int? quantity, string? unit, string? period)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var fields = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Select(pair => ("i0.c0." + pair[0], pair[1]));
        Assert.Equal((by, quantity, unit, period), await PromiseAsync(officer, fields));
    }

    [Fact]
    public async Task A_party_that_is_not_confirmed_cannot_promise()
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var answer = await officer.PostAsync(await BringInAsync(officer), [.. Confirmed, ("i0.c0.by", "3")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Qui s'engage n'est pas confirmé parmi les parties", Browser.Text(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace('’', '\''), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "le texte donne un jour qui n'existe pas : 31 février 2024", "aucune partie dans le texte")]
    [InlineData("ar", "يذكر النص يوما لا وجود له: 31 février 2024", "لا يوجد أي طرف في النص")]
    [InlineData("en", "the text gives a day that does not exist: 31 février 2024", "no party in the text")]
    public async Task A_day_that_does_not_exist_and_a_text_without_parties_are_told_as_such(string language, string day, string party)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await new Desk(host).OfficerAsync();
        var brought = await officer.PostAsync("/fr/import", ("anyway", "true"), ("text", "Convention de partenariat signée le 31 février 2024 entre quelqu'un et personne. La convention prévoit l'accueil de six stagiaires."));
        var page = Plain(await officer.ReadAsync(brought.Headers.Location!.OriginalString.Replace("/fr/", $"/{language}/", StringComparison.Ordinal))).Replace('’', '\'');
        Assert.Contains(day, page, StringComparison.Ordinal);
        Assert.Contains(party, page, StringComparison.Ordinal);
    }

    private static async Task<(string? By, int? Quantity, string? Unit, string? Period)> PromiseAsync(Browser officer, IEnumerable<(string Name, string Value)> typed)
    {
        var confirmed = await officer.PostAsync(await BringInAsync(officer), [.. AsRead, .. typed]);
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        var agreement = Id().Match(confirmed.Headers.Location!.OriginalString).Value;
        using var facts = JsonDocument.Parse(await officer.ReadAsync("/api/v1/facts?most=1000"));
        var record = facts.RootElement.GetProperty("facts").EnumerateArray().Last(fact => fact.GetProperty("type").GetString() == "agreement.confirmed").GetProperty("body");
        var promise = record.GetProperty("commitments")[0];
        var by = Said(promise, "by")?.GetString();
        var party = by is null ? null : record.GetProperty("parties").EnumerateArray().Single(p => p.GetProperty("organisation").GetString() == by).GetProperty("asWritten").GetString();
        var thread = Plain(await officer.ReadAsync("/fr/agreements/" + agreement));
        if (party is null) Assert.DoesNotContain("À la charge", thread, StringComparison.Ordinal);
        else Assert.Contains("À la charge de : " + party, thread, StringComparison.Ordinal);
        var report = Plain(await officer.ReadAsync($"/fr/agreements/{agreement}/report"));
        Assert.Contains(party is null ? "À la charge de toutes les parties" : "À la charge de : " + party, report, StringComparison.Ordinal);
        return (party, Said(promise, "quantity")?.GetInt32(), Said(promise, "unit")?.GetString(), Said(promise, "period")?.GetString());
    }

    private static string Plain(string page) => Browser.Text(page).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    // The reader names the other party first.
    private static (string Name, string Value)[] AsRead =>
        [.. Confirmed.Where(one => !one.Name.StartsWith("i0.p", StringComparison.Ordinal)), ("i0.p0.name", "CHU de Nouakchott"), ("i0.p0.org", "new"), ("i0.p0.country", "MR"), ("i0.p1.name", "CHU de Tlemcen"), ("i0.p1.org", "new"), ("i0.p1.country", "DZ")];

    private static JsonElement? Said(JsonElement of, string member) => of.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static (string Name, string Value)[] Confirmed =>
    [
        ("confirm", "i0.title"), ("confirm", "i0.p0.name"), ("confirm", "i0.p1.name"), ("confirm", "i0.c0.title"), ("confirm", "i0.signedOn"), ("i0.title", "Tlemcen – Nouakchott"), ("i0.kind", "convention"),
        ("i0.p0.name", "CHU de Tlemcen"), ("i0.p0.org", "new"), ("i0.p0.country", "DZ"), ("i0.p1.name", "CHU de Nouakchott"), ("i0.p1.org", "new"), ("i0.p1.country", "MR"), ("i0.c0.title", "Accueillir des stagiaires"),
    ];

    private static async Task<string> BringInAsync(Browser officer)
    {
        var answer = await officer.PostAsync("/fr/import", ("text", Text));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();
}
