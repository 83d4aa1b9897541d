using System.Text;

namespace Shiraka.Exchange;

/// <summary>
/// Numbers for the ids of a file. Two spellings that a person cannot tell apart (composed or decomposed letters, Western or Arabic
/// digits) are one id; the first spelling is kept.
/// </summary>
internal sealed class IdTable
{
    public const int MostLetters = 200;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly List<string> _ids = [];

    public IdTable() => _known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Room for the letters of one id, before it is known to be short enough.</summary>
    public char[] Letters { get; } = new char[6 * MostLetters];

    public int Count => _ids.Count;

    public string this[int number] => _ids[number];

    /// <summary>Letters that nobody sees and that turn or cut a line: controls, and the marks, embeddings, overrides and isolates of direction.</summary>
    public static bool IsHidden(char letter) => char.IsControl(letter) || letter is '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';

    public int NumberOf(ReadOnlySpan<char> id)
    {
        if (IsPlain(id)) return _known.TryGetValue(id, out var known) ? known : Add(id.ToString(), id.ToString());
        var written = id.ToString();
        var key = Fold(written);
        return _numbers.TryGetValue(key, out var number) ? number : Add(key, written);
    }

    private static bool IsPlain(ReadOnlySpan<char> id) => !id.ContainsAnyExceptInRange('\0', '\u007F');

    private static string Fold(string id)
    {
        var key = new StringBuilder(id.Normalize(NormalizationForm.FormC));
        for (var i = 0; i < key.Length; i++)
            if (key[i] is (>= '٠' and <= '٩') or (>= '۰' and <= '۹')) key[i] = (char)('0' + (int)char.GetNumericValue(key[i]));
        return key.ToString();
    }

    private int Add(string key, string written)
    {
        _numbers.Add(key, _ids.Count);
        _ids.Add(written);
        return _ids.Count - 1;
    }
}
