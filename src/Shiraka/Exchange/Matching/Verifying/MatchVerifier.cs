using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>
/// Checks a result against its file, from the definitions and without the solver. Null: every property holds. In order: form, seed, trainees, seats,
/// capacities, minima, caps, closed seats, acceptable choices, stability (or what breaks it), optimality, claims, reasons.
/// </summary>
public sealed class MatchVerifier
{
    private readonly MatchingProblem _problem;
    private readonly StatedResult _stated;
    private readonly CheckedProblem _checked;
    private readonly Dictionary<string, int> _trainees;
    private readonly Dictionary<string, int> _seats;

    private MatchVerifier(MatchingProblem problem, StatedResult stated)
    {
        (_problem, _stated, _checked) = (problem, stated, new CheckedProblem(problem, stated.Seed));
        _trainees = problem.Trainees.Select((id, index) => (id, index)).ToDictionary(one => one.id, one => one.index, StringComparer.Ordinal);
        _seats = problem.Seats.Select((seat, index) => (seat.Id, index)).ToDictionary(one => one.Id, one => one.index, StringComparer.Ordinal);
    }

    /// <exception cref="RefusedException">The result is not JSON in UTF-8.</exception>
    public static MatchFailure? Verify(MatchingProblem problem, ReadOnlyMemory<byte> result)
    {
        try
        {
            var stated = StatedResult.Read(result);
            return problem.Seed is { } seed && seed != stated.Seed ? new MatchFailure("seed", seed, stated.Seed) : new MatchVerifier(problem, stated).First();
        }
        catch (FormatException wrong)
        {
            return new MatchFailure("form", wrong.Message);
        }
    }

    private MatchFailure? First()
    {
        if (Outcome(_stated.Assignments, out var failure) is not { } outcome) return failure;
        return Feasible(outcome) ?? Closed(outcome) ?? Rational(outcome) ?? (_stated.Stable ? Stable(outcome) : Broken(outcome)) ?? Claims() ?? Reasons(outcome);
    }

    private CheckedOutcome? Outcome(List<(string Trainee, string? Seat)> assignments, out MatchFailure? failure)
    {
        var seatOf = new int[_problem.Trainees.Count];
        Array.Fill(seatOf, -2);
        failure = null;
        foreach (var (trainee, seat) in assignments)
        {
            var at = -1;
            if (!_trainees.TryGetValue(trainee, out var t) || seatOf[t] != -2) failure = new MatchFailure("trainees", trainee);
            else if (seat is not null && !_seats.TryGetValue(seat, out at)) failure = new MatchFailure("unknown-seat", trainee, seat);
            if (failure is not null) return null;
            seatOf[t] = at;
        }

        if (Array.IndexOf(seatOf, -2) is var missing and >= 0) failure = new MatchFailure("trainees", _problem.Trainees[missing]);
        return failure is null ? new CheckedOutcome(_checked, seatOf) : null;
    }

    private MatchFailure? Feasible(CheckedOutcome outcome)
    {
        for (var s = 0; s < _problem.Seats.Count; s++)
        {
            var (seat, count) = (_problem.Seats[s], outcome.Holders[s].Count);
            if (count > seat.Capacity) return new MatchFailure("capacity", seat.Id, count, seat.Capacity);
            if (count > 0 && count < seat.Minimum) return new MatchFailure("minimum", seat.Id, count, seat.Minimum);
        }

        for (var r = 0; r < _problem.Regions.Count; r++)
            if (outcome.InRegion[r] > _problem.Regions[r].Cap) return new MatchFailure("cap", _problem.Regions[r].Id, outcome.InRegion[r], _problem.Regions[r].Cap);
        return null;
    }

    private MatchFailure? Closed(CheckedOutcome outcome)
    {
        var closed = Enumerable.Range(0, _problem.Seats.Count).Where(outcome.IsClosed).Select(seat => _problem.Seats[seat].Id).ToList();
        return closed.ToHashSet(StringComparer.Ordinal).SetEquals(_stated.Closed) && closed.Count == _stated.Closed.Count ? null : new MatchFailure("closed", string.Join(", ", closed), string.Join(", ", _stated.Closed));
    }

    private MatchFailure? Rational(CheckedOutcome outcome)
    {
        var couple = _problem.CoupleOf();
        for (var t = 0; t < outcome.SeatOf.Length; t++)
        {
            var seat = outcome.SeatOf[t];
            var listed = couple[t] < 0 ? seat < 0 || _problem.Preferences[t].Contains(seat) : IsListed(_problem.Couples[couple[t]], outcome);
            if (!listed || (seat >= 0 && !_checked.Accepts(seat, t))) return new MatchFailure("rationality", _problem.Trainees[t], seat < 0 ? "—" : _problem.Seats[seat].Id);
        }

        return null;
    }

    private static bool IsListed(Couple couple, CheckedOutcome outcome) =>
        (outcome.SeatOf[couple.First], outcome.SeatOf[couple.Second]) is var pair && (pair == (-1, -1) || couple.Options.Contains(pair));

    private MatchFailure? Stable(CheckedOutcome outcome)
    {
        if (_stated.Blocking.Count > 0) return new MatchFailure("coalition", Say(_stated.Blocking[0].Moves));
        if (new CheckedBlocking(_checked, outcome).Find(joint: _stated.Proved.Contains("no-blocking-group")) is { } moves) return new MatchFailure("blocking", Say(moves));
        if (_problem.Couples.Count > 0 || _problem.HasMinima || _problem.Regions.Count > 0) return null;
        var best = TextbookAcceptance.Run(_checked);
        var other = Enumerable.Range(0, best.Length).FirstOrDefault(t => best[t] != outcome.SeatOf[t], -1);
        return other < 0 ? null : new MatchFailure("optimality", _problem.Trainees[other]);
    }

    private MatchFailure? Broken(CheckedOutcome outcome)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var coalition in _stated.Blocking)
        {
            var broken = coalition.Outcome is null ? outcome : Outcome(coalition.Outcome, out _);
            if (broken is null || Feasible(broken) is not null || Rational(broken) is not null || !Breaks(broken, coalition.Moves)) return new MatchFailure("coalition", Say(coalition.Moves));
            listed.Add(Key(broken.SeatOf));
        }

        if (!listed.Contains(Key(outcome.SeatOf))) return new MatchFailure("unlisted", Say(outcome));
        if (!_stated.Proved.Contains("no-stable-outcome") || _stated.Method != "exhaustive") return null;
        foreach (var candidate in CheckedCandidates.Of(_checked).Select(seats => new CheckedOutcome(_checked, seats)))
        {
            if (new CheckedBlocking(_checked, candidate).Find() is null) return new MatchFailure("exists", Say(candidate));
            if (listed.Count > 1 && !listed.Contains(Key(candidate.SeatOf))) return new MatchFailure("unlisted", Say(candidate));
        }

        return null;
    }

    private bool Breaks(CheckedOutcome outcome, List<(string Trainee, string? Seat)> stated)
    {
        var moves = new List<(int Trainee, int Seat)>();
        foreach (var (trainee, seat) in stated)
        {
            if (!_trainees.TryGetValue(trainee, out var t) || (seat is not null && !_seats.ContainsKey(seat)) || moves.Exists(move => move.Trainee == t)) return false;
            moves.Add((t, seat is null ? -1 : _seats[seat]));
        }

        return new CheckedBlocking(_checked, outcome).AllGain(moves) && outcome.CanMove(moves);
    }

    // What a theorem or a look at everything gives may be claimed; nothing more.
    private MatchFailure? Claims()
    {
        var plain = _problem.Couples.Count == 0 && !_problem.HasMinima;
        var wrong = _stated.Proved.FirstOrDefault(claim => claim switch
        {
            "trainee-optimal" => !_stated.Stable || (!(plain && _problem.Regions.Count == 0) && _stated.Method != "exhaustive"),
            "strategy-proof" => !plain,
            "no-stable-outcome" => _stated.Stable,
            "no-blocking-pair" or "no-blocking-couple" or "no-blocking-group" => !_stated.Stable,
            _ => claim is not ("feasible" or "individually-rational"),
        });
        return wrong is null ? null : new MatchFailure("claim", wrong);
    }

    private MatchFailure? Reasons(CheckedOutcome outcome)
    {
        var (stated, expected) = (_stated.Why.ToLookup(why => why.Trainee, StringComparer.Ordinal), new CheckedReasons(_checked, outcome));
        for (var t = 0; t < outcome.SeatOf.Length; t++)
        {
            var (said, due) = (stated[_problem.Trainees[t]].ToList(), expected.Of(t).ToList());
            for (var i = 0; i < Math.Max(said.Count, due.Count); i++)
                if (i >= said.Count || i >= due.Count || !IsSame(said[i], due[i])) return new MatchFailure("reason", _problem.Trainees[t], (i < due.Count ? due[i].Seat : said[i].Seat) ?? "—");
        }

        return stated.FirstOrDefault(trainee => !_trainees.ContainsKey(trainee.Key)) is { } stranger ? new MatchFailure("reason", stranger.Key, "—") : null;
    }

    private static bool IsSame(StatedWhy said, Why due) =>
        said.Seat == due.Seat && said.Code == due.Code && said.Fr == due.Say(Language.Fr) && said.Ar == due.Say(Language.Ar) && said.En == due.Say(Language.En);

    private static string Key(int[] seats) => string.Join(' ', seats);

    private static string Say(IEnumerable<(string Trainee, string? Seat)> moves) => string.Join(", ", moves.Select(move => $"{move.Trainee} → {move.Seat ?? "—"}"));

    private string Say(IEnumerable<(int Trainee, int Seat)> moves) => Say(moves.Select(move => (_problem.Trainees[move.Trainee], move.Seat < 0 ? null : _problem.Seats[move.Seat].Id)));

    private string Say(CheckedOutcome outcome) => Say(outcome.SeatOf.Select((seat, trainee) => (trainee, seat)));
}
