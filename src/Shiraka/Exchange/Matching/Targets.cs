namespace Shiraka.Exchange;

/// <summary>
/// The targets of the seats of each region: as written, together at most the cap; where none is written, a share of what the others leave of the cap,
/// by capacity, rounded down. A seat without a region has no use for one.
/// </summary>
internal static class Targets
{
    public static Seat[] Fill(ReadOnlySpan<byte> text, RawFile file, Seat[] seats, RawSeat[] raw, int[] regions)
    {
        foreach (var region in file.Regions)
        {
            var here = Enumerable.Range(0, seats.Length).Where(s => seats[s].Region == regions[region.Id.Id]).ToArray();
            var written = here.Where(s => seats[s].Target >= 0).ToArray();
            var left = region.Cap.Value - written.Sum(s => (long)seats[s].Target);
            if (left < 0) throw FileRefusal.At(text, raw[written[^1]].Target!.Value.At, "targets_over_cap", file.Ids[region.Id.Id], region.Cap.Value - left, region.Cap.Value);
            var silent = here.Except(written).ToArray();
            var capacity = silent.Sum(s => (long)seats[s].Capacity);
            foreach (var s in silent) seats[s] = seats[s] with { Target = (int)Int128.Min(seats[s].Capacity, (Int128)left * seats[s].Capacity / capacity) };
        }

        for (var s = 0; s < seats.Length; s++)
            if (seats[s].Target < 0) seats[s] = seats[s] with { Target = 0 };
        return seats;
    }
}
