using System.Net;
using Shiraka.Access;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Server.Tests.Access;

public sealed class SignInTests
{
    private static readonly Guid Chu = Guid.CreateVersion7();

    [Theory, OnBothStores]
    public async Task The_first_account_of_an_installation_signs_in_and_chooses_a_password_of_its_own(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var first = await host.Setup.OpenFirstAsync("Directrice@CHU.example ", "Dre Amal", Chu);
        using var browser = host.Browser();

        var answer = await browser.PostAsync("/fr/sign-in", ("email", "directrice@chu.example"), ("password", first.Password), ("to", "/fr/account"));
        Assert.Equal("/fr/sign-in/password?to=%2Ffr%2Faccount", answer.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/fr/account")).StatusCode);      // no session before that

        var same = await browser.PostAsync("/fr/sign-in/password", ("new-password", first.Password), ("to", "/fr/account"));
        Assert.Equal(HttpStatusCode.Conflict, same.StatusCode);
        var chosen = await browser.PostAsync("/fr/sign-in/password", ("new-password", RunningHost.Password), ("to", "/fr/account"));
        Assert.Equal("/fr/account", chosen.Headers.Location?.OriginalString);
        var page = await browser.GetAsync("/fr/account");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Dre Amal", Browser.Text(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var other = host.Browser();
        var old = await other.PostAsync("/fr/sign-in", ("email", "directrice@chu.example"), ("password", first.Password));
        Assert.Equal(HttpStatusCode.Conflict, old.StatusCode);
        await Assert.ThrowsAsync<RefusedException>(() => host.Setup.OpenFirstAsync("b@chu.example", "B", Chu));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_the_same_and_pause_the_same()
    {
        var clock = new SettableClock();
        await using var host = await RunningHost.StartAsync(clock: clock);
        await host.Setup.OpenAsync("connue@chu.example", "Connue", Chu, Role.Auditor, password: RunningHost.Password);
        using var browser = host.Browser();

        async Task<string> TryAsync(string email, string password)
        {
            var answer = await browser.PostAsync("/fr/sign-in", ("email", email), ("password", password));
            return $"{answer.StatusCode} {Browser.Text(await answer.Content.ReadAsStringAsync())}";
        }

        for (var i = 1; i <= 7; i++)
        {
            var known = await TryAsync("connue@chu.example", "pas le bon mot");
            var unknown = await TryAsync("autre@chu.example", "pas le bon mot");
            Assert.Equal(known, unknown);
            Assert.Contains(i <= 5 ? "n’est pas le bon" : "Réessayez dans 15 minutes", known, StringComparison.Ordinal);
        }

        Assert.Contains("15 minutes", await TryAsync("connue@chu.example", RunningHost.Password), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.StartsWith("SeeOther", await TryAsync("connue@chu.example", RunningHost.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_attempts_at_once_do_not_slip_through_the_pause()
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = host.Browser();
        var texts = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
            Browser.Text(await (await browser.PostAsync("/fr/sign-in", ("email", "a@chu.example"), ("password", "pas le bon mot"))).Content.ReadAsStringAsync())));
        Assert.Equal(5, texts.Count(text => text.Contains("n’est pas le bon", StringComparison.Ordinal)));
    }

    [Theory, OnBothStores]
    public async Task A_code_of_the_second_factor_is_asked_for_and_works_once(StoreKind kind)
    {
        var clock = new SettableClock();
        await using var host = await RunningHost.StartAsync(kind, clock: clock);
        using var person = await host.SignedInAsync(Chu, Role.Auditor);
        var secret = Totp.NewSecret();
        var set = await person.PostAsync("/fr/account/second-factor", ("secret", secret), ("code", Totp.CodeAt(secret, clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.SeeOther, set.StatusCode);

        clock.Advance(TimeSpan.FromSeconds(60));
        var code = Totp.CodeAt(secret, clock.GetUtcNow());
        using var browser = host.Browser();
        var password = await browser.PostAsync("/fr/sign-in", ("email", person.Email), ("password", RunningHost.Password));
        Assert.Equal("/fr/sign-in/code", password.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/fr/account")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/fr/sign-in/code", ("code", code))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/fr/account")).StatusCode);

        using var thief = host.Browser();
        await thief.PostAsync("/fr/sign-in", ("email", person.Email), ("password", RunningHost.Password));
        Assert.Equal(HttpStatusCode.Conflict, (await thief.PostAsync("/fr/sign-in/code", ("code", code))).StatusCode);
    }

    [Fact]
    public async Task The_right_password_does_not_give_back_attempts_at_the_code()
    {
        await using var host = await RunningHost.StartAsync();
        using var person = await host.SignedInAsync(Chu, Role.Auditor);
        var secret = Totp.NewSecret();
        await person.PostAsync("/fr/account/second-factor", ("secret", secret), ("code", Totp.CodeAt(secret, TimeProvider.System.GetUtcNow())));

        var last = "";
        for (var i = 0; i < 4; i++)
        {
            using var browser = host.Browser();
            last = Browser.Text(await (await browser.PostAsync("/fr/sign-in", ("email", person.Email), ("password", RunningHost.Password))).Content.ReadAsStringAsync());
            await browser.PostAsync("/fr/sign-in/code", ("code", "000000"));
        }

        Assert.Contains("15 minutes", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_with_roles_in_two_organisations_chooses_one_and_switches()
    {
        await using var host = await RunningHost.StartAsync();
        var (here, there) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await host.Setup.OpenAsync("deux@chu.example", "Deux", here, Role.Administrator, password: RunningHost.Password);
        await host.Setup.GrantAsync("deux@chu.example", there, Role.Auditor);
        using var browser = host.Browser();

        var password = await browser.PostAsync("/ar/sign-in", ("email", "deux@chu.example"), ("password", RunningHost.Password));
        Assert.Equal("/ar/sign-in/organisation", password.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/ar/sign-in/organisation", ("organisation", there.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/ar/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostAsync("/ar/account/organisation", ("organisation", here.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/ar/accounts")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await browser.PostAsync("/ar/account/organisation", ("organisation", Guid.CreateVersion7().ToString()))).StatusCode);
    }

    [Theory]
    [InlineData("/fr/accounts?page=2", true)]
    [InlineData("/ar", true)]
    [InlineData("//elsewhere.example/fr", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("https://elsewhere.example/fr", false)]
    [InlineData("/fr//elsewhere.example", false)]
    [InlineData("/fr/\t/elsewhere.example", false)]
    [InlineData("/fr/sign-out", false)]
    [InlineData("/frelsewhere", false)]
    public void The_way_back_leads_to_our_own_pages_only(string to, bool isOurs) =>
        Assert.Equal(isOurs ? to : "/en", ReturnPath.Safe(to, "en"));

    [Fact]
    public async Task A_cookie_of_the_session_is_out_of_reach_of_scripts_and_of_other_sites()
    {
        await using var host = await RunningHost.StartAsync();
        await host.Setup.OpenAsync("a@chu.example", "A", Chu, Role.Auditor, password: RunningHost.Password);
        using var browser = host.Browser();
        var answer = await browser.PostAsync("/fr/sign-in", ("email", "a@chu.example"), ("password", RunningHost.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("shiraka=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal("/fr/sign-in", (await browser.PostAsync("/fr/sign-out")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/fr/account")).StatusCode);
    }
}
