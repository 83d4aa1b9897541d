using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;

namespace Shiraka.Shared;

/// <summary>Routes of forms: done, the browser is sent on; refused, the same page comes back with all that was typed.</summary>
public static class FormRoutes
{
    /// <summary>
    /// Makes a POST the target of a form. <paramref name="again"/> shows its page (it reads ids from the route values); it is called
    /// when the handler refuses, after the command was rolled back. A form that writes by other means than a command (sign-in) says so.
    /// </summary>
    public static RouteHandlerBuilder AsForm(this RouteHandlerBuilder post, Func<HttpContext, Task<IResult>> again, bool asCommand = true)
    {
        var route = post.DisableAntiforgery().AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var state = http.RequestServices.GetRequiredService<FormState>();
            try
            {
                return await next(call);
            }
            catch (RefusedException e)
            {
                state.Refuse(e);
            }
            catch (FormRefusedException e)
            {
                foreach (var refusal in e.Refusals) state.Refuse(refusal.Code, refusal.Field, [.. refusal.Arguments]);
            }

            http.Response.StatusCode = StatusCodes.Status409Conflict;
            return new Unchanged(await again(http));
        });

        // After the filter above, so inside it: the page is shown again when the command is already rolled back.
        return asCommand ? route.RunAsCommands() : route;
    }

    // The page says 200 of itself; the answer to the form stays a refusal.
    private sealed class Unchanged(IResult page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.OnStarting(() =>
            {
                if (httpContext.Response.StatusCode == StatusCodes.Status200OK) httpContext.Response.StatusCode = StatusCodes.Status409Conflict;
                return Task.CompletedTask;
            });
            return page.ExecuteAsync(httpContext);
        }
    }
}
