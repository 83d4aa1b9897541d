using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Server.Tests.Access;

public sealed class MatrixTests
{
    private const string Canary = "Canari de l'autre maison";

    [Theory, OnBothStores]
    public async Task Every_route_answers_everybody_as_its_rule_says(StoreKind kind)
    {
        await using var host = await RunningHost.StartAsync(kind);
        var (matrix, viewers) = await PrepareAsync(host);

        var problems = await matrix.ProblemsAsync(viewers);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(matrix.Calls > 200, $"Only {matrix.Calls} calls.");
    }

    [Fact]
    public async Task A_route_that_forgets_to_ask_whose_record_it_is_is_found()
    {
        await using var host = await RunningHost.StartAsync(also: app =>
            app.MapGet("/api/v1/hole/{account:guid}", async (Guid account, ShirakaDb db) => (await db.Accounts.SingleAsync(a => a.Id == account)).DisplayName).Allow(Right.ReadDirectory));
        var (matrix, viewers) = await PrepareAsync(host);

        var problems = await matrix.ProblemsAsync([.. viewers.Take(2)]);

        Assert.Contains(problems, problem => problem.Contains("/hole/", StringComparison.Ordinal) && problem.Contains("shows the record", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("/hole/", StringComparison.Ordinal) && problem.Contains("not theirs to know of", StringComparison.Ordinal));
        Assert.All(problems.Where(problem => problem.Contains("shows the record", StringComparison.Ordinal)), problem => Assert.Contains("/hole/", problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_route_parameter_that_nobody_gave_a_sample_for_is_found()
    {
        await using var host = await RunningHost.StartAsync(also: app => app.MapGet("/api/v1/things/{thing}", (string thing) => thing).Allow(Right.ReadLedger));
        var (matrix, viewers) = await PrepareAsync(host);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => matrix.ProblemsAsync(viewers));
        Assert.Contains("thing", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<(Matrix Matrix, IReadOnlyList<(Role?, Func<Task<Browser>>)> Viewers)> PrepareAsync(RunningHost host)
    {
        var (ours, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var viewers = new List<(Role?, Func<Task<Browser>>)> { (null, () => Task.FromResult(host.Browser())) };
        foreach (var role in Enum.GetValues<Role>()) viewers.Add((role, () => host.SignedInAsync(ours, role)));
        return (new Matrix(host, await SamplesAsync(host, ours, theirs), Canary), viewers);
    }

    /// <summary>A record of each kind on either side. A module that adds a route parameter adds its line, with a record whose text holds the canary on the other side.</summary>
    private static async Task<Dictionary<string, Sample>> SamplesAsync(RunningHost host, Guid ours, Guid theirs)
    {
        var here = await host.Setup.OpenAsync("ici@chu.example", "Ici", ours, Role.Auditor, password: RunningHost.Password);
        var there = await host.Setup.OpenAsync("ailleurs@chu.example", Canary, theirs, Role.Auditor, password: RunningHost.Password);
        var sessions = host.App.Services.GetRequiredService<Sessions>();
        await sessions.OpenAsync(here.Id, ours);
        await sessions.OpenAsync(there.Id, theirs);
        var ourRecords = await new MatrixRecords(host, ours, "Chez nous").MakeAsync();
        var theirRecords = await new MatrixRecords(host, theirs, Canary).MakeAsync();
        var samples = ourRecords.Ids.ToDictionary(pair => pair.Key, pair => new Sample(pair.Value, theirRecords.Ids[pair.Key]), StringComparer.Ordinal);
        foreach (var (name, sample) in new Dictionary<string, Sample>(StringComparer.Ordinal)
        {
            ["language"] = new("fr"),
            ["file"] = new("nothing.css"),
            ["account"] = new(here.Id.ToString(), there.Id.ToString()),
            ["membership"] = new(await IdAsync(host, "memberships", here.Id), await IdAsync(host, "memberships", there.Id)),
            ["id"] = new(ours.ToString()),      // of the directory, which everybody who may read it shares
            ["visit"] = new(await IdAsync(host, "sessions", here.Id), await IdAsync(host, "sessions", there.Id)),
            ["documentName"] = new("v1"),
            ["path"] = new("index.html"),
        })
            samples[name] = sample;
        return samples;
    }

    private static async Task<string> IdAsync(RunningHost host, string table, Guid account) =>
        (await host.Store.ReadAsync($"SELECT id FROM {table} WHERE account = @account", row => row.Id(0), CancellationToken.None, ("account", account)))[0].ToString();
}
