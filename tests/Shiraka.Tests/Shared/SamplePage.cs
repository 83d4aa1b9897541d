using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Shiraka.Shared;
using Shiraka.Shared.Components;
using Shiraka.Shared.Forms;

namespace Shiraka.Tests.Shared;

/// <summary>A page as a module would write one, with every component that places something by a custom property, and a form.</summary>
public sealed class SamplePage : ComponentBase
{
    [Inject] private Frame Frame { get; set; } = null!;

    [Parameter] public string Heading { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Piece<Document>(
        ("Title", "Essai"), ("Current", "home"), ("Crumbs", (Crumb[])[new("A", "/a"), new("B")]), ("ChildContent", All(Content())))(builder);

    public static RenderFragment Piece<T>(params (string Name, object? Value)[] parameters) where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        foreach (var (name, value) in parameters) builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };

    private static RenderFragment All(IEnumerable<RenderFragment> pieces) => builder =>
    {
        foreach (var piece in pieces) builder.AddContent(0, piece);
    };

    private IEnumerable<RenderFragment> Content() =>
    [
        builder => { builder.OpenElement(0, "h1"); builder.AddContent(1, Heading); builder.CloseElement(); },
        Piece<ErrorSummary>(),
        Piece<PartiesHead>(("Parties", (PartyName[])[new("Un", "Rabat"), new("Deux", "Oran"), new("ثلاثة", "Alger", Language.Ar)]), ("Bond", "Accord")),
        Piece<Tally>(("Heading", "T"), ("Seals", (PromiseSeal[])[new(1, "Un", Standing.Late, "tard", "#e1")]), ("Counts", ((Standing, string)[])[(Standing.Kept, "1")])),
        Piece<PromiseThread>(("ChildContent", All([Strand("late", Standing.Late), Strand("mute", Standing.Silent), Strand("done", Standing.Kept)]))),
        Piece<Strip>(("Marks", Timeline.Lay(
            [new(new(2021, 9, 22), "2021", "S", StripKind.Signature), new(new(2026, 6, 10), null, "N", StripKind.Today), new(new(2026, 9, 21), "2026", "E", StripKind.End)],
            new(2021, 9, 22), new(2026, 9, 21)))),
        Piece<YearPlan>(("Heading", "Y"), ("ActivityHeading", "A"), ("FirstMonth", 9), ("Now", 77.6), ("ChildContent", Piece<PlanAxis>(
            ("Id", "a0"), ("Title", "O"), ("Is", Standing.Late), ("StatusText", "L"),
            ("Activities", (PlanActivity[])[new(Standing.OnTrack, "w", "t", "/x", [new(1, 10.5, 75.5)])]),
            ("ChildContent", Piece<Indicator>(("Name", "I"), ("Figure", "1"), ("Of", "/ 2"), ("Values", (double[])[0, 1.5]), ("Target", 2d)))))),
        Piece<ShareBar>(("Shares", ((Standing, int)[])[(Standing.Kept, 3), (Standing.Late, 0)])),
        Piece<PartnerMap>(("Sentence", "M"), ("Cities", (MapCity[])[new("Rabat", -6.84, 34.02), new("<Djibouti>", 43.15, 11.59)]), ("Ties", (MapTie[])[new("Rabat", "<Djibouti>", Standing.Silent)])),
        Piece<FormFrame>(("Name", "essai"), ("ChildContent", All(Fields()))),
        Piece<FormFrame>(("Name", "autre"), ("ChildContent", Piece<TextInput>(("Name", "title"), ("Label", "Autre"), ("Given", "intact")))),
    ];

    private static IEnumerable<RenderFragment> Fields() =>
    [
        Piece<TextInput>(("Name", "title"), ("Label", "Titre"), ("Hint", "Court"), ("Given", "avant")),
        Piece<TextInput>(("Name", "password"), ("Label", "Mot"), ("Type", "password"), ("Given", "secret")),
        Piece<TextArea>(("Name", "text"), ("Label", "Texte")),
        Piece<Select>(("Name", "kind"), ("Label", "Nature"), ("Options", (Choice[])[new("a", "A"), new("b", "B")]), ("Given", "a")),
        Piece<DateInput>(("Name", "day"), ("Label", "Jour"), ("Given", new DateOnly(2026, 6, 10))),
        Piece<Choices>(("Name", "one"), ("Label", "Un"), ("Options", (Choice[])[new("x", "X"), new("y", "Y", "mieux")])),
        Piece<Choices>(("Name", "many"), ("Label", "Plusieurs"), ("Several", true), ("Options", (Choice[])[new("x", "X"), new("y", "Y"), new("z", "Z")]), ("Given", (string[])["z"])),
        Piece<Tick>(("Name", "agreed"), ("Label", "Oui"), ("Given", true)),
        Piece<RecordField>(("Number", 3), ("Name", "place"), ("Label", "Lieu"), ("Given", "Rabat"), ("Is", Confidence.Check), ("Percent", 40d)),
        Piece<RecordField>(("Number", 4), ("Name", "sure"), ("Label", "Sûr"), ("Given", "Oui"), ("Is", Confidence.Sure)),
        Piece<SourceText>(("LabelledBy", "h"), ("Paragraphs", (SourceParagraph[])[new(1, SourceKind.Noise, [new("menu")], "menu"), new(2, SourceKind.Text, [new("à "), new("Rabat", 3, Confidence.Check)])])),
    ];

    private static RenderFragment Strand(string id, Standing standing) => Piece<Strand>(
        ("Id", id), ("Number", 1), ("Title", "T"), ("Quote", "mots"), ("Measure", new Measured(standing, "S", "2", "/ 4", 76.64, 75, "3")),
        ("Done", (DoneWork[])[new("1"), new("2"), new("3"), new("4"), new("5")]), ("MoreHref", "/more"));
}
