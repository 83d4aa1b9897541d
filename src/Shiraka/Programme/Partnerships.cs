using Microsoft.Extensions.Caching.Memory;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>
/// Partnerships as the ledger tells them. Asked for an older position, it gives what was known then, judged on the day of that
/// position, for ever. Does not ask who may see it: handlers do, before.
/// </summary>
public sealed class Partnerships(SealedFacts ledger) : IDisposable
{
    private readonly MemoryCache folded = new(new MemoryCacheOptions { SizeLimit = 200_000 });     // facts held, not agreements

    /// <summary>The partnership known at the newest sealed position, judged on <paramref name="today"/>; null where the agreement is not sealed (yet).</summary>
    public async Task<Partnership?> ReadAsync(Guid agreement, DateOnly today, CancellationToken cancel = default)
    {
        var own = await ledger.UnderAsync([agreement], cancel: cancel);
        var under = Under(agreement, own);
        var count = (await ledger.CountUnderAsync(under, cancel)).Values.Sum();
        if (folded.TryGetValue(agreement, out (long Count, Partnership View) known) && known.Count == count && known.View.Today == today) return known.View;
        var view = await FoldAsync(agreement, own, null, today, cancel);
        if (view is null) return null;
        folded.Set(agreement, (count, view), new MemoryCacheEntryOptions { Size = count });
        return view;
    }

    /// <summary>The partnership as it was known at <paramref name="position"/>, judged on that position's day.</summary>
    public async Task<Partnership?> ReadAtAsync(Guid agreement, SealedPosition position, CancellationToken cancel = default) =>
        await FoldAsync(agreement, await ledger.UnderAsync([agreement], position.Size, cancel), position.Size, DayOf(position), cancel);

    public void Dispose() => folded.Dispose();

    /// <summary>The day of a position: reports are judged on it, so that the same position gives the same report.</summary>
    public static DateOnly DayOf(SealedPosition position) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(position.At).UtcDateTime);

    private async Task<Partnership?> FoldAsync(Guid agreement, List<SealedFact> own, long? until, DateOnly today, CancellationToken cancel)
    {
        if (!own.Exists(fact => fact.Type == "agreement.confirmed")) return null;
        var commitments = Under(agreement, own).Where(id => id != agreement).ToList();
        var served = await ledger.UnderAsync(commitments, until, cancel);
        return Partnership.From(own.Concat(served), today);
    }

    private static List<Guid> Under(Guid agreement, List<SealedFact> own) =>
        [agreement, .. own.Where(fact => fact.Type == "agreement.confirmed").SelectMany(fact => fact.Body<AgreementConfirmed>()?.Commitments ?? []).Select(c => c.Id)];
}
