using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Shiraka.Exchange;

/// <summary>The tokens of a file, each of the kind that is expected or refused with its line.</summary>
internal ref struct FileTokens(ReadOnlySpan<byte> text, IdTable ids)
{
    private readonly ReadOnlySpan<byte> _text = text;
    private Utf8JsonReader _json = new(text);

    public readonly int At => (int)_json.TokenStartIndex;

    public readonly JsonTokenType Kind => _json.TokenType;

    public bool Next() => _json.Read();

    public readonly RefusedException Refuse(string code, params object[] arguments) => FileRefusal.At(_text, At, code, arguments);

    public readonly RefusedException RefuseAt(int at, string code, params object[] arguments) => FileRefusal.At(_text, at, code, arguments);

    public void OpenObject(string what)
    {
        if (Kind != JsonTokenType.StartObject) throw Refuse("not_object", what);
    }

    /// <summary>The next field of an object, as its place among the known ones; -1 at the end.</summary>
    public int Field(ReadOnlySpan<string> known, ref int seen)
    {
        Next();
        if (Kind == JsonTokenType.EndObject) return -1;
        for (var i = 0; i < known.Length; i++)
        {
            if (!IsField(known[i])) continue;
            if ((seen & (1 << i)) != 0) throw Refuse("repeated_field", known[i]);
            seen |= 1 << i;
            Next();
            return i;
        }

        throw Refuse("unknown_field", Text(), string.Join(", ", known.ToArray()));
    }

    /// <summary>Moves to the next element of an array; false at its end.</summary>
    public bool Element()
    {
        Next();
        return Kind != JsonTokenType.EndArray;
    }

    public void OpenArray(string what)
    {
        if (Kind != JsonTokenType.StartArray) throw Refuse("not_array", what);
    }

    public readonly Written Number(string what) =>
        Kind == JsonTokenType.Number && _json.TryGetInt64(out var value) ? new Written(value, At) : throw Refuse("not_whole_number", what);

    public Cited[] IdList(string what)
    {
        OpenArray(what);
        var list = new List<Cited>();
        while (Element()) list.Add(Id(what));
        return [.. list];
    }

    public readonly Cited Id(string what)
    {
        if (Kind != JsonTokenType.String) throw Refuse("not_text", what);
        if (_json.ValueSpan.Length > 6 * IdTable.MostLetters) throw Refuse("long_id", IdTable.MostLetters);
        ReadOnlySpan<char> id = ids.Letters.AsSpan(0, Copy(ids.Letters));
        if (id.Length > IdTable.MostLetters) throw Refuse("long_id", IdTable.MostLetters);
        if (id.IsWhiteSpace()) throw Refuse("blank_id");
        if (id.ContainsAnyExceptInRange(' ', '~'))
            foreach (var letter in id)
                if (IdTable.IsHidden(letter)) throw Refuse("hidden_character", "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture));
        return new Cited(ids.NumberOf(id), At);
    }

    private readonly bool IsField(string name)
    {
        try
        {
            return _json.ValueTextEquals(name);
        }
        catch (InvalidOperationException)       // half a surrogate pair, written as an escape
        {
            throw Refuse("half_letter");
        }
    }

    private readonly int Copy(char[] letters)
    {
        try
        {
            return _json.CopyString(letters);
        }
        catch (InvalidOperationException)       // half a surrogate pair, written as an escape
        {
            throw Refuse("half_letter");
        }
    }

    private readonly string Text() => Encoding.UTF8.GetString(_json.ValueSpan[..Math.Min(_json.ValueSpan.Length, 200)]);
}
