using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Server.Tests.Access;

public sealed class ErasingTests
{
    private const string Name = "Espérance Nkurunziza";
    private readonly Guid chu = Guid.CreateVersion7();
    private readonly Guid other = Guid.CreateVersion7();

    [Theory, OnBothStores]
    public async Task An_administrator_finds_what_was_written_about_somebody_and_erases_it(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var (ours, theirs) = (await PersonAsync(host, chu), await PersonAsync(host, other));
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);

        var found = await administrator.PostAsync("/fr/erasure", ("words", "NKURUNZIZA esperance"));
        var page = await found.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains($"href=\"/fr/erasure/{ours}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/erasure/{theirs}\"", page, StringComparison.Ordinal);
        Assert.Contains("1 texte trouvé", Browser.Text(page), StringComparison.Ordinal);

        Assert.Contains(Name, Browser.Text(await administrator.ReadAsync($"/fr/erasure/{ours}")), StringComparison.Ordinal);
        var without = await administrator.PostAsync($"/fr/erasure/{ours}");
        Assert.Equal(HttpStatusCode.Conflict, without.StatusCode);      // no reason, nothing erased
        Assert.Contains(Name, Browser.Text(await without.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var done = await administrator.PostAsync($"/fr/erasure/{ours}", ("reason", "PersonAsked"));
        Assert.Equal((HttpStatusCode.SeeOther, $"/fr/erasure/{ours}"), (done.StatusCode, done.Headers.Location!.OriginalString));
        var after = Browser.Text(await administrator.ReadAsync($"/fr/erasure/{ours}"));
        Assert.DoesNotContain(Name, after, StringComparison.Ordinal);
        Assert.Contains("La personne l’a demandé", after, StringComparison.Ordinal);
        Assert.Contains("La personne l’a demandé", Browser.Text(await administrator.ReadAsync("/fr/erasure")), StringComparison.Ordinal);
        Assert.Contains("Aucun texte", Browser.Text(await (await administrator.PostAsync("/fr/erasure", ("words", Name))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.PostAsync($"/fr/erasure/{ours}", ("reason", "PersonAsked"))).StatusCode);
    }

    [Theory, OnBothStores]
    public async Task A_program_erases_once_however_often_it_sends_the_command(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var seq = await PersonAsync(host, chu);
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);

        var first = await SendAsync(administrator, host, seq, "key-1");
        var again = await SendAsync(administrator, host, seq, "key-1");
        var later = await SendAsync(administrator, host, seq, "key-2");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Conflict), (first.StatusCode, again.StatusCode, later.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("erasure.done", (await later.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(administrator, host, seq, "key-1", "written_by_mistake")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(administrator, host, seq, "key-3", "because")).StatusCode);
    }

    [Theory, OnBothStores]
    public async Task Nobody_else_erases_and_a_foreign_body_does_not_exist(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var (ours, theirs) = (await PersonAsync(host, chu), await PersonAsync(host, other));
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);
        using var officer = await host.SignedInAsync(chu, Role.CooperationOfficer, Role.Auditor);

        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/fr/erasure/{theirs}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync($"/fr/erasure/{theirs}", ("reason", "PersonAsked"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(administrator, host, theirs, "key-1")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync($"/fr/erasure/{ours}", ("reason", "PersonAsked"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(officer, host, ours, "key-1")).StatusCode);
        Assert.Equal(2, (await host.RowsAsync("SELECT b.fact_id FROM fact_bodies b JOIN facts f ON f.id = b.fact_id WHERE f.type = 'person.registered'")).Count);
    }

    [Fact]
    public async Task Searches_and_openings_are_noted_and_leave_no_name_in_any_log()
    {
        await using var host = await RunningHost.StartAsync();
        var seq = await PersonAsync(host, chu);
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);

        await administrator.PostAsync("/ar/erasure", ("words", Name));
        await administrator.GetAsync($"/ar/erasure/{seq}");
        await administrator.PostAsync($"/ar/erasure/{seq}", ("reason", "RetentionOver"));

        var noted = await host.RowsAsync("SELECT action, resource, outcome FROM access_log ORDER BY at, id");
        Assert.Contains("read | bodies | ok", noted);
        Assert.Contains("read | body | ok", noted);
        Assert.DoesNotContain(host.Lines.All, line => line.Contains("Nkurunziza", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<long> PersonAsync(RunningHost host, Guid organisation)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.CreateVersion7(), organisation, new DateOnly(2026, 6, 1));
        var person = await scope.ServiceProvider.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, async () =>
        {
            var id = RegisterPerson.In([Name], db);
            await db.SaveChangesAsync();
            return id;
        }, waitForSeal: true);
        return (await host.App.Services.GetRequiredService<SealedFacts>().OfStreamAsync(person))[0].Seq;
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, RunningHost host, long seq, string key, string reason = "person_asked")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/facts/{seq}/erase") { Content = JsonContent.Create(new { reason }) };
        request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        return browser.SendAsync(request);
    }
}
