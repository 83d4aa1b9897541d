using Shiraka.Shared;

namespace Shiraka.Directory;

/// <summary>Why something is proposed. <see cref="Code"/> is stable; the parts are the words of both names it is about.</summary>
public sealed record ProposalReason(string Code, string PartA = "", string PartB = "")
{
    /// <summary>Confirmed for the same writing before, by somebody of the organisation.</summary>
    public const string ConfirmedBefore = "confirmed_before";

    /// <summary>Both names are the same letters.</summary>
    public const string SameWriting = "same_writing";

    /// <summary>The organisation lies in the country that was asked for.</summary>
    public const string SameCountry = "same_country";

    /// <summary>It lies in another country than was asked for.</summary>
    public const string OtherCountry = "other_country";

    /// <summary>The name that agrees is a former one.</summary>
    public const string FormerName = "former_name";

    /// <summary>The reason in words.</summary>
    public string In(Words words) => words.Has("directory.why." + Code) ? words["directory.why." + Code, PartA, PartB]
        : words.Has(Code) ? words[Code, PartA, PartB] : Code;
}

/// <summary>
/// An organisation that a written name may mean; a person decides. <paramref name="Score"/> is 0 to 1, and 1 only where it was
/// confirmed before; <paramref name="Name"/> is the name of the directory that agrees best.
/// </summary>
public sealed record OrganisationProposal(Guid Organisation, string Name, double Score, IReadOnlyList<ProposalReason> Why);

/// <summary>A person whom a written name may mean; a person decides.</summary>
public sealed record PersonProposal(Guid Person, string Name, double Score, IReadOnlyList<ProposalReason> Why);
