using System.Globalization;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>What was done, in the words of a reader.</summary>
internal static class FactWords
{
    extension(Words words)
    {
        /// <summary>« 12 missions ». A unit no list knows is shown by its code.</summary>
        public string Amount(long amount, string unit) =>
            words.Has("programme.unit." + unit) ? words["programme.unit." + unit, amount] : $"{words.Number(amount)} {unit}";

        /// <summary>« missions »: the head of a column, an answer of a list.</summary>
        public string UnitName(string unit) => words.Has("thread.unit." + unit) ? words["thread.unit." + unit] : unit;

        /// <summary>« mission » after a 1 that stands apart, « missions » after a 9.</summary>
        public string UnitAfter(decimal? value, string unit)
        {
            if (value is not { } amount || decimal.Truncate(amount) != amount) return words.UnitName(unit);
            var (told, number) = (words.Amount((long)amount, unit), words.Number((long)amount));
            return told.StartsWith(number, StringComparison.Ordinal) ? told[number.Length..].TrimStart(' ', '\u00A0', '\u202F') : words.UnitName(unit);
        }

        /// <summary>What was done, without its day.</summary>
        public string What(DoneFact fact) => fact switch
        {
            { Erased: true } => words["programme.erased"],
            { Note: { Length: > 0 } note } => words.Written(note.TrimEnd('.', ' ')),
            _ when words.Has("thread.fact." + fact.Type) => words["thread.fact." + fact.Type],
            _ => words["thread.fact.other"],
        };

        /// <summary>
        /// What somebody wrote, inside a sentence of ours: held together on an Arabic page, where numbers and Latin words would wander.
        /// </summary>
        public string Written(string text) => words.Language is Language.Ar ? $"\u2068{words.Set(text)}\u2069" : words.Set(text);

        /// <summary>« Mission oncologie, 11 – 22 nov. 2024 », with the mark of a day that no instrument covers.</summary>
        public string Told(DoneFact fact)
        {
            var told = words["thread.told", words.What(fact), words.Days(fact.StartedOn, fact.OccurredOn)];
            return fact.Uncovered ? words["thread.told-uncovered", told] : told;
        }

        /// <summary>One day, or the first and the last one without repeating what they share.</summary>
        public string Days(DateOnly? first, DateOnly last)
        {
            if (first is not { } start || start == last) return words.ShortDate(last);
            var begins = start.Year != last.Year ? words.ShortDate(start)
                : start.Month != last.Month ? words.DayMonth(start)
                : start.Day.ToString(CultureInfo.InvariantCulture);
            return words["thread.days", begins, words.ShortDate(last)];
        }
    }
}
