using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Shiraka.Ledger;

/// <summary>
/// An answer as bytes: made inside the command, sent after its commit, kept for the repeat of the same key.
/// </summary>
public sealed record Answer(int Status, string? ContentType, string? Location, byte[] Body) : IResult
{
    /// <summary>The same key came with another body.</summary>
    public static Answer OtherBody { get; } = Problem(422, "idempotency.other_body", "This idempotency key was used with another body.");

    public static Answer Problem(int status, string code, string title) => new(status, "application/problem+json", null,
        JsonSerializer.SerializeToUtf8Bytes(new ProblemDetails { Status = status, Title = title, Type = "urn:shiraka:" + code, Extensions = { ["code"] = code } }));

    public static Answer Of(object? result, JsonSerializerOptions json) => result switch
    {
        Answer answer => answer,
        INestedHttpResult nested => Of(nested.Result, json),
        SeeOther moved => new Answer(303, null, moved.Location, []),
        IStatusCodeHttpResult { StatusCode: { } status } typed => new Answer(status,
            typed is IValueHttpResult { Value: not null } ? "application/json" : null,
            typed.GetType().GetProperty("Location")?.GetValue(typed) is string location ? location : null,
            typed is IValueHttpResult { Value: { } value } ? JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), json) : []),
        null => new Answer(204, null, null, []),
        _ => new Answer(200, "application/json", null, JsonSerializer.SerializeToUtf8Bytes(result, result.GetType(), json)),
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Location is not null) response.Headers.Location = Location;
        if (Body.Length == 0) return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }
}

/// <summary>After a form: look there. 303, so that the browser's reload does not send the form again.</summary>
public sealed record SeeOther(string Location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Location;
        return Task.CompletedTask;
    }
}
