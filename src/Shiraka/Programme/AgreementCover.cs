using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>What the rules of a plan need to know of its agreement.</summary>
internal static class AgreementCover
{
    private static readonly CompiledQuery<Func<ShirakaDb, Guid, CancellationToken, Task<Found?>>> Planned = new(() =>
        EF.CompileAsyncQuery((ShirakaDb db, Guid activity, CancellationToken cancel) => db.Set<Activity>().Where(a => a.Id == activity)
            .Join(db.Set<Agreement>(), a => a.Agreement, g => g.Id, (a, g) => new Found(a, g.Terms, g.SignedOn, g.InForceOn, g.ExpiresOn, g.TerminatedOn, g.Renewal)).SingleOrDefault()));

    private sealed record Found(Activity Activity, string? Terms, DateOnly? SignedOn, DateOnly? InForceOn, DateOnly? ExpiresOn, DateOnly? TerminatedOn, string Renewal);

    private const int MostKept = 1000;
    private static readonly ConcurrentDictionary<(string? Terms, DateOnly? SignedOn, DateOnly? InForceOn, DateOnly? ExpiresOn, string Renewal, DateOnly? TerminatedOn, DateOnly Today), Coverage> Kept = new();

    // Facts are recorded by the thousand under a few agreements: a calendar is computed once for a day, not for each.
    private static Coverage Covered((string? Terms, DateOnly? SignedOn, DateOnly? InForceOn, DateOnly? ExpiresOn, string Renewal, DateOnly? TerminatedOn, DateOnly Today) known)
    {
        if (Kept.Count > MostKept) Kept.Clear();
        return Kept.GetOrAdd(known, static of => Coverage.Of(Agreements.Agreement.RecordOf(of.Terms, of.InForceOn, of.ExpiresOn, of.Renewal, of.TerminatedOn).On(of.Today), of.SignedOn));
    }

    extension(ShirakaDb db)
    {
        /// <summary>An activity, and the days its agreement covers as the register knows them now: one question, since facts are recorded by the thousand.</summary>
        public async Task<(Activity Activity, Coverage Coverage)?> PlannedAsync(Guid activity, CancellationToken cancel)
        {
            if (await Planned.On(db)(db, activity, cancel) is not { } found) return null;
            return (found.Activity, Covered((found.Terms, found.SignedOn, found.InForceOn, found.ExpiresOn, found.Renewal, found.TerminatedOn, db.Today)));
        }

        /// <summary>Years of the agreement, from entry into force, else signature, else confirmation.</summary>
        public async Task<AgreementYears> YearsOfAsync(Guid agreement, CancellationToken cancel)
        {
            var dates = await db.Agreements.Where(a => a.Id == agreement).Select(a => new { a.InForceOn, a.SignedOn, a.ConfirmedOn }).SingleAsync(cancel);
            return new AgreementYears(dates.InForceOn ?? dates.SignedOn ?? dates.ConfirmedOn);
        }
    }
}
