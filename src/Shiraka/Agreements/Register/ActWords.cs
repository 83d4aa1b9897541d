using System.Text.Json;
using Shiraka.Agreements.Terms;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>Acts on the term in a sentence, with their effect.</summary>
public static class ActWords
{
    private static readonly string[] Kinds = ["prorogation", "suspension", "renewal", "notice"];

    extension(Words words)
    {
        /// <summary>« Préavis reçu le 3 mars 2026 : hors délai, sans effet. »</summary>
        public string Of(TermAct act, ConventionCalendar calendar, TermRecord record)
        {
            var kind = (ActKind)Array.IndexOf(Kinds, act.Kind);
            var index = record.OfKind(act.Kind).ToList().FindIndex(one => one.Id == act.Id);
            var effect = calendar.Acts.FirstOrDefault(outcome => outcome.Kind == kind && outcome.Index == index)?.Effect ?? ActEffect.None;
            var said = act switch
            {
                { Kind: "prorogation", LastDay: { } last } => words["calendar.told.prorogation-until", act.On, last],
                { Kind: "prorogation" } => words["calendar.told.prorogation-for", act.On, TermLength.Of(act.Length) is { } length ? words.Of(length) : ""],
                { Kind: "suspension", LastDay: { } last } => words["calendar.told.suspension", act.On, last],
                { Kind: "suspension" } => words["calendar.told.suspension-open", act.On],
                _ => words["calendar.told." + act.Kind, act.On],
            };
            return words["calendar.told", said, words["calendar.effect." + JsonNamingPolicy.SnakeCaseLower.ConvertName(effect.ToString())]];
        }
    }
}
