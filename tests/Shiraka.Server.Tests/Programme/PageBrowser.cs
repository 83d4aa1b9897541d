using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Shiraka.Server.Tests.Programme;

/// <summary>What a browser of one person does: follows links, fills forms, reads the words.</summary>
public sealed partial class PageBrowser(Uri address, string token) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    public Uri Address => address;

    public string Token => token;

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>The HTML of a page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        var answer = await GetAsync(path);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answered {answer.StatusCode}: {Text(html)}");
        return html;
    }

    /// <summary>Sends a form the way its page would; <paramref name="key"/> names one press of the button.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, (string Name, string Value)[] fields, (string Field, string FileName, byte[] Content)[]? files = null, string? key = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(key ?? Guid.CreateVersion7().ToString("N")), "_key" } };
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (field, fileName, content) in files ?? []) form.Add(new ByteArrayContent(content) { Headers = { ContentType = new("application/pdf") } }, field, fileName);
        return SendAsync(HttpMethod.Post, path, form);
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, string json, string? key = null) =>
        SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), key ?? Guid.CreateVersion7().ToString("N"));

    /// <summary>The words of a page without its marks, spaces as one.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Spaces().Replace(Marks().Replace(Hidden().Replace(html, " "), " "), " ")).Replace('\u00A0', ' ').Replace('\u202F', ' ');

    public void Dispose() => client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? key = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", "shiraka=" + token);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    [GeneratedRegex("<(?<mark>svg|style|script)[^>]*>.*?</\\k<mark>>", RegexOptions.Singleline, 1000)]
    private static partial Regex Hidden();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
