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
    [InlineData("Dr. Okot Lagu, Director of Gulu Hospital, received Ms. Wairimu Tole, President of Moi Hospital. The latter signed with him a partnership agreement between the two hospitals.", "Wairimu Tole")]
    [InlineData("L'hôpital de Gao a accueilli l'administratrice déléguée du CHU de Lille, Mme Solenn Kervella. Celle-ci a signé avec M. Sékou Bamba, directeur de l'hôpital, une convention de partenariat.", "Solenn Kervella", "Sékou Bamba")]
    [InlineData("L'hôpital de Gao et le CHU de Lille ont signé lundi une convention. Y ont apposé leur signature, pour les deux établissements, Mme Solenn Kervella et M. Sékou Bamba.", "Solenn Kervella", "Sékou Bamba")]
    [InlineData("أفاد السيد حيدر الموسوي، مدير مستشفى الكوفة، في ندوة صحفية أنه وقع الثلاثاء اتفاقية شراكة مع جامعة الكوفة.", "حيدر الموسوي")]
    [InlineData("Le directeur de l'hôpital de Gao a procédé hier, avec Solenn Kervella, directrice du CHU de Lille, au renouvellement, pour cinq ans, de la convention de partenariat.", "Solenn Kervella")]
    [InlineData("Gulu Hospital and the Harbour Fund entered into a framework agreement on 9 February 2024. The fund's representative, Dr. Okot Lagu, was joined at the signature table by Ms. Wairimu Tole for the hospital.", "Okot Lagu", "Wairimu Tole")]
    public void Who_signs_is_taken_up_turned_round_or_reported(string text, params string[] signers) => Assert.Superset(signers.ToHashSet(), Signers(text).ToHashSet());

    [Theory]
    [InlineData("L'hôpital de Gao et la Fondation Horizon ont conclu vendredi une convention. Ce sont MM. Obame et Tahiri qui ont paraphé le document.", "Obame", "Tahiri")]
    [InlineData("CONVENTION\nentre l'hôpital de Gao et le CHU de Lille\n\nLes parties sont convenues de ce qui suit :\nArticle 1 - Le CHU forme dix infirmiers.\nArticle 2 - L'hôpital reçoit deux équipes.\nArticle 3 - La convention dure trois ans.\n\nFait à Gao, le 2 mars 2023\n\nPour l'hôpital de Gao, la directrice : Awa Touré\nPour le CHU de Lille, le directeur : Jean Morel\n\nEn présence de :\nM. Sékou Bamba, gouverneur de la région", "Awa Touré", "Jean Morel")]
    [InlineData("Notre directeur des programmes Gilles Hansenne et le Dr Awa Touré, médecin chef, ont signé mardi une convention avec la Fondation Horizon.", "Awa Touré", "Gilles Hansenne")]
    public void Signers_stand_without_a_first_name_a_comma_or_before_those_present(string text, params string[] signers) => Assert.Equal(signers.Order(StringComparer.Ordinal), Signers(text));

    [Fact]
    public void A_body_may_bear_the_name_of_a_person() =>
        Assert.Contains("Centre hospitalo-universitaire Dr Benbadis", Parties("Une convention a été signée, mardi à Constantine, entre le Centre hospitalo-universitaire Dr Benbadis et le CHU de Lille."));

    [Fact]
    public void Whom_he_stands_for_a_title_is_not_who_signed() =>
        Assert.Equal(["Wairimu Tole"], Signers("Prince Okot Lagu received the guests of Gulu Hospital. He signed the agreement on the side of the hospital its director, Ms. Wairimu Tole."));

    [Theory]
    [InlineData("MEMORANDUM OF UNDERSTANDING\nBETWEEN\nTHE HARBOUR UNIVERSITY\nAND\nTHE LESOTHO BLOOD AND LABORATORY AGENCY\na body corporate of the Kingdom of Lesotho, herein represented by its Chief Executive\n\nNOW THEREFORE the Parties agree as follows:\nArticle 1 - Purpose\nThe purpose of this Memorandum is cooperation in testing.\nArticle 2 - Undertakings\nThe University shall train two nurses.\nArticle 3 - Duration\nThis Memorandum shall remain in force for two years.\nDone at Maseru on 3 May 2023.", "HARBOUR UNIVERSITY", "LESOTHO BLOOD AND LABORATORY AGENCY")]
    [InlineData("اتفاقية شراكة\nبين\nالهيئة الوطنية للتأمين الصحي بجمهورية جيبوتي\nو\nمستشفى النصر التعليمي بعدن\n\nاتفق الطرفان على ما يلي:\nالمادة 1: الغرض\nتحدد هذه الاتفاقية شروط العلاج.\nالمادة 2: الالتزامات\nيلتزم المستشفى بعلاج المؤمن عليهم.\nالمادة 3: المدة\nتسري هذه الاتفاقية سنتين.\nحرر بجيبوتي يوم 16 ديسمبر 2023.", "الهيئة الوطنية للتأمين الصحي بجمهورية جيبوتي", "مستشفى النصر التعليمي بعدن")]
    [InlineData("اتفاقية إطارية\nبين الممضين أسفله:\nجامعة سوسة، ممثلة في شخص رئيسها، والمشار إليها فيما يلي بـ \"الجامعة\"، من جهة،\nوالمركز الطبي ببنغازي، ممثلا في شخص مديره العام، والمشار إليه فيما يلي بـ \"المركز\"، من جهة أخرى،\n\nتم الاتفاق على ما يلي:\nالفصل 1: الموضوع\nتهدف هذه الاتفاقية إلى التعاون.\nالفصل 2: الالتزامات\nتلتزم الجامعة بتسجيل ستة أطباء.\nحرر بسوسة في 3 ماي 2023.", "المركز الطبي ببنغازي", "جامعة سوسة")]
    public void The_head_of_a_paper_names_a_party_a_line(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("Gulu Teaching Hospital has joined hands with Harbour Regional Hospital in a link for safer births.\n\nThe two directors put pen to paper on the partnership agreement on Monday, 12 June 2023.", "Gulu Teaching Hospital", "Harbour Regional Hospital")]
    public void Who_joins_hands_is_bound(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("After the Ministry gave its consent, Gulu Hospital and Moi Hospital signed a memorandum of understanding.", "Ministry")]
    [InlineData("ORAN, 25 avril (Agence Ouest) - Le CHU d'Oran a signé une convention avec l'hôpital de Béchar.", "Agence")]
    [InlineData("وقعت وزارة الصحة اتفاقية تعاون مع جامعة الكوفة. وقد حضر الحفل وفد من شركة ألمانية.", "شركة")]
    public void Who_only_stands_near_is_no_party(string text, string none) => Assert.DoesNotContain(Parties(text), p => p.Contains(none, StringComparison.Ordinal));

    [Theory]
    [InlineData("L'Agence régionale de Metz et le Corps grand-ducal d'incendie et de secours (CGDIS) ont signé une convention. Le CGDIS paiera.", "Agence régionale de Metz", "Corps grand-ducal d'incendie et de secours (CGDIS)")]
    [InlineData("Réunis à la mairie de Villerupt, le CHR de Metz et la Mutuelle des postiers ont signé une convention.", "CHR de Metz", "Mutuelle des postiers")]
    [InlineData("We are happy to tell that Moi Hospital and Gulu Hospital in northern Uganda have renewed their partnership.", "Gulu Hospital", "Moi Hospital")]
    public void Short_names_halls_and_regions_add_no_party(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("L'hôpital de Gao et la Mutuelle ont signé une convention. C'est le ministre des Finances, Moussa Traoré, qui a signé pour l'État, et le directeur du Fonds, Ali Ba, pour la Mutuelle.", "Ali Ba", "Moussa Traoré")]
    [InlineData("Gulu Hospital signed an agreement with Hanbit Hospital. The agreement was signed by Dr. Ann Kelso and Prof. Lee Sang-woo, President of Hanbit Hospital.", "Ann Kelso", "Lee Sang-woo")]
    [InlineData("وقع وكيل وزارة الصحة وائل أبو غزالة، ورئيس جمعية الإغاثة الطبية مصطفى الدبعي، اليوم الأحد، اتفاقية شراكة بين الوزارة والجمعية.", "مصطفى الدبعي", "وائل أبو غزالة")]
    [InlineData("وقعت مديرة مستشفى الأطلس الجامعي نادية بنعلي ومدير المركز الوطني لعلاج الحروق كمال الزين، اليوم الأحد، اتفاقية شراكة.", "كمال الزين", "نادية بنعلي")]
    public void Signers_stand_apart_from_their_body_and_without_a_verb_of_their_own(string text, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), Reader.Read(text).Instruments.SelectMany(i => i.Signatories).Select(s => s.Name.Text).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("وقّع المركز الاستشفائي الجامعي سوس ماسة ومؤسسة الأمل الأطلسي لمكافحة السرطان، أمس الاثنين بأكادير، اتفاقية شراكة.", "المركز الاستشفائي الجامعي سوس ماسة", "مؤسسة الأمل الأطلسي لمكافحة السرطان")]
    [InlineData("Tumaini Referral and Teaching Hospital signed a memorandum of understanding with Moi Hospital on Friday.", "Moi Hospital", "Tumaini Referral and Teaching Hospital")]
    [InlineData("HÔPITAL DE GAO\n\nLe CHU de Lille et la Mutuelle des postiers ont signé une convention, a indiqué l'Agence d'information.", "CHU de Lille", "Mutuelle des postiers")]
    public void Names_go_on_and_letterheads_and_agencies_are_none(string text, params string[] parties) => Assert.Equal(parties.Order(StringComparer.Ordinal), Parties(text));

    [Theory]
    [InlineData("وقعت الجمعية والمستشفى اتفاقية شراكة. ووقع الاتفاقية مدير المستشفى الدكتور محمد الأمين السالك ونائب الرئيس البروفيسور فيليب مارشان نيابة عن رئيستها السيدة كلير دوبوا.", "كلير دوبوا")]
    [InlineData("AGREEMENT\nbetween Gulu Hospital and the Harbour Fund\n\nThe Parties have agreed as follows:\n1. The Fund pays the fares.\n2. The Hospital hosts teams.\n3. It lasts a year.\n\nDone at Gulu on 5 May 2023\n\nFor the Hospital: Ann Kelso\nFor the Fund: Peter Okello\n\nWitnessed by: Fatou Jobarteh", "Fatou Jobarteh")]
    public void Who_is_stood_for_or_witnesses_does_not_sign(string text, string none) =>
        Assert.DoesNotContain(Reader.Read(text).Instruments.SelectMany(i => i.Signatories), s => s.Name.Text == none);
}
