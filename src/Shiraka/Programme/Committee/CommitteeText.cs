using System.Globalization;
using Shiraka.Shared.Forms;
using Shape = Shiraka.Shared.Standing;

namespace Shiraka.Programme;

/// <summary>Shapes, numbers and choices that the pages of the committee share.</summary>
internal static class CommitteeText
{
    public static Shape ShapeOf(SessionState state) => state switch { SessionState.Held => Shape.Kept, SessionState.Overdue => Shape.Late, _ => Shape.NotDue };

    public static Shape ShapeOf(DecisionState state) => state switch { DecisionState.Executed => Shape.Kept, DecisionState.Late => Shape.Late, _ => Shape.NotDue };

    /// <summary>« 4.2 »: the second decision of the fourth session.</summary>
    public static string Number(Partnership view, DecisionView decision) => string.Create(
        CultureInfo.InvariantCulture, $"{view.Sessions.FirstOrDefault(session => session.Id == decision.Session)?.Ordinal ?? 0}.{decision.Number}");

    public static IReadOnlyList<Choice> Parties(Partnership view) => [.. view.Header.Parties.Select(party => new Choice(party.Organisation.ToString(), party.Name))];

    public static IReadOnlyList<Choice> Promises(Partnership view) =>
        [.. view.Commitments.Select(thread => new Choice(thread.Id.ToString(), string.Create(CultureInfo.InvariantCulture, $"{thread.Promise.Ordinal}. {thread.Promise.Title}")))];
}
