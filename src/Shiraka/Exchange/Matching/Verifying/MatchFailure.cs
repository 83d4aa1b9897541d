using Shiraka.Shared;

namespace Shiraka.Exchange;

/// <summary>The first property that a result does not have. <paramref name="Code"/> is stable; the sentence is <c>match.fails.{Code}</c>.</summary>
public sealed record MatchFailure(string Code, params object[] Arguments)
{
    public string Say(Language language) => Why.Sentence("match.fails." + Code, Arguments, language);
}
