using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>
/// Why a trainee has a seat (or none), or why not one that was preferred. <paramref name="Code"/> is stable; <paramref name="Arguments"/> are ids and
/// numbers; the sentence is <c>match.why.{Code}</c>.
/// </summary>
public sealed record Why(string Trainee, string? Seat, string Code, IReadOnlyList<object> Arguments)
{
    public string Say(Language language) => Sentence("match.why." + Code, Arguments, language);

    // Ids keep their own direction inside a sentence of the other.
    internal static string Sentence(string key, IReadOnlyList<object> arguments, Language language) =>
        Words.In(language)[key, [.. arguments.Select(argument => argument is string id && NeedsIsolation(id, language) ? $"\u2068{id}\u2069" : argument)]];

    private static bool NeedsIsolation(string id, Language language) => language is Language.Ar || id.Any(letter => letter >= '\u0590');
}
