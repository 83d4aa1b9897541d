using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Shiraka.Server.Commands;

/// <summary>The two streams of a command: results for the next program, and what a person has to know. UTF-8, lines end in a newline only.</summary>
internal sealed class Output(TextWriter results, TextWriter messages, Stream input)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public TextWriter Results { get; } = results;

    public TextWriter Messages { get; } = messages;

    /// <summary>Standard input, for <c>-</c>.</summary>
    public Stream Input { get; } = input;

    public static Output OfProcess() => new(Writer(Console.OpenStandardOutput()), Writer(Console.OpenStandardError()), Console.OpenStandardInput());

    public void Line(string text) => Results.WriteLine(text);

    /// <summary>One object on one line.</summary>
    public void JsonLine(object value) => Results.WriteLine(JsonSerializer.Serialize(value, value.GetType(), Json));

    /// <summary>One object, written as it is made, and a line end.</summary>
    public void Stream(Action<Stream> write)
    {
        if (Results is not StreamWriter { BaseStream: var bytes }) throw new InvalidOperationException("The results go to no stream.");
        Results.Flush();
        write(bytes);
        Results.WriteLine();
    }

    public void Problem(string text) => Messages.WriteLine("shiraka: " + text);

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true, NewLine = "\n" };
}
