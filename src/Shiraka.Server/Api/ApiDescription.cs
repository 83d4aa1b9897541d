using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Server.Api;

/// <summary>What every operation of the interface has in common: how one signs in, the key of a command, the problems, examples.</summary>
internal static class ApiDescription
{
    private const string Token = "token";

    public static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Shiraka",
            Version = "1",
            Description = "What health partners promised, did, and can prove. Days are `yyyy-MM-dd`, instants RFC 3339 in UTC, identifiers UUID version 7.",
        };
        document.Servers = [];      // the address is the reader's own: it would differ from one installation to the next
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
        {
            [Token] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A token made on the account page; it acts for one organisation." },
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, document)] = [] }];
        return Task.CompletedTask;
    }

    public static Task CompleteAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.HttpMethod is not ("GET" or "HEAD")) AskForKey(operation);
        var problems = new List<(int Status, string Text)> { (401, "No token, or one that is no longer valid.") };
        if (metadata.OfType<Rule>().FirstOrDefault()?.Right is { } right) problems.Add((403, $"The role of the viewer does not hold `{right}`."));
        if (context.Description.HttpMethod is not ("GET" or "HEAD"))
            problems.AddRange([(409, "A rule said no; `code` is stable."), (422, "The key was used with another body."), (507, "The disk is full; nothing was kept.")]);
        problems.Add((503, "The store cannot be reached; try again, with the same key."));
        operation.Responses ??= [];
        foreach (var (status, text) in problems) operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), Problem(text));
        if (metadata.OfType<ApiExample>().FirstOrDefault() is { } example) Show(operation, example);
        return Task.CompletedTask;
    }

    // Numbers may be read from text as well, but nobody should rely on it.
    public static Task NumbersAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.String) && (type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
            (schema.Type, schema.Pattern) = (type & ~JsonSchemaType.String, null);
        return Task.CompletedTask;
    }

    private static void AskForKey(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = CommandFilter.KeyHeader,
            In = ParameterLocation.Header,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 128 },
            Description = "New for each command, the same for its repeat: the same key and body are done once and answered alike.",
        });
    }

    private static OpenApiResponse Problem(string text) => new()
    {
        Description = text,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { ["application/problem+json"] = new() },
    };

    private static void Show(OpenApiOperation operation, ApiExample example)
    {
        if (example.Request is not null && operation.RequestBody?.Content is { } sent)
            foreach (var media in sent.Values) media.Example = JsonNode.Parse(example.Request);
        if (example.Answer is not null && operation.Responses?.FirstOrDefault(response => response.Key.StartsWith('2')).Value?.Content is { } answered)
            foreach (var (type, media) in answered) media.Example = type.Contains("json", StringComparison.Ordinal) ? JsonNode.Parse(example.Answer) : JsonValue.Create(example.Answer);
    }
}
