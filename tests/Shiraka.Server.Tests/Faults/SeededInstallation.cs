using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;

namespace Shiraka.Server.Tests.Faults;

/// <summary>
/// An installation with agreements, activities, an account and an open session, made through the modules' own entities before a server
/// of it starts. <paramref name="Token"/> is that of the session's cookie.
/// </summary>
internal sealed record SeededInstallation(Installation Installation, string Token, Guid Account, Guid Organisation, IReadOnlyList<Guid> Agreements, IReadOnlyList<Guid> Activities)
{
    private static readonly DateOnly Start = new(2025, 9, 1);

    public static async Task<SeededInstallation> MakeAsync(Installation installation, int agreements = 1, int activitiesEach = 8, int deliveriesEach = 0)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShiraka(installation);
        var host = builder.Build();
        await host.StartAsync();
        try
        {
            return await new Seed(host.Services, Guid.CreateVersion7()).RunAsync(installation, agreements, activitiesEach, deliveriesEach);
        }
        finally
        {
            await host.StopAsync();
            await ((IAsyncDisposable)host).DisposeAsync();
        }
    }

    /// <summary>The store of the installation, to read only; a server may be running beside it.</summary>
    public IStore OpenStore() => Installation.IsPostgres ? new PostgresStore(Installation.Database) : new SqliteLane(Installation.Database);

    private sealed class Seed(IServiceProvider services, Guid organisation)
    {
        private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        private readonly List<Guid> agreements = [];
        private readonly List<Guid> activities = [];

        public async Task<SeededInstallation> RunAsync(Installation installation, int count, int activitiesEach, int deliveriesEach)
        {
            var opened = await services.GetRequiredService<AccessSetup>().OpenAsync("essai@chu.example", "Personne d'essai", organisation, Role.Coordinator, password: "une phrase assez longue");
            var token = await services.GetRequiredService<Sessions>().OpenAsync(opened.Id, organisation);
            for (var i = 0; i < count; i++)
                await RunAsync(opened.Id, db => AgreementAsync(db, i, activitiesEach, deliveriesEach));
            await services.GetRequiredService<Sealer>().CaughtUpAsync();
            return new SeededInstallation(installation, token, opened.Id, organisation, agreements, activities);
        }

        private async Task RunAsync(Guid actor, Func<ShirakaDb, Task> handler)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
            db.ActFor(actor, organisation, today, seesAll: true);
            await services.GetRequiredService<Ledger.Commands>().RunAsync(db, async () =>
            {
                await handler(db);
                return true;
            });
        }

        private async Task AgreementAsync(ShirakaDb db, int number, int activitiesEach, int deliveriesEach)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"Convention d'essai {number}");
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes(text));
            var source = new SourceRecord
            {
                Id = Guid.CreateVersion7(),
                Digest = digest,
                Kind = "txt",
                Name = text + ".txt",
                Text = text,
                Language = "fr",
                Organisation = organisation,
                ImportedBy = db.Actor,
                ImportedAt = 0,
            };
            db.Add(source);
            await db.SaveChangesAsync();

            var partner = Guid.CreateVersion7();
            var promise = new PromisedCommitment(Guid.CreateVersion7(), 1, "training", "Former des équipes", text);
            var record = new ConfirmedInstrument(text, "convention", "fr",
                [new AgreementParty(organisation, "CHU d'essai", "CHU d'essai", "hospital"), new AgreementParty(partner, "Hôpital partenaire", "Hôpital partenaire", "hospital")], [promise])
            {
                SignedOn = Start,
                Term = new AgreementTerm(Start, Renewal: "tacit"),
            };
            var (agreement, confirmed) = Agreement.Confirm(record, new AgreementSource(Convert.ToHexStringLower(digest), "signed_text", source.Name, 1), source.Id, today);
            db.Agreements.Add(agreement);
            db.Record(confirmed);
            db.Show(agreement.Id, organisation, "party");
            await db.SaveChangesAsync();
            for (var i = 0; i < record.Parties.Count; i++)
                db.Parties.Add(new Party { Agreement = agreement.Id, Organisation = record.Parties[i].Organisation, Ordinal = i + 1, AsWritten = record.Parties[i].AsWritten });
            db.Commitments.Add(new Commitment { Id = promise.Id, Agreement = agreement.Id, Ordinal = 1, Kind = promise.Kind, Title = promise.Title });
            await db.SaveChangesAsync();
            agreements.Add(agreement.Id);

            for (var i = 0; i < activitiesEach; i++) await ActivityAsync(db, agreement.Id, promise.Id, deliveriesEach);
        }

        private async Task ActivityAsync(ShirakaDb db, Guid agreement, Guid commitment, int deliveriesEach)
        {
            var plan = new ActivityPlan("Formation", Start, Start.AddYears(2), new Owner(organisation, "CHU d'essai"));
            var (activity, planned) = Activity.Plan(agreement, commitment, plan, new AgreementYears(Start), today);
            db.Activities.Add(activity);
            db.Record(planned);
            await db.SaveChangesAsync();
            for (var i = 0; i < deliveriesEach; i++)
            {
                var recorded = activity.RecordDelivery(new Done("Séance tenue", Start.AddDays(i % 300), 1 + i % 12, "person"), Coverage.Unknown, today);
                db.Record(recorded);
            }

            await db.SaveChangesAsync();
            activities.Add(activity.Id);
        }
    }
}
