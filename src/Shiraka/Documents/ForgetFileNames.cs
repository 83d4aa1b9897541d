using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Documents;

/// <summary>
/// Takes the names of the files that a body cites out of their citations: from then on they are called by the beginning of their hash. The
/// files themselves stay evidence.
/// </summary>
internal sealed class ForgetFileNames : IForgets
{
    private const int ShortHash = 8;

    public async Task ForgetAsync(SealedFact fact, ShirakaDb db, CancellationToken cancel)
    {
        using var body = JsonDocument.Parse(fact.Json!);
        foreach (var (sha256, name) in Files(body.RootElement))
            await db.DocumentCitations.Where(citation => citation.Sha256 == sha256 && citation.FileName == name)
                .ExecuteUpdateAsync(citation => citation.SetProperty(c => c.FileName, sha256[..ShortHash]), cancel);
    }

    private static IEnumerable<(string Sha256, string Name)> Files(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array) return value.EnumerateArray().SelectMany(Files);
        if (value.ValueKind is not JsonValueKind.Object) return [];
        return value.TryGetProperty("sha256", out var sha256) && value.TryGetProperty("fileName", out var name)
            ? [(sha256.GetString()!, name.GetString()!)]
            : value.EnumerateObject().SelectMany(member => Files(member.Value));
    }
}
