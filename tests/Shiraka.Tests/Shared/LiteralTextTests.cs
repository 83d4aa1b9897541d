using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Xunit;

namespace Shiraka.Tests.Shared;

/// <summary>No page may hold words of its own: what it shows comes from the Words files. Read from the compiled components, so nothing hides in Razor syntax.</summary>
public sealed class LiteralTextTests
{
    [Fact]
    public void No_component_holds_words_of_its_own() =>
        Assert.Empty(typeof(Shiraka.Shared.Words).Assembly.GetTypes().Where(IsPartOfComponent).SelectMany(LiteralTexts.Of));

    [Theory]
    [InlineData(typeof(PlantedMarkup), "Bonjour")]
    [InlineData(typeof(PlantedText), "مرحبا")]
    [InlineData(typeof(PlantedLabel), "Fermer")]
    [InlineData(typeof(PlantedParameter), "Titre")]
    public void Words_in_a_component_would_be_found(Type planted, string words) =>
        Assert.Contains(LiteralTexts.Of(planted), found => found.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Punctuation_and_markup_are_not_words() => Assert.Empty(LiteralTexts.Of(typeof(NothingPlanted)));

    private static bool IsPartOfComponent(Type type)
    {
        for (Type? one = type; one is not null; one = one.DeclaringType)
            if (one.IsAssignableTo(typeof(IComponent))) return true;
        return false;
    }

    private sealed class PlantedMarkup : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<p class=\"x\">Bonjour</p>");
    }

    private sealed class PlantedText : ComponentBase
    {
        [Parameter] public string Title { get; set; } = "";

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "مرحبا");
    }

    private sealed class PlantedLabel : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "a");
            builder.AddAttribute(1, "aria-label", "Fermer");
            builder.CloseElement();
        }
    }

    private sealed class PlantedParameter : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<PlantedText>(0);
            builder.AddComponentParameter(1, "Title", "Titre");
            builder.CloseComponent();
        }
    }

    private sealed class NothingPlanted : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.AddMarkupContent(0, "<!doctype html><svg viewBox=\"0 0 1 1\"><path d=\"M1 1\"/></svg> · 12 %");
            builder.OpenElement(1, "a");
            builder.AddAttribute(2, "class", "btn");
            builder.CloseElement();
        }
    }
}
