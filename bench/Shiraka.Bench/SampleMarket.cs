using Shiraka.Exchange;

namespace Shiraka.Bench;

/// <summary>A market of random lists, the same in every run: each seat ranks all who ask for it in an order of its own.</summary>
internal static class SampleMarket
{
    public static MatchingProblem Make(int trainees, int seats, int choices, int places)
    {
        var state = 0x5EEDUL;
        var preferences = new int[trainees][];
        var applicants = Enumerable.Range(0, seats).Select(_ => new List<int>()).ToArray();
        for (var t = 0; t < trainees; t++)
        {
            var list = preferences[t] = new int[choices];
            for (var i = 0; i < choices;)
            {
                var seat = Below(ref state, seats);
                if (list.AsSpan(0, i).Contains(seat)) continue;
                list[i++] = seat;
                applicants[seat].Add(t);
            }
        }

        return new MatchingProblem
        {
            Trainees = [.. Enumerable.Range(0, trainees).Select(t => $"t{t:0000000}")],
            Seats = [.. applicants.Select((list, s) => new Seat($"s{s:00000}", places / seats + (s < places % seats ? 1 : 0), 0, Shuffled(list, ref state), -1, 0))],
            Preferences = preferences,
            Regions = [],
            Couples = [],
        };
    }

    /// <summary>The same as a file.</summary>
    public static byte[] Text(MatchingProblem problem)
    {
        using var bytes = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("seats");
            foreach (var seat in problem.Seats)
            {
                json.WriteStartObject();
                json.WriteString("id", seat.Id);
                json.WriteNumber("capacity", seat.Capacity);
                List(json, "ranking", seat.Ranking!.Select(trainee => problem.Trainees[trainee]));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("trainees");
            for (var t = 0; t < problem.Trainees.Count; t++)
            {
                json.WriteStartObject();
                json.WriteString("id", problem.Trainees[t]);
                List(json, "preferences", problem.Preferences[t].Select(seat => problem.Seats[seat].Id));
                json.WriteEndObject();
                if (json.BytesPending > 1 << 20) json.Flush();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static int Below(ref ulong state, int end)
    {
        var z = state += 0x9E3779B97F4A7C15;        // SplitMix64
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)end);
    }

    private static int[] Shuffled(List<int> list, ref ulong state)
    {
        var shuffled = list.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(ref state, i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    private static void List(System.Text.Json.Utf8JsonWriter json, string name, IEnumerable<string> ids)
    {
        json.WriteStartArray(name);
        foreach (var id in ids) json.WriteStringValue(id);
        json.WriteEndArray();
    }
}
