using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Commands;

/// <summary>Brings texts into the store of this machine. SQLite has one process at a time: beside a running server this is refused.</summary>
internal sealed class StoreIntake : IIntake
{
    private readonly IHost host;
    private readonly ActingPerson person;

    private StoreIntake(IHost host, ActingPerson person) => (this.host, this.person) = (host, person);

    public string Root => "/" + person.Language;

    public static async Task<StoreIntake> OpenAsync(Installation installation, string email, Guid? organisation, CancellationToken cancel)
    {
        var host = HeadlessHost.Of(installation);
        try
        {
            await host.StartAsync(cancel);
        }
        catch (StoreUnavailableException e)
        {
            host.Dispose();
            throw new StoreUnavailableException(e.Message + " Where its server runs, give its address with --server.", e.InnerException);
        }

        try
        {
            return new StoreIntake(host, await host.Services.GetRequiredService<AccessSetup>().PersonAsync(email, organisation, Right.ImportTexts, cancel));
        }
        catch
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
            throw;
        }
    }

    public Task<ImportText.Response> TextAsync(string text, Intake how, CancellationToken cancel) =>
        TakeAsync(new ImportText.Request(text, how.Name ?? "", Anyway: how.Anyway), null, cancel);

    public async Task<ImportText.Response> FileAsync(string path, Intake how, CancellationToken cancel)
    {
        await using var content = File.OpenRead(path);
        var original = await host.Services.GetRequiredService<IFileIntake>().KeepAsync(content, Path.GetFileName(path), "", cancel);
        return await TakeAsync(ImportFile.Read(original, host.Services.GetRequiredService<Installation>(), cancel) with { Anyway = how.Anyway }, original, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    private async Task<ImportText.Response> TakeAsync(ImportText.Request request, PostedFile? original, CancellationToken cancel)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<ShirakaDb>(), host.Services.GetRequiredService<TimeProvider>());
        db.ActFor(person.Viewer.Account, person.Viewer.Organisation, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var taken = await ImportText.RunAsync(request, db, host.Services.GetRequiredService<Ledger.Commands>(), clock, cancel, original);
        host.Services.GetRequiredService<AccessLog>().Write(person.Viewer, "import", "draft", taken.Draft, "command_line");
        return taken;
    }
}
