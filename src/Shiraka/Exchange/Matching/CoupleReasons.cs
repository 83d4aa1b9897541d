namespace Shiraka.Exchange;

/// <summary>The same for members of couples, whose choices are pairs: a pair fails by one's own seat, by the partner's, or by both at once.</summary>
internal sealed class CoupleReasons(Outcome outcome, Reasons reasons)
{
    private readonly MatchingProblem _problem = outcome.Instance.Problem;

    public IEnumerable<Why> Of(int trainee)
    {
        var c = outcome.Instance.CoupleOf[trainee];
        var (couple, now) = (_problem.Couples[c], outcome.OptionOf(c));
        var (isFirst, options) = (couple.First == trainee, outcome.Instance.Market.Options[c]);
        var partner = isFirst ? couple.Second : couple.First;
        for (var option = 0; option < now; option++)
        {
            var (own, other) = isFirst ? options[option] : (options[option].Second, options[option].First);
            if (own >= 0) yield return Against(trainee, own, partner, other);
        }

        yield return Granted(trainee, partner, now, options.Length);
    }

    private Why Against(int trainee, int own, int partner, int other)
    {
        var seat = outcome.Instance.Market.Asks[own].Seat;
        if (Deviation.IsOpen(outcome, [(trainee, own), (partner, other)])) return reasons.Say(trainee, seat, "broken");
        if (outcome.Asks[trainee] != own && reasons.Against(trainee, own) is { } against) return against;
        if (other < 0) return reasons.Say(trainee, seat, "couple-blocked");
        var alone = outcome.Asks[partner] == other || reasons.Against(partner, other) is null;
        return reasons.Say(trainee, seat, alone ? "together" : "partner", _problem.Trainees[partner], _problem.Seats[outcome.Instance.Market.Asks[other].Seat].Id);
    }

    private Why Granted(int trainee, int partner, int option, int options)
    {
        var (own, other) = (outcome.SeatOf(trainee), outcome.SeatOf(partner));
        if (own < 0 && other < 0) return reasons.Say(trainee, -1, options == 0 ? "unasked" : "none");
        if (own < 0) return reasons.Say(trainee, -1, "left", option + 1, _problem.Trainees[partner], _problem.Seats[other].Id);
        return other < 0
            ? reasons.Say(trainee, own, "couple-alone", option + 1, _problem.Trainees[partner])
            : reasons.Say(trainee, own, "couple", option + 1, _problem.Trainees[partner], _problem.Seats[other].Id);
    }
}
