namespace Shiraka.Directory;

/// <summary>The answer to "is this the same one?".</summary>
public sealed class NameMatch
{
    private readonly PreparedName first;
    private readonly PreparedName second;
    private IReadOnlyList<NameReason>? why;

    internal NameMatch(double score, PreparedName a, PreparedName b) => (Score, first, second) = (score, a, b);

    /// <summary>0 (surely not) to 1 (surely): comparable between pairs of the same kind.</summary>
    public double Score { get; }

    /// <summary>Whether the score reaches the decision threshold of 0.5.</summary>
    public bool Same => Score >= Names.Threshold;

    /// <summary>
    /// Which parts agree, and which rule speaks against; never empty where both names hold a word. Found when it is first asked for:
    /// of many pairs compared, few are explained.
    /// </summary>
    public IReadOnlyList<NameReason> Why => why ??= Names.Explain(first, second);
}

/// <summary>One thing that was seen in a comparison; <see cref="Code"/> is a key of the words files, the parts fill {0} and {1}.</summary>
public sealed record NameReason(string Code, string PartA, string PartB)
{
    /// <summary>The sentence in one of the languages of the product.</summary>
    public string Say(string language) => NameReasonWords.Say(this, language);

    public override string ToString() => Say("en");
}

/// <summary>A name found in a register.</summary>
/// <param name="Index">Its position among the names the register was built from, from 0.</param>
public sealed record NameHit(int Index, string Name, double Score, IReadOnlyList<NameReason> Why);
