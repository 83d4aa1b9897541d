using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;

namespace Shiraka.Tests.Programme;

/// <summary>A convention between two hospitals, confirmed through the register as a person would, with what the tests plan on it.</summary>
internal sealed record SeededPartnership(Guid Agreement, Guid Host, Guid Partner, Guid Trainees, Guid Experts, Guid Research)
{
    public static readonly DateOnly Signed = new(2024, 9, 21);

    /// <summary>Inside a command: three promises, in force from the signature for two years unless <paramref name="expires"/> says otherwise; nothing is known of its term where not <paramref name="bound"/>.</summary>
    public static async Task<SeededPartnership> ConfirmAsync(ShirakaDb db, DateOnly? expires = null, bool bound = true, CancellationToken cancel = default)
    {
        var (host, partner) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        PromisedCommitment[] promises =
        [
            new(Guid.CreateVersion7(), 1, "host_trainees", "Accueillir des stagiaires à Rabat", "Le CHU accueillera douze stagiaires", 9, host, 12, "person"),
            new(Guid.CreateVersion7(), 2, "send_experts", "Envoyer des experts au Burundi", "l'envoi d'experts marocains au Burundi", 10, host),
            new(Guid.CreateVersion7(), 3, "joint_research", "Développer la recherche", "le développement de la recherche scientifique", 7),
        ];
        var record = new ConfirmedInstrument("Convention de partenariat hospitalier", "convention", "fr",
            [new(host, "CHU Ibn Sina", "le CHU Ibn Sina", "hospital", "MA"), new(partner, "CHU de Kamenge", "le CHU de Kamenge", "hospital", "BI")], promises)
        {
            SignedOn = Signed,
            Place = "Rabat",
            Term = bound ? new(Signed, expires ?? Signed.AddYears(2), NoticeDays: 90) : null,
            Signatories = [new("Abdelhamid Ouaqouaq", "secrétaire général", "CHU Ibn Sina")],
        };
        var source = new SourceRecord
        {
            Id = Guid.CreateVersion7(),
            Digest = new byte[32],
            Kind = "pasted",
            Name = "Article",
            Text = "Le CHU accueillera douze stagiaires",
            Language = "fr",
            Quality = "machine_translated",
            Organisation = host,
            ImportedBy = db.Actor,
            ImportedAt = 0,
        };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancel);
        var (agreement, confirmed) = Shiraka.Agreements.Agreement.Confirm(
            record, new AgreementSource(new string('0', 64), "press_article", "Article", 2, new DateOnly(2024, 9, 22), source.Quality), source.Id, db.Today);
        db.Agreements.Add(agreement);
        foreach (var (party, i) in record.Parties.Select((party, i) => (party, i)))
        {
            db.Parties.Add(new Party { Agreement = agreement.Id, Organisation = party.Organisation, Ordinal = i + 1, AsWritten = party.AsWritten });
            db.Show(agreement.Id, party.Organisation, "party");
        }

        foreach (var promise in promises)
            db.Commitments.Add(new Commitment { Id = promise.Id, Agreement = agreement.Id, Ordinal = promise.Ordinal, Kind = promise.Kind, Title = promise.Title });
        db.Record(confirmed);
        await db.SaveChangesAsync(cancel);
        return new(agreement.Id, host, partner, promises[0].Id, promises[1].Id, promises[2].Id);
    }

    /// <summary>Inside a command: an activity of <paramref name="commitment"/> over the first half of 2026.</summary>
    public async Task<Guid> PlanAsync(ShirakaDb db, Guid commitment, string title = "Mission oncologie", CancellationToken cancel = default)
    {
        var (activity, planned) = Activity.Plan(
            Agreement, commitment, new(title, new(2026, 1, 5), new(2026, 8, 31), new Owner(Host, "CHU Ibn Sina")), new AgreementYears(Signed), db.Today);
        db.Activities.Add(activity);
        db.Record(planned);
        await db.SaveChangesAsync(cancel);
        return activity.Id;
    }

    /// <summary>Inside a command: twelve trainees by the end of the convention, cut by sex.</summary>
    public async Task<Guid> MeasureAsync(ShirakaDb db, CancellationToken cancel = default)
    {
        var (indicator, defined) = Indicator.Define(Agreement, Trainees, new("Stagiaires accueillis", IndicatorKind.Count, "person", ["delivery.recorded"], Signed)
        {
            Targets = [new(Signed.AddYears(2), 12)],
            Disaggregation = ["sex"],
        }, db.Today);
        db.Indicators.Add(indicator);
        db.Record(defined);
        await db.SaveChangesAsync(cancel);
        return indicator.Id;
    }
}
