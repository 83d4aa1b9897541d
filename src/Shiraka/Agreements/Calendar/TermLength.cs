using System.Globalization;
using System.Runtime.InteropServices;

namespace Shiraka.Agreements.Terms;

/// <summary>
/// A length of time as agreements write it: months (a year is twelve) and days (a week is seven), never both mixed into one number,
/// because a month has no fixed number of days. Always longer than nothing.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TermLength(int Months, int Days)
{
    private const int MostYears = 1000;

    /// <summary>Reads an ISO 8601 duration of calendar units: <c>P3Y</c>, <c>P1Y6M</c>, <c>P90D</c>, <c>P2W</c>. No sign, no fraction, no hours, not zero.</summary>
    public static bool TryParse(string? text, out TermLength length)
    {
        length = default;
        if (text is not ['P', _, ..]) return false;
        var (months, days, at, last) = (0L, 0L, 1, -1);
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == start || at - start > 6 || at == text.Length) return false;
            var count = long.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
            var unit = "YMWD".IndexOf(text[at++], StringComparison.Ordinal);
            if (unit <= last) return false;     // each unit once, the longest first
            last = unit;
            (months, days) = unit switch { 0 => (months + (12 * count), days), 1 => (months + count, days), 2 => (months, days + (7 * count)), _ => (months, days + count) };
        }

        if (months + days == 0 || months > MostYears * 12 || days > MostYears * 366) return false;
        length = new((int)months, (int)days);
        return true;
    }

    /// <summary>Null where the text is no such length.</summary>
    public static TermLength? Of(string? text) => TryParse(text, out var length) ? length : null;

    public static TermLength OfDays(int days) => new(0, days);

    /// <summary>As ISO 8601 writes it, years and months apart.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"P{(Months >= 12 ? $"{Months / 12}Y" : "")}{(Months % 12 > 0 ? $"{Months % 12}M" : "")}{(Days > 0 ? $"{Days}D" : "")}");
}
