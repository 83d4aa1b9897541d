using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Who promises what, in sentences of our own.</summary>
public sealed class PromisersTests
{
    private const string French = "Le CHU Ibn Sina de Rabat et le CHU de Lille ont signé une convention à Rabat le 4 mars 2024. ";
    private const string English = "Lille University Hospital and the Ministry of Health of Tunisia signed a memorandum of understanding in Tunis on 4 March 2024. ";
    private const string Arabic = "وقعت وزارة الصحة مع مستشفى الملك فهد اتفاقية شراكة يوم 4 مارس 2024 بالرباط. ";

    private static ReadCommitment Last(string text)
    {
        var instrument = Assert.Single(Reader.Read(text).Instruments);
        var promise = instrument.Commitments[^1];
        if (promise.By is { } by) Assert.Contains(by, instrument.Parties.Select(p => p.Span.Text));
        return promise;
    }

    [Theory]
    [InlineData(French + "Le CHU Ibn Sina accueillera douze stagiaires.", "CHU Ibn Sina de Rabat")]
    [InlineData(French + "Le CHU de Lille s'engage à envoyer deux experts.", "CHU de Lille")]
    [InlineData(French + "De son côté, le CHU de Lille, établissement public de santé, s'engage à envoyer deux experts.", "CHU de Lille")]
    [InlineData(French + "Le CHU de Lille enverra deux experts. Il s'engage également à organiser des séminaires scientifiques.", "CHU de Lille")]
    [InlineData(French + "Le CHU Ibn Sina accueillera douze stagiaires et le CHU de Lille enverra deux experts.", "CHU de Lille")]
    [InlineData(French + "Douze stagiaires seront accueillis par le CHU de Lille.", "CHU de Lille")]
    [InlineData(French + "Le CHU de Lille s'engage à :\n- accueillir chaque année douze stagiaires ;\n- envoyer chaque année deux experts.", "CHU de Lille")]
    [InlineData("Une convention a été signée mardi entre l'Assistance publique – Hôpitaux de Marseille (AP-HM) et le ministère de la Santé du Bénin. L'AP-HM formera vingt infirmiers.", "Assistance publique – Hôpitaux de Marseille (AP-HM)")]
    [InlineData("Une convention a été signée mardi entre l'Assistance publique – Hôpitaux de Marseille (AP-HM) et le ministère de la Santé du Bénin. La partie béninoise fournira des équipements médicaux.", "ministère de la Santé du Bénin")]
    [InlineData(English + "Lille University Hospital undertakes to host five trainees.", "Lille University Hospital")]
    [InlineData(English + "The university hospital will host five trainees. It will also send two experts.", "Lille University Hospital")]
    [InlineData(English + "The Ministry shall provide medical equipment.", "Ministry of Health of Tunisia")]
    [InlineData(English + "Ten nurses will be trained by the hospital each year.", "Lille University Hospital")]
    [InlineData(Arabic + "تلتزم وزارة الصحة بإيفاد خمسة خبراء.", "وزارة الصحة")]
    [InlineData(Arabic + "وتلتزم الوزارة بإيفاد خمسة خبراء.", "وزارة الصحة")]
    [InlineData(Arabic + "ويلتزم المستشفى باستقبال عشرة متدربين. كما يلتزم بتنظيم ندوات علمية.", "مستشفى الملك فهد")]
    [InlineData(Arabic + "يلتزم الطرف الأول باستقبال عشرة متدربين.", "وزارة الصحة")]
    [InlineData(Arabic + "وسيوفد مستشفى الملك فهد خبراء إلى الرباط.", "مستشفى الملك فهد")]
    public void The_subject_of_a_promise_is_who_promises(string text, string by) => Assert.Equal(by, Last(text).By);

    [Theory]
    [InlineData(French + "Les deux parties mèneront des recherches communes.")]
    [InlineData(French + "Le CHU de Lille et le CHU Ibn Sina organiseront des séminaires scientifiques.")]
    [InlineData(French + "La Banque mondiale financera des bourses, et des séminaires scientifiques seront organisés.")]
    [InlineData(French + "Le CHU de Lille bénéficiera de missions d'experts.")]
    [InlineData(French + "La convention prévoit l'accueil de stagiaires.")]
    [InlineData(French + "Le CHU accueillera douze stagiaires.")]
    [InlineData(English + "Lille University Hospital will host five trainees. Both parties will conduct joint research.")]
    [InlineData(Arabic + "ويلتزم الطرفان بتنظيم ندوات علمية مشتركة.")]
    [InlineData(Arabic + "سيتم تنظيم ندوات علمية مشتركة.")]
    public void Where_all_promise_or_the_text_does_not_say_nobody_is_named(string text) => Assert.Null(Last(text).By);

    [Theory]
    [InlineData(French + "Le CHU Ibn Sina accueillera cinq médecins par an pendant trois ans.", 5, "médecins", "P1Y")]
    [InlineData(French + "Le CHU Ibn Sina formera 50 médecins en cinq ans.", 50, "médecins", "P5Y")]
    [InlineData(English + "The hospital will host five doctors a year for three years.", 5, "doctors", "P1Y")]
    [InlineData(English + "The hospital will train 50 doctors in five years.", 50, "doctors", "P5Y")]
    [InlineData(Arabic + "يلتزم المستشفى باستقبال خمسة أطباء سنويا خلال ثلاث سنوات.", 5, "أطباء", "P1Y")]
    [InlineData("Convention entre le CHU de Blida, d'une part, et l'hôpital de Zinder, d'autre part, il a été convenu ce qui suit :\n\nArticle 3 : Douze médecins seront accueillis par le CHU.\n\nFait à Blida, le 4 mai 2021.", 12, "médecins", null)]
    public void How_many_and_how_often_are_told_apart_from_how_long(string text, int quantity, string unit, string? period)
    {
        var promise = Last(text);
        Assert.Equal((quantity, unit, period), (promise.Quantity, promise.Unit, promise.Period));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_name_ends_where_the_next_sentence_begins_on_a_line_of_its_own(string end)
    {
        string[] lines =
        [
            "Une convention a été conclue entre l'hôpital Farhat Hached de Sousse et le CHU de Lille", "Signée à Sousse le 3 mars 2024 en présence des deux directeurs et des équipes de soins",
            "Le CHU de Lille accueillera cinq médecins par an pendant trois ans à compter du mois", "Les deux parties mèneront des recherches communes sur le cancer et la santé publique",
            "Elles tiendront deux séminaires chaque année à Sousse et à Lille à tour de rôle."
        ];
        var instrument = Assert.Single(Reader.Read(string.Join(end, lines)).Instruments);
        Assert.Equal(["hôpital Farhat Hached de Sousse", "CHU de Lille"], instrument.Parties.Select(p => p.Span.Text));
        Assert.Equal("CHU de Lille", instrument.Commitments[0].By);
        Assert.All(instrument.Commitments, promise => Assert.DoesNotContain('\n', promise.Span.Text));
    }

    [Fact]
    public void Two_promises_of_one_sentence_are_cut_before_the_conjunction_that_joins_them()
    {
        var instrument = Assert.Single(Reader.Read("""
            Vendredi 11 avril 2025 à Dakar, le ministère de la Santé a conclu un accord de partenariat avec l’Agence sénégalaise du sang et de ses dérivés.

            L’accord prévoit la création de centres régionaux de collecte de plasma et le déploiement d’unités mobiles de collecte dans les régions.
            """).Instruments);
        Assert.Equal(["création de centres régionaux de collecte de plasma", "déploiement d’unités mobiles de collecte dans les régions"], instrument.Commitments.Select(promise => promise.Span.Text));
        Assert.Contains("Agence sénégalaise du sang et de ses dérivés", instrument.Parties.Select(p => p.Span.Text));
    }

    [Fact]
    public void A_promise_ends_before_the_verb_of_the_next_one() =>
        Assert.Equal("enverra deux experts", Assert.Single(Reader.Read(French + "Le CHU de Lille enverra deux experts et organisera des séminaires.").Instruments).Commitments[0].Span.Text);
}
