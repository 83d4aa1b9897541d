namespace Shiraka.Exchange;

/// <summary>Couples: two different trainees, in one couple only, whose own list (if they have one) says the same as the couple's.</summary>
internal sealed class CoupleChecks(RawFile file, int[] trainees, int[] coupleOf)
{
    /// <summary>Members who are not in the list of trainees: the couple declares them.</summary>
    public List<int> Unlisted { get; } = [];

    public CoupleChecks Check(ReadOnlySpan<byte> text)
    {
        for (var c = 0; c < file.Couples.Count; c++)
        {
            var couple = file.Couples[c];
            if (couple.First.Id == couple.Second.Id) throw FileRefusal.At(text, couple.Second.At, "couple_itself", file.Ids[couple.First.Id]);
            foreach (var member in (Cited[])[couple.First, couple.Second])
            {
                if (coupleOf[member.Id] is var other and >= 0) throw FileRefusal.At(text, member.At, "two_couples", file.Ids[member.Id], FileRefusal.Line(text, file.Couples[other].At));
                coupleOf[member.Id] = c;
                if (trainees[member.Id] < 0) Unlisted.Add(member.Id);
            }
        }

        foreach (var trainee in file.Trainees)
            if (coupleOf[trainee.Id.Id] is var c and >= 0 && trainee.Preferences is { Length: > 0 } own && !own.Select(seat => seat.Id).SequenceEqual(Seats(file.Couples[c], trainee.Id.Id)))
                throw FileRefusal.At(text, trainee.Id.At, "contradictory", file.Ids[trainee.Id.Id], FileRefusal.Line(text, file.Couples[c].At));
        return this;
    }

    public Couple[] Build(ReadOnlySpan<byte> text, int[] seats, int[] places)
    {
        var built = new List<Couple>(file.Couples.Count);
        foreach (var couple in file.Couples)
        {
            var seen = new HashSet<(int, int)>();
            foreach (var (first, second) in couple.Options)
            {
                foreach (var seat in (Cited[])[first, second])
                    if (seat.Id >= 0 && seats[seat.Id] < 0) throw FileRefusal.At(text, seat.At, IsMember(couple, seat.Id) ? "self_ranked" : "unknown_seat", file.Ids[seat.Id], file.Ids[couple.First.Id]);
                if (!seen.Add((first.Id, second.Id))) throw FileRefusal.At(text, first.At, "repeated_pair", file.Ids[couple.First.Id], file.Ids[couple.Second.Id]);
            }

            built.Add(new Couple(places[couple.First.Id], places[couple.Second.Id], [.. couple.Options.Select(option => (Place(option.First), Place(option.Second)))]));
        }

        return [.. built.OrderBy(couple => Math.Min(couple.First, couple.Second))];

        int Place(Cited seat) => seat.Id < 0 ? -1 : seats[seat.Id];
    }

    private static bool IsMember(RawCouple couple, int id) => id == couple.First.Id || id == couple.Second.Id;

    // The seats of one member, in the order in which the couple first names them.
    private static IEnumerable<int> Seats(RawCouple couple, int member) =>
        couple.Options.Select(option => couple.First.Id == member ? option.First.Id : option.Second.Id).Where(seat => seat >= 0).Distinct();
}
