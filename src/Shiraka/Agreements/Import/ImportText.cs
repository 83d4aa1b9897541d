using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements.TextReading;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>
/// Takes a text in: reads it outside any command, keeps it with its provenance, and opens a draft to confirm. The same text is
/// recognised. Nothing enters the register here.
/// </summary>
internal static class ImportText
{
    /// <summary>Longest text that is read: a full treaty with its annexes is a third of it.</summary>
    public const int MostCharacters = 1_000_000;

    /// <param name="Kind"><c>pasted</c>, <c>txt</c>, <c>html</c>, <c>docx</c>, <c>pdf</c>.</param>
    /// <param name="Anyway">Keep it also where the reader sees no agreement in it.</param>
    public sealed record Request(string Text, string Name, string Kind = "pasted", bool Anyway = false, string? Document = null, string? Quality = null);

    /// <param name="Known">The text was brought in before: the draft is that one.</param>
    /// <param name="Agreement">What was confirmed from it, where it was.</param>
    public sealed record Response(Guid Draft, bool Known, Guid? Agreement);

    public static async Task<Response> RunAsync(Request request, ShirakaDb db, Commands commands, TimeProvider clock, CancellationToken cancel, PostedFile? original = null)
    {
        var text = Checked(request.Text);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        if (await KnownAsync(digest, db, cancel) is { } known) return known;
        var reading = Reader.Read(text, request.Name);
        if (!reading.IsAgreement && !request.Anyway)
            throw new RefusedException("agreements.not_an_agreement", "The text does not report or hold an agreement that is signed.") { Field = original is null ? "text" : "file" };

        return await commands.RunAsync(db, async () =>
        {
            var source = new SourceRecord
            {
                Id = Guid.CreateVersion7(),
                Digest = digest,
                Kind = request.Kind,
                Name = NameOf(request, text),
                Text = text,
                Language = reading.Language,
                Quality = request.Quality ?? QualityOf(reading),
                Document = request.Document,
                Organisation = db.Organisation,
                ImportedBy = db.Actor,
                ImportedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            };
            var draft = new Draft { Id = Guid.CreateVersion7(), Source = source.Id };
            db.Sources.Add(source);
            db.Drafts.Add(draft);
            db.Show(draft.Id, db.Organisation, "import");
            if (original is not null) db.Cite(draft.Id, original);      // the file stays as long as something rests on it
            await db.SaveChangesAsync(cancel);
            return new Response(draft.Id, false, null);
        }, cancel: cancel);
    }

    private static async Task<Response?> KnownAsync(byte[] digest, ShirakaDb db, CancellationToken cancel)
    {
        var sources = await db.Sources.Where(s => s.Digest == digest && s.Organisation == db.Organisation).Select(s => s.Id).ToListAsync(cancel);
        if (await db.Drafts.Where(d => sources.Contains(d.Source) && d.State != "dropped").OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel) is not { } draft) return null;
        var agreement = await db.Agreements.Where(a => a.Source == draft.Source).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        return new Response(draft.Id, true, agreement);
    }

    private static string Checked(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new RefusedException("agreements.empty_text", "There is no text.") { Field = "text" };
        if (text.Length > MostCharacters) throw new RefusedException("agreements.text_too_long", "The text is too long.", MostCharacters) { Field = "text" };
        if (text.Contains('\0', StringComparison.Ordinal) || HasLoneSurrogate(text))
            throw new RefusedException("agreements.not_text", "The text holds bytes that are no text.") { Field = "text" };
        return text.ReplaceLineEndings("\n");
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }

        return false;
    }

    private static string NameOf(Request request, string text)
    {
        var name = string.IsNullOrWhiteSpace(request.Name) ? text.TrimStart().Split('\n', 2)[0].Trim() : request.Name.Trim();
        return name.Length > 200 ? name[..200] : name;
    }

    private static string? QualityOf(Reading reading) =>
        reading.BidiOverrides ? "bidi_overrides" : reading.Languages.Count > 1 ? "mixed_languages" : reading.Ignored.Count > 0 ? "web_page" : null;
}
