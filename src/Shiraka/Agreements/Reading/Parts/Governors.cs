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

    private readonly List<(int First, int Last, Governor Kind)> _marks;

    public Governors(Page page, Sentence sentence)
    {
        _marks = [.. Kinds.SelectMany(k => page.In(k.Tag, sentence).Select(m => (m.First, m.Last, k.Kind))).OrderBy(m => m.Last).ThenBy(m => m.Kind)];
        _marks.RemoveAll(m => m.Kind is Governor.Verb && _marks.Exists(b => b.Kind == Governor.By && b.First <= m.Last && b.Last >= m.First));
    }

    public IReadOnlyList<(int First, int Last, Governor Kind)> Marks => _marks;

    public Governor Before(int token, params ReadOnlySpan<Governor> ignored)
    {
        for (var i = _marks.Count - 1; i >= 0; i--)
            if (_marks[i].Last < token && !ignored.Contains(_marks[i].Kind)) return _marks[i].Kind;
        return Governor.None;
    }

    public Governor After(int token, params ReadOnlySpan<Governor> ignored)
    {
        foreach (var mark in _marks)
            if (mark.First > token && !ignored.Contains(mark.Kind)) return mark.Kind;
        return Governor.None;
    }

    public bool Has(Governor kind) => _marks.Exists(m => m.Kind == kind);

    public int Place(Governor kind) => _marks.Find(m => m.Kind == kind).Last;
}
