using System.Runtime.InteropServices;

namespace Shiraka.Agreements.Terms;

/// <summary>
/// A day counted from an anchor: so many months, then so many days. Everything is added up before it is counted, so that an anchor on
/// the 31st comes back to the 31st: from 31 January one month is 28 February, and two months are 31 March.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Reckoning(DateOnly Anchor, int Months = 0, int Days = 0)
{
    /// <summary>Null where no calendar has such a day.</summary>
    public DateOnly? Day
    {
        get
        {
            var month = (Anchor.Year * 12L) + Anchor.Month - 1 + Months;
            if (month is < 12 or >= 120_000) return null;
            var number = Anchor.AddMonths(Months).DayNumber + (long)Days;
            return number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber ? null : DateOnly.FromDayNumber((int)number);
        }
    }

    public Reckoning Plus(TermLength length) => new(Anchor, Months + length.Months, Days + length.Days);

    public Reckoning PlusDays(int days) => this with { Days = Days + days };

    /// <summary>That long before a day, counted back from the day itself.</summary>
    public static DateOnly? Before(DateOnly day, TermLength length) => new Reckoning(day, -length.Months, -length.Days).Day;
}
