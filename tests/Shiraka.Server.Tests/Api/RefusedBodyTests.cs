using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Server.Tests.Access;

namespace Shiraka.Server.Tests.Api;

/// <summary>What no reader could make sense of later is refused when it is sent, with the place where it stands.</summary>
public sealed class RefusedBodyTests
{
    [Fact]
    public async Task No_number_passes_for_a_name_of_a_list()
    {
        await using var host = await RunningHost.StartAsync();
        var json = host.App.Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var lists = typeof(Fact).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true }).ToList();

        Assert.True(lists.Count > 15);
        foreach (var list in lists)
            foreach (var value in (string[])["99", "0", "\"99\"", "\"no_such_thing\""])
            {
                Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(value, list, json));
                Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(value, list, FactJson.Options));
            }
    }

    [Theory]
    [InlineData("/api/v1/organisations", """{"kind":99,"country":"MA","names":[{"language":"fr","text":"CHU"}]}""", "$.kind")]
    [InlineData("/api/v1/organisations", """{"kind":"hospital","country":"MA","names":[null]}""", "$.names")]
    [InlineData("/api/v1/organisations", """{"kind":"hospital","country":"MA","names":[{"language":"fr","text":null}]}""", "$.names[0].text")]
    [InlineData("/api/v1/facts/1/erase", """{"reason":7}""", "$.reason")]
    [InlineData("/api/v1/facts/1/erase", """{}""", "$")]
    [InlineData("/api/v1/facts/1/erase", """{"reason":""", "$.reason")]
    public async Task A_body_that_cannot_be_read_is_told_by_its_place(string path, string body, string place)
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await host.SignedInAsync(Guid.CreateVersion7(), Role.CooperationOfficer, Role.Administrator);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "one");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");

        var answer = await officer.SendAsync(request);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("request.unreadable", problem.GetProperty("code").GetString());
        Assert.Contains(place, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Shiraka.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_the_address_that_is_none_is_told()
    {
        await using var host = await RunningHost.StartAsync();
        using var officer = await host.SignedInAsync(Guid.CreateVersion7(), Role.Coordinator);
        var problem = JsonElement.Parse(await officer.ReadAsync("/api/v1/facts?after=x"));
        Assert.Contains("value of the address", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
