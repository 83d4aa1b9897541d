using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Shared;
using Shiraka.Tests.Directory;
using Shiraka.Tests.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Ledger;

public sealed class ErasureTests
{
    private const string Note = "Formation menée par Espérance Nkurunziza";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task An_erased_body_is_gone_with_its_salt_and_the_ledger_verifies_to_the_same_old_root(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (_, fact) = await DeliveredAsync(house);
        var before = await house.Facts.PositionAsync(Cancel);

        Assert.NotNull(await EraseAsync(house, fact.Seq));

        Assert.Empty(await house.Store.ReadAsync("SELECT salt FROM fact_bodies WHERE fact_id = @id", row => row.Bytes(0), Cancel, ("id", fact.Id)));
        var left = (await house.Facts.AtAsync(fact.Seq, Cancel))!;
        Assert.Equal((true, null), (left.IsErased, left.Json));
        Assert.Equal(fact with { Json = null, Remainder = left.Remainder }, left);
        var result = await VerifyStore.RunAsync(house.Store, [Checkpoint.Parse(before!.Note)], null, Cancel);
        Assert.Null(result.Problem);
        Assert.Equal((before.Size + 1, 1L), (result.Facts, result.Erased));
        var dossier = await house.Get<Dossiers>().OfAsync([left], _ => false, Cancel);
        Assert.Equal(BodyState.Erased, Assert.Single(dossier!.Facts).BodyState);
        Assert.Equal((true, 1L), (DossierVerifier.Verify(dossier).Ok, DossierVerifier.Verify(dossier).Erased));
    }

    [Theory, OnBothStores]
    public async Task Who_erased_it_when_and_why_is_a_fact_without_its_words(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (partners, fact) = await DeliveredAsync(house);
        house.Actor = Guid.CreateVersion7();

        await EraseAsync(house, fact.Seq, ErasureReason.WrittenByMistake);

        var erasure = Assert.Single(await house.Facts.OfStreamAsync(fact.Id, Cancel));
        Assert.Equal(("body.erased", house.Actor, house.Organisation, house.Today, (Guid?)partners.Promises[0]), (erasure.Type, erasure.Actor, erasure.Organisation, erasure.OccurredOn, erasure.Under));
        Assert.Equal(("delivery.recorded", ErasureReason.WrittenByMistake), (erasure.Body<BodyErased>()!.Type, erasure.Body<BodyErased>()!.Reason));
        Assert.DoesNotContain("Nkurunziza", erasure.Json!, StringComparison.Ordinal);
    }

    [Theory, OnBothStores]
    public async Task No_figure_changes_whichever_bodies_are_erased_and_no_word_of_them_is_shown(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (partners, delivered) = await DeliveredAsync(house);
        var indicator = await house.RunAsync(db => MeasureAsync(db, partners));
        var position = (await house.Facts.PositionAsync(Cancel))!;
        var before = await house.Get<Partnerships>().ReadAtAsync(partners.Agreement, position, Cancel);
        var words = (await house.Facts.AfterAsync(-1, 1000, Cancel)).Where(fact => FactJson.HoldsFreeText(fact.Type)).ToList();

        foreach (var fact in words) await EraseAsync(house, fact.Seq);

        Assert.True(words.Count > 8);
        foreach (var view in new[] { await house.Get<Partnerships>().ReadAtAsync(partners.Agreement, position, Cancel), await house.Get<Partnerships>().ReadAsync(partners.Agreement, house.Today, Cancel) })
        {
            Assert.Equal(Figures(before!), Figures(view!));
            Assert.Equal(2, view!.Indicators.Single(one => one.Definition.Id == indicator).Value.Value);      // distinct persons, who are told apart by the bodies only
        }

        var report = Encoding.UTF8.GetString((await house.Get<ReportFile>().HtmlAsync(new ReportOrder(partners.Agreement, Language.Fr, partners.Next, position.Size), Cancel))!);
        Assert.DoesNotContain("Nkurunziza", report, StringComparison.Ordinal);
        Assert.Contains("Texte effacé", report, StringComparison.Ordinal);
        Assert.True(DossierVerifier.Verify(report, house.Get<LedgerIdentity>().PublicKey).Ok);
        Assert.Equal(delivered.Quantity, (await house.Facts.AtAsync(delivered.Seq, Cancel))!.Quantity);
    }

    [Theory, OnBothStores]
    public async Task A_person_whose_body_is_erased_has_no_name_left_in_the_directory(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        house.Organisation = await house.EnterAsync("BI", new GivenName("fr", "CHU de Kamenge"));
        var (person, post) = await house.PostAsync(house.Organisation, "Directrice, Mme Nkurunziza", "Espérance Nkurunziza", "إسبيرانس نكورونزيزا");
        await house.PostAsync(house.Organisation, "Chef de service", "Aline Ndayizeye");
        Task<IReadOnlyList<PersonProposal>> FindAsync() => house.InScopeAsync(services => services.GetRequiredService<PersonFinder>().ProposeAsync("Esperance Nkurunziza", 5, Cancel));
        Assert.Contains(await FindAsync(), one => one.Person == person);

        await EraseAsync(house, (await house.Facts.OfStreamAsync(person, Cancel))[0].Seq);
        await house.PostAsync(house.Organisation, "Sage-femme", "Diane Irakoze", "ديان إيراكوزي");      // as many names as before

        Assert.DoesNotContain(await FindAsync(), one => one.Person == person);
        await EraseAsync(house, (await house.Facts.OfStreamAsync(post, Cancel))[0].Seq);
        Assert.Equal("", Assert.Single(await house.Store.ReadAsync("SELECT title FROM posts WHERE id = @post", row => row.GetString(0), Cancel, ("post", post))));
        Assert.Empty(await house.Store.ReadAsync("SELECT name FROM person_names WHERE person = @person", row => row.GetString(0), Cancel, ("person", person)));
    }

    [Theory, OnBothStores]
    public async Task Notes_and_names_of_files_that_the_register_keeps_go_with_their_body(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (partners, fact) = await DeliveredAsync(house);
        await house.RunAsync(async db =>
        {
            db.Cite(partners.Agreement, new PostedFile(new string('c', 64), "nkurunziza.pdf", "application/pdf", 7));
            db.Cite(partners.Agreement, new PostedFile(new string('c', 64), "autre nom.pdf", "application/pdf", 7));
            await ReceiveNotice.HandleAsync(partners.Agreement, new(new(2026, 6, 1), Note: "Lettre d'Espérance Nkurunziza"), db, Cancel);
        });
        var notice = (await house.Facts.OfStreamAsync(partners.Agreement, Cancel)).Single(one => one.Type == "agreement.notice_received");
        async Task<string> ReadAsync(string query) => string.Join(" | ", await house.Store.ReadAsync(query, row => row.GetString(0), Cancel));
        Assert.Contains("Nkurunziza", await ReadAsync("SELECT terms FROM agreements"), StringComparison.Ordinal);

        await EraseAsync(house, fact.Seq);
        await EraseAsync(house, notice.Seq);

        Assert.Equal("autre nom.pdf | cccccccc", await ReadAsync("SELECT file_name FROM document_citations ORDER BY file_name"));
        var terms = await ReadAsync("SELECT terms FROM agreements");
        Assert.DoesNotContain("Nkurunziza", terms, StringComparison.Ordinal);
        Assert.Contains("2026-06-01", terms, StringComparison.Ordinal);
    }

    [Theory, OnBothStores]
    public async Task A_body_of_somebody_else_is_not_found_one_without_words_or_erased_already_is_refused(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (_, fact) = await DeliveredAsync(house);
        await house.RunAsync(db =>
        {
            db.Record(ThingHappened.On(Guid.CreateVersion7(), 1, "thing"));
            return Task.CompletedTask;
        });
        var thing = (await house.Facts.PositionAsync(Cancel))!.Size - 1;
        var own = house.Organisation;

        house.Organisation = Guid.CreateVersion7();
        Assert.Null(await EraseAsync(house, fact.Seq));
        Assert.Null(await EraseAsync(house, 1_000_000));
        house.Organisation = own;
        Assert.Equal("erasure.nothing", await Entered.RefusedAsync(() => EraseAsync(house, thing)));
        await EraseAsync(house, fact.Seq);
        Assert.Equal("erasure.done", await Entered.RefusedAsync(() => EraseAsync(house, fact.Seq)));
    }

    [Theory, OnBothStores]
    public async Task Of_many_who_erase_the_same_body_at_once_one_does(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var (_, fact) = await DeliveredAsync(house);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            try
            {
                return await EraseAsync(house, fact.Seq) is null ? "none" : "erased";
            }
            catch (RefusedException e)
            {
                return e.Code;
            }
        }));

        Assert.Equal(["erased", .. Enumerable.Repeat("erasure.done", 11)], outcomes.Order(StringComparer.Ordinal));
        Assert.Single(await house.Facts.OfStreamAsync(fact.Id, Cancel));
    }

    [Fact]
    public async Task An_erased_text_is_in_no_byte_of_the_database_file_once_the_server_has_stopped()
    {
        await using var house = await Partners.OpenAsync(StoreKind.Sqlite);
        var (_, fact) = await DeliveredAsync(house);
        var (erased, kept) = (Encoding.UTF8.GetBytes(Note), Encoding.UTF8.GetBytes("Mission menée à Bujumbura"));
        await EraseAsync(house, fact.Seq);

        await house.StopAsync();

        var files = await Task.WhenAll(System.IO.Directory.GetFiles(house.Folder, "shiraka.db*").Select(file => File.ReadAllBytesAsync(file, Cancel)));
        Assert.Contains(files, file => file.AsSpan().IndexOf(kept) >= 0);
        Assert.DoesNotContain(files, file => file.AsSpan().IndexOf(erased) >= 0);
    }

    private static async Task<(Partners Partners, SealedFact Fact)> DeliveredAsync(House house)
    {
        var partners = await Partners.SealAsync(house);
        await house.RunAsync(db => RecordDelivery.HandleAsync(
            partners.Mission, new(Note, new(2026, 4, 2), 1, "mission") { Evidence = [new(new string('c', 64), "nkurunziza.pdf", "application/pdf", 7, "CV de E. Nkurunziza")] }, db, Cancel));
        return (partners, (await house.Facts.OfStreamAsync(partners.Mission, Cancel))[^1]);
    }

    private static async Task<Guid> MeasureAsync(ShirakaDb db, Partners partners)
    {
        foreach (var (subject, day) in new[] { ("s1", 1), ("s2", 2), ("s1", 3) })
            await RecordDelivery.HandleAsync(partners.Mission, new("Stage de E. Nkurunziza", new(2026, 5, day), 1, "person") { Subject = subject, Breakdown = Sexes }, db, Cancel);
        var (indicator, defined) = Indicator.Define(
            partners.Agreement, partners.Promises[0], new("Personnes formées", IndicatorKind.Unique, "person", ["delivery.recorded"], new(2025, 9, 21)) { Disaggregation = ["sex"] }, db.Today);
        db.Indicators.Add(indicator);
        db.Record(defined);
        await db.SaveChangesAsync(Cancel);
        return indicator.Id;
    }

    private static readonly Dictionary<string, IReadOnlyDictionary<string, long>> Sexes = new(StringComparer.Ordinal) { ["sex"] = new Dictionary<string, long>(StringComparer.Ordinal) { ["female"] = 1 } };

    // All that is computed, without what people wrote.
    private static string Figures(Partnership view) => System.Text.Json.JsonSerializer.Serialize(new
    {
        view.Header.State,
        view.Header.EndsOn,
        view.Header.NoticeBy,
        Standings = view.Commitments.Select(thread => thread.Standing),
        Done = view.Done.Select(done => new { done.Seq, done.Quantity, done.Unit, done.Activity, done.Axis, done.Breakdown, done.Subject, done.Uncovered, done.StartedOn, Files = done.Evidence.Select(file => file.Sha256) }),
        Activities = view.Activities.Select(activity => new { activity.Id, activity.Title, activity.State, activity.Delivered, activity.Share }),
        Indicators = view.Indicators.Select(one => new { one.Definition.Title, one.Value, one.State, one.Expected }),
        Sessions = view.Sessions.Select(session => new { session.Id, session.State, session.HeldOn }),
        Decisions = view.Decisions.Select(decision => new { decision.Id, decision.State, decision.DueOn, decision.ExecutedOn }),
    });

    private static Task<BodyErased?> EraseAsync(House house, long seq, ErasureReason reason = ErasureReason.PersonAsked) => house.RunAsync(async db =>
    {
        var erased = await db.EraseAsync(seq, reason, house.Services.GetServices<IForgets>(), Cancel);
        await db.SaveChangesAsync(Cancel);
        return erased;
    });
}
