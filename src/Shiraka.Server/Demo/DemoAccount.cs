using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Server.Commands;

namespace Shiraka.Server.Demo;

/// <summary>The short account of <c>demo --once</c>: per agreement, its promises, its facts, and how they stand.</summary>
internal static class DemoAccount
{
    public static async Task PrintAsync(IServiceProvider services, DateOnly today, Output output, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Guid.Empty, Guid.Empty, today, seesAll: true);
        foreach (var agreement in await db.Agreements.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancel))
        {
            if (await services.GetRequiredService<Partnerships>().ReadAsync(agreement.Id, today, cancel) is not { } view) continue;
            var states = string.Join(", ", view.Tally.Where(pair => pair.Value > 0).Select(pair => $"{pair.Value} {pair.Key.ToString().ToLowerInvariant()}"));
            output.Line($"{agreement.Title}");
            output.Line($"  {view.Commitments.Count} promises, {view.Done.Count()} facts: {states}");
        }

        if (await services.GetRequiredService<SealedFacts>().PositionAsync(cancel) is { } position)
            output.Line($"Ledger: {position.Size} sealed facts, root {Convert.ToHexStringLower(position.Root)}");
    }
}
