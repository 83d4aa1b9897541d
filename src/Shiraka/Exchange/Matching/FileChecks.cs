namespace Shiraka.Exchange;

/// <summary>What the ids and numbers of a file mean together: everything is known, nothing twice, nothing against itself.</summary>
internal sealed class FileChecks(RawFile file)
{
    private readonly int[] _seats = Nobody(file);
    private readonly int[] _trainees = Nobody(file);
    private readonly int[] _regions = Nobody(file);
    private readonly int[] _couples = Nobody(file);
    private readonly int[] _listed = Nobody(file);

    /// <exception cref="RefusedException">With the line and the reason.</exception>
    public MatchingProblem Build(ReadOnlySpan<byte> text)
    {
        Declare(text, file.Regions.Select(region => region.Id), _regions);
        Declare(text, file.Seats.Select(seat => seat.Id), _seats);
        Declare(text, file.Trainees.Select(trainee => trainee.Id), _trainees);
        var couples = new CoupleChecks(file, _trainees, _couples).Check(text);
        Order(file.Regions.Select(region => region.Id.Id), _regions);
        Order(file.Seats.Select(seat => seat.Id.Id), _seats);
        var trainees = Order(file.Trainees.Select(trainee => trainee.Id.Id).Concat(couples.Unlisted), _trainees);
        foreach (var region in file.Regions)
            if (region.Cap.Value is < 0 or > int.MaxValue) throw FileRefusal.At(text, region.Cap.At, "cap_range", file.Ids[region.Id.Id], region.Cap.Value);
        var preferences = new int[trainees.Length][];
        Array.Fill(preferences, []);
        foreach (var trainee in file.Trainees)
        {
            var list = Resolve(text, trainee.Preferences ?? (_couples[trainee.Id.Id] >= 0 ? [] : throw FileRefusal.At(text, trainee.Id.At, "missing_field", "preferences")), _seats, "unknown_seat", trainee.Id.Id);
            if (_couples[trainee.Id.Id] < 0) preferences[_trainees[trainee.Id.Id]] = list;
        }

        var ordered = file.Seats.OrderBy(seat => _seats[seat.Id.Id]).ToArray();
        var result = new Seat[ordered.Length];
        for (var s = 0; s < ordered.Length; s++) result[s] = Build(text, ordered[s]);
        return new MatchingProblem
        {
            Seats = Targets.Fill(text, file, result, ordered, _regions),
            Regions = [.. file.Regions.OrderBy(region => _regions[region.Id.Id]).Select(region => new Region(file.Ids[region.Id.Id], (int)region.Cap.Value))],
            Trainees = [.. trainees.Select(id => file.Ids[id])],
            Preferences = preferences,
            Couples = couples.Build(text, _seats, _trainees),
            Seed = file.Seed,
        };
    }

    private Seat Build(ReadOnlySpan<byte> text, RawSeat seat)
    {
        var (id, capacity) = (file.Ids[seat.Id.Id], seat.Capacity.Value);
        if (capacity is < 1 or > int.MaxValue) throw FileRefusal.At(text, seat.Capacity.At, "capacity_range", id, capacity);
        if (seat.Minimum is { } minimum && (minimum.Value < 0 || minimum.Value > capacity)) throw FileRefusal.At(text, minimum.At, "minimum_range", id, minimum.Value, capacity);
        if (seat.Target is { } target && (target.Value < 0 || target.Value > capacity)) throw FileRefusal.At(text, target.At, "target_range", id, target.Value, capacity);
        if (seat.Region is { } region && _regions[region.Id] < 0) throw FileRefusal.At(text, region.At, "unknown_region", file.Ids[region.Id], id);
        var ranking = seat.Ranking is { } ranked ? Resolve(text, ranked, _trainees, "unknown_trainee", seat.Id.Id) : null;
        return new Seat(id, (int)capacity, (int)(seat.Minimum?.Value ?? 0), ranking, seat.Region is { } known ? _regions[known.Id] : -1, (int)(seat.Target?.Value ?? -1));
    }

    private int[] Resolve(ReadOnlySpan<byte> text, Cited[] list, int[] known, string unknown, int owner)
    {
        var resolved = new int[list.Length];
        for (var i = 0; i < list.Length; i++)
        {
            var cited = list[i];
            if (known[cited.Id] < 0) throw FileRefusal.At(text, cited.At, cited.Id == owner ? "self_ranked" : unknown, file.Ids[cited.Id], file.Ids[owner]);
            if (_listed[cited.Id] == list[0].At) throw FileRefusal.At(text, cited.At, "repeated_choice", file.Ids[cited.Id], file.Ids[owner]);
            (_listed[cited.Id], resolved[i]) = (list[0].At, known[cited.Id]);
        }

        return resolved;
    }

    private void Declare(ReadOnlySpan<byte> text, IEnumerable<Cited> ids, int[] at)
    {
        foreach (var id in ids)
        {
            if (at[id.Id] >= 0) throw FileRefusal.At(text, id.At, "duplicate_id", file.Ids[id.Id], FileRefusal.Line(text, at[id.Id]));
            at[id.Id] = id.At;
        }
    }

    /// <summary>Puts ids in their order and leaves the place of each in <paramref name="places"/>.</summary>
    private int[] Order(IEnumerable<int> ids, int[] places)
    {
        int[] order = [.. ids];
        if (!IsInOrder(order)) Array.Sort(order, (a, b) => string.CompareOrdinal(file.Ids[a], file.Ids[b]));
        for (var i = 0; i < order.Length; i++) places[order[i]] = i;
        return order;
    }

    private bool IsInOrder(int[] ids)
    {
        for (var i = 1; i < ids.Length; i++)
            if (string.CompareOrdinal(file.Ids[ids[i - 1]], file.Ids[ids[i]]) > 0) return false;
        return true;
    }

    private static int[] Nobody(RawFile file)
    {
        var nobody = new int[file.Ids.Count];
        Array.Fill(nobody, -1);
        return nobody;
    }
}
