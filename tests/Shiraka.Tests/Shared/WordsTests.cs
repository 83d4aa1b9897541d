using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed class WordsTests
{
    private static readonly Words s_fr = Words.In(Language.Fr);
    private static readonly Words s_ar = Words.In(Language.Ar);
    private static readonly Words s_en = Words.In(Language.En);

    [Fact]
    public void Every_text_of_the_product_exists_once_in_each_language_with_the_forms_it_needs() => Assert.Empty(WordFiles.Shipped.Problems);

    [Fact]
    public void The_texts_of_the_layout_are_shipped() => Assert.Contains("skip", WordFiles.Shipped.Keys(Language.Ar));

    [Fact]
    public void A_text_missing_in_one_language_is_found() =>
        Assert.Equal(["a is missing in ar"], Files("""{"a":"x"}""", "{}", """{"a":"x"}""").Problems);

    [Fact]
    public void A_text_written_twice_is_found()
    {
        var files = WordFiles.From([
            ("Shared/Words.fr.json", """{"a":"x"}"""), ("Plasma/Words.fr.json", """{"a":"y"}"""),
            ("Shared/Words.ar.json", """{"a":"x"}"""), ("Shared/Words.en.json", """{"a":"x"}""")]);

        Assert.Equal(["a is written twice in fr, the second time in Plasma/Words.fr.json"], files.Problems);
    }

    [Fact]
    public void A_plural_without_a_form_its_language_needs_is_found() =>
        Assert.Equal(["a has no form two in ar"], Files(
            """{"a":{"one":"{0} jour","other":"{0} jours"}}""",
            """{"a":{"zero":"{0} يوم","one":"يوم","few":"{0} أيام","many":"{0} يوماً","other":"{0} يوم"}}""",
            """{"a":{"one":"{0} day","other":"{0} days"}}""").Problems);

    [Fact]
    public void A_hole_that_one_language_does_not_fill_is_found() =>
        Assert.Equal(["a fills other holes in en than in fr"], Files("""{"a":"{0} sur {1}"}""", """{"a":"{0} من {1}"}""", """{"a":"{0}"}""").Problems);

    [Fact]
    public void The_count_chooses_the_form()
    {
        Assert.Equal("0\u00A0jour", s_fr["duration.days", 0]);
        Assert.Equal("2\u00A0jours", s_fr["duration.days", 2]);
        Assert.Equal("يومين", s_ar["duration.days", 2]);
        Assert.Equal("3 أيام", s_ar["duration.days", 3]);
        Assert.Equal("12 يوماً", s_ar["duration.days", 12]);
        Assert.Equal("100 يوم", s_ar["duration.days", 100L]);
        Assert.Equal("1 day", s_en["duration.days", 1]);
    }

    [Fact]
    public void Holes_are_filled_as_the_language_writes_numbers_and_days()
    {
        var words = new Words(Language.Fr, "MA", Files("""{"a":"{0} le {1}, {2}"}""", "{}", "{}"));

        Assert.Equal("12\u202F000 le 1er\u00A0mai 2026, «x» {0}", words["a", 12_000, new DateOnly(2026, 5, 1), "«x» {0}"]);
    }

    [Fact]
    public void A_text_comes_back_set() => Assert.Equal("Fil d’Ariane", s_fr["crumbs.label"]);

    [Fact]
    public void Months_follow_the_country_in_Arabic()
    {
        var day = new DateOnly(2026, 8, 21);

        Assert.Equal("21\u00A0غشت 2026", s_ar.Date(day));
        Assert.Equal("21\u00A0أوت 2026", Words.In(Language.Ar, "DZ").Date(day));
        Assert.Equal("21\u00A0août 2026", Words.In(Language.Fr, "DZ").Date(day));
        Assert.Equal("21\u00A0August 2026", s_en.Date(day));
    }

    [Fact]
    public void Days_are_written_long_short_and_by_month()
    {
        var day = new DateOnly(2026, 6, 10);

        Assert.Equal("Mercredi 10\u00A0juin 2026", s_fr.LongDate(day));
        Assert.Equal("21\u00A0sept. 2026", s_fr.ShortDate(new(2026, 9, 21)));
        Assert.Equal("septembre 2021", s_fr.MonthYear(new(2021, 9, 1)));
        Assert.Equal("الأربعاء 10\u00A0يونيو 2026", s_ar.LongDate(day));
        Assert.Equal("Wednesday 10\u00A0June 2026", s_en.LongDate(day));
        Assert.Equal("12\u00A0juin", s_fr.DayMonth(new(2026, 6, 12)));
    }

    [Fact]
    public void Numbers_keep_Western_digits()
    {
        Assert.Equal("18\u202F342", s_fr.Number(18_342));
        Assert.Equal("18\u202F342", s_ar.Number(18_342));
        Assert.Equal("18,342", s_en.Number(18_342));
        Assert.Equal("\u22125", s_fr.Number(-5));
        Assert.Equal("76,6\u00A0%", s_fr.Percent(76.6));
        Assert.Equal("\u206861%\u2069", s_ar.Percent(61));
        Assert.Equal("76.6%", s_en.Percent(76.6));
    }

    [Fact]
    public void Sizes_and_spans_are_told_in_the_unit_a_person_would_choose()
    {
        Assert.Equal("4\u202F889 octets", s_fr.Size(4_889));
        Assert.Equal("12\u00A0ko", s_fr.Size(12_300));
        Assert.Equal("3 MB", s_en.Size(3_200_000));
        Assert.Equal("aujourd’hui", s_fr.Relative(0));
        Assert.Equal("dans 103\u00A0jours", s_fr.Relative(103));
        Assert.Equal("il y a 14\u00A0mois", s_fr.Relative(-426));
        Assert.Equal("بعد 103 أيام", s_ar.Relative(103));
        Assert.Equal("dans 3\u00A0ans", s_fr.Relative(1_100));
    }

#if DEBUG
    [Fact]
    public void An_unknown_text_is_an_error_while_we_build() => Assert.Throws<KeyNotFoundException>(() => s_fr["no.such.text"]);
#else
    [Fact]
    public void An_unknown_text_is_its_key_once_shipped() => Assert.Equal("no.such.text", s_fr["no.such.text"]);
#endif

    private static WordFiles Files(string fr, string ar, string en) =>
        WordFiles.From([("Shared/Words.fr.json", fr), ("Shared/Words.ar.json", ar), ("Shared/Words.en.json", en)]);
}
