namespace Shiraka.Exchange;

/// <summary>
/// May these trainees move at once? Leavers go first; a seat agrees if all of them who would then be there are among its best up to its capacity; a closed
/// seat if they are enough to open it; a region if its cap holds afterwards. In a region that was full, nobody moves inside it
/// if that would leave the seats further from their targets (condition iii of Kamada and Kojima).
/// </summary>
internal sealed class Deviation
{
    private readonly Outcome _outcome;
    private readonly MatchingProblem _problem;
    private readonly Dictionary<int, Change> _changes = [];

    private Deviation(Outcome outcome) => (_outcome, _problem) = (outcome, outcome.Instance.Problem);

    /// <param name="moves">Trainee and the ask that is to be granted, -1 for none. All of them gain.</param>
    public static bool IsOpen(Outcome outcome, IReadOnlyList<(int Trainee, int Ask)> moves)
    {
        var deviation = new Deviation(outcome);
        foreach (var (trainee, ask) in moves)
            if (!deviation.Add(outcome.Asks[trainee], ask)) return false;
        return deviation.SeatsAgree() && deviation.RegionsAgree();
    }

    private bool Add(int from, int to)
    {
        var asks = _outcome.Instance.Market.Asks;
        if (to >= 0 && asks[to].Slot < 0) return false;
        if (from == to)
        {
            if (from >= 0) At(asks[from].Seat).Staying.Add(asks[from].Slot);
            return true;
        }

        if (from >= 0) At(asks[from].Seat).Leaving.Add(asks[from].Slot);
        if (to >= 0) At(asks[to].Seat).Coming.Add(asks[to].Slot);
        return true;
    }

    private Change At(int seat) => _changes.TryGetValue(seat, out var change) ? change : _changes[seat] = new Change();

    private bool SeatsAgree()
    {
        foreach (var (s, change) in _changes)
        {
            if (change.Coming.Count == 0) continue;
            var seat = _problem.Seats[s];
            if (_outcome.IsClosed(s) && change.Coming.Count < seat.Minimum) return false;
            var worst = change.Coming.Concat(change.Staying).Max();     // a partner who stays must not fall either
            foreach (var slot in _outcome.Slots(s))
                if (slot > worst && !change.Leaving.Contains(slot)) change.MayDrop++;
            change.MayDrop = Math.Min(change.MayDrop, change.Coming.Count);
            change.Dropped = Math.Max(0, _outcome.Load(s) - change.Leaving.Count + change.Coming.Count - seat.Capacity);
            if (change.Dropped > change.MayDrop) return false;
        }

        return true;
    }

    private bool RegionsAgree() => _changes.Keys.Select(seat => _problem.Seats[seat].Region).Where(region => region >= 0).Distinct()
        .All(region => RegionAgrees(region, [.. _changes.Where(change => _problem.Seats[change.Key].Region == region).Select(change => (change.Key, change.Value))], 0));

    // A seat may replace more of its own than it must, so that the region keeps its number.
    private bool RegionAgrees(int region, (int Seat, Change Change)[] seats, int at)
    {
        if (at == seats.Length) return Fits(region, seats);
        var (change, least) = (seats[at].Change, seats[at].Change.Dropped);
        for (; change.Dropped <= Math.Max(least, change.MayDrop); change.Dropped++)
            if (RegionAgrees(region, seats, at + 1)) return true;
        change.Dropped = least;
        return false;
    }

    private bool Fits(int region, (int Seat, Change Change)[] seats)
    {
        var (cap, before) = (_problem.Regions[region].Cap, _outcome.RegionLoads[region]);
        if (before + seats.Sum(seat => seat.Change.Net) > cap) return false;
        if (before < cap) return true;
        var fuller = seats.Where(seat => seat.Change.Net > 0).Select(Above).DefaultIfEmpty(long.MinValue).Max();
        var emptier = seats.Where(seat => seat.Change.Net < 0).Select(Above).DefaultIfEmpty(long.MaxValue).Min();
        return fuller <= emptier;
    }

    private long Above((int Seat, Change Change) seat) => (long)_outcome.Load(seat.Seat) + seat.Change.Net - _problem.Seats[seat.Seat].Target;

    private sealed class Change
    {
        public List<int> Leaving { get; } = [];

        public List<int> Coming { get; } = [];

        public List<int> Staying { get; } = [];

        public int MayDrop { get; set; }

        public int Dropped { get; set; }

        public int Net => Coming.Count - Leaving.Count - Dropped;
    }
}
