namespace Shiraka.Exchange;

/// <summary>Who has which seat: for each trainee the ask that was granted, or -1; with the loads that follow from it.</summary>
internal sealed class Outcome
{
    private readonly Market _market;
    private readonly int[] _first;
    private readonly int[] _slots;

    public Outcome(Instance instance, int[] asks)
    {
        (Instance, _market, Asks) = (instance, instance.Market, asks);
        var problem = instance.Problem;
        _first = new int[_market.Seats + 1];
        foreach (var at in asks)
            if (at >= 0) _first[_market.Asks[at].Seat + 1]++;
        for (var s = 0; s < _market.Seats; s++) _first[s + 1] += _first[s];
        _slots = new int[_first[^1]];
        var next = _first[..^1];
        foreach (var at in asks)
            if (at >= 0) _slots[next[_market.Asks[at].Seat]++] = _market.Asks[at].Slot;
        RegionLoads = new long[problem.Regions.Count];
        for (var s = 0; s < _market.Seats; s++)
        {
            _slots.AsSpan(_first[s].._first[s + 1]).Sort();
            if (problem.Seats[s].Region is var region and >= 0) RegionLoads[region] += Load(s);
        }
    }

    public Instance Instance { get; }

    public int[] Asks { get; }

    public long[] RegionLoads { get; }

    public int Load(int seat) => _first[seat + 1] - _first[seat];

    /// <summary>Slots of those who hold the seat, best first.</summary>
    public ReadOnlySpan<int> Slots(int seat) => _slots.AsSpan(_first[seat].._first[seat + 1]);

    /// <summary>A seat with a minimum that nobody holds has not opened.</summary>
    public bool IsClosed(int seat) => Load(seat) == 0 && Instance.Problem.Seats[seat].Minimum > 0;

    public int SeatOf(int trainee) => Asks[trainee] < 0 ? -1 : _market.Asks[Asks[trainee]].Seat;

    /// <summary>The place of a couple's pair in its list; the length of the list where both are without a seat; -1 where the pair is not in it.</summary>
    public int OptionOf(int couple)
    {
        var (pair, options) = (Instance.Problem.Couples[couple], _market.Options[couple]);
        var option = Array.IndexOf(options, (Asks[pair.First], Asks[pair.Second]));
        return option >= 0 ? option : Asks[pair.First] < 0 && Asks[pair.Second] < 0 ? options.Length : -1;
    }

    /// <summary>How far down everybody's list the outcome is, and how many have nothing: smaller is better for the trainees.</summary>
    public (int Without, long Ranks) Cost()
    {
        var (without, ranks) = (0, 0L);
        for (var t = 0; t < Asks.Length; t++)
        {
            if (Asks[t] < 0) without++;
            if (Instance.CoupleOf[t] < 0) ranks += Asks[t] < 0 ? _market.Rows[t + 1] - _market.Rows[t] : Asks[t] - _market.Rows[t];
        }

        for (var c = 0; c < Instance.Problem.Couples.Count; c++) ranks += 2L * OptionOf(c);
        return (without, ranks);
    }
}
