using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;

namespace Shiraka.Server.Demo;

/// <summary>
/// Fills a fresh installation through the handlers that people call: organisations, accounts, five texts read and confirmed, a
/// plan for each, and a year of facts with their documents. Days are counted back from today, so it is never out of date.
/// </summary>
internal sealed class Demonstration(IServiceProvider services, DateOnly today)
{
    /// <summary>Known to everybody: for a laptop, never for a hospital.</summary>
    public const string Password = "shiraka-demo-2026";

    private readonly Dictionary<string, Guid> organisations = new(StringComparer.Ordinal);
    private Guid officer;

    /// <summary>True where the installation holds accounts already: then nothing is done.</summary>
    public async Task<bool> IsPreparedAsync(CancellationToken cancel) => await ReadAsync(db => db.Accounts.AnyAsync(cancel));

    public async Task RunAsync(CancellationToken cancel)
    {
        var script = DemoScript.Read();
        foreach (var one in script.Organisations) organisations[one.Key] = await RegisterAsync(one, cancel);
        foreach (var person in script.People) await OpenAsync(person, cancel);
        foreach (var agreement in script.Agreements) await BringInAsync(agreement, cancel);
    }

    private async Task<Guid> RegisterAsync(DemoOrganisation one, CancellationToken cancel)
    {
        var place = one.Place is null ? null : await ReadWithAsync<Places, Guid?>(async (places, _) =>
            (await places.AllAsync(Language.Fr, one.Country, cancel)).FirstOrDefault(p => p.NameIn(Language.Fr) == one.Place)?.Id);
        return await WriteAsync(Guid.Empty, today, (db, _) => RegisterOrganisation.InAsync(
            new RegisterOrganisation.Request(one.Kind, one.Country, [.. one.Names.Select(name => new GivenName(name[0], name[1]))], Place: place), db, cancel), cancel);
    }

    private async Task OpenAsync(DemoPerson person, CancellationToken cancel)
    {
        var accounts = services.GetRequiredService<AccessSetup>();
        Languages.TryRead(person.Language, out var language);
        var (organisation, roles) = (organisations[person.Organisation], person.As.ToList());
        var opened = await accounts.OpenAsync(person.Email, person.Name, organisation, roles[0], language, Password, cancel);
        foreach (var role in roles.Skip(1)) await accounts.GrantAsync(person.Email, organisation, role, cancel);
        if (officer == Guid.Empty) officer = opened.Id;
    }

    private async Task BringInAsync(DemoAgreement script, CancellationToken cancel)
    {
        var draft = await DraftAsync(script, cancel);
        var confirmed = await WriteAsync(officer, today, async (db, scope) =>
        {
            var open = await db.Drafts.AsNoTracking().SingleAsync(d => d.Id == draft, cancel);
            var source = await db.Sources.SingleAsync(s => s.Id == open.Source, cancel);
            Languages.TryRead(script.Language, out var language);
            var review = await Review.OfAsync(source, scope.GetRequiredService<OrganisationFinder>(), Words.In(language), cancel);
            return await ConfirmDraft.HandleAsync(draft, Confirming.AllOf(review, [.. script.Parties.Select(key => organisations[key])], Words.In(language)), db, cancel);
        }, cancel);
        var agreement = ((Ok<ConfirmDraft.Response>)confirmed.Result).Value!.Agreements[0];
        if (script.Term is { } term)
            await WriteAsync(officer, today, async (db, _) => await SetTerm.HandleAsync(agreement, SetTerm.Request.Of(term with { InForceOn = (await db.Agreements.SingleAsync(a => a.Id == agreement, cancel)).SignedOn }), db, cancel), cancel);
        await PlanAsync(agreement, script, cancel);
        foreach (var fact in script.Facts.OrderByDescending(fact => fact.DaysAgo)) await RecordAsync(agreement, fact, cancel);
        await new DemoYear(today, (day, handler) => WriteAsync(officer, day, handler, cancel)).RunAsync(agreement, script, [.. script.Parties.Select(key => organisations[key])], cancel);
    }

    private Task<Guid> DraftAsync(DemoAgreement script, CancellationToken cancel) => ReadWithAsync<ShirakaDb, Guid>(async (db, scope) =>
        (await ImportText.RunAsync(new ImportText.Request(DemoScript.TextOf(script.Text), ""), db, scope.GetRequiredService<Ledger.Commands>(), scope.GetRequiredService<TimeProvider>(), cancel)).Draft);

    // The plan is made a year ago, or on the day of signature where that is later.
    private async Task PlanAsync(Guid agreement, DemoAgreement script, CancellationToken cancel)
    {
        var signed = await ReadAsync(db => db.Agreements.Where(a => a.Id == agreement).Select(a => a.SignedOn).SingleAsync(cancel));
        var day = today.AddDays(-360) is var yearAgo && signed > yearAgo ? signed.Value : yearAgo;
        await WriteAsync(officer, day, async (db, scope) =>
        {
            var all = await db.Commitments.Where(c => c.Agreement == agreement && !script.Silent.Contains(c.Kind)).Select(c => c.Id).ToListAsync(cancel);
            return await ProposePlan.HandleAsync(agreement, new ProposePlan.Request(all, all, script.Language), db, scope.GetRequiredService<Partnerships>(), cancel);
        }, cancel);
    }

    private async Task RecordAsync(Guid agreement, DemoFact fact, CancellationToken cancel)
    {
        var file = fact.Evidence is null ? null : await EvidenceAsync(fact, cancel);
        var on = today.AddDays(-fact.DaysAgo);
        await WriteAsync(officer, today, async (db, _) =>
        {
            var commitment = await db.Commitments.Where(c => c.Agreement == agreement && c.Kind == fact.Kind).OrderBy(c => c.Ordinal).FirstOrDefaultAsync(cancel);
            // A fact without its promise would be left out unseen: a reader that has learned something else must not thin out the demonstration.
            if (commitment is null || await db.Activities.FirstOrDefaultAsync(a => a.Commitment == commitment.Id, cancel) is not { } activity)
                throw new InvalidDataException($"The demonstration records \"{fact.Note}\", but no promise of kind {fact.Kind} was read and planned.");
            await RecordDelivery.HandleAsync(activity.Id, new RecordDelivery.Request(fact.Note, on, fact.Quantity, fact.Unit)
            {
                Evidence = file is null ? [] : [new Evidence(file.Sha256, file.FileName, file.ContentType, file.SizeBytes, fact.Evidence!)],
            }, db, cancel);
            if (file is not null) db.Cite(agreement, file);
            await db.SaveChangesAsync(cancel);
            return true;
        }, cancel);
    }

    private async Task<PostedFile> EvidenceAsync(DemoFact fact, CancellationToken cancel)
    {
        await using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{fact.Evidence}\n\n{fact.Note}\n"));
        return await services.GetRequiredService<IFileIntake>().KeepAsync(content, fact.Evidence + ".txt", "text/plain", cancel);
    }

    private Task<T> ReadAsync<T>(Func<ShirakaDb, Task<T>> read) => ReadWithAsync<ShirakaDb, T>((db, _) => read(db));

    private async Task<T> ReadWithAsync<TService, T>(Func<TService, IServiceProvider, Task<T>> read) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        Act(scope.ServiceProvider.GetRequiredService<ShirakaDb>(), officer, today);
        return await read(scope.ServiceProvider.GetRequiredService<TService>(), scope.ServiceProvider);
    }

    private async Task<T> WriteAsync<T>(Guid actor, DateOnly day, Func<ShirakaDb, IServiceProvider, Task<T>> handler, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        Act(db, actor, day);
        return await scope.ServiceProvider.GetRequiredService<Ledger.Commands>().RunAsync(db, async () =>
        {
            var done = await handler(db, scope.ServiceProvider);
            await db.SaveChangesAsync(cancel);
            return done;
        }, waitForSeal: true, cancel: cancel);
    }

    private void Act(ShirakaDb db, Guid actor, DateOnly day) => db.ActFor(actor, organisations.GetValueOrDefault("ministry"), day);
}
