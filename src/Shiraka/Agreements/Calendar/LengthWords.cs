using Shiraka.Shared;

namespace Shiraka.Agreements.Terms;

/// <summary>Lengths as people say them.</summary>
public static class LengthWords
{
    extension(Words words)
    {
        /// <summary>« 1 an et 6 mois », « 90 jours ».</summary>
        public string Of(TermLength length)
        {
            var parts = new List<string>();
            if (length.Months >= 12) parts.Add(words["calendar.years", length.Months / 12]);
            if (length.Months % 12 > 0) parts.Add(words["calendar.months", length.Months % 12]);
            if (length.Days > 0) parts.Add(words["calendar.days", length.Days]);
            return string.Join(words["calendar.and"], parts);
        }
    }
}
