using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Shiraka.Server.Operations;

/// <summary>One line of a chart: a sum, a last value, or a histogram over fixed limits in seconds.</summary>
internal sealed class Series(Instrument instrument)
{
    private static readonly double[] Limits = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Lock gate = new();
    private readonly long[] below = new long[Limits.Length];
    private long count;
    private double value;

    public string Help { get; } = (instrument.Description ?? instrument.Name).Replace('\n', ' ');

    public string Type { get; } = instrument switch
    {
        Histogram<double> or Histogram<long> => "histogram",
        Counter<long> or Counter<double> => "counter",
        _ => "gauge",
    };

    // Up-down counters tell their changes, like counters; observable gauges their value.
    private readonly bool adds = instrument is not (ObservableGauge<int> or ObservableGauge<long> or ObservableGauge<double>);

    public void Take(double measured)
    {
        lock (gate)
        {
            value = adds ? value + measured : measured;
            count++;
            for (var i = 0; i < Limits.Length; i++)
                if (measured <= Limits[i]) below[i]++;
        }
    }

    public void Write(StringBuilder text, string name, string labels)
    {
        lock (gate)
        {
            var braces = labels.Length == 0 ? "" : $"{{{labels}}}";
            if (Type != "histogram")
            {
                text.Append(CultureInfo.InvariantCulture, $"{name}{braces} {value:R}\n");
                return;
            }

            var front = labels.Length == 0 ? "" : labels + ",";
            for (var i = 0; i < Limits.Length; i++) text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{front}le=\"{Limits[i]:R}\"}} {below[i]}\n");
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{front}le=\"+Inf\"}} {count}\n{name}_sum{braces} {value:R}\n{name}_count{braces} {count}\n");
        }
    }
}
