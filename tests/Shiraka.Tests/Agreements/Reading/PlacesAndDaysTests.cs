using System.Globalization;
using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>The day and the place of a signing among the days and places of other things; the sentences are our own.</summary>
public sealed class PlacesAndDaysTests
{
    private static ReadInstrument One(string text) => Assert.Single(Reader.Read(text).Instruments);

    [Theory]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont signé, à Dakar, une convention de partenariat avec l'hôpital Hôtel-Dieu, à Tripoli.", "Dakar")]
    [InlineData("Gulu Hospital signed a memorandum of understanding with the Nile Heart Centre in Cairo on 3 May 2024 at Kampala.", "Kampala")]
    [InlineData("وقعت وزارة الصحة، في الدوحة، مذكرة تفاهم مع مستشفى \"الأمل\" في لندن.", "الدوحة")]
    [InlineData("L'hôpital de Gao a signé à Bamako un avenant à la convention conclue le 3 juin 2021 à Nantes avec le CHU de Nantes.", "Bamako")]
    [InlineData("The two ministries signed the accord in Muscat; a second one will be signed in Riyadh next year.", "Muscat")]
    public void A_town_of_a_body_or_of_another_day_is_not_the_place(string text, string place) => Assert.Equal(place, One(text).Place?.Text);

    [Theory]
    [InlineData("Les amis de Gao – Bulletin de liaison – été 2024\n\nChers adhérents,\n\nLe samedi 1er juin, l'hôpital de Gao et notre association ont signé une convention de partenariat.", "2024-06-01")]
    [InlineData("Harbour University | News | 2024 | November\n\nHarbour University and Gulu Hospital signed a partnership agreement on 7 November.", "2024-11-07")]
    [InlineData("CONVENTION DE JUMELAGE\n\nL'an deux mille vingt-cinq et le quatorze du mois de février, à Tozeur,\n\nEntre l'hôpital de Tozeur et le CHU de Lille, il est convenu ce qui suit :\nArticle 1 - Le CHU forme dix infirmiers.\nArticle 2 - L'hôpital reçoit deux équipes.\nArticle 3 - La présente convention dure trois ans.", "2025-02-14")]
    [InlineData("JOURNAL OFFICIEL\n\nDécret présidentiel du 30 mars 2024 portant ratification du mémorandum d'entente entre le Gouvernement de l'Algérie et le Gouvernement de la Zambie, signé à Lusaka, le 18 octobre 2023.\n\nArticle 1er - Est ratifié le mémorandum d'entente.\nArticle 2 - Le présent décret sera publié.\n\nFait à Alger, le 30 mars 2024.", "2023-10-18")]
    public void The_day_is_completed_by_the_issue_the_deed_or_the_decree(string text, string day) => Assert.Equal(day, One(text).SignedOn?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Gulu Hospital and Moi Hospital signed a memorandum of understanding on 8 May 2024 at Nakawa Blood Bank.", "Nakawa Blood Bank")]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia ont signé une convention le 21 octobre 2020, au poste frontière de Boundou, en présence du préfet.", "poste frontière de Boundou")]
    [InlineData("وقعت وزارة الصحة وجامعة الكوفة اليوم مذكرة تفاهم بمقر الوزارة ببغداد.", "بغداد")]
    [InlineData("Deux conventions ont été signées mardi au siège du ministère de la Santé à Tunis entre le CHU de Sousse et l'hôpital de Niamey.", "au siège du ministère de la Santé à Tunis")]
    public void A_building_is_told_with_its_town(string text, string place) => Assert.Equal(place, One(text).Place?.Text);

    [Theory]
    [InlineData("Agreement\n\nIt is notified that the agreement between Gulu Hospital and the Harbour Fund was concluded on the 24th day of August, 2023.\nPlace of signature: Farafenni\n", "Farafenni", "2023-08-24")]
    [InlineData("CONVENTION DE JUMELAGE\nentre l'hôpital de Gao et le CHU de Lille\n\nLes parties sont convenues de ce qui suit :\n1. Le CHU forme dix infirmiers.\n2. L'hôpital reçoit deux équipes.\n3. La convention dure trois ans.\n\nGao, le 5 mai 2023\n\nPour l'hôpital, la directrice : Awa Touré\nPour le CHU, le directeur : Jean Morel", "Gao", "2023-05-05")]
    public void A_paper_tells_its_place_on_a_line_of_its_own(string text, string place, string day)
    {
        var read = One(text);
        Assert.Equal((place, DateOnly.Parse(day, CultureInfo.InvariantCulture)), (read.Place?.Text, read.SignedOn?.Value));
    }

    [Theory]
    [InlineData("Libreville, le 2 décembre 2021\n\nLa Caisse et l'hôpital d'Owendo ont signé ce jour l'avenant n° 2 à la convention du 17 avril 2015.", "2021-12-02")]
    [InlineData("Abu Dhabi, 6 February 2025\n\nA supplement to the Collaboration Agreement of 19 May 2022 was signed today between Gulu Hospital and the Harbour Fund.", "2025-02-06")]
    [InlineData("وقعت وزارة الصحة والجمعية، اليوم الأحد 11 مايو 2025، ملحقا للاتفاقية الموقعة بينهما في 2 أكتوبر 2022.", "2025-05-11")]
    [InlineData("The Uganda Heart Centre and the Padua hospital signed the renewed agreement at Entebbe on 2 February 2026.", "2026-02-02")]
    public void The_day_of_what_is_amended_is_not_the_day_of_signing(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), One(text).SignedOn?.Value);

    [Theory]
    [InlineData("Tamale (N/R), May 14, 2024, GNA – Gulu Hospital and Moi Hospital have signed a memorandum of understanding. The signing took place at a ceremony on Monday.", "2024-05-13")]
    [InlineData("ORAN, 25 avr. 2023 (Agence) - L'EHU de Lille et l'hôpital de Kindia ont conclu, mardi, une convention de jumelage.", "2023-04-25")]
    [InlineData("وصل الوفد يوم 9 مايو 2022. وفي اليوم الموالي وقع مستشفى الكرك والجمعية الأردنية للسكري اتفاقية شراكة.", "2022-05-10")]
    [InlineData("Ce sera le mercredi 9 avril 2025 qu'on retiendra. Ce jour-là, le CHU de Lille et l'hôpital de Kindia ont signé une convention.", "2025-04-09")]
    [InlineData("Gulu Hospital and Moi Hospital renewed their agreement yesterday. Readers may recall the 2021 fire.\n\nThe Gulu Messenger, Wednesday, July 5, 2023", "2023-07-04")]
    public void A_day_is_counted_from_the_day_it_refers_to(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), One(text).SignedOn?.Value);

    [Theory]
    [InlineData("Secours sans frontière\n\nRéunis jeudi à Villerupt, le CHR de Metz et la caisse de Luxembourg ont renouvelé leur convention.\n\nLa convention court jusqu'au 31 décembre 2029.\n\n(Publié le 5 septembre 2024)", "2024-09-05")]
    [InlineData("ADDENDUM No. 2\nto the agreement of 11 March 2019 between Gulu Hospital and the Harbour Fund\n\nThe parties have agreed as follows:\n1. In Article 9, the date \"31 December 2022\" is replaced by \"31 December 2025\".\n2. The rest remains unchanged.\n3. This addendum enters into force on signature.\n\nDone at Gulu on 17 October 2022", "2022-10-17")]
    public void The_day_is_not_that_of_an_end_nor_of_words_quoted(string text, string day) => Assert.Equal(day, One(text).SignedOn?.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("3 décembre 2024\n\nL'Agence du médicament et le CHU de Conakry viennent de signer un accord de partenariat, a-t-on appris mardi auprès des deux institutions.")]
    [InlineData("COMPTE RENDU DU CONSEIL DES MINISTRES\n\nLe Conseil s'est réuni ce mercredi 8 décembre 2021. Il a approuvé le protocole d'accord entre le ministère de la Santé du Gabon et le CHU de Lille.\n\nFait à Libreville, le 8 décembre 2021")]
    public void The_day_it_was_told_or_approved_is_not_that_of_signing(string text) => Assert.Null(One(text).SignedOn);
}
