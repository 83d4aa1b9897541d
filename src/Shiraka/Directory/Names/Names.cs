namespace Shiraka.Directory;

/// <summary>
/// Says whether two written names are the same person, institution or place, across Arabic, French and English spellings and the
/// forms machines make of them. Pure: the same two names always give the same answer, in either order, without any store.
/// </summary>
public static class Names
{
    internal const double Threshold = 0.5;

    /// <summary>Reads a name once. <paramref name="kind"/> says what it names where the caller knows; else it is recognised.</summary>
    public static PreparedName Prepare(string name, NameKind? kind = null) => NameReading.Read(name ?? "", kind);

    /// <summary>Compares two names; never throws, whatever the texts hold.</summary>
    public static NameMatch Compare(string a, string b) => Compare(Prepare(a), Prepare(b));

    /// <summary>Compares two names already read. Names of different kinds are compared as the more specific of the two readings.</summary>
    public static NameMatch Compare(PreparedName a, PreparedName b)
    {
        var score = AreTurned(a, b) ? Score(b, a, null) : Score(a, b, null);
        return new(Math.Clamp(score, 0, 1), a, b);
    }

    /// <summary>The reasons of the score: the same comparison again, telling what it sees.</summary>
    internal static IReadOnlyList<NameReason> Explain(PreparedName a, PreparedName b)
    {
        var why = new List<NameReason>(4);
        if (AreTurned(a, b))
        {
            Score(b, a, why);
            Turn(why);
        }
        else Score(a, b, why);
        if (why.Count == 0) why.Add(new(NameWhy.Empty, a.Text, b.Text));
        return why;
    }

    /// <summary>Pairing is greedy: one fixed order makes the answer the same whichever name comes first.</summary>
    private static bool AreTurned(PreparedName a, PreparedName b) => string.CompareOrdinal(a.Text, b.Text) > 0;

    private static void Turn(List<NameReason> why)
    {
        for (var i = 0; i < why.Count; i++)
            why[i] = why[i] switch
            {
                { Code: NameWhy.OnlyInFirst } reason => reason with { Code = NameWhy.OnlyInSecond },
                { Code: NameWhy.OnlyInSecond } reason => reason with { Code = NameWhy.OnlyInFirst },
                { Code: NameWhy.Joined } reason => reason,
                var reason => new(reason.Code, reason.PartB, reason.PartA),
            };
    }

    private static double Score(PreparedName a, PreparedName b, List<NameReason>? why)
    {
        if (a.SaysNothing || b.SaysNothing) return 0;
        if (a.Kind == NameKind.Person && b.Kind == NameKind.Person) return PersonComparison.Score(a, b, why);
        if (a.Kind == NameKind.Place && b.Kind == NameKind.Place) return InstitutionPlaces.Places(a, b, why);
        if (a.Kind != NameKind.Institution && b.Kind != NameKind.Institution) return InstitutionPlaces.Places(a, b, why);
        return InstitutionComparison.Score(AsInstitution(a), AsInstitution(b), why);
    }

    private static PreparedName AsInstitution(PreparedName name) => name.Facets is null ? NameReading.Read(name.Text, NameKind.Institution) : name;
}
