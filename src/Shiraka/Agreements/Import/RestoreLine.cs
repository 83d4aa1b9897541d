using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>
/// Takes a line back that the reading struck as noise, or strikes it again: it stands in the source as text, and a promise can be named from it.
/// Kept with what was typed so far; the reading itself stays as it was.
/// </summary>
internal static class RestoreLine
{
    /// <summary>The button of a line; its value is the number of the line.</summary>
    public const string Button = "restore";

    /// <summary>The lines that were taken back, carried by the form.</summary>
    public const string Kept = "restored";

    public static void Map(RouteGroupBuilder pages, Func<HttpContext, Task<IResult>> again) =>
        pages.MapPost("/import/{draft:guid}/restore", PostAsync).AsForm(again).Allow(Right.ImportTexts);

    /// <summary>The lines taken back: of the form that was refused, else of the answers put aside.</summary>
    public static IReadOnlySet<int> Of(FormState state, string? answers)
    {
        var kept = state.Posted is { } posted ? posted[Kept].ToArray()
            : answers is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string[]>>(answers)!.GetValueOrDefault(Kept) ?? [];
        return kept.Select(line => int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0).ToHashSet();
    }

    private static async Task<IResult> PostAsync(string language, Guid draft, PostedForm form, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Drafts.SingleOrDefaultAsync(d => d.Id == draft, cancel) is not { } open) return TypedResults.NotFound();
        var line = form.Number(Button);
        form.Check();
        var answers = form.Values.Where(pair => pair.Key != Button).ToDictionary(StringComparer.Ordinal);
        var text = line.ToString(CultureInfo.InvariantCulture);
        var kept = answers.GetValueOrDefault(Kept) ?? [];
        answers[Kept] = kept.Contains(text, StringComparer.Ordinal) ? [.. kept.Where(one => one != text)] : [.. kept, text];
        open.Save(JsonSerializer.Serialize(answers));
        await db.SaveChangesAsync(cancel);
        return new SeeOther($"/{language}/import/{draft}#l{text}");
    }
}
