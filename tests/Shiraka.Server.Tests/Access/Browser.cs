using System.Net;
using System.Text.RegularExpressions;

namespace Shiraka.Server.Tests.Access;

/// <summary>What a browser does, without a screen: keeps cookies, says where a form comes from, does not follow by itself.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly string origin;

    public Browser(Uri address)
    {
        origin = address.GetLeftPart(UriPartial.Authority);
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    public Guid Account { get; set; }

    public string Email { get; set; } = "";

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) => SendFormAsync(path, "same-origin", fields);

    /// <summary>A form on a page of somebody else.</summary>
    public Task<HttpResponseMessage> PostFromElsewhereAsync(string path, params (string Name, string Value)[] fields) => SendFormAsync(path, "cross-site", fields);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => client.SendAsync(request);

    public async Task SignInAsync(string email, string password)
    {
        var answer = await PostAsync("/fr/sign-in", ("email", email), ("password", password));
        if (answer.StatusCode != HttpStatusCode.SeeOther) throw new InvalidOperationException($"Sign-in answered {answer.StatusCode}: {Text(await answer.Content.ReadAsStringAsync())}");
    }

    /// <summary>The words of a page without its marks.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Spaces().Replace(Marks().Replace(html, " "), " "));

    public void Dispose() => client.Dispose();

    private Task<HttpResponseMessage> SendFormAsync(string path, string site, (string Name, string Value)[] fields)
    {
        var form = fields.Append(("_key", Guid.CreateVersion7().ToString("N"))).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Sec-Fetch-Site", site);
        request.Headers.Add("Origin", site == "same-origin" ? origin : "https://elsewhere.example");
        return client.SendAsync(request);
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
