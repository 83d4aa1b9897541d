using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Shiraka.Shared;

/// <summary>Why a form came back: a code whose text is <c>refused.{Code}</c>, and the field it is about, where it is about one.</summary>
public sealed record FormRefusal(string Code, string? Field, IReadOnlyList<object?> Arguments)
{
    /// <summary>The reason in words; a code no module has words for is told as <c>refused.unknown</c>, with the code.</summary>
    public string In(Words words) => words.Has("refused." + Code) ? words["refused." + Code, [.. Arguments]] : words["refused.unknown", Code];
}

/// <summary>
/// What was posted and why it was refused; one per request. A refused form is shown again with everything that was typed
/// (inputs read their value here first), its reasons on top and at their fields.
/// </summary>
public sealed class FormState
{
    private readonly List<FormRefusal> _refusals = [];
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>The posted form; set it before showing the page again.</summary>
    public IFormCollection? Posted { get; set; }

    public IReadOnlyList<FormRefusal> Refusals => _refusals;

    public void Refuse(string code, string? field = null, params object?[] arguments) => _refusals.Add(new(code, field, arguments));

    public void Refuse(RefusedException refused) => _refusals.Add(new(refused.Code, refused.Field, [.. refused.Arguments]));

    /// <summary>What was typed into a field, or null where this form was not posted. A page with two forms names them (<c>_form</c>).</summary>
    public StringValues? Typed(string field, string? form = null)
    {
        if (Posted is null || (form is not null && Posted["_form"] != form)) return null;
        return Posted[field];
    }

    /// <summary>The first refusal about a field.</summary>
    public FormRefusal? About(string field, string? form = null) =>
        form is not null && Posted is not null && Posted["_form"] != form ? null : _refusals.FirstOrDefault(refusal => refusal.Field == field);

    // One listener: the error summary, which is drawn before the fields it names.
    internal Action? LabelAdded { get; set; }

    internal string? LabelOf(string fieldId) => _labels.GetValueOrDefault(fieldId);

    internal void Label(string fieldId, string label)
    {
        if (_refusals.Count > 0 && _labels.TryAdd(fieldId, label)) LabelAdded?.Invoke();
    }
}
