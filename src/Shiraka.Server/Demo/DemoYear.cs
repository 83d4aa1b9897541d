using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;

namespace Shiraka.Server.Demo;

/// <summary>How the year of a demonstrated agreement went on: activities closed, left late or prolonged; the committee, its session, its decision.</summary>
internal sealed class DemoYear(DateOnly today, Func<DateOnly, Func<ShirakaDb, IServiceProvider, Task<object>>, Task<object>> command)
{
    public async Task RunAsync(Guid agreement, DemoAgreement script, IReadOnlyList<Guid> parties, CancellationToken cancel)
    {
        await command(today, async (db, _) =>
        {
            var kinds = await db.Commitments.Where(c => c.Agreement == agreement).ToDictionaryAsync(c => c.Id, c => c.Kind, cancel);
            foreach (var activity in await db.Activities.Where(a => a.Agreement == agreement && a.Commitment != null).ToListAsync(cancel))
            {
                var kind = kinds[activity.Commitment!.Value];
                if (script.Closed.Contains(kind)) await ChangeActivity.CloseAsync(activity.Id, new(true, today.AddDays(-30)), db, cancel);
                else if (!script.Late.Contains(kind)) await ChangeActivity.RescheduleAsync(activity.Id, new(activity.StartsOn, today.AddDays(150), script.Prolonged), db, cancel);
            }

            return true;
        });
        if (script.Sessions is { } sessions) await MeetAsync(agreement, sessions, parties, cancel);
    }

    private async Task MeetAsync(Guid agreement, DemoSessions sessions, IReadOnlyList<Guid> parties, CancellationToken cancel)
    {
        var (called, held) = (today.AddDays(-220), today.AddDays(-200));
        await command(called, async (db, services) =>
        {
            var promise = await db.Commitments.Where(c => c.Agreement == agreement && c.Kind == "committee").Select(c => (Guid?)c.Id).FirstOrDefaultAsync(cancel);
            return await FormCommittee.HandleAsync(agreement, new(sessions.Title, [.. parties.Select(party => new FormCommittee.Seat(party, "titular"))], 2, promise), db, services.GetRequiredService<Partnerships>(), cancel);
        });
        var first = await CallAsync(agreement, called, held, sessions.Place, cancel);
        await command(held, async (db, _) => await HoldSession.HandleAsync(first, new(held, parties), db, cancel));
        await command(held, async (db, services) => await TakeDecision.HandleAsync(
            first, new(sessions.Decision, parties[0], today.AddDays(-60)), db, services.GetRequiredService<Partnerships>(), cancel));
        await CallAsync(agreement, today, today.AddDays(20), sessions.Place, cancel);
    }

    private async Task<Guid> CallAsync(Guid agreement, DateOnly day, DateOnly on, string place, CancellationToken cancel)
    {
        var called = (Results<Ok<CallSession.Response>, NotFound>)await command(day, async (db, _) => await CallSession.HandleAsync(agreement, new(on, place), db, cancel));
        return ((Ok<CallSession.Response>)called.Result).Value!.Session;
    }
}
