using System.Globalization;
using System.Text;

namespace Shiraka.Ledger;

/// <summary>
/// A signed head of the tree: the first <paramref name="Size"/> facts of ledger <paramref name="Origin"/> have the root <paramref name="Root"/>.
/// <paramref name="Note"/> is the whole signed note, as it is stored and handed out; the others are read from it.
/// A note that was only parsed says nothing: ask <see cref="IsSignedBy"/>.
/// </summary>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, string Note)
{
    private const string Dash = "— ";
    private const int MostSignatures = 64;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Checkpoint Sign(string origin, long size, byte[] root, SigningKey key)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (string.IsNullOrEmpty(origin) || origin.Any(char.IsControl)) throw new FormatException("The origin of a ledger is one line.");
        if (root.Length != Leaf.HashLength) throw new ArgumentException($"A root has {Leaf.HashLength} bytes, not {root.Length}.", nameof(root));

        var text = string.Create(CultureInfo.InvariantCulture, $"{origin}\n{size}\n{Convert.ToBase64String(root)}\n");
        return new Checkpoint(origin, size, root, $"{text}\n{Line(text, key)}");
    }

    /// <summary>The same head with one more signature, of another key of this installation or of a partner who has seen it.</summary>
    public Checkpoint Cosign(SigningKey key) => this with { Note = Note + Line(Text, key) };

    /// <summary>Reads a note of exactly three lines, a blank one and signatures. Throws <see cref="FormatException"/>.</summary>
    public static Checkpoint Parse(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var lines = note.Split('\n');
        if (lines is not [{ Length: > 0 } origin, var size, var root, "", _, .., ""] || lines.Length > 5 + MostSignatures)
            throw new FormatException("A checkpoint has a line each for origin, size and root, a blank line and its signatures.");
        if (note.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
            throw new FormatException("A checkpoint is valid Unicode.");
        if (note.Any(c => c != '\n' && char.IsControl(c))) throw new FormatException("A checkpoint has no control characters.");
        if (!long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var leaves)
            || size != leaves.ToString(CultureInfo.InvariantCulture))
            throw new FormatException("The size of a checkpoint is a plain number.");
        if (Base64.Decode(root) is not { Length: Leaf.HashLength } hash) throw new FormatException("The root of a checkpoint is 32 bytes in base64.");
        foreach (var line in lines[4..^1]) Signature(line);
        return new Checkpoint(origin, leaves, hash, note);
    }

    /// <summary>
    /// True where the note carries a valid signature of <paramref name="key"/>, none of its signatures is wrong, and the note says what the
    /// other properties say. Signatures of other keys are passed over.
    /// </summary>
    public bool IsSignedBy(VerifyingKey key)
    {
        Checkpoint read;
        try
        {
            read = Parse(Note);
        }
        catch (FormatException)
        {
            return false;
        }
        if (read.Origin != Origin || read.Size != Size || !read.Root.AsSpan().SequenceEqual(Root)) return false;

        var (data, signed) = (StrictUtf8.GetBytes(Text), false);
        foreach (var line in Note.Split('\n')[4..^1])
        {
            var (name, id, signature) = Signature(line);
            if (name != key.Name || !id.AsSpan().SequenceEqual(key.Id)) continue;
            if (!key.Verify(data, signature)) return false;
            signed = true;
        }
        return signed;
    }

    public bool Equals(Checkpoint? other) => other is not null && Note == other.Note;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Note);

    // What is signed: the three lines with their newlines, without the blank one.
    private string Text => Note[..(Note.IndexOf("\n\n", StringComparison.Ordinal) + 1)];

    private static string Line(string text, SigningKey key) =>
        $"{Dash}{key.Name} {Convert.ToBase64String([.. key.Public.Id, .. key.Sign(StrictUtf8.GetBytes(text))])}\n";

    private static (string Name, byte[] Id, byte[] Signature) Signature(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [{ Length: > 0 } name, var text]
            || Base64.Decode(text) is not { Length: > VerifyingKey.IdLength } bytes)
            throw new FormatException("A signature line reads: dash, name of the key, base64.");
        return (name, bytes[..VerifyingKey.IdLength], bytes[VerifyingKey.IdLength..]);
    }
}
