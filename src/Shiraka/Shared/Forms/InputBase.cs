using Microsoft.AspNetCore.Components;

namespace Shiraka.Shared.Forms;

/// <summary>What all inputs of a form share: name, label, hint, the value typed before a refusal, the reason of the refusal.</summary>
public abstract class InputBase : ComponentBase
{
    [Inject] private protected Frame Frame { get; set; } = null!;
    [Inject] private protected FormState State { get; set; } = null!;
    [CascadingParameter] private protected FormFrame? Form { get; set; }

    /// <summary>The name it is posted under.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public string? Hint { get; set; }

    /// <summary>A field that may stay empty says so beside its label.</summary>
    [Parameter] public bool Optional { get; set; }

    private protected string Id => FieldId(Form?.Name, Name);
    private protected FormRefusal? Refusal => State.About(Name, Form?.Name);

    /// <summary>The hint and the reason, for <c>aria-describedby</c>.</summary>
    private protected string? DescribedBy => (Hint, Refusal) switch
    {
        (null, null) => null,
        (null, _) => Id + "-error",
        (_, null) => Id + "-hint",
        _ => $"{Id}-hint {Id}-error",
    };

    private protected string? Required => Optional ? null : "true";
    private protected string? Invalid => Refusal is null ? null : "true";

    protected override void OnParametersSet() => State.Label(Id, Label);

    /// <summary>The id of a field of a form, to which the error summary links.</summary>
    internal static string FieldId(string? form, string name) => form is null ? $"field-{name}" : $"{form}-{name}";

    /// <summary>What was typed, else what the page gives.</summary>
    private protected string? Value(string? given) => State.Typed(Name, Form?.Name) is { } typed ? typed.ToString() : given;
}
