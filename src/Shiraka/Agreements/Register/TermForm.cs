using System.Globalization;
using Shiraka.Agreements.Terms;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The form of the term as a request; what is left empty stays unknown.</summary>
internal static class TermForm
{
    private const int MostSurviving = 20;

    public static SetTerm.Request Read(PostedForm form) => new(form.DayOrNull("inForceOn"), form.DayOrNull("expiresOn"), null, Code(form, "renewal", "none", "tacit", "express") ?? "unsaid", form.TextOrNull("reason", 500))
    {
        Entry = Code(form, "entry", "first_signature", "last_signature"),
        Signatures = [.. form.Names("signed.").Select(party => new SignatureDay(Guid.TryParse(party, out var id) ? id : Guid.Empty, form.DayOrNull("signed." + party))).Where(s => s.On is not null)],
        Binds = Code(form, "binds", "fixed", "minimum", "open"),
        Duration = Length(form, "duration"),
        RenewalDuration = Length(form, "renewalDuration"),
        RenewalMax = form.NumberOrNull("renewalMax") is { } max ? (int)Math.Clamp(max, -1, int.MaxValue) : null,
        NoticePeriod = Length(form, "noticePeriod"),
        NoticeForm = form.TextOrNull("noticeForm", 200),
        Survives = [.. Enumerable.Range(0, MostSurviving).Select(i => (Clause: form.TextOrNull($"survives{i}", 200), i)).Where(s => s.Clause is not null)
            .Select(s => new SurvivingDuty(s.Clause!, Length(form, $"survives{s.i}.for")))],
    };

    /// <summary>A count with its unit as ISO 8601; a unit that is a length itself stands for a mixed one.</summary>
    public static string? Length(PostedForm form, string field)
    {
        var unit = form.TextOrNull(field + ".unit", 20);
        if (form.NumberOrNull(field) is not { } count) return !form.Has(field) && unit is ['P', ..] ? unit : null;
        var text = string.Create(CultureInfo.InvariantCulture, $"P{count}{unit}");
        if (TermLength.TryParse(text, out _)) return text;
        form.Refuse("term.no_length", field, text);
        return null;
    }

    public static bool? YesNo(PostedForm form, string field) => form.TextOrNull(field, 5) switch { "yes" => true, "no" => false, _ => null };

    private static string? Code(PostedForm form, string field, params string[] codes) => form.TextOrNull(field, 30) is { } code && codes.Contains(code, StringComparer.Ordinal) ? code : null;
}
