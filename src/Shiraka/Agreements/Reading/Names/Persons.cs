namespace Shiraka.Agreements.TextReading;

/// <summary>People: names after a title, beside a function, or opened by a given name.</summary>
internal sealed class Persons(Page page, NameWalk walk, Coverage named, Coverage roles)
{
    private const int LongestArabic = 8;
    private readonly bool[] _taken = Taken(page, named, roles);

    public List<Person> Find()
    {
        var found = new List<Person>();
        for (var i = 0; i < page.Tokens.Count; i++)
        {
            if (_taken[i]) continue;
            var titled = AfterTitle(i);
            var joined = found.Count > 0 && found[^1].Last == i - 2 && page.Is(i - 1, "joiner") && page.Tokens[i].Before <= Gap.Space;
            var person = page.Tokens[i].Shape == Shape.Arabic ? Arabic(i, titled) : Latin(i, titled, joined, found.LastOrDefault());
            if (person is null) continue;
            found.Add(person);
            i = person.Last;
        }
        AssignRoles(found);
        return found;
    }

    private bool AfterTitle(int i) => i > 0 && page.Tokens[i].Before != Gap.Stop && page.Is(i - 1, "title") && !(page.Is(i - 1, "det") && page.Tokens[i - 1].Text.Length < 2);

    private Person? Latin(int i, bool titled, bool joined, Person? found)
    {
        if (!Opens(i) || (i > 0 && page.Tokens[i - 1].IsProper && page.Tokens[i].Before < Gap.Comma && !page.Is(i - 1, "title") && !_taken[i - 1])) return null;
        var last = i;
        for (var k = i + 1; k < page.Tokens.Count && k - i < 10; k++)
        {
            if (Hyphenated(k) || (k + 1 < page.Tokens.Count && Hyphenated(k + 1) && page.Tokens[k].IsProper && page.Tokens[k].Before == Gap.Space && !_taken[k])) { last = k; continue; }
            if (_taken[k] || page.Tokens[k].Before >= Gap.Comma || page.Tokens[k].Shape is Shape.Arabic or Shape.Number) break;
            if (Opens(k) || page.Tokens[k].Text.Length == 1 && page.Tokens[k].IsProper) { last = k; continue; }
            if (!page.Is(k, "particle")) break;
        }
        // "Vice-Chancellor for Global Engagement" is no person.
        if (!titled && i > 1 && page.Tokens[i - 1].Text is "for" or "of" && roles.At(i - 2) is not null) return null;
        var length = last - i + 1;
        var known = page.Is(i, "given") || page.Is(i, "namehead") || SurnameInCapitals(i, last);
        if (!titled && !known && !joined && !BesideRole(i, last)) return null;
        // "MM. Obame et Tahiri": one title for both.
        titled |= joined && length == 1 && found is { Titled: true } before && before.First == before.Last && page.Tokens[i].Text.Length > 1;
        if ((length < 2 && !titled) || Enumerable.Range(i, length).All(k => page.Tokens[k].Text.Length == 1)) return null;
        return new Person(i, last, 0) { Titled = titled };
    }

    /// <summary>"Sang-woo": the second half of one name.</summary>
    private bool Hyphenated(int k) => !_taken[k] && page.Tokens[k] is { Before: Gap.Joined, Shape: not Shape.Number } && page.Between(k).SequenceEqual("-");

    /// <summary>"Gabrielle MAULINI": the way administrations write a person.</summary>
    private bool SurnameInCapitals(int first, int last) =>
        last > first && last - first < 3 && page.Tokens[first].Shape == Shape.Capital && page.Tokens[last].Shape == Shape.Caps && page.Tokens[last].Text.Length > 3 && page.At("acronym", last) is null && page.At("country", last) is null;

    private bool Opens(int k) =>
        !_taken[k] && page.Tokens[k].IsProper && !walk.IsHard(k) && (!page.Is(k, "title") || page.Is(k, "namehead")) && !page.Is(k, "preamble") && !page.Is(k, "det") && !page.Is(k, "demonym")
        && (page.At("month", k) is null || page.Is(k, "given")) && page.At("weekday", k) is null && (page.At("city", k) is null || page.Is(k, "given")) && !page.Is(k, "domain");

    private Person? Arabic(int i, bool titled)
    {
        if (page.Tokens[i].Text[0] is 'ب' or 'ل' && ArabicNames.Prefixed(page.Tokens[i]) && !page.IsBare(i, "given", false) && !page.IsBare(i, "nameword", false)) return null;
        var afterRole = i > 0 && page.Tokens[i].Before <= Gap.Comma && EndsRole(i - 1);
        if (afterRole && page.Is(i, "demonym")) return null;
        var listed = !titled && !afterRole && page.IsBare(i, "given") && page.Tokens[i].Before == Gap.Comma;
        var beforeRole = !titled && !afterRole && !listed && i > 0 && (page.Tokens[i].Before == Gap.Comma || page.Tokens[i - 1].Text == "من" || walk.IsHard(i - 1) || (page.Tokens[i].Text[0] == 'و' && page.Is(i, "given")));
        if (!titled && !afterRole && !listed && !beforeRole || !Names(i)) return null;
        if (afterRole && !titled && page.Tokens[i].Before < Gap.Comma && !page.Is(i, "given") && !page.Is(i, "nameword") && !page.Is(i - 1, "domain") && !page.Is(i - 1, "demonym") && !Apart(i)) return null;
        var last = i;
        for (var k = i + 1; k < page.Tokens.Count && k - i < LongestArabic; k++)
        {
            if (page.Tokens[k].Before >= Gap.Comma || !Names(k)) break;
            var word = page.Tokens[k].Text;
            if (word[0] == 'و' && !page.IsBare(k, "given", false) && !page.IsBare(k, "nameword", false)) break;
            if (k - i >= 2 && (word[0] is 'ي' or 'ت' || ArabicNames.Prefixed(page.Tokens[k])) && !page.IsBare(k, "given", false) && !page.IsBare(k, "nameword", false) && !page.Is(k - 1, "nameword")) break;
            last = k;
        }
        if (last == i && !titled) return null;
        if (!titled && page.Between(i).ContainsAny('"', '“', '«')) return null;
        if (beforeRole && !(RoleAfter(last) is not null && last + 1 < page.Tokens.Count && (page.Tokens[last + 1].Before == Gap.Comma || page.Is(i, "given") || page.Tokens[i - 1].Text == "من"))) return null;
        var skip = page.Tokens[i].Text[0] == 'و' && !page.IsBare(i, "given", false) && page.Is(i, "given") ? (byte)1 : (byte)0;
        return new Person(i, last, skip) { Titled = titled };
    }

    /// <summary>"المدير التنفيذي ضاري …": an indefinite word neither qualifies the definite one before it nor belongs to it.</summary>
    private bool Apart(int i) =>
        ArabicNames.Definite(page.Tokens[i - 1].Text) && !ArabicNames.Definite(page.Tokens[i].Text) && page.Tokens[i].Before == Gap.Space
        && page.Tokens[i].Text[0] is not ('ي' or 'ت' or 'و' or 'ف' or 'ب' or 'ل' or 'س') && i + 1 < page.Tokens.Count && page.Tokens[i + 1].Before == Gap.Space && Names(i + 1);

    private bool Names(int k) =>
        !_taken[k] && page.Tokens[k].Shape == Shape.Arabic && page.Tokens[k].Text.Length > 1 && !(page.Tokens[k].Text[0] == 'و' && page.Is(k, "opensclause")) && (!ArabicNames.IsStop(page, walk, k) || (page.Is(k, "foreignparticle") && k + 1 < page.Tokens.Count && page.Tokens[k].Before == Gap.Space && page.Tokens[k + 1].Before == Gap.Space && page.Tokens[k - 1].Shape == Shape.Arabic && !ArabicNames.IsStop(page, walk, k - 1) && !ArabicNames.IsStop(page, walk, k + 1))) && page.At("inst", k) is not { Skip: 0 or 1 }
        && (page.At("role", k) is not { } role || (page.IsBare(k, "given") && role.Last == k));

    private bool EndsRole(int token) => RoleEnding(token) is not null && !page.Is(token, "title");

    /// <summary>A function goes on to the end of the body it is held in.</summary>
    private Mention? RoleEnding(int token) =>
        roles.EndingAt(token) ?? (named.EndingAt(token) is { } body && roles.At(body.First) is { } role && role.First < body.First && role.Last < body.Last ? role : null);

    private bool BesideRole(int first, int last) =>
        RoleBefore(first) is not null || RoleAfter(last) is not null;

    private Mention? RoleBefore(int first)
    {
        var k = first;
        while (k > 0 && page.Is(k - 1, "title") && page.Tokens[k].Before != Gap.Stop) k--;
        if (k == 0 || page.Tokens[k].Before == Gap.Stop) return null;
        if (RoleEnding(k - 1) is { } adjacent) return adjacent;
        // "son administrateur provisoire, X".
        if (k > 1 && page.Is(k - 1, "roleafter") && page.Tokens[k - 1].Before == Gap.Space && roles.EndingAt(k - 2) is { } qualified) return qualified;
        if (page.Is(k - 1, "demonym") || page.Is(k - 1, "det")) k--;
        return k == 0 || page.Tokens[k].Before == Gap.Stop ? null : roles.EndingAt(k - 1);
    }

    private Mention? RoleAfter(int last)
    {
        for (var k = last + 1; k < page.Tokens.Count && k <= last + 4 && page.Tokens[k].Before != Gap.Stop; k++)
        {
            if (roles.StartingAt(k) is { } role) return k == last + 1 && page.Tokens[k].Before < Gap.Comma && page.Tokens[k].Shape != Shape.Arabic ? null : role;
            if (!page.Is(k, "det") && !page.Is(k, "link") && page.Tokens[k].Text is not ("qualite" or "sa" or "represente" or "as" or "who" or "is" or "بصفته" or "بصفتها" or "his" or "excellency")) return null;
            if (page.Is(k, "joiner")) return null;
        }
        return null;
    }

    private void AssignRoles(List<Person> people)
    {
        var used = new HashSet<Mention>();
        foreach (var person in people)
        {
            var before = RoleBefore(person.First);
            var role = before is not null && !used.Contains(before) ? before : RoleAfter(person.Last);
            if (role is null || !used.Add(role)) continue;
            person.Role = role;
            person.Institution = Within(role);
        }
    }

    private Mention? Within(Mention role)
    {
        for (var i = role.First; i <= role.Last + 1; i++)
            if (named.StartingAt(i) is { Generic: false } name) return name;
        // "Mayo Clinic's president".
        return role.First > 1 && page.Tokens[role.First - 1] is { Text: "s", Before: Gap.Joined } ? named.EndingAt(role.First - 2) : null;
    }

    private static bool[] Taken(Page page, Coverage named, Coverage roles)
    {
        var taken = new bool[page.Tokens.Count];
        for (var i = 0; i < taken.Length; i++) taken[i] = named.At(i) is not null || roles.At(i) is not null;
        return taken;
    }
}
