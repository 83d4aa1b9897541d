using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>One sentence, one phenomenon.</summary>
public sealed class PhenomenaTests
{
    [Theory]
    [InlineData("La signature de la convention entre le CHU de Lille et l'hôpital de Kaolack a été reportée.")]
    [InlineData("Le ministère de la Santé va signer un accord de partenariat avec l'Université de Lomé.")]
    [InlineData("Le projet de convention entre le CHU de Lille et le CHU de Dakar est à l'étude.")]
    [InlineData("L'hôpital refuse de renouveler la convention avec la Fondation Espoir.")]
    [InlineData("The signing of the memorandum between Mulago Hospital and Oslo University Hospital was postponed.")]
    [InlineData("The two ministers discussed a draft memorandum of understanding on nursing.")]
    [InlineData("بحث وزير الصحة مع السفير سبل تعزيز التعاون ومشروع اتفاقية في مجال التكوين.")]
    [InlineData("The minister denied that an agreement had been signed with the company and said talks would resume.")]
    [InlineData("The hospital has terminated its partnership with the university. No new agreement is planned.")]
    [InlineData("Opinion: every year, ministers sign memoranda of understanding that nobody reads.")]
    [InlineData("Le syndicat réclame l'application de l'accord signé en 2019 avec le ministère.")]
    [InlineData("نفت وزارة الصحة توقيع أي اتفاقية مع الشركة المذكورة.")]
    [InlineData("تأجيل توقيع اتفاقية الشراكة بين مستشفى الأمل وجامعة النور إلى أجل غير مسمى.")]
    [InlineData("Le Sénat a adopté mardi la loi autorisant la ratification de l'accord de santé signé à Oran le 4 mai 2018 avec la Tunisie.")]
    [InlineData("Cabinet approved the draft agreement between the Ministry of Health and Nile Clinics. The agreement goes to the Attorney General.")]
    [InlineData("زار السفير مستشفى السلام الذي جهز بموجب مذكرة تفاهم وقعت في روما، ثم وقع سجل الزوار.")]
    public void What_is_announced_postponed_or_refused_is_no_agreement(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Loi portant approbation de l'accord de sécurité sociale signé à Tunis le 5 mai 2017 entre le Gouvernement de la République tunisienne et le Gouvernement de la République fédérale d'Allemagne.")]
    [InlineData("The Aga Khan Foundation and Moi Referral Hospital have entered into a collaboration that will see 60 nurses trained.")]
    [InlineData("Les ministres de la Santé du Niger et de l'Algérie ont paraphé jeudi un programme exécutif de coopération.")]
    [InlineData("أبرمت إدارة مستشفى الأميرة بسمة مع كلية الطب اتفاقية تتيح للطلبة التدريب السريري.")]
    [InlineData("Le CHU de Sétif et l'Institut Lacassagne ont entériné un accord de jumelage. Le directeur n'a pas caché sa joie.")]
    [InlineData("The minister and the foundation's chair put their names to the partnership agreement in Banjul on Tuesday.")]
    [InlineData("أمضى مدير مستشفى النخيل وعميد كلية الطب اتفاقا يقضي بتكوين عشرين طبيبا.")]
    public void What_is_signed_approved_or_joined_is_an_agreement(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le 3 mai 2022, le CHU de Lille et l'Hôpital Principal de Dakar ont signé une convention de partenariat.", "2022-05-03")]
    [InlineData("CHU Tlemcen : convention signée le jeudi 15 juin 2023 avec l'Hôpital Saint-Luc de Bruxelles.", "2023-06-15")]
    [InlineData("وقع مستشفى النور ومعهد باستور يوم 7 جوان 2021 اتفاقية شراكة.", "2021-06-07")]
    [InlineData("وقعت وزارة الصحة وجامعة قطر يوم 9 حزيران 2020 مذكرة تفاهم.", "2020-06-09")]
    [InlineData("وقع المستشفى الجامعي بوهران وجامعة ليون يوم 4 غشت 2019 اتفاقية تعاون.", "2019-08-04")]
    [InlineData("وقعت وزارة الصحة وجامعة الملك فيصل بتاريخ 12 شوال 1444 مذكرة تفاهم.", "2023-05-02")]
    [InlineData("Aga Khan Hospital and the University of Nairobi signed a memorandum of understanding on March 5, 2021.", "2021-03-05")]
    [InlineData("Rabat, 12 mars 2024 – Le CHU Ibn Sina et le CHU de Niamey ont signé aujourd'hui une convention de partenariat.", "2024-03-12")]
    [InlineData("Rabat, 12 mars 2024 – Le CHU Ibn Sina et le CHU de Niamey ont signé lundi une convention de partenariat.", "2024-03-11")]
    public void The_day_of_signing_is_read_in_every_calendar(string text, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Reader.Read(text).Instruments).SignedOn!.Value);

    [Theory]
    [InlineData("vendredi 11 avril 2025", "weekday_matches")]
    [InlineData("lundi 11 avril 2025", "weekday_differs")]
    public void A_weekday_is_checked_against_its_date(string date, string reason)
    {
        var read = Reader.Read($"Le CHU de Lille et l'Hôpital Principal de Dakar ont signé, {date}, une convention de partenariat.");
        Assert.Equal(reason, read.Instruments[0].SignedOn!.Span.Reason);
    }

    [Fact]
    public void The_day_of_publication_is_not_the_day_of_signing()
    {
        var read = Reader.Read("Publié le 3 mars 2024\n\nLe CHU de Lille et l'Hôpital Principal de Dakar ont signé une convention de partenariat.");
        Assert.Null(read.Instruments[0].SignedOn);
    }

    [Fact]
    public void Those_who_preside_or_attend_do_not_sign()
    {
        var read = Reader.Read("La convention entre le CHU de Lille et l'Hôpital Principal de Dakar a été signée par M. Jean Morel, directeur du CHU de Lille, et le Dr Awa Fall, directrice de l'Hôpital Principal de Dakar, en présence de M. Paul Diouf, maire de la ville.");
        Assert.Equal(["Jean Morel", "Awa Fall"], read.Instruments[0].Signatories.Select(s => s.Name.Text));
    }

    [Theory]
    [InlineData("ترأس وزير الصحة السيد خالد العلمي مراسم توقيع مذكرة تفاهم بين مستشفى ابن رشد وجامعة القاضي عياض.")]
    [InlineData("The Minister of Health, Dr. John Banda, presided over the signing of an agreement between Kamuzu Central Hospital and Oslo University Hospital.")]
    public void A_ceremony_that_is_presided_over_names_no_signatory(string text) => Assert.Empty(Assert.Single(Reader.Read(text).Instruments).Signatories);

    [Fact]
    public void A_title_is_no_part_of_a_name_but_moulay_is()
    {
        var read = Reader.Read("La convention a été signée par le Pr Moulay Driss Alaoui, directeur du CHU de Fès, et Mme Sophie Martin, directrice du CHU de Lyon.");
        Assert.Equal(["Moulay Driss Alaoui", "Sophie Martin"], read.Instruments[0].Signatories.Select(s => s.Name.Text));
    }

    [Fact]
    public void An_earlier_agreement_does_not_leak_into_the_record()
    {
        var read = Reader.Read("Le CHU de Lille et le CHU de Fès ont signé, le 4 mai 2023 à Fès, une convention de partenariat.\n\nLe CHU de Lille avait signé, le 9 mars 2019 à Tunis, un accord-cadre avec l'Hôpital Charles Nicolle.");
        var one = Assert.Single(read.Instruments);
        Assert.Equal(["CHU de Fès", "CHU de Lille"], one.Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2023, 5, 4), one.SignedOn!.Value);
        Assert.Equal("Fès", one.Place!.Text);
        Assert.Equal("convention", one.Kind);
    }

    [Theory]
    [InlineData("Le CHU de Lille accueillera dix médecins par an dans ses services.", 10, "P1Y")]
    [InlineData("Le CHU de Lille s'engage à la formation de 50 médecins en cinq ans.", 50, "P5Y")]
    public void A_numbered_promise_keeps_quantity_and_period(string promise, int quantity, string period)
    {
        var read = Reader.Read("Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat. " + promise);
        var commitment = Assert.Single(read.Instruments[0].Commitments, c => c.Quantity is not null);
        Assert.Equal(quantity, commitment.Quantity);
        Assert.Equal(period, commitment.Period);
    }

    [Fact]
    public void What_was_done_already_is_not_promised()
    {
        var read = Reader.Read("Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat. Ces dernières années, le CHU de Lille a accueilli trente internes marocains.");
        Assert.Empty(read.Instruments[0].Commitments);
    }

    [Fact]
    public void A_field_inside_the_name_of_an_institution_is_no_field_of_the_agreement()
    {
        var read = Reader.Read("Le ministère de la Santé et de la Protection sociale et l'Institut national d'oncologie de Rabat ont signé une convention sur la télémédecine.");
        Assert.Equal(["digital_health"], read.Instruments[0].Fields.Select(f => f.Code));
    }

    [Fact]
    public void A_clause_of_no_money_is_told_apart_from_silence()
    {
        const string Signed = "Le CHU de Lille et le CHU de Fès ont signé une convention de partenariat.";
        Assert.Equal("none_stated", Reader.Read(Signed).Instruments[0].Financial);
        Assert.Equal("each_party_bears_own", Reader.Read(Signed + " Chaque partie supporte ses propres frais.").Instruments[0].Financial);
        Assert.Equal("funded", Reader.Read(Signed + " Le projet est doté d'un budget de 3 millions de dirhams.").Instruments[0].Financial);
    }

    [Fact]
    public void Two_agreements_of_one_ceremony_are_told_apart()
    {
        var read = Reader.Read("""
            Le Maroc et le Bénin ont signé mardi à Rabat deux accords de coopération sanitaire.
            Il s'agit d'un accord sur la formation des médecins et d'une convention de jumelage entre le CHU Ibn Sina de Rabat et le CHU Hubert Maga de Cotonou.
            """);
        Assert.Equal(["Bénin, Maroc", "CHU Hubert Maga de Cotonou, CHU Ibn Sina de Rabat"], read.Instruments.Select(i => string.Join(", ", i.Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal))));
    }

    [Theory]
    [InlineData("Le CHU de Lille a signé, en présence de l'Agence du médicament, une convention de partenariat avec le CHU de Fès.")]
    [InlineData("Le CHU de Lille et le CHU de Fès ont signé, au siège de l'Ambassade, une convention de partenariat financée par la Fondation Merieux.")]
    [InlineData("Sous l'égide du ministère de la Santé, le CHU de Lille et le CHU de Fès ont signé une convention de partenariat.")]
    public void Who_attends_hosts_funds_or_watches_over_it_is_no_party(string text) =>
        Assert.Equal(["CHU de Fès", "CHU de Lille"], Assert.Single(Reader.Read(text).Instruments).Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Le CHU de Lille et le CHU de Fès ont renouvelé la convention de coopération signée en 2016.", "renewal", "2016")]
    [InlineData("Le CHU de Lille et le CHU de Fès ont signé un avenant à leur convention signée en 2017.", "amendment", "2017")]
    [InlineData("Le CHU de Lille et le CHU de Fès ont signé un accord-cadre de partenariat.", "framework_agreement", null)]
    [InlineData("وقع مستشفى النور ومعهد باستور مذكرة تفاهم.", "memorandum", null)]
    public void The_kind_follows_the_words_at_the_signature(string text, string kind, string? earlier)
    {
        var one = Assert.Single(Reader.Read(text).Instruments);
        Assert.Equal(kind, one.Kind);
        Assert.Equal(earlier, one.Renews?.Text);
    }

    [Fact]
    public void The_term_of_a_full_text_is_read_as_durations()
    {
        var read = Reader.Read("""
            CONVENTION
            Entre le CHU de Lille et le CHU de Fès, ci-après dénommés les parties,
            Il a été convenu ce qui suit :
            Article 1 : Les parties échangent des informations.
            Article 2 : La présente convention est conclue pour une durée de trois ans renouvelable par tacite reconduction.
            Article 3 : Elle entre en vigueur à la date de sa signature. Chaque partie peut la dénoncer avec un préavis de six mois.
            Fait à Fès, le 3 mars 2021
            """);
        Assert.Equal(("P3Y", "first-signature", "tacit", "P6M"), read.Instruments[0].Term is { } t ? (t.Duration, t.EntryIntoForce, t.Renewal, t.NoticeBefore) : default);
        Assert.Equal("treaty_text", read.Reason);
    }

    [Fact]
    public void A_menu_a_share_link_and_related_articles_are_ignored_and_told()
    {
        var read = Reader.Read("AccueilSantéSportEconomieMonde\n\nLe CHU de Lille et le CHU de Fès ont signé une convention de partenariat.\n\nPartager sur Facebook\n\nArticles similaires\nUn accord signé entre le CHU de Tours et le CHU de Dakar");
        Assert.Equal(["menu", "share", "related", "related"], read.Ignored.Select(i => i.Reason));
        Assert.Equal(2, read.Instruments[0].Parties.Count);
    }

    [Fact]
    public void Marks_that_reorder_the_display_are_reported_and_do_not_hide_a_word()
    {
        var read = Reader.Read("Le CHU de Lille et le CHU de Fès ont si\u202Egné une convention de partenariat.");
        Assert.True(read.BidiOverrides);
        Assert.True(read.IsAgreement);
    }

    [Fact]
    public void Vowel_marks_and_tatweel_do_not_hide_a_word()
    {
        var read = Reader.Read("وَقَّعَ مُسْتَشْفَى النُّور ومعهد باستور اتّفـــاقية شراكة يوم 3 مايو 2022.");
        Assert.True(read.IsAgreement);
        Assert.Equal(new DateOnly(2022, 5, 3), read.Instruments[0].SignedOn!.Value);
    }
}
