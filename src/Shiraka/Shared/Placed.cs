using System.Globalization;

namespace Shiraka.Shared;

/// <summary>
/// The only inline style there is: custom properties that place a mark or fill a bar, with numbers as the stylesheet reads them
/// (a decimal point in every language).
/// </summary>
public static class Placed
{
    /// <summary><c>--v:76.6%;--due:75%</c>; a null value leaves its property out.</summary>
    public static string Percent(params (string Name, double? Value)[] properties) => Join(properties, "%");

    /// <summary><c>--f:4;--t:8.5</c>, without a unit.</summary>
    public static string Plain(params (string Name, double? Value)[] properties) => Join(properties, "");

    internal static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Join((string Name, double? Value)[] properties, string unit) =>
        string.Join(';', properties.Where(one => one.Value is not null).Select(one => $"--{one.Name}:{Number(one.Value!.Value)}{unit}"));
}
