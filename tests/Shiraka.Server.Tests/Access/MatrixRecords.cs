using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;

namespace Shiraka.Server.Tests.Access;

/// <summary>A record of each kind that routes ask for, made for one organisation through the handlers; every text holds <paramref name="text"/>.</summary>
internal sealed class MatrixRecords(RunningHost host, Guid organisation, string text)
{
    private static readonly Guid Actor = Guid.CreateVersion7();
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

    public async Task<MatrixRecords> MakeAsync()
    {
        var partner = await RunAsync(async db =>
        {
            await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "MA", [new GivenName("fr", "Hôpital " + text + organisation)]), db, default, organisation);
            return await RegisterOrganisation.InAsync(new(OrganisationKind.Hospital, "DZ", [new GivenName("fr", "Partenaire " + organisation)]), db, default);
        });
        Ids["draft"] = (await DraftAsync("laissé ouvert")).ToString();
        var agreement = await ConfirmAsync(await DraftAsync("confirmé"), partner);
        Ids["agreement"] = agreement.ToString();
        await PlanAsync(agreement);
        await DeliverAsync(agreement, Guid.Parse(Ids["activity"]));
        await MeetAsync(agreement);
        var noticed = await RunAsync(db => ReceiveNotice.HandleAsync(agreement, new(today.AddDays(-1), Note: text), db, default));
        Ids["act"] = Assert.IsType<Ok<ReceiveNotice.Response>>(noticed.Result).Value!.Act.ToString();
        return this;
    }

    private async Task<Guid> DraftAsync(string which) => (await WithAsync(async (db, services) => await ImportText.RunAsync(
        new ImportText.Request($"{text} {which} {organisation}", text, Anyway: true), db, services.GetRequiredService<Shiraka.Ledger.Commands>(), TimeProvider.System, default))).Draft;

    private async Task<Guid> ConfirmAsync(Guid draft, Guid partner)
    {
        var instrument = new ConfirmDraft.Instrument(text, "convention",
            [new ConfirmDraft.PartyChoice(text, organisation), new ConfirmDraft.PartyChoice(text + " bis", partner)], [new ConfirmDraft.Promise("host_trainees", text, text, Quantity: 5, Unit: "person")])
        { SignedOn = today.AddDays(-200), Term = new AgreementTerm(today.AddDays(-200)) };
        var confirmed = await RunAsync(db => ConfirmDraft.HandleAsync(draft, new ConfirmDraft.Request([instrument]), db, default));
        return Assert.IsType<Ok<ConfirmDraft.Response>>(confirmed.Result).Value!.Agreements[0];
    }

    private async Task PlanAsync(Guid agreement)
    {
        var partnerships = host.App.Services.GetRequiredService<Partnerships>();
        var planned = await RunAsync(async db =>
        {
            var all = await db.Commitments.Where(c => c.Agreement == agreement).Select(c => c.Id).ToListAsync();
            return await ProposePlan.HandleAsync(agreement, new(all, all), db, partnerships, default);
        });
        var plan = Assert.IsType<Ok<ProposePlan.Response>>(planned.Result).Value!;
        (Ids["activity"], Ids["indicator"]) = (plan.Activities[0].ToString(), plan.Indicators[0].ToString());
    }

    private async Task DeliverAsync(Guid agreement, Guid activity)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes(text + organisation));
        var file = await host.App.Services.GetRequiredService<IFileIntake>().KeepAsync(content, "preuve.txt", "text/plain", default);
        var recorded = await RunAsync(async db =>
        {
            var done = await RecordDelivery.HandleAsync(activity, new(text, today, 1, "person") { Evidence = [new Evidence(file.Sha256, file.FileName, file.ContentType, file.SizeBytes, text)] }, db, default);
            db.Cite(agreement, file);
            await db.SaveChangesAsync();
            return done;
        });
        Ids["delivery"] = Assert.IsType<Ok<RecordDelivery.Response>>(recorded.Result).Value!.Id.ToString();
        Ids["sha256"] = file.Sha256;
        Ids["seq"] = (await host.App.Services.GetRequiredService<SealedFacts>().OfStreamAsync(activity))[0].Seq.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task MeetAsync(Guid agreement)
    {
        var called = await RunAsync(db => CallSession.HandleAsync(agreement, new(today, text), db, default));
        var session = Assert.IsType<Ok<CallSession.Response>>(called.Result).Value!.Session;
        await RunAsync(db => HoldSession.HandleAsync(session, new(today, [organisation]), db, default));
        var partnerships = host.App.Services.GetRequiredService<Partnerships>();
        var taken = await RunAsync(db => TakeDecision.HandleAsync(session, new(text, organisation, today.AddDays(10)), db, partnerships, default));
        (Ids["session"], Ids["decision"]) = (session.ToString(), Assert.IsType<Ok<TakeDecision.Response>>(taken.Result).Value!.Decision.ToString());
    }

    private Task<T> RunAsync<T>(Func<ShirakaDb, Task<T>> handler) => WithAsync((db, services) => services.GetRequiredService<Shiraka.Ledger.Commands>().RunAsync(db, async () =>
    {
        var done = await handler(db);
        await db.SaveChangesAsync();
        return done;
    }, waitForSeal: true));

    private async Task<T> WithAsync<T>(Func<ShirakaDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(Actor, organisation, today);
        return await work(db, scope.ServiceProvider);
    }
}
