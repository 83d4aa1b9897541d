namespace Shiraka.Directory;

/// <summary>The answer to "is this the same one?".</summary>
/// <param name="Score">0 (surely not) to 1 (surely): comparable between pairs of the same kind.</param>
/// <param name="Same">Whether the score reaches the decision threshold of 0.5.</param>
/// <param name="Why">Which parts agree, and which rule speaks against; never empty where both names hold a word.</param>
public sealed record NameMatch(double Score, bool Same, IReadOnlyList<NameReason> Why);

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
