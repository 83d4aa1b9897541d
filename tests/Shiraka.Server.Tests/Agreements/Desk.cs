using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Agreements;

/// <summary>What an officer does at her desk, over HTTP: uploads a text, confirms it, files and verifies.</summary>
internal sealed class Desk(RunningHost host)
{
    public const string Html = """
        <html><body><nav>Accueil</nav><p>Oran, le 14 mai 2023 – Le CHU d'Oran a signé une convention de partenariat avec le CHU de Kamenge.</p>
        <p>Le CHU d'Oran s'engage à accueillir dix stagiaires en oncologie.</p></body></html>
        """;

    public Guid Ours { get; } = Guid.CreateVersion7();

    public Guid Partner { get; } = Guid.CreateVersion7();

    /// <summary>Both organisations in the directory.</summary>
    public async Task<Desk> OpenAsync()
    {
        await RunAsync(async db =>
        {
            await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "DZ", [new GivenName("fr", "CHU d'Oran")]), db, default, Ours);
            return await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "BI", [new GivenName("fr", "CHU de Kamenge")]), db, default, Partner);
        });
        return this;
    }

    public Task<Browser> OfficerAsync(Guid? of = null) => host.SignedInAsync(of ?? Ours, Role.CooperationOfficer);

    public static Task<HttpResponseMessage> PostFileAsync(Browser browser, string path, string name, byte[] content)
    {
        var form = new MultipartFormDataContent { { new StringContent(Guid.CreateVersion7().ToString("N")), "_key" }, { new ByteArrayContent(content), "file", name } };
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return browser.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostJsonAsync(Browser browser, string path, object body) => SendJsonAsync(browser, HttpMethod.Post, path, body);

    public static Task<HttpResponseMessage> PutJsonAsync(Browser browser, string path, object body) => SendJsonAsync(browser, HttpMethod.Put, path, body);

    private static async Task<HttpResponseMessage> SendJsonAsync(Browser browser, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        return await browser.SendAsync(request);
    }

    public static async Task<Guid> UploadAsync(Browser browser, string name = "communiqué.html", string content = Html)
    {
        var answer = await PostFileAsync(browser, "/fr/import", name, System.Text.Encoding.UTF8.GetBytes(content));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    /// <summary>Confirms what the text says, as the account of <paramref name="browser"/>.</summary>
    public async Task<Guid> ConfirmAsync(Browser browser, Guid draft)
    {
        var instrument = new ConfirmDraft.Instrument("Oran – Kamenge", "convention",
            [new("Le CHU d'Oran", Ours, Name: "CHU d'Oran"), new("le CHU de Kamenge", Partner, Name: "CHU de Kamenge")],
            [new("host_trainees", "Accueillir des stagiaires", "accueillir dix stagiaires en oncologie", 3, 0, 10, "person"), new("seminar", "Se réunir", "se réunir chaque année")])
        { SignedOn = new DateOnly(2023, 5, 14), Place = "Oran" };
        var confirmed = await RunAsync(db => ConfirmDraft.HandleAsync(draft, new ConfirmDraft.Request([instrument]), db, default), browser.Account);
        return Assert.IsType<Ok<ConfirmDraft.Response>>(confirmed.Result).Value!.Agreements[0];
    }

    public Task<IReadOnlyList<string>> CitedByAsync(Guid record) => CitedAsync(record);

    /// <summary>A day and a bit later, as the hourly sweep sees it.</summary>
    public Task<int> SweepAsync() => host.App.Services.GetRequiredService<DocumentSweep>().SweepAsync(TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> CitedAsync(Guid record) => await host.Store.ReadAsync(
        "SELECT file_name FROM document_citations WHERE record = @record ORDER BY file_name", row => row.GetString(0), TestContext.Current.CancellationToken, ("record", record));

    private async Task<T> RunAsync<T>(Func<ShirakaDb, Task<T>> handler, Guid? actor = null)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(actor ?? Guid.Empty, Ours, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        return await scope.ServiceProvider.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, async () =>
        {
            var done = await handler(db);
            await db.SaveChangesAsync();
            return done;
        }, waitForSeal: true);
    }
}
