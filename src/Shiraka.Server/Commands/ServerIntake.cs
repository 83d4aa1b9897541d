using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shiraka.Agreements;

namespace Shiraka.Server.Commands;

/// <summary>Brings texts in through a running server, as the person whose token it is.</summary>
internal sealed class ServerIntake : IIntake
{
    /// <summary>A variable and no option: every process of a machine can read the options of another.</summary>
    public const string TokenVariable = "SHIRAKA_TOKEN";

    private readonly HttpClient client;

    private ServerIntake(HttpClient client) => this.client = client;

    public string Root => client.BaseAddress!.AbsoluteUri.TrimEnd('/') + "/fr";

    public static ServerIntake At(string server)
    {
        if (!Uri.TryCreate(server, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) throw new RefusedException("import.server", $"{server} is no address of a server.");
        if (Environment.GetEnvironmentVariable(TokenVariable) is not { Length: > 0 } token)
            throw new RefusedException("import.token", $"Set {TokenVariable} to a token of the account page.");
        var client = new HttpClient { BaseAddress = new Uri(address.AbsoluteUri.TrimEnd('/') + "/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new ServerIntake(client);
    }

    public Task<ImportText.Response> TextAsync(string text, Intake how, CancellationToken cancel) =>
        SendAsync(new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent(how.Name ?? ""), "name" } }, how, cancel);

    public async Task<ImportText.Response> FileAsync(string path, Intake how, CancellationToken cancel)
    {
        await using var content = File.OpenRead(path);
        return await SendAsync(new MultipartFormDataContent { { new StreamContent(content), "file", Path.GetFileName(path) } }, how, cancel);
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<ImportText.Response> SendAsync(MultipartFormDataContent form, Intake how, CancellationToken cancel)
    {
        using (form)
        {
            if (how.Anyway) form.Add(new StringContent("true"), "anyway");
            using var answer = await client.PostAsync("api/v1/imports/files", form, cancel);
            if (answer.IsSuccessStatusCode) return (await answer.Content.ReadFromJsonAsync<ImportText.Response>(cancel))!;
            throw new RefusedException("import.refused", await ReasonAsync(answer, cancel));
        }
    }

    private static async Task<string> ReasonAsync(HttpResponseMessage answer, CancellationToken cancel)
    {
        var text = await answer.Content.ReadAsStringAsync(cancel);
        try
        {
            using var problem = JsonDocument.Parse(text);
            if (problem.RootElement.TryGetProperty("title", out var title) && title.GetString() is { Length: > 0 } reason) return reason;
        }
        catch (JsonException)
        {
            // A proxy answered, not the server.
        }

        return $"the server answered {(int)answer.StatusCode}";
    }
}
