using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Shiraka.Ledger;

/// <summary>An argument of a handler that brings the idempotency key with it: a posted form, with its hidden field.</summary>
public interface ICarriesKey
{
    string? Key { get; }
}

/// <summary>
/// Turns every unsafe request of a group into a command: bound outside the lane, run inside it, answered after the commit, done
/// once for each key. A form that brings a key waits until its facts can be read, so that the page after it shows them.
/// </summary>
public static class CommandFilter
{
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>Makes the POST, PUT, PATCH and DELETE endpoints of the group commands. Call it on the group, before mapping.</summary>
    public static TBuilder RunAsCommands<TBuilder>(this TBuilder routes) where TBuilder : IEndpointConventionBuilder =>
        routes.AddEndpointFilterFactory((factory, next) =>
        {
            var isService = factory.ApplicationServices.GetRequiredService<IServiceProviderIsService>();
            var request = factory.MethodInfo.GetParameters()
                .Select((parameter, position) => (parameter.ParameterType, position))
                .Where(p => p.ParameterType != typeof(HttpContext) && p.ParameterType != typeof(CancellationToken) && !isService.IsService(p.ParameterType))
                .Select(p => p.position).ToArray();
            return call => IsSafe(call.HttpContext.Request.Method) ? next(call) : RunAsync(call, next, request);
        });

    private static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next, int[] request)
    {
        var http = call.HttpContext;
        var services = http.RequestServices;
        var form = call.Arguments.OfType<ICarriesKey>().FirstOrDefault();
        var key = form?.Key ?? http.Request.Headers[KeyHeader].ToString();
        if (string.IsNullOrWhiteSpace(key) || key.Length > IdempotencyKeys.MostCharacters)
            return Answer.Problem(400, "idempotency.key_missing", $"Send a header {KeyHeader} of 1 to {IdempotencyKeys.MostCharacters} characters, new for each command.");

        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var db = services.GetRequiredService<ShirakaDb>();
        var digest = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
            new object?[] { http.Request.Method, http.Request.Path.Value, request.Select(position => call.Arguments[position]) }, json));
        return await services.GetRequiredService<Commands>().OnceAsync(
            db, db.Actor, key, digest, async () => Answer.Of(await next(call), json), waitForSeal: form is not null, http.RequestAborted);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
