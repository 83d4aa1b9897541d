namespace Shiraka.Agreements.TextReading;

/// <summary>Which mention stands at a word: asked once per trigger, so it must not walk a list.</summary>
internal sealed class Coverage
{
    private readonly Mention?[] _at;
    private readonly Dictionary<int, Mention> _ending = [];

    public Coverage(Page page, List<Mention> mentions)
    {
        _at = new Mention?[page.Tokens.Count];
        foreach (var mention in mentions)
        {
            for (var i = mention.First; i <= mention.Last; i++) _at[i] ??= mention;
            _ending.TryAdd(mention.Last, mention);
        }
    }

    public Mention? At(int token) => token >= 0 && token < _at.Length ? _at[token] : null;

    public Mention? EndingAt(int token) => _ending.GetValueOrDefault(token);

    public Mention? StartingAt(int token) => At(token) is { } mention && mention.First == token ? mention : null;
}
