namespace Shiraka.Shared.Forms;

/// <summary>One answer among several: the value that is posted, its text, and what it means where that is not plain.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);
