namespace Shiraka.Agreements.TextReading;

/// <summary>A named thing in the text at the words <c>First</c>…<c>Last</c>; <c>Skip</c> letters of the first word are clitics.</summary>
internal sealed record Mention(int First, int Last, byte Skip, string Kind)
{
    /// <summary>ISO 3166-1 alpha-2, where a country, a demonym or a city of one stands in the name.</summary>
    public string? Country { get; init; }

    /// <summary>The head alone ("the hospital", "la fondation"): it points to a name and is none.</summary>
    public bool Generic { get; init; }

    public bool Covers(int token) => token >= First && token <= Last;
}

/// <summary>A person with the function told of them, and the institution that function is in.</summary>
internal sealed record Person(int First, int Last, byte Skip)
{
    public Mention? Role { get; set; }
    public Mention? Institution { get; set; }
    public bool Titled { get; init; }
}
