using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Directory;

public sealed class DirectoryPagesTests
{
    private static readonly (string, string)[] Hospital =
        [("kind", "Hospital"), ("name_fr", "Centre hospitalier universitaire de Sfax"), ("name_ar", "المركز الاستشفائي الجامعي بصفاقس"), ("country", "TN"), ("place", Places.ShippedId("tn-sfax").ToString())];

    [Fact]
    public async Task An_organisation_is_registered_found_across_scripts_and_read_in_three_languages()
    {
        await using var web = await DirectoryWeb.StartAsync();

        var (status, page) = await web.SendAsync("/fr/directory/register", Hospital);
        Assert.Equal((200, "Centre hospitalier universitaire de Sfax"), (status, page.QuerySelector("h1")!.TextContent.Trim()));

        foreach (var (language, asked, shown) in new[] { ("fr", "صفاقس", "universitaire de Sfax"), ("ar", "CHU Sfax", "بصفاقس"), ("en", "sfax", "Sfax") })
        {
            var list = await web.OpenAsync($"/{language}/directory?q={Uri.EscapeDataString(asked)}");
            var link = list.QuerySelector<IHtmlAnchorElement>("main table a")!;
            Assert.Contains(shown, link.TextContent, StringComparison.Ordinal);
            Assert.Equal((language, language == "ar" ? "rtl" : "ltr"), (list.DocumentElement.GetAttribute("lang"), list.DocumentElement.GetAttribute("dir")));
            var one = await web.OpenAsync(link.GetAttribute("href")!);
            Assert.Equal(2, one.QuerySelectorAll("section[aria-labelledby=names] tbody tr").Length);
            Assert.Contains(Countries.NameOf("TN", LanguageOf(language)), one.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_refused_form_comes_back_with_what_was_typed_and_says_why_at_its_field()
    {
        await using var web = await DirectoryWeb.StartAsync();
        await web.SendAsync("/ar/directory/register", Hospital);

        var (status, page) = await web.SendAsync("/ar/directory/register", Hospital);

        Assert.Equal(409, status);
        Assert.Equal(Hospital[2].Item2, page.QuerySelector<IHtmlInputElement>("#field-name_ar")!.Value);
        Assert.Equal("#field-name_fr", page.QuerySelector(".errors a")!.GetAttribute("href"));
        Assert.EndsWith(Words.In(Language.Ar)["refused.directory.already_registered"], page.QuerySelector(".errors a")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_changed_and_people_posted_by_forms_and_a_known_person_is_asked_about_first()
    {
        await using var web = await DirectoryWeb.StartAsync();
        await web.EnterOwnAsync("Hôpital des Palmes");
        var home = $"/fr/directory/organisations/{web.Organisation}";
        (string, string)[] post = [("name", "Salma Ben Youssef"), ("title", "Directrice"), ("from", "2026-01-05")];

        var (_, renamed) = await web.SendAsync(home + "/names", ("name", "Hôpital des Jasmins"), ("language", "fr"), ("use", "Official"), ("on", "2026-02-01"));
        Assert.Contains("1er février 2026", renamed.QuerySelector("section[aria-labelledby=names]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
        var (_, posted) = await web.SendAsync(home + "/posts", post);
        Assert.Contains("Salma Ben Youssef", posted.QuerySelector("section[aria-labelledby=posts]")!.TextContent, StringComparison.Ordinal);

        post[0] = ("name", "سلمى بن يوسف");
        post[1] = ("title", "Présidente");
        var (status, asked) = await web.SendAsync(home + "/posts", post);
        Assert.Equal(409, status);
        var known = asked.QuerySelector<IHtmlInputElement>("input[name=person]")!.Value;
        var (_, again) = await web.SendAsync(home + "/posts", [.. post, ("person", known)]);
        Assert.Equal(2, again.QuerySelectorAll("section[aria-labelledby=posts] tbody tr").Length);
        Assert.All(again.QuerySelectorAll("section[aria-labelledby=posts] tbody th"), name => Assert.Equal("Salma Ben Youssef", name.TextContent.Trim()));

        var leave = again.QuerySelector("section[aria-labelledby=posts] a[aria-label]")!.GetAttribute("href")!;
        Assert.Equal(409, (await web.SendAsync(leave, ("until", "2025-12-31"))).Status);
        var (_, left) = await web.SendAsync(leave, ("until", "2026-03-31"));
        Assert.Contains("31 mars 2026", left.QuerySelector("section[aria-labelledby=posts]")!.TextContent.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_register_rename_and_search_and_a_bad_table_answers_each_row()
    {
        await using var web = await DirectoryWeb.StartAsync();
        using var created = await PostAsync(web, "/api/v1/organisations", JsonContent.Create(new
        {
            kind = "fund",
            country = "MR",
            names = new[] { new { language = "ar", text = "صندوق الرعاية", use = "official" }, new { language = "fr", text = "FS", use = "short_form" } },
        }));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var id = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        using var renamed = await PostAsync(web, $"/api/v1/organisations/{id}/names", JsonContent.Create(new { language = "fr", text = "Fonds de soins" }));
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);

        var list = await web.Http.GetFromJsonAsync<JsonElement>("/api/v1/organisations?q=fonds%20de%20soins&kind=fund&country=mr&language=en");
        Assert.Equal("Fonds de soins", list.GetProperty("items")[0].GetProperty("name").GetString());
        using var table = await PostAsync(web, "/api/v1/organisations/import", new StringContent("kind,country,name_fr\nfund,ZZ,A\n", null, "text/csv"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, table.StatusCode);
        Assert.Equal("directory.country_unknown", (await table.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems")[0].GetProperty("code").GetString());
        var places = await web.Http.GetFromJsonAsync<JsonElement>("/api/v1/places?country=QA");
        Assert.Equal(Places.ShippedId("qa-doha"), places[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Who_may_only_read_the_directory_cannot_change_it()
    {
        await using var web = await DirectoryWeb.StartAsync(Role.CommitteeMember);

        Assert.Null((await web.OpenAsync("/fr/directory")).QuerySelector("a[href$='/directory/register']"));
        using var page = await web.Http.GetAsync(new Uri("/fr/directory/register", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        using var api = await PostAsync(web, "/api/v1/places", JsonContent.Create(new { country = "MA", latitudeE5 = 1, longitudeE5 = 1, nameFr = "A", nameAr = "أ", nameEn = "A" }));
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(DirectoryWeb web, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await web.Http.SendAsync(request);
    }

    private static Language LanguageOf(string code) => Languages.TryRead(code, out var language) ? language : throw new ArgumentOutOfRangeException(nameof(code));
}
