using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>What notices, releases and gazettes do that invented texts seldom do; the sentences are our own.</summary>
public sealed class NoticePhenomenaTests
{
    private static ReadInstrument One(string text) => Assert.Single(Reader.Read(text).Instruments);

    private static string[] Parties(string text) => [.. One(text).Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal)];

    private static string[] Signatories(string text) => [.. One(text).Signatories.Select(s => s.Name.Text)];

    [Theory]
    [InlineData("ANNUAL REPORT: Kenya and Oman signed a memorandum of understanding on nursing on Sunday.")]
    [InlineData("The regional board moved ahead by signing a memorandum of understanding with Moi Referral Hospital on Friday.")]
    [InlineData("La visite du directeur fut l'occasion de signer à nouveau la convention entre le CHU de Lille et l'hôpital de Kaolack.")]
    [InlineData("Bilateral agreement between the governments of Malta and Ghana on the training of nurses\n\nThis bilateral agreement sets out how nurses are chosen. The bilateral agreement provides for yearly reviews of the plan.")]
    [InlineData("Décret portant approbation de l'arrangement entre la Direction de la santé et l'Institut Pasteur de Dakar, fait à Praia, le 2 mars 2023.")]
    [InlineData("Le CHU de Nantes et l'hôpital de Kindia officialisent leur coopération\n\nUne convention pluriannuelle encadre désormais les échanges entre les deux hôpitaux.")]
    [InlineData("The Cabinet has approved the agreement on health cooperation concluded with Cuba in Havana in May.")]
    public void An_agreement_is_told_in_many_ways(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("The two ministers met on Monday to review the implementation of the memorandum of understanding signed during a visit last July.")]
    [InlineData("Sign up now\n\nConclude a grant contract\n\nThe initiative helps hospitals find a partner.")]
    [InlineData("استقبل الوزير وفدا طبيا في إطار العقد المبرم بين الطرفين منذ سنوات.")]
    [InlineData("Forty nurses are expected in Lusaka under the training component of the memorandum between the Ministry of Health and Nile Clinics. The clinics, with which several countries have signed agreements, expect more.")]
    [InlineData("Inauguration du centre de dialyse de Kindia\n\nLe centre de dialyse a été inauguré jeudi. Il est le fruit de la convention de partenariat signée entre la Fondation Espoir et le ministère de la Santé en 2019.")]
    [InlineData("Hospital receives beds\n\nThe Ministry of Health on Tuesday received forty beds from the Rotary Club. The donation falls under the memorandum of understanding signed between the two sides.")]
    [InlineData("الصحة العالمية تدعو إلى توقيع اتفاقية عالمية بشأن الجوائح. وقال المدير العام إن المفاوضات مستمرة.")]
    public void An_old_agreement_put_to_work_is_none_today(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Fact]
    public void Dots_of_a_table_of_contents_and_lines_to_sign_on_make_no_model()
    {
        var read = Reader.Read("""
            CONVENTION DE PARTENARIAT

            Article 1 : objet ........ 2
            Article 2 : accueil ........ 3
            Article 3 : missions ........ 4
            Article 4 : durée ........ 5

            Entre le CHU de Blida, d'une part, et l'hôpital de Zinder, d'autre part, il a été convenu ce qui suit :
            Article 1 : la présente convention porte sur la formation.
            Article 2 : le CHU de Blida accueille dix stagiaires.
            Fait à Blida, le 4 mai 2021, en deux exemplaires.

            Pour le CHU de Blida            Pour l'hôpital de Zinder
            ____________________            ________________________
            Nom : ______________            Nom : __________________
            Qualité : __________            Qualité : ______________
            """);
        Assert.True(read.IsAgreement);
        Assert.Equal("treaty_text", read.Reason);
    }

    [Fact]
    public void A_model_with_blanks_to_fill_in_is_no_agreement()
    {
        var read = Reader.Read("""
            CONVENTION DE PARTENARIAT
            Entre [nom de la structure], ci-après dénommée la structure,
            et [nom du centre hospitalier], ci-après dénommé le centre,
            Il a été convenu ce qui suit :
            Article 1 : le centre reçoit [nombre] stagiaires.
            Article 2 : la présente convention est conclue pour [durée] ans.
            """);
        Assert.False(read.IsAgreement);
        Assert.Equal("draft_text", read.Reason);
    }

    [Theory]
    [InlineData("L'opérateur national de réseaux, NORTEL, a signé avec le ministère de la Santé une convention-cadre.", "NORTEL", "ministère de la Santé")]
    [InlineData("Gulu Heart Institute has signed a memorandum of understanding with an Italian philanthropy Mani Aperte.", "Gulu Heart Institute", "Mani Aperte")]
    [InlineData("L'Agence Biomer et le CHU de Lille partagent une ambition. Les deux institutions viennent de signer une convention.", "Agence Biomer", "CHU de Lille")]
    [InlineData("The Ministry of Health, represented by the Directorate General of Planning, signed an agreement with Sohar University.", "Ministry of Health", "Sohar University")]
    [InlineData("Un accord a été signé entre l'Agence nationale de suivi des chantiers et d'équipement des maternités (ANSCEM) et le CHU de Lille.", "Agence nationale de suivi des chantiers et d'équipement des maternités (ANSCEM)", "CHU de Lille")]
    [InlineData("Une convention pour la rénovation de trois centres hospitaliers a été signée entre le CHU de Lille et le CHU de Fès.", "CHU de Fès", "CHU de Lille")]
    [InlineData("وقعت الجمعية الخيرية للشفاء اتفاقية تعاون مع الإدارة العامة لبنوك الدم.", "الإدارة العامة لبنوك الدم", "الجمعية الخيرية للشفاء")]
    public void A_party_is_found_behind_unusual_names(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("La convention a été signée par Paul DURIEUX, directeur du CHU de Lille, ainsi que Gaëlla MORVANT et Awa DIENGUE, du CHU de Fès.", "Paul DURIEUX", "Gaëlla MORVANT", "Awa DIENGUE")]
    [InlineData("وتولى إمضاء الاتفاقية كل من سامي عروس المدير العام للصندوق والحبيب العياري رئيس النقابة.", "سامي عروس", "الحبيب العياري")]
    [InlineData("تم توقيع اتفاقية تعاون بين مستشفى النخيل، ممثلا في مديره الدكتور نادر حداد، ومستشفى الساحل، ممثلا في مديرته الدكتورة رنا خوري.", "نادر حداد", "رنا خوري")]
    [InlineData("Le mémorandum d'entente a été signé par le ministre de la Santé Saïd Belkacem et l'ambassadeur Hugh Carter.", "Saïd Belkacem", "Hugh Carter")]
    public void Signatories_are_found_as_administrations_write_them(string text, params string[] names) => Assert.Equal(names, Signatories(text));

    [Theory]
    [InlineData("date 2026-02-14 وقعت وزارة الصحة أمس الجمعة اتفاقية تعاون مع منظمة الصحة العالمية.", "2026-02-13")]
    [InlineData("أكتوبر 29, 2024\n\nتم اليوم توقيع اتفاقية تعاون بين مستشفى النخيل ومستشفى الساحل.", "2024-10-29")]
    public void The_day_a_page_opens_with_is_the_reference_not_the_signing(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), One(text).SignedOn!.Value);

    [Theory]
    [InlineData("وقعت وزارة الصحة أمس في العاصمة المغربية الرباط اتفاقية تعاون مع منظمة الصحة العالمية.", "الرباط")]
    [InlineData("The agreement between Nile Clinics and Sohar University was signed at the university headquarters in Muscat.", "university headquarters in Muscat")]
    [InlineData("Oslo University Hospital in Bergen and Nile Clinics signed an agreement on Monday.", null)]
    [InlineData("Libya and Oman signed a health cooperation agreement during the minister's visit to Malta.", "Malta")]
    public void The_place_is_where_they_met_not_where_a_body_sits(string text, string? place) => Assert.Equal(place, One(text).Place?.Text);

    [Theory]
    [InlineData("Le projet sera appuyé à hauteur de 40 000 €.", "funded")]
    [InlineData("The US$500,000 programme takes off this year.", "funded")]
    [InlineData("Le projet reçoit le soutien de tous.", "none_stated")]
    [InlineData("Chaque partie prend à sa charge les dépenses de ses agents.", "each_party_bears_own")]
    [InlineData("La fondation s'engage à financer vingt opérations.", "funded")]
    public void A_price_in_signs_and_a_promise_to_pay_are_money(string sentence, string financial) =>
        Assert.Equal(financial, One("Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat. " + sentence).Financial);

    [Fact]
    public void A_committee_somebody_presides_elsewhere_is_none_of_the_agreement() =>
        Assert.False(One("تم توقيع اتفاقية تعاون بين مستشفى النخيل وشركة رواد، ووقعها الدكتور سامي حداد، رئيس لجنة الإدارة بشركة رواد.").Committee);

    [Fact]
    public void The_longer_word_of_medicine_tells_the_field() =>
        Assert.Equal(["public_health"], One("Le CHU de Lille et le CHU de Fès ont signé une convention sur les non communicable diseases.").Fields.Select(f => f.Code));

    [Theory]
    [InlineData("La convention vise à connecter les maternités rurales, à doter les pharmacies d'un logiciel, ainsi que la mise à niveau des parkings.", 3)]
    [InlineData("The agreement aims at combating counterfeit goods, holding yearly games and exchanging available rooms.", 3)]
    [InlineData("وتهدف الاتفاقية إلى مكافحة الغش التجاري وتنظيم سباق سنوي.", 2)]
    [InlineData("Les axes de la convention sont :\n- aide à la refonte du service,\n- établissement d'un état des lieux,\n- appui à la vie associative.", 3)]
    [InlineData("La convention vise à renforcer la coopération entre les deux parties et à améliorer la qualité des soins.", 0)]
    public void Each_activity_the_agreement_names_is_an_undertaking(string sentence, int count) =>
        Assert.Equal(count, One("Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat.\n" + sentence).Commitments.Count);

    [Theory]
    [InlineData("La convention prévoit l'échange d'expériences entre les services.", "other")]
    [InlineData("La convention prévoit l'échange d'informations et d'expériences entre les services.", "share_documents")]
    [InlineData("La convention prévoit l'échange d'experts entre les services.", "send_experts")]
    [InlineData("The agreement opens the hospital's facilities to train the university's students.", "host_trainees")]
    [InlineData("The agreement provides for training in the health sector. These efforts are welcome.", "training_course")]
    public void What_is_exchanged_and_who_is_taught_tell_the_kind(string sentence, string kind) =>
        Assert.Equal([kind], One("Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat. " + sentence).Commitments.Select(c => c.Kind));

    [Fact]
    public void A_word_a_line_end_parts_is_one_word()
    {
        var read = Reader.Read("The Ministry of Health of Oman and the University of Mu-\nscat, herei-\nnafter the Parties, have si-\ngned a memorandum of under-\nstanding on nursing.");
        Assert.True(read.IsAgreement);
        Assert.Equal("memorandum", read.Instruments[0].Kind);
        foreach (var party in read.Instruments[0].Parties) Assert.NotEmpty(party.Span.Text);
    }
}
