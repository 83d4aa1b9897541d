using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Agreements;
using Shiraka.Agreements.Terms;
using Shiraka.Ledger;
using Shiraka.Programme;
using Shiraka.Tests.Programme;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Agreements.Calendar;

public sealed class TermHandlersTests
{
    private static readonly DateOnly Signed = SeededPartnership.Signed;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task Every_act_moves_the_calendar_and_register_and_ledger_agree(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var id = await OpenAsync(house);
        await house.RunAsync(db => SetTerm.HandleAsync(id, new(Renewal: "tacit") { Entry = "last_signature", Signatures = [new(Guid.CreateVersion7(), Signed), new(Guid.CreateVersion7(), new(2024, 10, 31))], Binds = "fixed", Duration = "P1Y", RenewalDuration = "P4M", RenewalMax = 9, NoticePeriod = "P1M" }, db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal((new(2024, 10, 31), new DateOnly(2026, 6, 30), new(2026, 5, 30)), (calendar.InForceOn!.Value, calendar.Current!.To!.Value, calendar.LastDayForNotice!.Value)));

        var noticed = await house.RunAsync(db => ReceiveNotice.HandleAsync(id, new(new(2026, 6, 1)), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal(ActEffect.Late, Assert.Single(calendar.Acts).Effect));
        await house.RunAsync(db => WithdrawAct.HandleAsync(id, Assert.IsType<Ok<ReceiveNotice.Response>>(noticed.Result).Value!.Act, new("saisi deux fois"), db, Cancel));
        await house.RunAsync(db => ReceiveNotice.HandleAsync(id, new(new(2026, 5, 30)), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal((new DateOnly(2026, 6, 30), true), (calendar.ExpiresOn!.Value, calendar.IsEnding)));

        await house.RunAsync(db => ProrogueAgreement.HandleAsync(id, new(new(2026, 6, 2), Length: "P2M"), db, Cancel));
        var paused = await house.RunAsync(db => SuspendAgreement.HandleAsync(id, new(new(2026, 6, 5), ExtendsTerm: true), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal((TermState.Suspended, true), (calendar.State, calendar.EndIsUnknown)));
        await house.RunAsync(db => ResumeAgreement.HandleAsync(id, Assert.IsType<Ok<SuspendAgreement.Response>>(paused.Result).Value!.Act, new(new(2026, 6, 8)), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal((TermState.InForce, new DateOnly(2026, 9, 3)), (calendar.State, calendar.ExpiresOn!.Value)));

        await house.RunAsync(db => TerminateAgreement.HandleAsync(id, new(new(2026, 6, 9), "d'un commun accord"), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal(TermState.Terminated, calendar.State));
        await house.RunAsync(db => WithdrawAct.OfTerminationAsync(id, new("erreur"), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Equal(TermState.InForce, calendar.State));
    }

    [Theory, OnBothStores]
    public async Task What_contradicts_the_record_is_refused_and_nothing_changes(StoreKind kind)
    {
        await using var house = await Partners.OpenAsync(kind);
        var id = await OpenAsync(house);
        async Task Refused(string code, Func<ShirakaDb, Task> act) => Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => house.RunAsync(async db => await act(db)))).Code);
        await house.RunAsync(db => SetTerm.HandleAsync(id, new(Signed) { Duration = "P1Y" }, db, Cancel));

        await Refused("term.after_end", db => ReceiveNotice.HandleAsync(id, new(new(2025, 9, 21)), db, Cancel));
        await Refused("term.after_end", db => ProrogueAgreement.HandleAsync(id, new(new(2026, 1, 1), Length: "P1Y"), db, Cancel));
        await Refused("term.prorogation_too_short", db => ProrogueAgreement.HandleAsync(id, new(new(2025, 1, 1), LastDay: new(2025, 9, 20)), db, Cancel));
        await Refused("term.length_or_end", db => ProrogueAgreement.HandleAsync(id, new(new(2025, 1, 1)), db, Cancel));
        await Refused("term.ahead", db => ReceiveNotice.HandleAsync(id, new(Partners.Today.AddDays(1)), db, Cancel));
        await Refused("term.renewal_not_agreed", db => AgreeRenewal.HandleAsync(id, new(new(2025, 1, 1)), db, Cancel));
        await Refused("term.suspension_ends_before_start", db => SuspendAgreement.HandleAsync(id, new(new(2025, 5, 1), new(2025, 4, 1)), db, Cancel));
        await Refused("term.before_start", db => SuspendAgreement.HandleAsync(id, new(new(2024, 5, 1), new(2024, 6, 1)), db, Cancel));
        await Refused("terminated_before_start", db => TerminateAgreement.HandleAsync(id, new(new(2024, 5, 1), "x"), db, Cancel));
        await Refused("term.no_length", db => SetTerm.HandleAsync(id, new(Signed) { Duration = "P0Y" }, db, Cancel));
        await Refused("term.length_and_end", db => SetTerm.HandleAsync(id, new(Signed, new(2030, 1, 1)) { Duration = "P1Y" }, db, Cancel));
        await Refused("term.nothing_said", db => SetTerm.HandleAsync(id, new(), db, Cancel));
        await AgreedAsync(house, id, calendar => Assert.Empty(calendar.Acts));
    }

    [Fact]
    public void A_term_sealed_before_the_calendar_still_reads()
    {
        AgreementTerm Read(string json) => System.Text.Json.JsonSerializer.Deserialize<AgreementTerm>(json, FactJson.Options)!;
        ConventionCalendar On(string json) => new TermRecord(Read(json)).On(new(2026, 6, 10));
        Assert.Equal(new DateOnly(2026, 12, 31), On("""{"inForceOn":"2024-01-01","expiresOn":"2026-12-31","noticeDays":60,"renewal":"none"}""").LastDay);
        Assert.Equal((new DateOnly(2026, 11, 2), null), On("""{"inForceOn":"2024-01-01","expiresOn":"2026-12-31","noticeDays":60,"renewal":"tacit"}""") is var tacit ? (tacit.LastDayForNotice!.Value, tacit.LastDay) : default);
        Assert.Equal((TermState.InForce, new DateOnly(2027, 1, 1)), On("""{"inForceOn":"2024-01-01","expiresOn":"2026-12-31","renewal":"minimum_then_open"}""") is var least ? (least.State, least.EarliestEnd!.Value) : default);
        Assert.False(On("""{"inForceOn":"2024-01-01","renewal":"open"}""").EndIsUnknown);
        Assert.True(On("""{"inForceOn":"2024-01-01","renewal":"none"}""").EndIsUnknown);
    }

    private static async Task<Guid> OpenAsync(House house)
    {
        var seeded = await house.RunAsync(db => SeededPartnership.ConfirmAsync(db, cancel: Cancel));
        house.Organisation = seeded.Host;
        return seeded.Agreement;
    }

    // What the register keeps beside the facts and what the facts alone tell are the same calendar.
    private static async Task AgreedAsync(House house, Guid id, Action<ConventionCalendar> check)
    {
        var told = (await house.Get<Partnerships>().ReadAsync(id, Partners.Today, Cancel))!.Header.Calendar;
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShirakaDb>();
        db.ActFor(house.Actor, house.Organisation, Partners.Today);
        var kept = (await db.Agreements.AsNoTracking().SingleAsync(a => a.Id == id, Cancel)).TermRecord.On(Partners.Today);
        Assert.Equal(CalendarJson.Write(told), CalendarJson.Write(kept));
        check(told);
    }
}
