using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>A promise told by its verb, and its kind by the words of its clause; the sentences are our own.</summary>
public sealed class PromisedClausesTests
{
    private const string English = "Gulu Hospital and Moi Hospital signed a memorandum of understanding on Friday. ";
    private const string French = "Le CHU de Lille et l'hôpital de Kindia ont signé une convention vendredi. ";
    private const string Arabic = "وقعت وزارة الصحة وجامعة الكوفة مذكرة تفاهم يوم الجمعة. ";

    private static IReadOnlyList<ReadCommitment> Promises(string text) => Assert.Single(Reader.Read(text).Instruments).Commitments;

    [Theory]
    [InlineData(English + "Bills will be settled by the Fund within two months.", "social_cover")]
    [InlineData(English + "Four lecturers from Moi will teach wound care in Gulu every January.", "send_experts")]
    [InlineData(English + "X-ray images will be read jointly by video link.", "teleconsultation")]
    [InlineData(English + "Moi Hospital will keep a garden for the families.", "other")]
    [InlineData(French + "Le CHU expédiera deux cents flacons de réactifs chaque trimestre.", "supply_chain")]
    [InlineData(French + "Six internes passeront trois mois dans les services de Lille.", "host_trainees")]
    [InlineData(French + "Des causeries mensuelles seront organisées dans quinze villages.", "awareness")]
    [InlineData(French + "L'hôpital entretiendra le jardin des familles.", "other")]
    [InlineData(Arabic + "وسترسل الجامعة ثلاثة خبراء إلى بغداد كل سنة.", "send_experts")]
    [InlineData(Arabic + "وستحلل الوزارة ألف عينة دم في السنة.", "sample_testing")]
    public void A_verb_in_the_future_promises(string text, string kind) => Assert.Contains(Promises(text), p => p.Kind == kind);

    [Theory]
    [InlineData("CONVENTION\nentre l'hôpital de Gao et le CHU de Lille\n\nLes parties sont convenues de ce qui suit :\nArticle 1. Le CHU accueille chaque année six infirmiers.\nArticle 2. L'hôpital prête une salle au CHU.\nArticle 3. La convention dure trois ans.\n\nFait à Gao, le 5 mai 2023", 2)]
    [InlineData("AGREEMENT\nbetween Gulu Hospital and the Harbour Fund\n\nThe Parties have agreed as follows:\nArticle 1. The Fund pays the fares of the teams.\nArticle 2. The Hospital tests two hundred samples a year.\nArticle 3. This Agreement enters into force on signature.\n\nDone at Gulu on 5 May 2023", 2)]
    public void An_article_promises_in_the_present(string text, int promises) => Assert.Equal(promises, Promises(text).Count);

    [Theory]
    [InlineData(English + "The agreement will enter into force next month and will last five years.")]
    [InlineData(English + "The minister hopes that a third hospital will be built.")]
    [InlineData(English + "If the budget allows, the state will waive the fees.")]
    [InlineData(French + "La convention entrera en vigueur en mai et durera trois ans.")]
    [InlineData(French + "Le maire espère qu'une maternité sera construite.")]
    [InlineData(Arabic + "وستدخل المذكرة حيز النفاذ بعد شهر وستسري لمدة ثلاث سنوات.")]
    public void The_course_of_an_agreement_and_wishes_promise_nothing(string text) => Assert.Empty(Promises(text));

    [Fact]
    public void What_the_signing_names_is_what_the_promises_below_spell_out() =>
        Assert.DoesNotContain(
            Promises("Gulu Hospital and Moi Hospital signed an agreement on dialysis equipment on Friday. Moi Hospital will train ten nurses. It will send two surgeons a year. It will treat forty patients."),
            p => p.Span.Text.Contains("dialysis equipment", StringComparison.Ordinal));

    [Theory]
    [InlineData(English + "The Fund will bear the cost of the journeys.", "funded")]
    [InlineData(English + "Board and lodging are borne by the clinic each year.", "funded")]
    [InlineData(French + "Les billets seront payés par l'ambassade.", "funded")]
    [InlineData(Arabic + "وتتحمل الجامعة تكاليف السفر.", "funded")]
    [InlineData(English + "Each hospital will carry the costs out of its own budget.", "each_party_bears_own")]
    [InlineData(English + "Each side pays for itself; no money changes hands.", "each_party_bears_own")]
    [InlineData(French + "Les frais de voyage sont à la charge de l'établissement qui envoie ; le gîte, de celui qui reçoit.", "each_party_bears_own")]
    [InlineData(French + "La Fondation consacre à l'exécution de la convention une somme de CHF 185 000 sur trois ans.", "funded")]
    [InlineData(French + "Chaque établissement garde ses frais à sa charge.", "each_party_bears_own")]
    [InlineData(French + "La convention porte sur la prise en charge des malades.", "none_stated")]
    public void A_verb_of_paying_beside_what_is_paid_tells_the_money(string text, string financial) =>
        Assert.Equal(financial, Assert.Single(Reader.Read(text).Instruments).Financial);

    [Theory]
    [InlineData(French + "Les deux villes vont ouvrir quatre points de dépistage et mener des campagnes de sensibilisation auprès des chauffeurs.", 2)]
    [InlineData(English + "The hospital is to keep a registry of patients open to both teams.", 1)]
    [InlineData(English + "The Fund will invest two million dinars, deliver forty glucose meters and train ninety health workers.", 3)]
    [InlineData(English + "Key terms\n- Gulu Hospital transfers its know-how in wound care to Moi Hospital.\n- Moi Hospital keeps two engineers in Gulu.\n", 2)]
    [InlineData(English + "Neither hospital will pay fees to the other.", 0)]
    [InlineData(English + "The purpose of the agreement is to work together.", 0)]
    [InlineData("Le CHU de Lille et l'hôpital de Kindia se sont engagés, par une convention signée vendredi, à opérer trente enfants en trois ans.", 1)]
    public void What_is_to_be_done_is_told_item_by_item(string text, int promises) => Assert.Equal(promises, Promises(text).Count);

    [Theory]
    [InlineData(French + "Le CHU détachera un psychologue à Kindia.", "send_experts")]
    [InlineData(French + "Les protocoles de soins seront partagés entre les deux équipes.", "share_documents")]
    [InlineData(French + "Les équipes mèneront en commun des travaux sur l'épilepsie.", "joint_research")]
    [InlineData(English + "The two sides will hold an exchange of visits by experts.", "exchange_visits")]
    [InlineData(English + "The parties will introduce a unified triage protocol in ten hospitals.", "standards")]
    [InlineData(Arabic + "وستنظم الجامعة مؤتمرا علميا كل سنتين.", "seminar")]
    public void The_thing_itself_tells_the_kind(string text, string kind) => Assert.Contains(Promises(text), p => p.Kind == kind);
}
