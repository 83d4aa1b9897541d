using System.Runtime.InteropServices;

namespace Shiraka.Agreements.TextReading;

/// <summary>What stands between a token and the one before it, from weakest to strongest.</summary>
internal enum Gap : byte { Joined, Space, Comma, Stop }

internal enum Shape : byte { Lower, Capital, Caps, Number, Arabic }

/// <summary>A symbol of the lexicon that a word answers to; <c>Skip</c> folded letters before it are clitics (و, ب, ل, ك, ال).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Symbol(int Id, byte Skip);

/// <summary>A folded word with everything the lexicon knows of it; shared by all its occurrences.</summary>
internal sealed record Word(string Text, Symbol[] Symbols)
{
    public static readonly Word Empty = new("", []);

    public bool Is(int symbol)
    {
        foreach (var s in Symbols)
            if (s.Id == symbol) return true;
        return false;
    }
}

/// <summary>One word of the text, at its place in the original (UTF-16).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Token(int Start, int End, Word Word, Shape Shape, Gap Before)
{
    public bool IsProper => Shape is Shape.Capital or Shape.Caps;
    public string Text => Word.Text;
}
