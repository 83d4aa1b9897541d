using System.Text.Json;

namespace Shiraka.Exchange;

/// <summary>Reads the sections of a file, in any order. Knows the form; what the ids mean is checked later.</summary>
internal ref struct FileReader(ReadOnlySpan<byte> text, RawFile file)
{
    private static readonly string[] Sections = ["seats", "regions", "trainees", "couples", "seed"];
    private static readonly string[] SeatFields = ["id", "capacity", "minimum", "ranking", "region", "target"];
    private static readonly string[] RegionFields = ["id", "cap"];
    private static readonly string[] TraineeFields = ["id", "preferences"];
    private static readonly string[] CoupleFields = ["members", "preferences"];

    private FileTokens _tokens = new(text, file.Ids);

    public void Read()
    {
        _tokens.Next();
        _tokens.OpenObject("match");
        var seen = 0;
        for (var section = _tokens.Field(Sections, ref seen); section >= 0; section = _tokens.Field(Sections, ref seen))
        {
            if (section == 4)
            {
                if (_tokens.Kind != JsonTokenType.Null) file.Seed = _tokens.Number("seed").Value;
                continue;
            }

            if (section is 1 or 3 && _tokens.Kind == JsonTokenType.Null) continue;
            _tokens.OpenArray(Sections[section]);
            while (_tokens.Element())
            {
                _tokens.OpenObject(Sections[section]);
                if (section == 0) Seat();
                else if (section == 1) Region();
                else if (section == 2) Trainee();
                else Couple();
            }
        }

        if ((seen & 1) == 0) throw _tokens.Refuse("missing_field", "seats");
        if ((seen & 0b1100) == 0) throw _tokens.Refuse("missing_field", "trainees");
        _tokens.Next();     // anything after the end is refused by the parser
    }

    private void Seat()
    {
        var (seen, at) = (0, _tokens.At);
        (Cited? id, Written? capacity, Written? minimum, Cited[]? ranking, Cited? region, Written? target) = (null, null, null, null, null, null);
        for (var field = _tokens.Field(SeatFields, ref seen); field >= 0; field = _tokens.Field(SeatFields, ref seen))
        {
            if (field > 1 && _tokens.Kind == JsonTokenType.Null) continue;
            if (field == 0) id = _tokens.Id("id");
            else if (field == 1) capacity = _tokens.Number("capacity");
            else if (field == 2) minimum = _tokens.Number("minimum");
            else if (field == 3) ranking = _tokens.IdList("ranking");
            else if (field == 4) region = _tokens.Id("region");
            else target = _tokens.Number("target");
        }

        file.Seats.Add(new RawSeat(Needed(id, at, "id"), Needed(capacity, at, "capacity"), minimum, ranking, region, target));
    }

    private void Region()
    {
        var (seen, at) = (0, _tokens.At);
        (Cited? id, Written? cap) = (null, null);
        for (var field = _tokens.Field(RegionFields, ref seen); field >= 0; field = _tokens.Field(RegionFields, ref seen))
        {
            if (field == 0) id = _tokens.Id("id");
            else cap = _tokens.Number("cap");
        }

        file.Regions.Add(new RawRegion(Needed(id, at, "id"), Needed(cap, at, "cap")));
    }

    private void Trainee()
    {
        var (seen, at) = (0, _tokens.At);
        (Cited? id, Cited[]? preferences) = (null, null);
        for (var field = _tokens.Field(TraineeFields, ref seen); field >= 0; field = _tokens.Field(TraineeFields, ref seen))
        {
            if (field == 0) id = _tokens.Id("id");
            else if (_tokens.Kind != JsonTokenType.Null) preferences = _tokens.IdList("preferences");
        }

        file.Trainees.Add(new RawTrainee(Needed(id, at, "id"), preferences));
    }

    private void Couple()
    {
        var (seen, at) = (0, _tokens.At);
        (Cited[]? members, List<(Cited, Cited)>? options) = (null, null);
        for (var field = _tokens.Field(CoupleFields, ref seen); field >= 0; field = _tokens.Field(CoupleFields, ref seen))
        {
            if (field == 0)
            {
                members = _tokens.IdList("members");
                if (members.Length != 2) throw _tokens.Refuse("not_pair", "members");
                continue;
            }

            _tokens.OpenArray("preferences");
            options = [];
            while (_tokens.Element()) options.Add(Option());
        }

        var pair = members ?? throw _tokens.RefuseAt(at, "missing_field", "members");
        file.Couples.Add(new RawCouple(at, pair[0], pair[1], [.. options ?? throw _tokens.RefuseAt(at, "missing_field", "preferences")]));
    }

    private (Cited, Cited) Option()
    {
        _tokens.OpenArray("preferences");
        Span<Cited> pair = stackalloc Cited[2];
        var count = 0;
        while (_tokens.Element())
        {
            if (count == 2) throw _tokens.Refuse("not_pair", "preferences");
            pair[count++] = _tokens.Kind == JsonTokenType.Null ? Cited.None(_tokens.At) : _tokens.Id("preferences");
        }

        if (count != 2) throw _tokens.Refuse("not_pair", "preferences");
        if (pair[0].Id < 0 && pair[1].Id < 0) throw _tokens.Refuse("empty_pair");
        return (pair[0], pair[1]);
    }

    private readonly T Needed<T>(T? value, int at, string field) where T : struct => value ?? throw _tokens.RefuseAt(at, "missing_field", field);
}
