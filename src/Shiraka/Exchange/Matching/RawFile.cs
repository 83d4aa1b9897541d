using System.Runtime.InteropServices;

namespace Shiraka.Exchange;

/// <summary>An id where it stands in the file: its number in the table and the byte it begins at.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cited(int Id, int At)
{
    /// <summary><c>null</c> in the place of an id.</summary>
    public static Cited None(int at) => new(-1, at);
}

/// <summary>A whole number where it stands in the file.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Written(long Value, int At);

internal sealed record RawSeat(Cited Id, Written Capacity, Written? Minimum, Cited[]? Ranking, Cited? Region, Written? Target);

internal sealed record RawRegion(Cited Id, Written Cap);

/// <param name="Preferences">Null where the file leaves them out.</param>
internal sealed record RawTrainee(Cited Id, Cited[]? Preferences);

internal sealed record RawCouple(int At, Cited First, Cited Second, (Cited First, Cited Second)[] Options);

/// <summary>What a file says, before anything is looked up: every id with its place, for the refusals.</summary>
internal sealed class RawFile
{
    public IdTable Ids { get; } = new();

    public List<RawSeat> Seats { get; } = [];

    public List<RawRegion> Regions { get; } = [];

    public List<RawTrainee> Trainees { get; } = [];

    public List<RawCouple> Couples { get; } = [];

    public long? Seed { get; set; }
}
