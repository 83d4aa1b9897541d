using System.Reflection;
using System.Reflection.Emit;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Shiraka.Tests.Shared;

/// <summary>Finds in the instructions of a component the constant strings that reach a reader.</summary>
internal static class LiteralTexts
{
    private static readonly Dictionary<short, OpCode> s_codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly HashSet<string> s_spoken = new(StringComparer.OrdinalIgnoreCase)
    {
        "aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder",
        "Text", "Label", "Hint", "Legend", "Heading", "Subheading", "ActivityHeading", "Strong", "Sentence", "Bond", "Term", "Note",
        "Ready", "BackText", "StatusText", "Why",
    };

    public static IEnumerable<string> Of(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(method => method.GetMethodBody() is not null).SelectMany(method => Shown(method).Select(text => $"{type.Name}: {text}"));

    private static IEnumerable<string> Shown(MethodInfo method)
    {
        var strings = new List<string>();
        foreach (var (code, token) in Instructions(method))
        {
            if (code == OpCodes.Ldstr)
            {
                strings.Add(method.Module.ResolveString(token));
                continue;
            }

            if (code != OpCodes.Call && code != OpCodes.Callvirt)
            {
                // Between a name and its value stand only arguments; anything computed is no constant.
                if (code.FlowControl is not FlowControl.Next || code == OpCodes.Pop) strings.Clear();
                continue;
            }

            var called = method.Module.ResolveMethod(token, method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null)!;
            if (called.Name == "TypeCheck") continue;
            if (called.Name is "AddMarkupContent" or "AddContent" && strings.Count > 0 && HasWords(strings[^1])) yield return strings[^1];
            if (called.Name is "AddAttribute" or "AddComponentParameter" && strings.Count > 1 && s_spoken.Contains(strings[^2]) && strings[^1].Any(char.IsLetter)) yield return strings[^1];
            strings.Clear();
        }
    }

    private static bool HasWords(string markup)
    {
        var parsed = new HtmlParser().ParseDocument(markup);
        return parsed.DocumentElement.TextContent.Any(char.IsLetter)
            || parsed.All.SelectMany(element => element.Attributes).Any(attribute => s_spoken.Contains(attribute.Name) && attribute.Value.Any(char.IsLetter));
    }

    private static IEnumerable<(OpCode Code, int Token)> Instructions(MethodInfo method)
    {
        var il = method.GetMethodBody()!.GetILAsByteArray()!;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at];
            at += value > 0xFF || value < 0 ? 2 : 1;
            var code = s_codes[value];
            var token = code.OperandType is OperandType.InlineString or OperandType.InlineMethod ? BitConverter.ToInt32(il, at) : 0;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
            yield return (code, token);
        }
    }
}
