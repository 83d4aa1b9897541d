using System.Text.RegularExpressions;

namespace Shiraka.Shared;

/// <summary>
/// Sets a text as a printer of the language would: French spaces that do not break and the curved apostrophe,
/// Arabic commas and quotation marks. Addresses (<c>https://…</c>) and times (<c>10:30</c>) are left alone. Setting twice changes nothing.
/// </summary>
public static partial class Typography
{
    private const string Narrow = "\u202F";
    private const string Fixed = "\u00A0";

    // Milliseconds by the clock on the wall: a machine that stands still for a second must not leave the product without its words.
    private const int Patience = 20_000;

    /// <summary>The text with the spaces and marks of its language; in English only the apostrophe changes.</summary>
    public static string Set(Language language, string text) => language switch
    {
        Language.Fr => French(text),
        Language.Ar => Arabic(text),
        _ => Apostrophe().Replace(text, "’"),
    };

    private static string French(string text)
    {
        text = Apostrophe().Replace(text, "’");
        text = Opening().Replace(text, "«" + Fixed);
        text = Closing().Replace(text, Fixed + "»");
        text = Colon().Replace(text, Fixed + ":");
        text = HighMark().Replace(text, Narrow + "${mark}");
        text = Thousands().Replace(text, Narrow);
        return NumberAndUnit().Replace(text, Fixed);
    }

    private static string Arabic(string text)
    {
        text = Mark().Replace(text, match => match.Value switch { "," => "،", ";" => "؛", _ => "؟" });
        text = SpaceAfterOpening().Replace(text, "«");
        return SpaceBeforeClosing().Replace(text, "»");
    }

    [GeneratedRegex(@"(?<=\p{L})'(?=\p{L})", RegexOptions.None, Patience)]
    private static partial Regex Apostrophe();

    [GeneratedRegex(@"«[\s\u00A0\u202F]*", RegexOptions.None, Patience)]
    private static partial Regex Opening();

    [GeneratedRegex(@"[\s\u00A0\u202F]*»", RegexOptions.None, Patience)]
    private static partial Regex Closing();

    [GeneratedRegex(@"(?<=[\p{L}\p{N})}»%])[ \u00A0\u202F]*:(?=[\s\u00A0]|$)|(?<=\S)[ \u202F]:(?=[\s\u00A0]|$)", RegexOptions.None, Patience)]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?<=[\p{L}\p{N})}»%])[ \u00A0\u202F]*(?<mark>[;!?])(?=[\s\u00A0»)]|$)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex HighMark();

    [GeneratedRegex(@"(?<=(?<![\d,.])\d{1,3}(?:[ \u202F]\d{3})*) (?=\d{3}(?:\D|$)|\d{3} \d{3})", RegexOptions.None, Patience)]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=[\d}])[ \u202F](?=(?:%|€|°C|h|min|s|km|m|cm|kg|g|mg|L|ml|mL|o|ko|Mo|Go|ans?|mois|jours?|semaines?|heures?|janv(?:\.|ier)|févr(?:\.|ier)|mars|avr(?:\.|il)|mai|juin|juil(?:\.|let)|août|sept(?:\.|embre)|oct(?:\.|obre)|nov(?:\.|embre)|déc(?:\.|embre))(?![\p{L}\d]))|(?<=\b1er) (?=janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc)", RegexOptions.None, Patience)]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"(?<=[\u0600-\u06FF»)])[,;?](?=\s|$|»)", RegexOptions.None, Patience)]
    private static partial Regex Mark();

    [GeneratedRegex(@"«[\s\u00A0\u202F]+", RegexOptions.None, Patience)]
    private static partial Regex SpaceAfterOpening();

    [GeneratedRegex(@"[\s\u00A0\u202F]+»", RegexOptions.None, Patience)]
    private static partial Regex SpaceBeforeClosing();
}
