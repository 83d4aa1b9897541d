using System.Globalization;
using Shiraka.Agreements.TextReading;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>Who promises, how much and how often: as the reading found it, then as a person posts it.</summary>
/// <param name="By">The row of a party in the form, or <see cref="All"/>.</param>
/// <param name="Period"><c>year</c>, <c>month</c>, or null for a total.</param>
public sealed record PromiseTerms(string By, long? Quantity, string? Unit, string? Period)
{
    /// <summary>Every party is bound.</summary>
    public const string All = "all";

    private const long Most = 999_999_999;

    public static readonly PromiseTerms Unsaid = new(All, null, null, null);

    /// <summary>The names they are posted under, after the prefix of their promise.</summary>
    public static readonly IReadOnlyList<string> Fields = ["by", "quantity", "unit", "period"];

    internal PromiseTerms(ReadCommitment read, IReadOnlyList<ProposedParty> parties) : this(RowOf(read, parties), AmountOf(read), null, null)
    {
        if (Quantity is null) return;
        Unit = read.Unit;
        Period = PeriodOf(read.Period);
    }

    public string? QuantityText => Quantity?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was posted; a form without a field leaves what was read.</summary>
    internal static PromiseTerms Posted(PostedForm form, string prefix, PromiseTerms read)
    {
        var quantity = form.IsPosted(prefix + "quantity") ? form.NumberOrNull(prefix + "quantity") : read.Quantity;
        var unit = form.IsPosted(prefix + "unit") ? form.TextOrNull(prefix + "unit", 60) : read.Unit;
        var period = form.TextOrNull(prefix + "period") is { } chosen ? chosen is "year" or "month" ? chosen : null : read.Period;
        if (quantity is < 1 or > Most) form.Refuse("quantity_not_positive", prefix + "quantity");
        // A person who emptied the quantity alone meant no unit either; one who typed a unit forgot how many.
        if (quantity is null && unit is not null && unit != read.Unit) form.Refuse("agreements.unit_without_quantity", prefix + "quantity");
        return new PromiseTerms(form.TextOrNull(prefix + "by") ?? read.By, quantity, quantity is null ? null : unit, quantity is null ? null : period);
    }

    private static string RowOf(ReadCommitment read, IReadOnlyList<ProposedParty> parties)
    {
        if (read.By?.ReplaceLineEndings(" ") is not { } by) return All;
        for (var row = 0; row < parties.Count; row++)
            if (string.Equals(parties[row].Name.Value, by, StringComparison.Ordinal)) return row.ToString(CultureInfo.InvariantCulture);
        return All;
    }

    // Two every half-year are four a year: the record knows years and months.
    private static long? AmountOf(ReadCommitment read) =>
        read.Quantity is { } quantity && quantity == decimal.Truncate(quantity) && quantity is > 0 and <= Most / 2 ? (long)quantity * (read.Period is "P6M" ? 2 : 1) : null;

    // A count within five years is a total; one a year or a month is a rate.
    private static string? PeriodOf(string? read) => read switch
    {
        "P1Y" or "P6M" => "year",
        "P1M" => "month",
        _ => null,
    };
}
