using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;

namespace Shiraka.Server.Tests.Access;

/// <summary>What a route parameter is filled with: a record of the viewer's own organisation, and one of another.</summary>
/// <param name="Ours">As in the path.</param>
/// <param name="Theirs">Null for what belongs to nobody (a language, a file name): outsiders are not told apart by it.</param>
public sealed record Sample(string Ours, string? Theirs = null);

/// <summary>
/// Calls every route of a running host as everybody and compares the answer with the rule the route declares. Knows routes by
/// what the host says it has, so a route of a module that comes later is called without a line here, but for a new parameter.
/// </summary>
public sealed class Matrix(RunningHost host, IReadOnlyDictionary<string, Sample> samples, string canary)
{
    private readonly List<string> problems = [];

    public int Calls { get; private set; }

    /// <summary>What was wrong, one sentence each; empty where every answer was as the rules say.</summary>
    /// <param name="viewers">Who calls; no role means nobody is signed in. All roles belong to our organisation.</param>
    public async Task<IReadOnlyList<string>> ProblemsAsync(IReadOnlyList<(Role? Role, Func<Task<Browser>> SignInAsync)> viewers)
    {
        var endpoints = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var unknown = endpoints.SelectMany(e => e.RoutePattern.Parameters).Select(p => p.Name).Distinct(StringComparer.Ordinal).Where(name => !samples.ContainsKey(name)).ToList();
        if (unknown.Count > 0) throw new InvalidOperationException("Add a sample for the route parameters " + string.Join(", ", unknown));

        foreach (var (role, signInAsync) in viewers)
        {
            var browser = await signInAsync();
            foreach (var endpoint in endpoints.OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal))
                foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                {
                    // Some routes end the session of who calls them: a fresh one for each, where the last call left none.
                    if (role is not null && (await browser.GetAsync("/fr/account")).StatusCode != HttpStatusCode.OK) browser = await signInAsync();
                    await CallAsync(endpoint, method, role, browser, isOurs: true);
                    if (endpoint.RoutePattern.Parameters.Any(p => samples[p.Name].Theirs is not null)) await CallAsync(endpoint, method, role, browser, isOurs: false);
                }
        }

        return problems;
    }

    private async Task CallAsync(RouteEndpoint endpoint, string method, Role? role, Browser browser, bool isOurs)
    {
        var rule = endpoint.Metadata.GetRequiredMetadata<Rule>();
        var path = PathOf(endpoint.RoutePattern, isOurs);
        using var request = Request(method, path, host.Address);
        using var answer = await browser.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Calls++;

        var call = $"{method} {path} as {role?.ToString() ?? "nobody"} ({(isOurs ? "ours" : "theirs")}): {(int)answer.StatusCode}";
        if ((int)answer.StatusCode >= 500) problems.Add(call + ", a fault");
        if (body.Contains(canary, StringComparison.Ordinal)) problems.Add(call + ", shows the record of another organisation");
        if (Expected(rule, role, isOurs, answer) is { } wrong) problems.Add($"{call}, {wrong}");
    }

    private static string? Expected(Rule rule, Role? role, bool isOurs, HttpResponseMessage answer)
    {
        if (rule.IsPublic) return null;
        if (answer.StatusCode == HttpStatusCode.UnsupportedMediaType) return null;      // routing itself refused the kind of body; the route was not reached
        if (role is null) return answer.StatusCode == HttpStatusCode.Unauthorized || IsSignIn(answer) ? null : "but nobody is signed in";
        if (rule.Right is { } right && !RoleRights.Of([role.Value]).Contains(right)) return answer.StatusCode == HttpStatusCode.Forbidden ? null : $"but the role lacks {right}";
        if (!isOurs) return answer.StatusCode == HttpStatusCode.NotFound || IsUnread(answer) ? null : "but the record is not theirs to know of";
        return IsSignIn(answer) || answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? "but the rule allows it" : null;
    }

    private static bool IsSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/sign-in", StringComparison.Ordinal);

    // A body that could not be read is refused before any record is looked for, and says nothing of it.
    private static bool IsUnread(HttpResponseMessage answer) =>
        answer.RequestMessage!.Method != HttpMethod.Get && answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity;

    private string PathOf(RoutePattern pattern, bool isOurs) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => isOurs ? samples[parameter.Name].Ours : samples[parameter.Name].Theirs ?? samples[parameter.Name].Ours,
        _ => "",
    }))));

    // An empty form or object: enough to pass the gate and to ask for the record, and never enough to change one.
    private static HttpRequestMessage Request(string method, string path, Uri address)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "GET" or "HEAD") return request;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        var key = Guid.CreateVersion7().ToString("N");
        request.Headers.Add("Idempotency-Key", key);
        request.Content = path.StartsWith("/api", StringComparison.Ordinal)
            ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent([KeyValuePair.Create("_key", key)]);
        return request;
    }
}
