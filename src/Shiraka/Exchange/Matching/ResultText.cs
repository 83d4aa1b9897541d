using System.Text;
using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>A result for a person, in one language.</summary>
public static class ResultText
{
    public static string Of(MatchingResult result, Language language)
    {
        var (words, text) = (Words.In(language), new StringBuilder());
        var reasons = result.Why.ToLookup(why => why.Trainee, StringComparer.Ordinal);
        for (var t = 0; t < result.Seats.Count; t++)
        {
            var trainee = result.Problem.Trainees[t];
            text.Append(trainee).Append(" → ").Append(Id(result.Seats[t])).Append('\n');
            foreach (var why in reasons[trainee]) text.Append("  ").Append(why.Say(language)).Append('\n');
        }

        if (result.Closed.Count > 0) text.Append(words["match.text.closed", string.Join(", ", result.Closed.Select(seat => result.Problem.Seats[seat].Id))]).Append('\n');
        text.Append(words["match.method." + ResultJson.Code(result.Method)]).Append('\n');
        if (!result.Stable) text.Append(words[result.Proved.Contains(MatchingClaim.NoStableOutcome) ? "match.text.unstable" : "match.text.unknown"]).Append('\n');
        foreach (var broken in result.Blocking)
        {
            if (result.Blocking.Count > 1) text.Append("  ").AppendJoin(", ", broken.Seats.Select((seat, t) => $"{result.Problem.Trainees[t]} → {Id(seat)}")).Append('\n');
            foreach (var coalition in broken.Coalitions) text.Append("    ").Append(ResultJson.Say(result.Problem, coalition, language)).Append('\n');
        }

        if (result.Problem.Seats.Any(seat => seat.Ranking is null)) text.Append(words["match.text.seed", result.Seed]).Append('\n');
        return text.ToString().TrimEnd('\n');

        string Id(int seat) => seat < 0 ? "—" : result.Problem.Seats[seat].Id;
    }
}
