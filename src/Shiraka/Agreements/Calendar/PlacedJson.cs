using System.Text.Json;

namespace Shiraka.Agreements.Terms;

/// <summary>A JSON value that knows the line it stands on, so that a refusal can name it.</summary>
internal sealed record PlacedJson(JsonTokenType Kind, long Line, string? Text, IReadOnlyList<KeyValuePair<string, PlacedJson>> Members)
{
    public const int MostMembers = 1000;
    private const int MostDepth = 16;

    public IEnumerable<PlacedJson> Items => Members.Select(member => member.Value);

    /// <summary>The member of that name; null where it is absent or null.</summary>
    public PlacedJson? this[string name] => Members.FirstOrDefault(member => member.Key == name).Value is { Kind: not JsonTokenType.Null } found ? found : null;

    /// <exception cref="RefusedException">It is no JSON, names a member twice, or holds more than anybody would write.</exception>
    public static PlacedJson Read(ReadOnlySpan<byte> json)
    {
        var scan = new Scan(json);
        try
        {
            return scan.Whole();
        }
        catch (JsonException e)
        {
            throw Refuse((e.LineNumber ?? 0) + 1, "it is not JSON");
        }
        catch (InvalidOperationException)
        {
            throw Refuse(scan.Line(), "a text holds half a character");
        }
    }

    public static RefusedException Refuse(long line, string reason) => new("terms.refused", FormattableString.Invariant($"line {line}: {reason}"));

    private ref struct Scan(ReadOnlySpan<byte> json)
    {
        private readonly ReadOnlySpan<byte> whole = json;
        private Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = MostDepth });
        private int counted;
        private long line = 1;

        public PlacedJson Whole()
        {
            reader.Read();
            var value = Value();
            while (reader.Read()) { }
            return value;
        }

        // Counts on from where it stopped: a file of a million short lines is counted once.
        public long Line()
        {
            var at = (int)reader.TokenStartIndex;
            line += whole[counted..at].Count((byte)'\n');
            counted = at;
            return line;
        }

        private PlacedJson Value()
        {
            var (kind, at) = (reader.TokenType, Line());
            var members = new List<KeyValuePair<string, PlacedJson>>();
            if (kind is JsonTokenType.StartArray)
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray) Add(members, "", at);
            else if (kind is JsonTokenType.StartObject)
                while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
                {
                    var (name, named) = (reader.GetString()!, Line());
                    reader.Read();
                    if (members.Exists(member => member.Key == name)) throw Refuse(named, "a member stands there twice");
                    Add(members, name, named);
                }

            var text = kind is JsonTokenType.String ? reader.GetString() : kind is JsonTokenType.Number ? System.Text.Encoding.ASCII.GetString(reader.ValueSpan) : null;
            return new(kind, at, text, members);
        }

        private void Add(List<KeyValuePair<string, PlacedJson>> members, string name, long at)
        {
            if (members.Count == MostMembers) throw Refuse(at, "it holds more entries than anybody would write");
            members.Add(new(name, Value()));
        }
    }
}
