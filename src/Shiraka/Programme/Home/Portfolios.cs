using System.Collections.Concurrent;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>
/// The partnerships of whole portfolios, kept folded between requests: each request reads the facts sealed since the last one and
/// forgets only the agreements they lie under, so that a page over 200 agreements costs two short queries. Does not ask who may
/// see what: handlers give the agreements they may show.
/// </summary>
public sealed class Portfolios(Partnerships partnerships, SealedFacts ledger) : IDisposable
{
    private const int MostKept = 20_000;
    private const int MostFactsFollowed = 5_000;
    private const int Step = 1_000;
    private readonly ConcurrentDictionary<Guid, Partnership> _views = new();
    private readonly ConcurrentDictionary<Guid, Guid> _agreementOf = new();     // by what facts lie under: the agreement, its commitments
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _followed = -1;
    private DateOnly _day;

    /// <summary>Those of <paramref name="agreements"/> that are sealed, in the order given, as they stand on <paramref name="today"/>.</summary>
    public async Task<IReadOnlyList<Partnership>> ReadAsync(IEnumerable<Guid> agreements, DateOnly today, CancellationToken cancel = default)
    {
        await FollowAsync(today, cancel);
        var views = new List<Partnership>();
        foreach (var agreement in agreements)
            if ((_views.TryGetValue(agreement, out var known) && known.Today == today ? known : await FoldAsync(agreement, today, cancel)) is { } view)
                views.Add(view);
        return views;
    }

    public void Dispose() => _turn.Dispose();

    private async Task<Partnership?> FoldAsync(Guid agreement, DateOnly today, CancellationToken cancel)
    {
        var followed = Volatile.Read(ref _followed);
        if (await partnerships.ReadAsync(agreement, today, cancel) is not { } view) return null;
        foreach (var under in view.Commitments.Select(thread => thread.Id).Append(agreement)) _agreementOf[under] = agreement;
        _views[agreement] = view;

        // Facts followed while it was read may be missing from it, and nobody would forget it for them again.
        if (Volatile.Read(ref _followed) != followed) _views.TryRemove(agreement, out _);
        return view;
    }

    private async Task FollowAsync(DateOnly today, CancellationToken cancel)
    {
        var newest = (await ledger.PositionAsync(cancel))?.Size - 1 ?? -1;
        if (newest <= Volatile.Read(ref _followed) && _day == today) return;
        await _turn.WaitAsync(cancel);
        try
        {
            if (_day != today || newest - _followed > MostFactsFollowed || _views.Count > MostKept)
            {
                _views.Clear();
                _agreementOf.Clear();
                _day = today;
                Volatile.Write(ref _followed, Math.Max(newest, _followed));
            }

            while (_followed < newest)
            {
                var facts = await ledger.AfterAsync(_followed, Step, cancel);
                if (facts.Count == 0) break;
                foreach (var fact in facts)
                    if (fact.Under is { } under && _agreementOf.TryGetValue(under, out var agreement)) _views.TryRemove(agreement, out _);
                Volatile.Write(ref _followed, facts[^1].Seq);
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
