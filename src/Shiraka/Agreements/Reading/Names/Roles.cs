namespace Shiraka.Agreements.TextReading;

/// <summary>Functions people hold, with their complement: "directeur général de l'Agence …".</summary>
internal static class Roles
{
    public static List<Mention> Find(Page page, NameWalk walk)
    {
        var found = new List<Mention>();
        foreach (var match in page.All("role"))
        {
            if (found.Count > 0 && found[^1].Last >= match.First) continue;
            if (match.First == match.Last && match.First > 0 && page.Tokens[match.First].Before < Gap.Comma && page.IsBare(match.First - 1, "given") && page.Tokens[match.First].Shape == Shape.Arabic) continue;
            if (match.Skip > 0 && page.IsBare(match.First, "given", false)) continue;
            var last = walk.End(match.Last, role: true);
            found.Add(new Mention(match.First, last, match.Skip, "role") { Generic = last == match.Last });
        }
        return found;
    }
}
