using System.Runtime.CompilerServices;
using System.Text.Json;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_description_of_the_interface_is_the_approved_one()
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = host.Browser();
        var approved = Approved();
        var received = (await browser.ReadAsync("/openapi/v1.json")).ReplaceLineEndings("\n") + "\n";

        if (File.Exists(approved) && await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) == received) return;
        var beside = approved.Replace(".json", ".received.json", StringComparison.Ordinal);
        await File.WriteAllTextAsync(beside, received, TestContext.Current.CancellationToken);
        Assert.Fail($"The interface changed. Look at the difference, and where it is meant:\n  mv {beside} {approved}");
    }

    [Fact]
    public async Task Every_operation_says_who_may_call_it_and_what_goes_wrong()
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = host.Browser();
        using var description = JsonDocument.Parse(await browser.ReadAsync("/openapi/v1.json"));

        Assert.Equal("3.1.1", description.RootElement.GetProperty("openapi").GetString());
        foreach (var path in description.RootElement.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{operation.Name} {path.Name} has no summary");
                Assert.True(operation.Value.GetProperty("responses").TryGetProperty("401", out _));
                if (operation.Name == "get") continue;
                Assert.Contains(operation.Value.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
            }
    }

    [Fact]
    public async Task The_page_of_the_interface_holds_to_the_content_policy()
    {
        await using var host = await RunningHost.StartAsync();
        using var browser = host.Browser();
        var answer = await browser.GetAsync("/api/docs/index.html");
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("script-src 'self';", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        foreach (var file in new[] { "swagger-ui.css", "swagger-ui-bundle.js", "index.js" })
            Assert.Equal(200, (int)(await browser.GetAsync("/api/docs/" + file)).StatusCode);
    }

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Approved", "openapi.json");
}
