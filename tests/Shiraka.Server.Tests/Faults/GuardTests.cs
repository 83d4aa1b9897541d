using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;
using Shiraka.Tests.Stores;

namespace Shiraka.Server.Tests.Faults;

public sealed class GuardTests
{
    [Fact]
    public async Task A_full_queue_answers_503_with_a_time_to_come_back_and_then_empties()
    {
        await using var host = await RunningHost.StartAsync(StoreKind.Sqlite, app => app.MapGroup("/api/test").RunAsCommands().MapPost("/note", Note).AllowAnyone("test"));
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var blocking = host.Store.WriteAsync(async (_, _) =>
        {
            started.SetResult();
            await open.Task;
            return true;
        });
        await started.Task;
        var waiting = new List<Task<bool>>();
        while (waiting.Count < 4096) waiting.Add(host.Store.WriteAsync((_, _) => ValueTask.FromResult(true)));

        using var browser = host.Browser();
        var refused = await browser.SendAsync(Post("/api/test/note", host.Address));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);

        open.SetResult();
        await blocking;
        await Task.WhenAll(waiting);
        Assert.Equal(HttpStatusCode.OK, (await browser.SendAsync(Post("/api/test/note", host.Address))).StatusCode);
    }

    [Theory, OnBothStores]
    public async Task A_GET_that_writes_fails_and_leaves_nothing(StoreKind kind)
    {
        var record = Guid.CreateVersion7();
        await using var host = await RunningHost.StartAsync(kind, app =>
        {
            app.MapGet("/api/test/saves", async (ShirakaDb db) =>
            {
                db.Show(record, record, "test");
                await db.SaveChangesAsync();
            }).AllowAnyone("test");
            app.MapGet("/api/test/executes", async (IStore store) =>
            {
                await using var reader = await store.OpenReaderAsync();
                await using var command = reader.CreateCommand();
                command.CommandText = "INSERT INTO sign_in_failures (name_hash, failures, last_at) VALUES ('x', 1, 1)";
                await command.ExecuteNonQueryAsync();
            }).AllowAnyone("test");
        });
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.GetAsync("/api/test/saves")).StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.GetAsync("/api/test/executes")).StatusCode);
        Assert.Empty(await host.RowsAsync("SELECT record FROM audiences WHERE purpose = 'test'"));
        Assert.Empty(await host.RowsAsync("SELECT name_hash FROM sign_in_failures"));
    }

    [Theory, OnBothStores]
    public async Task A_command_that_starts_another_write_is_refused_and_undone(StoreKind kind)
    {
        var record = Guid.CreateVersion7();
        await using var host = await RunningHost.StartAsync(kind, app => app.MapGroup("/api/test").RunAsCommands().MapPost("/nested", async (ShirakaDb db, IStore store) =>
        {
            db.Show(record, record, "test");
            await db.SaveChangesAsync();
            await store.WriteAsync((_, _) => ValueTask.FromResult(true));
        }).AllowAnyone("test"));
        using var browser = host.Browser();

        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.SendAsync(Post("/api/test/nested", host.Address))).StatusCode);
        Assert.Empty(await host.RowsAsync("SELECT record FROM audiences WHERE purpose = 'test'"));
        Assert.Contains(host.Lines.All, line => line.Contains("cannot start another write", StringComparison.Ordinal));
    }

    private static Ok Note() => TypedOk;

    private static readonly Ok TypedOk = new("done");

    private static HttpRequestMessage Post(string path, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { }) };
        request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        request.Headers.Add(CommandFilter.KeyHeader, Guid.CreateVersion7().ToString("N"));
        return request;
    }

    private sealed record Ok(string State);
}
