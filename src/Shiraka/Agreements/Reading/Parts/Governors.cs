namespace Shiraka.Agreements.TextReading;

internal enum Governor : byte { None, Verb, By, Between, With, Witness, Preside, Fund, Said, Setting }

/// <summary>The words of a sentence that say in which part what follows them appears, in order.</summary>
internal sealed class Governors
{
    private static readonly (string Tag, Governor Kind)[] Kinds =
    [
        ("sign.verb", Governor.Verb), ("renewal", Governor.Verb), ("sign.passive", Governor.Verb), ("sign.by", Governor.By), ("between", Governor.Between), ("with", Governor.With),
        ("witness", Governor.Witness), ("preside", Governor.Preside), ("fund", Governor.Fund), ("said", Governor.Said), ("setting", Governor.Setting),
    ];

    /// <summary>No sentence a person wrote has as many; they are compared with each other.</summary>
    private const int MostMarks = 60;

    private readonly List<(int First, int Last, Governor Kind)> _marks;
    private readonly int _frontEnd;

    public Governors(Page page, Sentence sentence)
    {
        var sides = page.In("sign.by", sentence).Where(m => m.Value == "side").Select(m => m.First).ToHashSet();
        _marks = [.. Kinds.SelectMany(k => page.In(k.Tag, sentence).Select(m => (m.First, Last: (k.Tag == "renewal" || m.Value is "own" or "ink") && page.Tokens[m.First].Shape == Shape.Arabic ? m.First : m.Last, k.Kind))).OrderBy(m => m.Last).ThenBy(m => m.Kind).Take(MostMarks)];
        // "le ministre des Finances" funds nothing by his name.
        _marks.RemoveAll(m => m.Kind == Governor.Fund && m.First - 2 >= sentence.First && page.At("role", m.First - 2) is not null);
        // "d'un côté …, de l'autre": both sides of one agreement, nobody who signs for one.
        _marks.RemoveAll(m => sides.Contains(m.First) && m.First > sentence.First && page.Tokens[m.First - 1].Text is "un" or "autre");
        if (sides.Count > 0) _marks.RemoveAll(m => m.Kind == Governor.By && sides.Contains(m.First) && !_marks.Exists(v => v.Kind == Governor.Verb && v.First < m.First));
        // Who attended "for one side" has not signed for it.
        _marks.RemoveAll(m => m.Kind == Governor.By && page.Has("aside", m.First, m.Last) && _marks.Exists(w => w.Kind is Governor.Witness && w.First < m.First) && !_marks.Exists(v => v.Kind == Governor.Verb && v.First < m.First));
        // "signée … financée par" is no signature by the funder.
        _marks.RemoveAll(m => m.Kind == Governor.By && _marks.Exists(o => o.Kind is Governor.Fund or Governor.Preside or Governor.Witness && o.Last == m.Last && o.First > m.First));
        // "Doha-by-the-Sea"; "تجمع الشرقية الصحي" is a body, "التجمع" a noun: neither is the word it looks like.
        _marks.RemoveAll(m => m.Kind == Governor.By && m.Last < sentence.Last && page.Tokens[m.Last + 1].Before == Gap.Joined && page.Tokens[m.Last].Before == Gap.Joined);
        _marks.RemoveAll(m => m.Kind == Governor.Between && page.Tokens[m.First].Shape == Shape.Arabic && (page.Tokens[m.First].Text.AsSpan().StartsWith("ال") || (page.At("inst", m.First) is { } head && head.Last > m.Last)));
        // "signed … during a ceremony chaired by": who chairs is the agent of the nearer verb.
        _marks.RemoveAll(m => m.Kind == Governor.By && m.Last - m.First > 1 && page.At("agent", m.Last) is not null && Agents.OfAnother(page, m.Last - 1, _marks));
        foreach (var (first, last) in Agents.Of(page, sentence, _marks))
            _marks.Insert(_marks.FindIndex(m => m.Last > last) is >= 0 and var at ? at : _marks.Count, (first, last, Governor.By));
        _marks.RemoveAll(m => m.Kind is Governor.Verb && _marks.Exists(b => b.Kind == Governor.By && b.First <= m.Last && b.Last >= m.First));
        _frontEnd = _marks.Count == 0 ? int.MaxValue : FrontEnd(page, sentence, _marks.Min(m => m.First));
    }

    public IReadOnlyList<(int First, int Last, Governor Kind)> Marks => _marks;

    public Governor Before(int token, params ReadOnlySpan<Governor> ignored)
    {
        for (var i = _marks.Count - 1; i >= 0; i--)
            if (_marks[i].Last < token && !ignored.Contains(_marks[i].Kind) && !(token >= _frontEnd && _marks[i].Last < _frontEnd && _marks[i].Kind is Governor.Preside or Governor.Witness or Governor.Fund)) return _marks[i].Kind;
        return Governor.None;
    }

    /// <summary>"Sous l'égide du ministère, le CHU …": what stands before the first comma governs nothing after it.</summary>
    private static int FrontEnd(Page page, Sentence sentence, int firstMark)
    {
        if (firstMark - sentence.First > 1 || page.Tokens[sentence.First].Shape == Shape.Arabic) return int.MaxValue;
        for (var i = firstMark + 1; i < sentence.Last; i++)
            if (page.Tokens[i].Before == Gap.Comma) return page.Is(i, "det") ? i : int.MaxValue;
        return int.MaxValue;
    }

    public Governor After(int token, params ReadOnlySpan<Governor> ignored)
    {
        foreach (var mark in _marks)
            if (mark.First > token && !ignored.Contains(mark.Kind)) return mark.Kind;
        return Governor.None;
    }

    /// <summary>"a procédé hier, avec X, au renouvellement …": with whom, between a verb and what is signed.</summary>
    public bool Inside(int token) => _marks.Exists(v => v.Kind == Governor.Verb && v.First < token && v.Last > token && _marks.Exists(w => w.Kind == Governor.With && w.First > v.First && token - w.Last is > 0 and <= 3));

    /// <summary>What stands at most <paramref name="within"/> words after.</summary>
    public Governor Next(int token, int within) => _marks.Find(m => m.First > token && m.First <= token + within).Kind;

    /// <summary>Behind a semicolon another signs: what rules a person there is what follows within it.</summary>
    public Governor Closest(Page page, Person person)
    {
        for (var i = person.First; i > 0 && i > person.First - 4; i--)
            if (page.Between(i).Contains(';')) return After(person.Last, Governor.With, Governor.Between, Governor.Setting);
        return Governor.None;
    }

    public bool Has(Governor kind) => _marks.Exists(m => m.Kind == kind);

    public int Place(Governor kind) => _marks.Find(m => m.Kind == kind).Last;
}
