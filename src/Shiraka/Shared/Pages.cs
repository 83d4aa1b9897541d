using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Shiraka.Shared;

/// <summary>How an endpoint answers with a page.</summary>
public static class Pages
{
    /// <summary>Renders a component as the whole answer. <paramref name="parameters"/> is an anonymous object with the component's parameters.</summary>
    public static IResult Show<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new RazorComponentResult<TComponent>(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };
}
