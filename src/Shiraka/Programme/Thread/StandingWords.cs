using System.Text.Json;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Standings as marks and words.</summary>
internal static class StandingWords
{
    public static Shared.Standing Mark(CommitmentState state) => state switch
    {
        CommitmentState.Kept => Shared.Standing.Kept,
        CommitmentState.OnTrack => Shared.Standing.OnTrack,
        CommitmentState.Late => Shared.Standing.Late,
        CommitmentState.Silent => Shared.Standing.Silent,
        _ => Shared.Standing.NotDue,
    };

    public static Shared.Standing Mark(ActivityView activity) => activity.State switch
    {
        ActivityState.Closed => activity.Done ? Shared.Standing.Kept : Shared.Standing.Silent,
        ActivityState.Running => Shared.Standing.OnTrack,
        ActivityState.Late => Shared.Standing.Late,
        _ => Shared.Standing.NotDue,
    };

    public static Shared.Standing Mark(InstrumentState state) => state switch
    {
        InstrumentState.InForce => Shared.Standing.OnTrack,
        InstrumentState.Expired => Shared.Standing.Late,
        InstrumentState.Terminated => Shared.Standing.Silent,
        InstrumentState.NotYet or InstrumentState.Suspended => Shared.Standing.NotDue,
        _ => Shared.Standing.Info,
    };

    extension(Words words)
    {
        /// <summary>« En retard de 2 mois », « Silencieux depuis 14 mois », « Tenu ».</summary>
        public string Of(Standing standing) => standing.State switch
        {
            CommitmentState.Late => words.Late(standing.Months, standing.Days),
            CommitmentState.Silent when standing.Months > 0 => words["programme.silent_months", standing.Months],
            _ => words["programme.state." + Code(standing.State)],
        };

        /// <summary>« En retard de 2 mois », « En retard de 12 jours »: whole months of the calendar, and the days until there is one. Every page tells it so.</summary>
        public string Late(int months, int days) => months > 0 ? words["programme.late_months", months] : words["programme.late_days", Math.Max(1, days)];

        /// <summary>The same of what was due on a day.</summary>
        public string Late(DateOnly dueOn, DateOnly today) => words.Late(AgreementYears.WholeMonths(dueOn, today), today.DayNumber - dueOn.DayNumber);

        public string Of(ActivityState state) => words["programme.activity." + Code(state)];
    }

    public static string Code(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
