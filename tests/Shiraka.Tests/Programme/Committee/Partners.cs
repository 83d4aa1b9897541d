using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Stores;

namespace Shiraka.Tests.Programme;

/// <summary>A convention between Rabat and Bujumbura on a real store: three promises, one session held, one to come.</summary>
internal sealed record Partners(Guid Agreement, Guid Ours, Guid Theirs, IReadOnlyList<Guid> Promises, Guid Mission)
{
    public static readonly DateOnly Today = new(2026, 6, 10);

    public Guid Held { get; init; }
    public Guid Next { get; init; }
    public Guid Open { get; init; }

    public static Task<House> OpenAsync(StoreKind kind, StillClock? clock = null) =>
        House.OpenAsync(kind, services => services.AddSingleton<TimeProvider>(clock ?? new StillClock(Today)));

    /// <summary>Confirms the convention for the house's organisation and lets it be seen by both.</summary>
    public static async Task<Partners> SealAsync(House house, string language = "fr") =>
        await WithSessionsAsync(house.RunAsync, await house.RunAsync(db => ConfirmAsync(db, house.Organisation, language)));

    public static async Task<Partners> WithSessionsAsync(Func<Func<ShirakaDb, Task<Partners>>, Task<Partners>> run, Partners partners)
    {
        var (held, next, open) = (Guid.Empty, Guid.Empty, Guid.Empty);
        return await run(async db =>
        {
            var (first, called) = CommitteeSession.Call(partners.Agreement, partners.Promises[2], 1, new(2025, 12, 12), "Rabat", new(2025, 11, 1));
            var heldFact = first.Hold(new(2025, 12, 12), [partners.Ours, partners.Theirs], [new(new string('a', 64), "pv.pdf", "application/pdf", 9, "PV de la 1re séance")], new(2025, 12, 13));
            var (decision, taken) = first.Decide(1, "Ouvrir une ligne directe", new(partners.Theirs, "CHU de Kamenge"), new(2026, 1, 15), partners.Promises[0]);
            var (late, takenToo) = first.Decide(2, "Nommer un point focal", new(partners.Ours, "CHU Ibn Sina"), new(2026, 4, 15), null);
            var executed = decision.Execute("Ligne ouverte", [], new(2026, 1, 9), Today);
            var (second, again) = CommitteeSession.Call(partners.Agreement, partners.Promises[2], 2, new(2026, 6, 25), "Bujumbura", new(2026, 5, 1));
            foreach (var fact in (Fact[])[called, heldFact, taken, takenToo, executed, again]) db.Record(fact);
            db.AddRange(first, second);
            await db.SaveChangesAsync();
            db.AddRange(decision, late);
            (held, next, open) = (first.Id, second.Id, late.Id);
            await db.SaveChangesAsync();
            return partners with { Held = held, Next = next, Open = open };
        });
    }

    public static async Task<Partners> ConfirmAsync(ShirakaDb db, Guid ours, string language, int number = 0)
    {
        var theirs = Guid.CreateVersion7();
        if (!await db.Organisations.AnyAsync(one => one.Id == ours)) await RegisterAsync(db, ours, "MA", "ma-rabat", "CHU Ibn Sina", "المركز الاستشفائي الجامعي ابن سينا");
        await RegisterAsync(db, theirs, "BI", "bi-bujumbura", number == 0 ? "CHU de Kamenge" : $"Hôpital {number}", number == 0 ? "المركز الاستشفائي الجامعي كامينغي" : $"مستشفى {number}");
        var source = new SourceRecord
        {
            Id = Guid.CreateVersion7(),
            Digest = new byte[32],
            Kind = "pasted",
            Name = "texte",
            Text = "texte",
            Language = language,
            Organisation = ours,
            ImportedBy = ours,
            ImportedAt = 0,
        };
        db.Add(source);
        await db.SaveChangesAsync();     // the stores check that what a row names is there already
        var promises = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
        var (agreement, fact) = Shiraka.Agreements.Agreement.Confirm(
            new("Convention CHU Ibn Sina – CHU de Kamenge", "convention", language,
                [new(ours, "CHU Ibn Sina", "CHU Ibn Sina", "hospital", "MA"), new(theirs, number == 0 ? "CHU de Kamenge" : $"Hôpital {number}", "Kamenge", "hospital", "BI")],
                [
                    new(promises[0], 1, "send_experts", "Missions d'experts", "envoyer des experts au Burundi", 3, ours, 4, "mission"),
                    new(promises[1], 2, "joint_research", "Recherche commune", "mener des recherches communes", 4),
                    new(promises[2], 3, "committee", "Comité de suivi", "créer un comité de suivi", 5, theirs),
                ])
            { SignedOn = new(2025, 9, 21), Place = "Rabat", Committee = true, Financial = "each_party_bears_own", Term = new(new(2025, 9, 21), new(2026, 11, 20), 60) },
            new("00", "signed_text", "convention.pdf", 1), source.Id, Today);
        db.Add(agreement);
        db.Record(fact);
        await db.SaveChangesAsync();
        db.AddRange(fact.Parties.Select((party, i) => new Party { Agreement = agreement.Id, Organisation = party.Organisation, Ordinal = i + 1, AsWritten = party.AsWritten }));
        db.AddRange(fact.Commitments.Select(one => new Commitment { Id = one.Id, Agreement = agreement.Id, Ordinal = one.Ordinal, Kind = one.Kind, Title = one.Title }));
        db.Show(agreement.Id, ours, "party");
        db.Show(agreement.Id, theirs, "party");
        var (mission, planned) = Activity.Plan(
            agreement.Id, promises[0], new("Missions de l'année", new(2025, 10, 1), new(2026, 9, 1), new(ours, "CHU Ibn Sina"), ExpectedQuantity: 4, ExpectedUnit: "mission"), new(new(2025, 9, 21)), new(2025, 9, 21));
        var recorded = mission.RecordDelivery(
            new Done("Mission menée à Bujumbura", new(2026, 3, 2), 2, "mission") { Evidence = [new(new string('b', 64), "rapport.pdf", "application/pdf", 5, "Rapport de mission")] },
            new([new(new(2025, 9, 21), null)]), new(2026, 3, 3));
        db.Add(mission);
        db.Record(planned);
        db.Record(recorded);
        await db.SaveChangesAsync();
        return new(agreement.Id, ours, theirs, promises, mission.Id);
    }

    /// <summary>One more mission, as the form would record it.</summary>
    public async Task DeliverAsync(House house, DateOnly on) => await house.RunAsync(async db =>
    {
        await RecordDelivery.HandleAsync(Mission, new("Mission de suivi", on, 1, "mission"), db, CancellationToken.None);
    });

    private static async Task RegisterAsync(ShirakaDb db, Guid id, string country, string place, string fr, string ar) => await RegisterOrganisation.InAsync(
        new(OrganisationKind.Hospital, country, [new("fr", fr), new("ar", ar)], Place: Places.ShippedId(place)), db, CancellationToken.None, id);
}
