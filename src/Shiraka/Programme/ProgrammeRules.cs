using System.Text.Json;

namespace Shiraka.Programme;

/// <summary>
/// The thresholds the programme is judged by, dated in <c>rules.json</c>, so that an old report keeps the rule of its day.
/// </summary>
/// <param name="From">First day the set applies.</param>
/// <param name="SilentMonths">Months without a fact after which a commitment is silent.</param>
/// <param name="GreenFrom">Share of what was expected from which an indicator is on track.</param>
/// <param name="AmberFrom">Share below which it is red.</param>
/// <param name="SmallCell">Counts of persons below this are not published.</param>
/// <param name="RenewalMonths">Months before the last day for notice when renewal comes up.</param>
/// <param name="ReportDays">Days before a session when its report should be closed.</param>
/// <param name="RemindDays">Days given to remind the owners of a silent commitment.</param>
/// <param name="DecideDays">Days proposed for a decision on something late.</param>
public sealed record ProgrammeRules(
    DateOnly From, int SilentMonths, decimal GreenFrom, decimal AmberFrom, int SmallCell, int RenewalMonths, int ReportDays,
    int RemindDays, int DecideDays)
{
    private static readonly IReadOnlyList<ProgrammeRules> Sets = EmbeddedData.Read<ProgrammeRules[]>("Programme/rules.json");

    /// <summary>The set in force on a day; the first one for days before it.</summary>
    public static ProgrammeRules On(DateOnly day) => Sets.LastOrDefault(set => set.From <= day) ?? Sets[0];
}

file static class EmbeddedData
{
    public static T Read<T>(string name)
    {
        using var stream = typeof(ProgrammeRules).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded");
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web) ?? throw new InvalidOperationException($"{name} is empty");
    }
}
