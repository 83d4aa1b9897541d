using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>Whether an agreement is concluded is told by the construction of the sentence that tells it; each class in the three languages.</summary>
public sealed class ConcludedActsTests
{
    [Theory]
    [InlineData("Une chambre froide pour la maternité\n\nLe don est arrivé jeudi, au grand soulagement de tous. Le maire a coupé le ruban sous la pluie battante. Des chants ont accueilli la délégation dans la cour. Plus tard, la directrice et le trésorier ont paraphé un contrat d'entretien de cinq ans.")]
    [InlineData("A cold room for the ward\n\nThe gift arrived on Thursday to everybody's relief. The mayor cut the ribbon under heavy rain. Songs greeted the delegation in the yard. Later the matron and the treasurer concluded a service agreement for five years.")]
    [InlineData("غرفة تبريد لقسم الولادة\n\nوصلت الهبة الخميس وسط ارتياح الجميع في المستشفى. قص رئيس البلدية الشريط تحت مطر غزير جدا. استقبلت الأناشيد الوفد في ساحة المستشفى الكبرى. ثم أبرم المدير وأمين الجمعية عقدا للصيانة مدته خمس سنوات.")]
    public void It_may_be_told_in_passing(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Chacun a mis son nom au bas du document qui partage les gardes du week-end.")]
    [InlineData("The pharmacists and the infirmary put their names on Tuesday to a document that shares night duty.")]
    [InlineData("وضع مدير المستشفى ورئيس الجمعية اسميهما أمس أسفل وثيقة تقسم المناوبة الليلية.")]
    [InlineData("L'encre n'est pas encore sèche, mais la maison médicale se fera.")]
    [InlineData("Our chair and theirs signed on the dotted line last Thursday.")]
    [InlineData("أصبحت تعاضدية الصيادين والمستشفى الجهوي مرتبطين منذ أمس بعقد يعالج بمقتضاه البحارة.")]
    public void A_name_or_a_pen_put_to_paper_needs_no_verb_of_signing(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("J'ai l'honneur de vous confirmer mon agrément. Votre lettre et la présente réponse constituent un accord entre nos institutions.")]
    [InlineData("I confirm that the foregoing is acceptable. Your letter and this reply constitute an agreement between us.")]
    [InlineData("يسعدني أن أعلمكم بموافقتنا، وأن رسالتكم وهذا الجواب يشكلان اتفاقا بين مؤسستينا يدخل حيز التنفيذ من تاريخه.")]
    public void Two_letters_make_an_agreement(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Si ces dispositions vous agréent, la présente lettre et votre réponse tiendront lieu d'accord entre nous.")]
    [InlineData("If these terms are agreeable to you, this letter and your reply will be regarded as our agreement.")]
    [InlineData("فإذا حظي ذلك بقبولكم اعتبر كتابنا هذا مع ردكم اتفاقا بيننا.")]
    public void One_letter_is_an_offer(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("New cross-border care deal takes effect\n\nA reciprocal health agreement between the two islands took effect on Monday.")]
    [InlineData("L'accord conclu entre les deux caisses est entré en vigueur ce lundi.")]
    [InlineData("دخلت اليوم الاثنين حيز النفاذ الاتفاقية المبرمة بين صندوقي التأمين في الإقليمين.")]
    public void What_takes_effect_is_concluded(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Paludisme : nouveau protocole de traitement\n\nLe ministère a adopté un protocole de traitement. Le protocole entre en vigueur en juillet.")]
    [InlineData("New treatment protocol comes into force\n\nThe ministry has adopted a treatment protocol. The protocol comes into force in July.")]
    [InlineData("بروتوكول علاجي جديد\n\nاعتمدت الوزارة بروتوكولا علاجيا جديدا يدخل حيز التنفيذ في يوليو.")]
    public void A_treatment_protocol_is_no_agreement(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Les deux parties ont signé le bon de livraison puis le registre, en vertu de la convention de 2016.")]
    [InlineData("They noted progress under the 2016 agreement. The co-chairs signed the final report.")]
    [InlineData("سجل الجانبان تنفيذ اتفاقية 2016 ووقع الطرفان محضر التسليم.")]
    [InlineData("Le Pr Morel a signé son contrat lundi. Il devra relancer le partenariat avec le CHU de Metz.")]
    [InlineData("The manager signed for the van and said that a partnership with the bakery would be wonderful.")]
    public void Minutes_and_receipts_are_signed_too(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("The shipment is the third under the supply agreement the two agencies signed in June 2021.")]
    [InlineData("La session applique la convention que les deux villes ont signée en novembre 2019.")]
    [InlineData("تندرج الشحنة ضمن الاتفاقية التي وقعتها المدينتان سنة 2019.")]
    [InlineData("He built the first dialysis unit and, in 1987, signed the agreement that brought nurses to it.")]
    [InlineData("The Institute has signed agreements with five hospitals abroad.")]
    public void An_agreement_that_carries_something_else_is_an_older_one(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Les infirmiers pressent le ministère de signer\n\nLe syndicat exige que le ministère signe l'accord. Les autres régions l'ont signé. L'accord prévoit une prime.")]
    [InlineData("Patients demand signature\n\nThe alliance urged the ministry to sign the agreement at once. Other provinces have signed. The agreement provides for a cap.")]
    [InlineData("جمعية المرضى تطالب بتوقيع الاتفاقية\n\nناشدت الجمعية الوزارة التعجيل بإمضاء اتفاقية الدواء، وقالت إن جهات أخرى أمضتها. وتنص الاتفاقية على المجانية.")]
    [InlineData("Une nouvelle session sera ouverte si la convention est renouvelée.")]
    [InlineData("How do you draft a good agreement? Who signed the last one?")]
    public void What_is_asked_for_or_supposed_is_not_done(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("INVITATION PRESSE\nL'Agence du sang et la Croix-Verte signent une convention de partenariat\n\nMerci de confirmer votre venue.")]
    [InlineData("MEDIA ADVISORY\nBlood Service and Green Cross sign partnership agreement\n\nPlease confirm attendance by Tuesday.")]
    [InlineData("دعوة صحفية\nوكالة الدم والصليب الأخضر يوقعان اتفاقية شراكة\n\nالمرجو تأكيد الحضور.")]
    [InlineData("Loi n° 2021-14 relative au conventionnement\n\nLa convention est signée par le directeur. Elle est conclue pour trois ans.")]
    [InlineData("Health Contracts Act 2019\n\nAn agreement shall be signed by the chair. The Board may enter into agreements.")]
    [InlineData("قانون عدد 14 لسنة 2021\n\nيوقع الاتفاقية مدير المؤسسة، وتبرم لمدة ثلاث سنوات.")]
    [InlineData("AVIS DE RECRUTEMENT\n\nL'Institut a signé une convention avec l'hôpital de Lille. Le titulaire suit les accords.")]
    public void Some_texts_conclude_nothing_whatever_they_say(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le CHU de Lille est disposé à signer un protocole avec l'hôpital de Kindia.")]
    [InlineData("Gulu Hospital and Moi Hospital agreed to speed up preparing a memorandum of understanding.")]
    [InlineData("للصندوق أن يبرم اتفاقيات مع مؤسسات أجنبية.")]
    public void An_infinitive_is_not_a_finished_verb(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("The girls are twins. Their mother, who had come to terms with the risk, shook hands on Tuesday with the team. Cases now linked to it number nine.")]
    [InlineData("Doctors added their names to the waiting list. Photos in black and white covered the wall.")]
    [InlineData("Les enfants ont mis leur nom sur la liste. Les experts tombent d'accord pour dire que l'eau suffit.")]
    [InlineData("أصبحت السمنة مرتبطة بأمراض كثيرة، وقبل تقديم مقترح جديد دعا الخبراء إلى تبادل المعلومات والوثائق.")]
    public void Words_that_only_look_like_an_idiom_of_signing_tell_nothing(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Une convention a été passée le 12 mai entre l'hôpital de Gao et la Mutuelle des postiers.")]
    [InlineData("In the course of the visit an Agreement on the exchange of vaccine data was concluded between the two agencies.")]
    [InlineData("تم إبرام اتفاقية بين مستشفى الكرك والجمعية الأردنية للسكري.")]
    [InlineData("Le laboratoire Sofibio annonce avoir conclu avec la société Medgar un contrat de fourniture de réactifs.")]
    [InlineData("Kestrel Vaccines and Obuasi Pharma today announced the execution of a supply agreement for measles vaccine.")]
    [InlineData("أعلنت شركة دواء المغرب عن توقيع عقد توريد مع مستشفى الحسيمة.")]
    [InlineData("Depuis le 3 mars, une convention lie la clinique Al Amal et la caisse des enseignants.")]
    [InlineData("The Lusaka clinic and the port of Beira now have an MoU on the care of sailors.")]
    public void A_plain_conclusion_needs_no_ceremony(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("AVENANT N° 1\nà la convention du 4 avril 2021 entre l'hôpital de Gao et la Mutuelle des postiers\n\n1. À l'article 4, « dix lits » est remplacé par « quinze lits ».\n2. Le reste demeure inchangé.\n\nLu et approuvé le 9 mai 2024\n\nPour l'hôpital : Awa Touré\nPour la Mutuelle : Issa Sow")]
    [InlineData("LETTER OF AMENDMENT No. 2\n\nRef: Services Agreement of 5 May 2020 between Gulu Hospital and the Harbour Fund\n\nWe and you agree that the Agreement is changed in this way: in Section 3, \"ten\" becomes \"twelve\".\n\n(signed) Ann Kelso, 3 June 2024\n\nAccepted and agreed:\n\n(signed) Peter Okello, 9 June 2024")]
    public void An_amendment_that_both_sides_signed_is_an_agreement(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("La signature de la convention entre l'hôpital de Gao et la Mutuelle, prévue lundi, a été repoussée à une date ultérieure.")]
    [InlineData("The signing of the accord between Gulu Hospital and the Harbour Fund, due on Monday, has been put off.")]
    [InlineData("أُجّل توقيع الاتفاقية بين مستشفى الكرك والجمعية، الذي كان مقررا يوم الاثنين، إلى موعد لاحق.")]
    public void What_was_put_off_is_not_concluded(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Les quais de Kindia\n\nIl pleuvait. La foule attendait. Le maire parlait. Le port dormait. La convention entre l'hôpital de Gao et la Mutuelle des postiers tient en dix pages. Son objet est simple. Elle a été signée lundi dans le hall.")]
    [InlineData("Kilwa Biologics enters the market\n\nThe weather was fine. Shares rose. The board met. The minister spoke. The supply agreement with Medika d.d. (\"Medika\") was signed in Mostar on 17 January 2022.")]
    [InlineData("أسبوع طبي في الدوحة\n\nحضر كثيرون. تحدث الوزير. عرضت أفلام. أسدل الستار أمس على الأسبوع الطبي بإبرام مذكرة تفاهم بين مؤسسة الريان ومستشفى الكرك.")]
    public void An_act_told_plainly_counts_wherever_it_stands(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Four firms made offers. No contract may be entered into before the time for objections has run out.")]
    [InlineData("Les deux ministres sont tombés d'accord sur l'essentiel ; le mémorandum reste à écrire.")]
    [InlineData("The District invites sealed bids for works under the cooperation agreement with Belgium.")]
    [InlineData("قام وفد من الهيئة بزيارة الجمعية بهدف عقد اتفاقية شراكة بين الجانبين.")]
    [InlineData("عاد الوفد بعد زيارة تكللت بتوصيات لتوقيع مذكرة تفاهم بين المؤسسة والوزارة.")]
    [InlineData("عقدت الوزارة والجمعية اجتماعا تناول سير اتفاقية سابقة.")]
    [InlineData("زيارة الرئيس إلى روما تنتهي بتوقيع اتفاقيات\n\nأكد السفير أن الزيارة ستختتم بالتوقيع على ست اتفاقيات.")]
    [InlineData("Le laboratoire livrera les doses à condition qu'un contrat définitif soit signé.")]
    [InlineData("The Gulu and Lusaka Partnership\n\nThe collaboration aims to foster exchange. The president spoke of the partnership.")]
    public void What_may_be_or_is_meant_to_be_is_not_done(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("COMPTE RENDU DU CONSEIL DES MINISTRES\n\nLe Conseil s'est réuni mercredi. Le décret sur les archives a été pris. Des nominations ont été faites. La foire a été préparée. Le Conseil a approuvé l'accord de partenariat entre le ministère de la Santé et la Fondation Tawfiq.")]
    [InlineData("عقدت مؤسسة الريان والمركز القومي لأمراض الدم، اليوم، اتفاقية إطارية للتعاون.")]
    public void A_cabinet_concludes_item_by_item(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le prix du lait\n\nLes vaches broutent moins. Les pluies tardent. Le marché est morose. Les éleveurs patientent. Un rapport de l'alliance des coopératives a conclu que le recyclage de l'eau coûtait trop cher.")]
    [InlineData("Milk prices\n\nCows graze less. Rain is late. Markets are dull. Farmers wait. A report for the two boroughs concluded that a partnership would cost too much.")]
    [InlineData("La fatigue des soignants\n\nL'absence répétée est un signe que le service va mal, dit l'auteure d'une étude sur le partenariat entre équipes.")]
    [InlineData("Storm cuts cable\n\nLines were down. Ships stayed in port. Schools closed. Lights went out. Ian Moss, a partner with the island's provider, noticed on Thursday that the clinic was silent.")]
    [InlineData("ليلة صعبة في قسم المستعجلات\n\nوقعت حادثة سير على الطريق الوطنية ونقل الجرحى إلى المستشفى الذي تربطه بالجمعية اتفاقية شراكة قديمة.")]
    [InlineData("زيارة ناجحة\n\nتركت كلمة المدير وقعا كبيرا لدى الحاضرين في المستشفى الذي يتمنى شراكة مع الجامعة.")]
    public void A_noun_or_an_opinion_that_shares_its_word_signs_nothing(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le club change de gardien\n\nIl pleuvait. La foule chantait. Le stade vibrait. On rentra tard. Le gardien, qui a signé un contrat de cinq ans, remercie son médecin.")]
    [InlineData("A long winter for care homes\n\nBeds are full. Staff are tired. Fuel is dear. Help is far. Last year the home signed a deal for its linen.")]
    [InlineData("Care homes and their debts\n\nThe landlord had been trying to come to an agreement to get the money it is owed by the clinic.")]
    [InlineData("The board must deal with waiting lists, nurses who have signed up say.")]
    [InlineData("The contract hasn't been renewed, the hospital said.")]
    public void What_an_article_about_something_else_mentions_is_not_its_agreement(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("قافلة طبية\n\nاحتضن مقر العمالة أمس لقاء حضره عدد كبير من الأطباء والممرضين وممثلي المجتمع المدني من مختلف جماعات الإقليم الذين تابعوا عرضا مفصلا حول الخدمات الصحية المقدمة للساكنة خلال السنة الجارية وآفاق تطويرها وتم التوقيع على اتفاقية شراكة بين مستشفى القرب بتمارة وجمعية الأمل لمرضى الكلى وأكد المدير أن الجمعية ستقتني خمسة أجهزة لتصفية الدم")]
    public void Sentences_joined_without_full_stops_are_told_apart(string text)
    {
        var reading = Reader.Read(text);
        Assert.True(reading.IsAgreement);
        Assert.Equal(["جمعية الأمل لمرضى الكلى", "مستشفى القرب"], reading.Instruments[0].Parties.Select(p => p.Span.Text).Order(StringComparer.Ordinal));
        Assert.Contains("ستقتني خمسة أجهزة", Assert.Single(reading.Instruments[0].Commitments).Span.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("أسعار الحليب\n\nتعيش الضيعات على وقع أزمة في العلف، حسب ندوة نظمت بشراكة مع الجامعة.")]
    [InlineData("مستشفى يفتح أبوابه\n\nأكدت المتحدثة باسم المستشفى أن الشراكات مع الجامعة من أولوياته.")]
    [InlineData("طبيب القرية\n\nأمضى الطبيب عقدا من عمره في المستشفى الذي تربطه بالجامعة شراكة علمية.")]
    [InlineData("زيارة وزارية\n\nجدد الطرفان تأكيد حرصهما على الشراكة الصحية بين البلدين.")]
    [InlineData("تعويضات المرضى\n\nاقترح النائب تمديد اتفاقيات العلاج سنتين بسبب غلاء الدواء.")]
    [InlineData("مفاوضات صعبة\n\nقال الوزير إن حظوظ التوصل إلى اتفاق مع النقابات الصحية ضعيفة.")]
    [InlineData("Harare says no\n\nThe government will not be putting its name to the health memorandum offered by Gulu, and has broken off the talks altogether.")]
    [InlineData("REPORT OF THE PORTFOLIO COMMITTEE ON THE MEDICINES TREATY\n\nThe Committee, having considered the request for ratification of the above Treaty, reports as follows. The Committee recommends that the House approve ratification of the Treaty.")]
    [InlineData("Nurses: why talks failed\n\n\"Until we agree, and until an MoU is signed, there is nothing to report to members,\" said the chairman. The government wants the strike suspended first.")]
    [InlineData("Ratifying the Medicines Agency treaty: what regulators think\n\nAt least fifteen states had to ratify the treaty before the Agency could come into being. We asked the heads of 45 authorities.")]
    [InlineData("مذكرة التفاهم أم الاتفاقية؟ شرح مبسط\n\nالاتفاقية عقد يلزم من وقعه قانونا، أما مذكرة التفاهم فإعلان نوايا قد ينتهي إلى عقد يوقعه الطرفان.")]
    [InlineData("L'ambassadeur et le ministre sont convenus de continuer à se concerter, l'étape suivante étant un mémorandum d'entente qu'ils espèrent signer très vite.")]
    [InlineData("Convention type entre un hôpital et une association\n\nEntre : … (nom de l'hôpital), représenté par …, d'une part ; et : … (association), d'autre part.\n\nArt. 1. La présente convention fixe les règles.\nArt. 2. L'association s'engage à former ses bénévoles.\nArt. 3. La présente convention dure un an.")]
    [InlineData("Nous proposons, par cet amendement, que la convention devienne un instrument commun. Sur quarante facultés, moins de la moitié ont signé une convention avec leur hôpital.")]
    [InlineData("La cérémonie de signature de la convention entre l'hôpital de Gao et la Mutuelle, qui devait se tenir ce mercredi, n'aura finalement pas lieu.")]
    [InlineData("Les deux ministres de la Santé ont convenu de la nécessité d'activer la commission prévue par l'accord de 2009.")]
    [InlineData("The memorandum between Gulu Hospital and the Harbour Fund was to have been signed on Monday.")]
    [InlineData("La santé en chantier\n\nIl pleut. En 2019, la mairie a signé une convention avec l'hôpital voisin, resté vide.")]
    public void Words_around_an_agreement_sign_none(string text) => Assert.False(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le conseil d'administration de la Caisse nationale a approuvé, lors de sa session ordinaire tenue à Nouadhibou le 14 décembre 2023, la convention avec l'hôpital de l'Amitié.")]
    [InlineData("وافق مجلس الوزراء في جلسته الأسبوعية المنعقدة أول أمس الثلاثاء برئاسة رئيس الجمهورية على اتفاقية الشراكة بين الصندوق الوطني ومستشفى الهلال.")]
    [InlineData("À 9 h, la directrice de la clinique Sainte-Gudule signait avec le CHU de Donka l'avenant n° 2 à la convention de jumelage.")]
    [InlineData("La visite s'est achevée mercredi par la signature d'un protocole d'accord entre le CHU de Lille et l'hôpital de Kindia.")]
    [InlineData("تفعيلا لورش إصلاح المنظومة الصحية، ترأس الوزير يوم الثلاثاء مراسيم التوقيع على اتفاقية شراكة بين المديرية الجهوية ومجلس الجهة.")]
    [InlineData("Le directeur de l'hôpital de Gao a procédé hier, avec la doyenne, au renouvellement, pour une période de cinq ans, de la convention qui lie les deux maisons.")]
    [InlineData("GULU, 4th October, 2023 - The Government of Uganda and the Government of Cuba today renewed, for a further period of three years, the Agreement on Health Cooperation concluded in 2017.")]
    [InlineData("Hôpital de la Semois\n\nExtrait du registre aux délibérations\n\nLe Conseil,\n\nDÉCIDE :\n\n1° d'approuver la convention à conclure pour deux ans avec le Laboratoire national, aux termes de laquelle celui-ci analysera les prélèvements de l'hôpital.")]
    [InlineData("CENTRE HOSPITALIER DE LA VALLÉE\nCONSEIL D'ADMINISTRATION – Séance du 26 septembre 2023\nEXTRAIT DU PROCÈS-VERBAL\n\n1. Comptes : le conseil en prend acte.\n\n2. Convention avec l'hôpital de Gao\nM. Bovet demande qui paie. Mise aux voix, la convention entre le Centre hospitalier de la Vallée et l'hôpital de Gao est approuvée par 6 voix.\n\n3. Divers : néant.")]
    [InlineData("STATEMENT ON CABINET DECISIONS OF 20 JULY 2023\n\n1. Cabinet approved the minutes.\n\n2. Cabinet approved the following:\n- The National Strategy for Fisheries;\n- The Agreement between the Government of Uganda and the Government of Cuba on medical specialists.\n\n3. Appointments.")]
    public void A_board_a_visit_and_the_imperfect_tell_acts_too(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Fact]
    public void The_verdicts_of_short_texts_stay_above_their_bar()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Agreements", "Reading", "Verdicts");
        var labels = File.ReadLines(Path.Combine(folder, "labels.tsv")).Select(line => line.Split('\t')).ToList();
        var wrong = labels.Where(label => Reader.Read(File.ReadAllText(Path.Combine(folder, label[0] + ".txt"))).IsAgreement != (label[2] == "true")).Select(label => label[0]).ToList();
        Assert.True(labels.Count >= 90 && wrong.Count * 20 <= labels.Count, string.Join(' ', wrong));
    }

    [Theory]
    [InlineData("Le Koweït et la Mauritanie signent une note de compréhension dans le domaine de la santé")]
    [InlineData("Gao et Lille unis pour les enfants\n\nLe 21 novembre, à Lille, les deux directeurs ont reconduit pour cinq ans l'accord de partenariat entre l'hôpital de Gao et le CHU de Lille.\n\nL'aventure avait commencé en 2012, par une visite. Deux ans plus tard, le 8 mai 2014, une première convention était signée à Bamako.")]
    [InlineData("LA LETTRE DES AMIS\n\nEDITO\nChers amis, le printemps est là.\n\nC'est fait ! Le 22 février 2024, à Bukavu, notre directrice et le médecin chef ont signé la convention de partenariat entre la Fondation et l'hôpital de Panzi.")]
    [InlineData("Notre partenariat repart\n\nSignée une première fois en octobre 2018, notre convention avec l'hôpital de Gao arrivait à échéance. Bonne nouvelle : elle a été renouvelée le mercredi 11 octobre pour quatre ans.")]
    [InlineData("L'accord liant le CHU de Sousse à l'hôpital de Niamey a été acté jeudi à Tunis.")]
    [InlineData("Un coup de tampon, deux signatures : la convention entre le CHU de Sousse et l'hôpital de Niamey est née.")]
    [InlineData("Le CHU de Sousse vient de nouer un partenariat avec l'hôpital de Niamey pour former ses infirmiers.")]
    [InlineData("Les deux gouvernements ont fini par signer, ce mercredi à Bruxelles, leur accord-cadre de coopération sanitaire.")]
    [InlineData("Le président a donné son approbation, par un décret paru mercredi, à la convention de sécurité sociale entre la Tunisie et la Suisse.")]
    [InlineData("La caisse et le syndicat des médecins ont adopté jeudi l'annexe modificative n° 5, qui prolonge l'accord sectoriel.")]
    [InlineData("بعدما مهر مديرا الجامعتين، الأسبوع الفائت، مذكرة تعاون سريري بتوقيعيهما، صار بإمكان الطلبة التدرب في المستشفى.")]
    [InlineData("Health ministers sign deal\n\nPretoria - Okot Lagu and his Cuban opposite number, Roberto Morales, signed a collaboration agreement in Pretoria on Friday.")]
    [InlineData("Ten years after their first formal agreement, the university and Gulu Hospital have a new one. The vice-chancellor and the director signed it on campus today.")]
    [InlineData("Gulu - Twenty health centres are to go up within five years under an agreement concluded by the Ministry of Health with Harbour University and the Horizon Fund. The bishop spoke at the signing.")]
    [InlineData("The broadcaster said on Sunday that President Okot Lagu has ratified the treaty creating the Medicines Agency, days after the Senate passed the bill.")]
    [InlineData("MEMORANDUM OF UNDERSTANDING\nMade on the 1st of February 2023 between Gulu Hospital, Gulu, of the one part and Horizon Ltd of the other part. The parties have reached the understanding that follows.\n1. Together they will examine the data.\n2. Together they will run the system.")]
    [InlineData("AMENDMENT NO. 1\nto the Agreement of February 7, 1997, dated November 25, 1998\nBETWEEN Gulu Hospital and Horizon Ltd\n1. Words defined in the Agreement keep their meaning here.\n2. Section 2.01 is changed so that the programme lasts thirty months.\nIN WITNESS WHEREOF the parties have signed.")]
    [InlineData("Cabinet clears MoU on medicine\n\nThe memorandum of understanding between Uganda and Denmark for cooperation in medicine has received the approval of the Cabinet.")]
    [InlineData("Uganda has become the latest state to be bound by the Medicines Agency Treaty, having lodged its instruments of ratification with the African Union.")]
    [InlineData("GULU TEAMS UP WITH HARBOUR HOSPITAL\n\nSpecialists will soon be doing rounds in Gulu. The county has put pen to paper on a memorandum of understanding with Harbour Hospital.\n\n\"Our people should not have to travel for a second opinion,\" the director remarked. A new wing was opened.")]
    [InlineData("في مقر الوزارة وضع الوزير أحمد ولد حامد والدكتور سامر الحلي، ممثل المنظمة، توقيعيهما أمس على اتفاق يدعم البرامج الصحية.")]
    [InlineData("كلل مسار من المفاوضات بإمضاء اتفاقية بين الصندوق الوطني والعيادات الخاصة.")]
    public void An_act_is_told_in_many_turns(string text) => Assert.True(Reader.Read(text).IsAgreement);

    [Theory]
    [InlineData("Le CHU de Sousse et l'hôpital de Niamey ont signé lundi une convention de cardiologie. Le wali a souhaité que la coopération s'étende à la greffe rénale.", "cardiology")]
    [InlineData("Le CHU de Sousse et l'hôpital de Niamey ont signé lundi une convention de cardiologie.\n\nEn lien avec cet article\n> Une IRM flambant neuve aux urgences", "cardiology")]
    public void What_is_wished_or_linked_is_no_field(string text, string code) => Assert.Equal([code], Reader.Read(text).Instruments[0].Fields.Select(f => f.Code));

    [Theory]
    [InlineData("L'œil du lundi\n\nLe 6 avril 2016, l'hôpital de Taounate et une université signaient un accord de partenariat.\n\nNeuf ans plus tard, l'unité sert de dépôt.")]
    [InlineData("Opinion\n\nIn May 2009 the ministry and the region signed a partnership agreement. I was there. What is left of it?")]
    [InlineData("نقطة نظام\n\nبقلم: جمال بوعافية\n\nفي ربيع 2016 وقع مستشفى عنابة اتفاقية توأمة مع مستشفيات مرسيليا. كم طبيبا سافر منذ ذلك؟")]
    [InlineData("TWENTY YEARS AFTER THE LIVINGSTONE CONVENTION\n\nOn 2 June 2004 Livingstone Hospital and our Faculty signed the convention. It lapsed in 2014.")]
    public void A_column_or_an_anniversary_only_recalls(string text) => Assert.False(Reader.Read(text).IsAgreement);
}
