using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Ledger;

namespace Shiraka.Shared;

/// <summary>
/// A form as it was posted: bound outside the command, read by name, with every bad field collected before anything is refused.
/// Its files are kept by content hash while it is bound.
/// </summary>
public sealed partial class PostedForm : ICarriesKey
{
    private const int MostFieldCharacters = 200_000;
    private readonly List<FormRefusal> refusals = [];
    private readonly IFormCollection posted;

    private PostedForm(IFormCollection posted, IReadOnlyDictionary<string, IReadOnlyList<PostedFile>> files) => (this.posted, Files) = (posted, files);

    [JsonIgnore] public string? Key => posted["_key"];

    /// <summary>What the digest of the command is made of: every field but the key.</summary>
    public IReadOnlyDictionary<string, string[]> Values => posted.Where(pair => !pair.Key.StartsWith('_') || pair.Key == "_form")
        .OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()!, StringComparer.Ordinal)!;

    public IReadOnlyDictionary<string, IReadOnlyList<PostedFile>> Files { get; }

    /// <summary>The refusal a file met while it was bound, told when the handler asks for the file.</summary>
    [JsonIgnore] public RefusedException? FileRefused { get; private init; }

    public static async ValueTask<PostedForm?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (!context.Request.HasFormContentType) throw new BadHttpRequestException("A form was expected.", StatusCodes.Status415UnsupportedMediaType);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        context.RequestServices.GetRequiredService<FormState>().Posted = form;
        var files = new Dictionary<string, IReadOnlyList<PostedFile>>(StringComparer.Ordinal);
        RefusedException? refused = null;
        foreach (var field in form.Files.Where(file => file.Length > 0 || file.FileName.Length > 0).GroupBy(file => file.Name))
        {
            var kept = new List<PostedFile>();
            foreach (var file in field)
                try
                {
                    await using var content = file.OpenReadStream();
                    kept.Add(await context.RequestServices.GetRequiredService<IFileIntake>().KeepAsync(content, file.FileName, file.ContentType, context.RequestAborted));
                }
                catch (RefusedException e)
                {
                    refused = new RefusedException(e.Code, e.Message, [.. e.Arguments]) { Field = field.Key };
                }

            files[field.Key] = kept;
        }

        return new PostedForm(form, files) { FileRefused = refused };
    }

    public bool Has(string field) => !string.IsNullOrWhiteSpace(posted[field]);

    /// <summary>The page offered the field, filled or emptied.</summary>
    public bool IsPosted(string field) => posted.ContainsKey(field);

    /// <summary>All values of a field that may come several times.</summary>
    public IReadOnlyList<string> All(string field) => [.. posted[field].Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => value!.Trim())];

    /// <summary>The fields whose names begin with <paramref name="prefix"/>, without it.</summary>
    public IEnumerable<string> Names(string prefix) =>
        posted.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]);

    public string? TextOrNull(string field, int most = MostFieldCharacters)
    {
        if (!Has(field)) return null;
        var text = posted[field].ToString().Trim();
        if (text.Length > most) Refuse("too-long", field, most);
        return text;
    }

    public string Text(string field, int most = MostFieldCharacters) => TextOrNull(field, most) ?? Missing(field, "");

    public DateOnly? DayOrNull(string field)
    {
        if (!Has(field)) return null;
        foreach (var format in (string[])["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"])
            if (DateOnly.TryParseExact(posted[field].ToString().Trim(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Refuse(WrittenDay().IsMatch(posted[field].ToString()) ? "no-such-day" : "not-a-date", field, posted[field].ToString().Trim());
        return null;
    }

    public DateOnly Day(string field) => Has(field) ? DayOrNull(field) ?? DateOnly.MinValue : Missing(field, DateOnly.MinValue);

    public long? NumberOrNull(string field)
    {
        if (!Has(field)) return null;
        if (long.TryParse(posted[field].ToString().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Refuse("not-a-number", field);
        return null;
    }

    public long Number(string field) => Has(field) ? NumberOrNull(field) ?? 0 : Missing(field, 0L);

    public Guid? IdOrNull(string field)
    {
        if (!Has(field)) return null;
        if (Guid.TryParse(posted[field], out var id)) return id;
        Refuse("choose-one", field);
        return null;
    }

    public Guid Id(string field) => Has(field) ? IdOrNull(field) ?? Guid.Empty : Missing(field, Guid.Empty);

    public T Choice<T>(string field) where T : struct, Enum => ChoiceOrNull<T>(field) ?? Missing(field, default(T), Has(field) ? null : "choose-one");

    public T? ChoiceOrNull<T>(string field) where T : struct, Enum
    {
        if (!Has(field)) return null;
        if (Enum.TryParse<T>(posted[field].ToString().Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var choice) && Enum.IsDefined(choice)) return choice;
        Refuse("choose-one", field);
        return null;
    }

    public bool IsTicked(string field) => Has(field);

    public IReadOnlyList<PostedFile> FilesOf(string field)
    {
        if (FileRefused is not null && FileRefused.Field == field) throw FileRefused;
        return Files.GetValueOrDefault(field) ?? [];
    }

    public void Refuse(string code, string? field, params object?[] arguments) => refusals.Add(new FormRefusal(code, field, arguments));

    /// <summary>Throws where a field was missing or bad; call it once all fields are read.</summary>
    /// <exception cref="FormRefusedException">With all of them.</exception>
    public void Check()
    {
        if (FileRefused is not null) throw FileRefused;
        if (refusals.Count > 0) throw new FormRefusedException(refusals);
    }

    // Written as a day is, and still none: the calendar has no such day.
    [GeneratedRegex(@"^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})\s*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WrittenDay();

    private T Missing<T>(string field, T value, string? code = "required")
    {
        if (code is not null) Refuse(code, field);
        return value;
    }
}

/// <summary>Several fields of a form are missing or bad.</summary>
public sealed class FormRefusedException(IReadOnlyList<FormRefusal> refusals) : Exception("Fields of the form are missing or bad.")
{
    public IReadOnlyList<FormRefusal> Refusals { get; } = refusals;
}
