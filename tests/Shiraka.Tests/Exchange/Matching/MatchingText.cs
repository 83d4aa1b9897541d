using System.Text.Json;
using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>A problem written back as a file, straight or with every list of records turned around.</summary>
internal static class MatchingText
{
    public static byte[] Of(MatchingProblem problem, bool turned = false)
    {
        var couple = problem.CoupleOf();
        object[] seats = [.. problem.Seats.Select(seat => new { id = seat.Id, capacity = seat.Capacity, minimum = seat.Minimum, ranking = seat.Ranking?.Select(t => problem.Trainees[t]), region = seat.Region < 0 ? null : problem.Regions[seat.Region].Id, target = seat.Region < 0 ? (int?)null : seat.Target })];
        object[] regions = [.. problem.Regions.Select(region => new { id = region.Id, cap = region.Cap })];
        object[] trainees = [.. problem.Trainees.Select((id, t) => (id, t)).Where(one => couple[one.t] < 0).Select(one => new { one.id, preferences = problem.Preferences[one.t].Select(seat => problem.Seats[seat].Id) })];
        object[] couples = [.. problem.Couples.Select(pair => new { members = new[] { problem.Trainees[pair.First], problem.Trainees[pair.Second] }, preferences = pair.Options.Select(option => new[] { Id(option.First), Id(option.Second) }) })];
        if (!turned) return JsonSerializer.SerializeToUtf8Bytes(new { seats, regions, trainees, couples });
        foreach (var list in (object[][])[seats, regions, trainees, couples]) Array.Reverse(list);
        return JsonSerializer.SerializeToUtf8Bytes(new { couples, trainees, regions, seats });

        string? Id(int seat) => seat < 0 ? null : problem.Seats[seat].Id;
    }
}
