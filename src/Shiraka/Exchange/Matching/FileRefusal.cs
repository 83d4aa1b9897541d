using System.Globalization;
using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>Makes the refusal of a file: the line, and what is wrong there. The texts are <c>refused.match.…</c>.</summary>
internal static class FileRefusal
{
    private const int MostShown = 60;

    public static RefusedException At(ReadOnlySpan<byte> text, int at, string code, params object[] arguments) => OnLine(Line(text, at), code, arguments);

    public static RefusedException OnLine(int line, string code, params object[] arguments)
    {
        object[] all = [line, .. arguments.Select(argument => argument is string id ? Shown(id) : argument)];
        return new RefusedException("match." + code, Words.In(Language.En)["refused.match." + code, all], all);
    }

    public static int Line(ReadOnlySpan<byte> text, int at) => text[..Math.Min(at, text.Length)].Count((byte)'\n') + 1;

    /// <summary>An id as it may be shown to a person: short, and without letters that turn the line around.</summary>
    private static string Shown(string id)
    {
        var shown = string.Concat(id.Take(MostShown).Select(letter => IdTable.IsHidden(letter) ? "U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture) : letter.ToString()));
        return id.Length > MostShown ? shown + "…" : shown;
    }
}
