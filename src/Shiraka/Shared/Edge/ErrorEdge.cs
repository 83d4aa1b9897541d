using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shiraka.Ledger;

namespace Shiraka.Shared;

/// <summary>
/// The one place where what went wrong becomes an answer: a page in the reader's language, or problem details for programs.
/// A record that is not there and one that is not yours look the same.
/// </summary>
internal sealed partial class ErrorEdge(RequestDelegate next, ILogger<ErrorEdge> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }) await AnswerAsync(http, http.Response.StatusCode, null);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, StatusOf(e), e);
        }
    }

    private static int StatusOf(Exception e) => e switch
    {
        RefusedException => StatusCodes.Status409Conflict,
        StoreUnavailableException { IsFull: true } => StatusCodes.Status507InsufficientStorage,
        StoreUnavailableException => StatusCodes.Status503ServiceUnavailable,
        _ when IsStoreAway(e) => StatusCodes.Status503ServiceUnavailable,
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status413PayloadTooLarge,      // a form with more or larger fields than allowed
        _ => StatusCodes.Status500InternalServerError,
    };

    // What reads do not say in our own words: a database that is starting, stopping or gone.
    private static bool IsStoreAway(Exception? e) => e is not null && (e is DbException { IsTransient: true } || IsStoreAway(e.InnerException));

    private async Task AnswerAsync(HttpContext http, int status, Exception? e)
    {
        var trace = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        if (status == StatusCodes.Status500InternalServerError) log.LogError(e, "Unexpected error in {Endpoint}, trace {Trace}", http.GetEndpoint()?.DisplayName, trace);
        http.Response.Clear();      // a page that failed half way has left its headers
        http.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "2";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        if (Page().IsMatch(http.Request.Path.Value ?? ""))
        {
            http.RequestServices.GetRequiredService<Frame>().Language = PageRoutes.LanguageOf(http.Request.Path);
            await Pages.Show<ProblemPage>(new { Status = status, Trace = trace }, status).ExecuteAsync(http);
            return;
        }

        var refused = e as RefusedException;
        var code = refused?.Code ?? (status == StatusCodes.Status400BadRequest ? "request.unreadable" : status.ToString(CultureInfo.InvariantCulture));
        var problem = new ProblemDetails
        {
            Status = status,
            Title = refused?.Message ?? Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
            Detail = status == StatusCodes.Status400BadRequest ? Unreadable(e) : null,
            Type = "urn:shiraka:" + code,
            Extensions = { ["code"] = code },
        };
        if (status >= 500) problem.Extensions["trace"] = trace;
        if (refused?.Arguments.Count > 0) problem.Extensions["arguments"] = refused.Arguments;
        await http.Response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", http.RequestAborted);
    }

    // Where it stands and not what it says: that may be a name.
    private static string Unreadable(Exception? e) => e?.InnerException is JsonException { Path: { } path }
        ? $"The value at {path} is missing, is not of its type, or is not one of those allowed."
        : e?.Message ?? "A value of the address is missing, is not of its type, or is not one of those allowed.";

    [GeneratedRegex("^/((fr|ar|en)(/|$)|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Page();
}
