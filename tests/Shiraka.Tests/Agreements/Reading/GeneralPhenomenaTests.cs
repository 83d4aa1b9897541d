using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Classes of constructions that texts of strangers share; the sentences are our own.</summary>
public sealed class GeneralPhenomenaTests
{
    private static ReadInstrument One(string text) => Assert.Single(Reader.Read(text).Instruments);

    private static string[] Parties(string text) => [.. One(text).Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("The Ministry of Health and the Nordic Relief Bank (NRB) signed a memorandum of understanding on dialysis.", "Ministry of Health", "Nordic Relief Bank (NRB)")]
    [InlineData("Une convention a été signée entre le ministère de l'Éducation, du Préscolaire et des Sports (MEPS) et la Fondation Tawfiq.", "Fondation Tawfiq", "ministère de l'Éducation")]
    [InlineData("Une convention de partenariat a été signée entre les ministères de la Santé et de l'Intérieur.", "Intérieur", "ministères de la Santé")]
    [InlineData("وقعت وزارة الصحة بالمملكة الأردنية الهاشمية ووزارة الصحة بدولة البحرين مذكرة تفاهم في مجال التمريض.", "وزارة الصحة بالمملكة الأردنية الهاشمية", "وزارة الصحة بدولة البحرين")]
    public void Bodies_of_one_list_stay_apart(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("Le CHU de Tlemcen a signé une convention de partenariat avec le\nCHU de Nouakchott.\nLe directeur a remercié les équipes.", "CHU de Nouakchott", "CHU de Tlemcen")]
    [InlineData("Gulu Hospital signed a memorandum of understanding with\nMoi Hospital on Friday.", "Gulu Hospital", "Moi Hospital")]
    public void A_line_that_ends_with_a_particle_goes_on_with_a_capital(string text, params string[] parties) => Assert.Equal(parties, Parties(text));

    [Fact]
    public void A_word_for_any_party_is_no_party() =>
        Assert.DoesNotContain(Parties("وقعت وزارة الصحة اتفاقية مع جامعة الكوفة لتعزيز التعاون بين الجهات المختصة."), p => p.Contains("الجهات", StringComparison.Ordinal));

    [Theory]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont signé une convention qui permettra de rembourser les frais de soins des assurés.", "social_cover")]
    [InlineData("Gulu Hospital and Moi Hospital signed an agreement that will enroll teachers in the health insurance scheme.", "social_cover")]
    [InlineData("Gulu Hospital and Moi Hospital signed a memorandum that provides for visits of delegations every year.", "exchange_visits")]
    [InlineData("Gulu Hospital and Moi Hospital signed a memorandum to share knowledge on wound care.", "other")]
    [InlineData("وقعت وزارة الصحة اتفاقية مع جامعة الكوفة تتحمل بموجبها الجامعة تكاليف علاج المرضى.", "social_cover")]
    [InlineData("وقعت وزارة الصحة اتفاقية مع جامعة الكوفة تهدف إلى رفع قدرات الأطباء المقيمين.", "training_course")]
    public void An_undertaking_has_the_kind_of_its_matter(string text, string kind) => Assert.Contains(One(text).Commitments, c => c.Kind == kind);

    [Fact]
    public void What_a_recalled_agreement_provides_for_is_still_an_undertaking() =>
        Assert.Contains(One("Gulu Hospital and Moi Hospital signed a memorandum on Friday. Under the agreement signed in 2019, which this agreement renews, the agreement provides for training of nurses.").Commitments, c => c.Kind == "training_course");

    [Fact]
    public void Every_line_of_a_list_is_an_undertaking()
    {
        var read = One("""
            Convention entre le CHU de Lille et l'hôpital de Kindia

            Le CHU de Lille et l'hôpital de Kindia ont signé une convention. La convention porte sur les axes suivants :
            - jumelage des pharmacies des deux hôpitaux ;
            - parrainage des familles isolées du district.
            """);
        Assert.Equal(2, read.Commitments.Count);
    }

    [Theory]
    [InlineData("Gulu Hospital and Moi Hospital signed an agreement. Moi Hospital will cover all travel costs.", "funded")]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont signé une convention. Le CHU prend à sa charge le voyage des stagiaires.", "funded")]
    [InlineData("وقعت وزارة الصحة اتفاقية مع جامعة الكوفة. وتتحمل الجامعة نفقات السفر.", "funded")]
    public void Who_pays_is_told_by_a_verb(string text, string financial) => Assert.Equal(financial, One(text).Financial);

    [Fact]
    public void A_day_without_a_year_takes_that_of_the_day_joined_to_it() =>
        Assert.Equal(new DateOnly(2006, 7, 26), One("Signed on July 26 and August 4, 2006, this memorandum of understanding between the Ministry of Health of Malta and the Ministry of Health of Ghana was signed on July 26 and August 4, 2006.").SignedOn?.Value);

    [Fact]
    public void The_weekday_beside_today_corrects_the_day_of_the_page() =>
        Assert.Equal(new DateOnly(2025, 3, 18), One("19/03/2025\n\nوقع وزير الصحة ومدير جامعة الكوفة اليوم الثلاثاء اتفاقية تعاون بين وزارة الصحة وجامعة الكوفة.").SignedOn?.Value);

    [Theory]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont signé une convention dans la capitale guinéenne.", "capitale")]
    public void A_capital_without_its_name_is_a_place(string text, string place) => Assert.Contains(place, One(text).Place?.Text, StringComparison.Ordinal);

    [Fact]
    public void The_town_of_a_post_is_no_place_of_signing() =>
        Assert.Null(One("The Ministry of Health signed an agreement with the ambassador of Norway in Kampala, for the Oslo University Hospital.").Place);
}
