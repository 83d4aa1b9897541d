using System.Net;
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
