using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Who is bound and who signed, told by the place in the sentence and not by words the lexicon knows.</summary>
public sealed class PartiesAndSignersTests
{
    private static ReadInstrument One(string text) => Assert.Single(Reader.Read(text).Instruments);

    private static string[] Parties(string text) => [.. One(text).Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal)];

    private static string[] Signers(string text) => [.. One(text).Signatories.Select(s => s.Name.Text).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("Gulu Hospital and Moi Hospital signed an agreement. The agreement was signed in Gulu this Monday, in the margins of the annual meeting, by Dr. Okot Lagu and Ms. Wairimu Tole.", "Okot Lagu", "Wairimu Tole")]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont conclu une convention. Elle a été signée lundi, dans la salle des actes de la faculté, devant les étudiants et les familles réunies, par Mme Solenn Kervella et M. Sékou Bamba.", "Solenn Kervella", "Sékou Bamba")]
    [InlineData("وقعت وزارة الصحة اتفاقية تعاون مع جامعة الكوفة. ومثّل الوزارة في ذلك الوكيل الدكتور سامر العزاوي، ومثّل الجامعة رئيسها الدكتور حيدر الموسوي.", "حيدر الموسوي", "سامر العزاوي")]
    public void An_agent_is_found_however_far_from_the_verb(string text, params string[] signers) => Assert.Equal(signers.Order(StringComparer.Ordinal), Signers(text));

    [Fact]
    public void The_agent_of_another_verb_signs_nothing() =>
        Assert.Empty(Signers("Gulu Hospital and Moi Hospital signed an agreement during a ceremony chaired by Dr. Okot Lagu."));

    [Theory]
    [InlineData("Gulu Hospital entered into a memorandum of understanding with Moi Hospital on Friday. Who signed? Dr. Okot Lagu, Medical Superintendent, and Ms. Wairimu Tole, Head of Projects. Bishop Paul Odama blessed the occasion.", "Okot Lagu", "Wairimu Tole")]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont conclu une convention vendredi.\n\nOnt signé :\n- Mme Solenn Kervella, directrice générale ;\n- M. Sékou Bamba, directeur.\n\nLe préfet, M. Luc Astier, a applaudi.", "Solenn Kervella", "Sékou Bamba")]
    [InlineData("وقعت وزارة الصحة اتفاقية تعاون مع جامعة الكوفة يوم الخميس.\n\nمن وقّع؟\n- د. سامر العزاوي، وكيل الوزارة\n- د. حيدر الموسوي، رئيس الجامعة", "حيدر الموسوي", "سامر العزاوي")]
    public void A_question_or_a_heading_on_who_signed_is_answered_by_the_names_below(string text, params string[] signers) => Assert.Equal(signers.Order(StringComparer.Ordinal), Signers(text));

    [Fact]
    public void Who_says_I_signed_is_who_speaks() =>
        Assert.Contains("Okot Lagu", Signers("Remarks by Dr. Okot Lagu, Director of Gulu Hospital\n\nA few minutes ago Ms. Wairimu Tole, President of Moi Hospital, and I signed a framework agreement."));

    [Theory]
    [InlineData("M. Sékou Bamba, ministre de la Santé de Guinée, a reçu M. Ousmane Ly, ministre de la Santé du Sénégal. Les deux ministres ont signé un accord de coopération entre la Guinée et le Sénégal.")]
    [InlineData("Dr. Sékou Bamba, Minister of Health of Guinea, received Dr. Ousmane Ly, Minister of Health of Senegal. The two ministers signed a cooperation agreement between Guinea and Senegal.")]
    public void The_two_ministers_are_the_two_named_before(string text) => Assert.Equal(["Ousmane Ly", "Sékou Bamba"], Signers(text));

    [Theory]
    [InlineData("وقعت جامعة الكوفة اتفاقية تعاون مع وزارة الصحة. ووقع الاتفاقية مدير الجامعة عدي الربيعي، وعن الوزارة المدير التنفيذي ضرار الحلي.", "ضرار الحلي", "عدي الربيعي")]
    [InlineData("وقعت جامعة الكوفة اتفاقية تعاون مع وزارة الصحة. ووقع الاتفاقية رئيس قسم الشراكات مهند الربيعي.", "مهند الربيعي")]
    public void In_Arabic_an_indefinite_word_behind_a_definite_office_opens_a_name(string text, params string[] signers) => Assert.Equal(signers.Order(StringComparer.Ordinal), Signers(text));

    [Theory]
    [InlineData("UK trust, Gulu hospital seal partnership\n\nGulu Teaching Hospital has signed a partnership agreement with Mersey Valley NHS Trust on Friday.", "Gulu Teaching Hospital", "Mersey Valley NHS Trust")]
    [InlineData("A cooperation agreement between a Chinese hospital and an Ethiopian hospital was signed here on Friday. Under the agreement, Henan River Hospital will help Entoto General Hospital open a ward.", "Entoto General Hospital", "Henan River Hospital")]
    [InlineData("وقع تجمع نجد الصحي اتفاقية تعاون مع جمعية الأمل، يمثلها رئيس مجلس إدارتها.", "تجمع نجد الصحي", "جمعية الأمل")]
    [InlineData("Saint Brendan's University Hospital and Moi Hospital signed a memorandum of understanding.", "Moi Hospital", "Saint Brendan's University Hospital")]
    public void The_body_tells_who_is_bound(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("After the Ministry gave its consent, Gulu Hospital and Moi Hospital signed a memorandum of understanding.", "Ministry")]
    [InlineData("ORAN, 25 avril (Agence Ouest) - Le CHU d'Oran a signé une convention avec l'hôpital de Béchar.", "Agence")]
    [InlineData("وقعت وزارة الصحة اتفاقية تعاون مع جامعة الكوفة. وقد حضر الحفل وفد من شركة ألمانية.", "شركة")]
    public void Who_only_stands_near_is_no_party(string text, string none) => Assert.DoesNotContain(Parties(text), p => p.Contains(none, StringComparison.Ordinal));
}
