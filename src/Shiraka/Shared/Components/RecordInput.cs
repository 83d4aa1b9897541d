using Microsoft.AspNetCore.Components;
using Shiraka.Shared.Forms;

namespace Shiraka.Shared.Components;

/// <summary>What the fields and the commitments of a proposed record share. What was typed before a refusal comes first.</summary>
public abstract class RecordInput : ComponentBase
{
    [Inject] private protected Frame Frame { get; set; } = null!;
    [Inject] private protected FormState State { get; set; } = null!;
    [CascadingParameter] private protected FormFrame? Form { get; set; }

    /// <summary>Number of the passage in the source (<c>#s3</c>) and of this field (<c>#f3</c>).</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    /// <summary>The name its value is posted under; ticks are posted as this name under <see cref="TickName"/>.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    /// <summary>What the field is, in words.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter] public string? Given { get; set; }
    [Parameter, EditorRequired] public Confidence Is { get; set; }

    /// <summary>The reason for the confidence, in words.</summary>
    [Parameter] public string? Why { get; set; }

    /// <summary>Confirmed before; null for the first showing, where only what is sure is ticked.</summary>
    [Parameter] public bool? Confirmed { get; set; }

    [Parameter] public string TickName { get; set; } = "confirm";

    /// <summary>The language of the value where it is not that of the page.</summary>
    [Parameter] public Language? Written { get; set; }

    private protected Words Words => Frame.Words;
    private protected string Id => InputBase.FieldId(Form?.Name, Name);
    private protected string? Dir => Written?.Direction();
    private protected string? Value => State.Typed(Name, Form?.Name) is { } typed ? typed.ToString() : Given;
    private protected FormRefusal? Refusal => State.About(Name, Form?.Name);
    private protected string? Invalid => Refusal is null ? null : "true";

    private protected bool Ticked => State.Typed(TickName, Form?.Name) is { } typed
        ? typed.Contains(Name, StringComparer.Ordinal)
        : Confirmed ?? Is is Confidence.Sure;

    protected override void OnParametersSet() => State.Label(Id, Label);
}
