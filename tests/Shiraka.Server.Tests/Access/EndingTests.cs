using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Server.Tests.Access;

public sealed class EndingTests
{
    private readonly Guid chu = Guid.CreateVersion7();

    [Theory, OnBothStores]
    public async Task What_an_administrator_takes_away_is_gone_with_the_next_request(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);
        using var person = await host.SignedInAsync(chu, Role.Auditor);
        var page = $"/fr/accounts/{person.Account}";
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/fr/access-log")).StatusCode);

        await Done(administrator.PostAsync(page + "/suspend"));
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/fr/access-log")).StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => person.SignInAsync(person.Email, RunningHost.Password));
        await Done(administrator.PostAsync(page + "/restore"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/fr/access-log")).StatusCode);

        await Done(administrator.PostAsync(page + "/roles", ("role", nameof(Role.Coordinator))));
        var auditor = (await host.RowsAsync($"SELECT id FROM memberships WHERE role = 'Auditor'")).Single();
        await Done(administrator.PostAsync($"{page}/roles/{Guid.Parse(auditor)}/end"));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/fr/access-log")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/fr/account")).StatusCode);

        var facts = await host.App.Services.GetRequiredService<SealedFacts>().AfterAsync(-1, 100, TestContext.Current.CancellationToken);
        Assert.Equal(["account.opened", "account.opened", "account.suspended", "account.restored", "membership.granted", "membership.ended"], facts.Select(fact => fact.Type));
        Assert.All(facts.Skip(2), fact => Assert.Equal((administrator.Account, chu), (fact.Actor, fact.Organisation)));
        Assert.DoesNotContain(facts, fact => fact.Json!.Contains('@', StringComparison.Ordinal) || fact.Json.Contains("Personne", StringComparison.Ordinal));
    }

    [Theory, OnBothStores]
    public async Task A_new_password_ends_the_other_sessions_and_the_tokens(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        using var person = await host.SignedInAsync(chu, Role.Auditor);
        using var elsewhere = host.Browser();
        await elsewhere.SignInAsync(person.Email, RunningHost.Password);
        var token = await TokenAsync(person);
        Assert.Equal(HttpStatusCode.OK, (await WithAsync(token, host, "/fr/access-log")).StatusCode);

        var wrong = await person.PostAsync("/fr/account/password", ("current-password", "pas le bon"), ("new-password", "une autre phrase longue"));
        Assert.Equal(HttpStatusCode.Conflict, wrong.StatusCode);
        var brief = await person.PostAsync("/fr/account/password", ("current-password", RunningHost.Password), ("new-password", "courte"));
        Assert.Contains("au moins 15 caractères", Browser.Text(await brief.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await Done(person.PostAsync("/fr/account/password", ("current-password", RunningHost.Password), ("new-password", "une autre phrase longue")));

        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/fr/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/fr/account")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await WithAsync(token, host, "/fr/access-log")).StatusCode);
    }

    [Theory, OnBothStores]
    public async Task The_store_holds_the_hash_of_a_token_and_the_token_opens_no_account_page(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        using var person = await host.SignedInAsync(chu, Role.Auditor);
        var token = await TokenAsync(person);

        var rows = await host.RowsAsync("SELECT * FROM sessions");
        Assert.DoesNotContain(rows, row => row.Contains(token, StringComparison.Ordinal) || row.Contains(Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(token)), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Forbidden, (await WithAsync(token, host, "/fr/account")).StatusCode);
        Assert.DoesNotContain(token, await person.ReadAsync("/fr/account"), StringComparison.Ordinal);

        var id = (await host.RowsAsync("SELECT id FROM sessions WHERE is_token = 1")).Single();
        using var other = await host.SignedInAsync(chu, Role.Auditor);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/fr/account/sessions/{Guid.Parse(id)}/end")).StatusCode);
        await Done(person.PostAsync($"/fr/account/sessions/{Guid.Parse(id)}/end"));
        Assert.Equal(HttpStatusCode.Redirect, (await WithAsync(token, host, "/fr/access-log")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_does_not_lock_themselves_out_nor_reach_into_another_organisation()
    {
        await using var host = await RunningHost.StartAsync();
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);
        var own = (await host.RowsAsync("SELECT id FROM memberships")).Single();
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.PostAsync($"/fr/accounts/{administrator.Account}/roles/{Guid.Parse(own)}/end")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await administrator.PostAsync($"/fr/accounts/{administrator.Account}/suspend")).StatusCode);

        using var person = await host.SignedInAsync(chu, Role.Auditor);
        await host.Setup.GrantAsync(person.Email, Guid.CreateVersion7(), Role.Auditor);
        var issued = await administrator.PostAsync($"/fr/accounts/{person.Account}/password");
        Assert.Equal(HttpStatusCode.Conflict, issued.StatusCode);      // whoever hands over a password could use it elsewhere

        using var stranger = await host.SignedInAsync(Guid.CreateVersion7(), Role.Auditor);
        foreach (var form in new[] { "suspend", "restore", "password", "roles" })
            Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync($"/fr/accounts/{stranger.Account}/{form}", ("role", "Auditor"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/fr/accounts/{stranger.Account}")).StatusCode);
    }

    [Fact]
    public async Task An_account_is_opened_with_a_password_that_no_table_keeps()
    {
        await using var host = await RunningHost.StartAsync();
        using var administrator = await host.SignedInAsync(chu, Role.Administrator);
        var answer = await administrator.PostAsync("/fr/accounts/new", ("name", "Nadia"), ("email", "nadia@chu.example"), ("role", "Coordinator"), ("language", "ar"));
        var html = await answer.Content.ReadAsStringAsync();
        var password = System.Text.RegularExpressions.Regex.Match(html, "value=\"([a-z0-9]{5}(-[a-z0-9]{5}){3})\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var nadia = host.Browser();
        var signedIn = await nadia.PostAsync("/fr/sign-in", ("email", "nadia@chu.example"), ("password", password));
        Assert.Equal("/fr/sign-in/password", signedIn.Headers.Location?.OriginalString);
        foreach (var table in new[] { "commands", "accounts", "fact_bodies", "facts" })
            Assert.DoesNotContain(await host.RowsAsync("SELECT * FROM " + table), row => row.Contains(password, StringComparison.Ordinal));

        var again = await administrator.PostAsync("/fr/accounts/new", ("name", "Nadia"), ("email", "NADIA@chu.example"), ("role", "Coordinator"), ("language", "ar"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_form_on_a_page_of_somebody_else_is_refused()
    {
        await using var host = await RunningHost.StartAsync();
        using var person = await host.SignedInAsync(chu, Role.Administrator);
        var answer = await person.PostFromElsewhereAsync("/fr/account/tokens", ("label", "vol"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostFromElsewhereAsync("/fr/sign-in", ("email", "x@y.example"), ("password", "z"))).StatusCode);
        Assert.Empty(await host.RowsAsync("SELECT * FROM sessions WHERE is_token = 1"));
        Assert.Contains(await host.RowsAsync("SELECT * FROM access_log"), row => row.Contains("foreign_origin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_host_with_a_route_without_a_rule_does_not_start()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningHost.StartAsync(also: app => app.MapGet("/open", () => "open")));
        Assert.Contains("/open", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunningHost.StartAsync(also: app => app.MapGet("/two", () => "two").AllowSignedIn().Allow(Right.ReadLedger)));
    }

    [Theory, OnBothStores]
    public async Task Neither_the_access_log_nor_the_lines_of_the_server_name_anybody(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        const string Name = "Canari Serinus";
        await host.Setup.OpenAsync("canari@serinus.example", Name, chu, Role.Auditor, password: "serinus serinus serinus");
        using var browser = host.Browser();
        await browser.PostAsync("/fr/sign-in", ("email", "canari@serinus.example"), ("password", "serinus faux"));
        await browser.PostAsync("/fr/sign-in", ("email", "inconnu@serinus.example"), ("password", "serinus faux"));
        await browser.PostAsync("/fr/sign-in", ("email", "canari@serinus.example"), ("password", "serinus serinus serinus"));
        await browser.GetAsync("/fr/accounts/new");
        Assert.Contains(Name, Browser.Text(await browser.ReadAsync("/fr/access-log")), StringComparison.Ordinal);
        Assert.Contains("export", string.Join('\n', await CsvThenRowsAsync(host, browser)), StringComparison.Ordinal);
        await browser.PostAsync("/fr/sign-out");

        var log = await host.RowsAsync("SELECT * FROM access_log");
        Assert.True(log.Count >= 7, string.Join('\n', log));
        Assert.DoesNotContain(log, Names);
        Assert.DoesNotContain(host.Lines.All, Names);
        await Assert.ThrowsAnyAsync<Exception>(() => host.Store.WriteAsync(batch => batch.Add("DELETE FROM access_log"), CancellationToken.None));
    }

    private static bool Names(string line) => line.Contains("serinus", StringComparison.OrdinalIgnoreCase) || line.Contains("canari", StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<string>> CsvThenRowsAsync(RunningHost host, Browser browser)
    {
        Assert.StartsWith("id,at,account,name,action", await browser.ReadAsync("/fr/access-log.csv"), StringComparison.Ordinal);
        return await host.RowsAsync("SELECT action FROM access_log");
    }

    private static async Task Done(Task<HttpResponseMessage> form)
    {
        var answer = await form;
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{answer.StatusCode} {Browser.Text(await answer.Content.ReadAsStringAsync())}");
    }

    private static async Task<string> TokenAsync(Browser person)
    {
        var html = await (await person.PostAsync("/fr/account/tokens", ("label", "agenda"))).Content.ReadAsStringAsync();
        return System.Text.RegularExpressions.Regex.Match(html, "value=\"([0-9a-f]{64})\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> WithAsync(string token, RunningHost host, string path)
    {
        using var program = host.Browser();
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await program.SendAsync(request);
    }
}
