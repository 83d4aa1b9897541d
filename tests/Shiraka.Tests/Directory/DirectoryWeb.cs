using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Access;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Tests.Ledger;

namespace Shiraka.Tests.Directory;

/// <summary>The product behind a real socket, with somebody signed in, for the pages and the API of the directory.</summary>
internal sealed class DirectoryWeb : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private DirectoryWeb(WebApplication app, string folder, HttpClient http, Guid organisation) =>
        (this.app, this.folder, Http, Organisation) = (app, folder, http, organisation);

    /// <summary>Sends the session of the person signed in, follows redirects.</summary>
    public HttpClient Http { get; }

    public Guid Organisation { get; }

    public static async Task<DirectoryWeb> StartAsync(Role role = Role.CooperationOfficer)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-test-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddResponseCompression();
        builder.Services.AddShiraka(new Installation(Path.Combine(folder, "shiraka.db"), folder));
        var app = builder.Build();
        app.UseShiraka();
        app.MapShiraka();
        await app.StartAsync();
        var (account, organisation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
            await app.Services.GetRequiredService<Commands>().RunAsync(db, () => SignUpAsync(db, account, organisation, role));
        }

        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };
        http.DefaultRequestHeaders.Add("Cookie", "shiraka=" + await app.Services.GetRequiredService<Sessions>().OpenAsync(account, organisation));
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return new(app, folder, http, organisation);
    }

    public async Task<IHtmlDocument> OpenAsync(string path) => Parse(await Http.GetStringAsync(path));

    /// <summary>Fills the form of a page and sends it, with its hidden fields.</summary>
    public async Task<(int Status, IHtmlDocument Page)> SendAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = (await OpenAsync(path)).QuerySelector<IHtmlFormElement>("main form[method=post]")!;
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await Http.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content);
        return ((int)answer.StatusCode, Parse(await answer.Content.ReadAsStringAsync()));
    }

    /// <summary>Enters the organisation of the person signed in.</summary>
    public async Task EnterOwnAsync(string name)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.CreateVersion7(), Organisation, new DateOnly(2026, 1, 1));
        await app.Services.GetRequiredService<Commands>().RunAsync(db, async () =>
        {
            await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "TN", [new("fr", name)]), db, CancellationToken.None, Organisation);
            return await db.SaveChangesAsync();
        }, waitForSeal: true);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    private static async Task<bool> SignUpAsync(ShirakaDb db, Guid account, Guid organisation, Role role)
    {
        db.Add(new Account { Id = account, Email = "nadia@example.org", DisplayName = "Nadia Ferchichi", PasswordHash = "-", Language = "fr" });
        var membership = new Membership { Id = Guid.CreateVersion7(), Account = account, Organisation = organisation, Role = role, From = new DateOnly(2020, 1, 1) };
        db.Add(membership);
        db.Record(ThingHappened.On(membership.Id, 1));
        await db.SaveChangesAsync();
        return true;
    }
}
