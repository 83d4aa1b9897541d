using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shiraka.Access;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Agreements;

/// <summary>The page of the term and its forms: each does what the route of its act does.</summary>
internal static class TermPages
{
    private const string One = "/agreements/{agreement:guid}";

    public static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(One + "/term", ShowAsync).Allow(Right.ConfirmAgreements);
        Form(pages, "/term", (agreement, form, db, cancel) => form.Then(TermForm.Read(form), async request => (await SetTerm.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/notices", (agreement, form, db, cancel) => form.Then(new ReceiveNotice.Request(form.Day("on"), TermForm.YesNo(form, "inForm"), form.IdOrNull("by"), form.TextOrNull("note", 500)),
            async request => (await ReceiveNotice.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/prorogations", (agreement, form, db, cancel) => form.Then(new ProrogueAgreement.Request(form.Day("on"), TermForm.Length(form, "length"), form.DayOrNull("lastDay"), form.TextOrNull("reason", 500)),
            async request => (await ProrogueAgreement.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/suspensions", (agreement, form, db, cancel) => form.Then(new SuspendAgreement.Request(form.Day("on"), form.DayOrNull("lastDay"), TermForm.YesNo(form, "extendsTerm"), form.TextOrNull("reason", 500)),
            async request => (await SuspendAgreement.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/renewals", (agreement, form, db, cancel) => form.Then(new AgreeRenewal.Request(form.Day("on"), form.TextOrNull("note", 500)),
            async request => (await AgreeRenewal.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/terminate", (agreement, form, db, cancel) => form.Then(new TerminateAgreement.Request(form.Day("lastDay"), form.Text("reason", 500)),
            async request => (await TerminateAgreement.HandleAsync(agreement, request, db, cancel)).Result));
        Form(pages, "/terminate/withdraw", (agreement, form, db, cancel) => form.Then(new WithdrawAct.Request(form.Text("reason", 500)),
            async request => (await WithdrawAct.OfTerminationAsync(agreement, request, db, cancel)).Result));
        pages.MapPost(One + "/acts/{act:guid}/withdraw", (string language, Guid agreement, Guid act, PostedForm form, ShirakaDb db, CancellationToken cancel) => BackAsync(language, agreement,
            form.Then(new WithdrawAct.Request(form.Text("reason", 500)), async request => (await WithdrawAct.HandleAsync(agreement, act, request, db, cancel)).Result))).AsForm(AgainAsync).Allow(Right.ConfirmAgreements);
        pages.MapPost(One + "/acts/{act:guid}/resume", (string language, Guid agreement, Guid act, PostedForm form, ShirakaDb db, CancellationToken cancel) => BackAsync(language, agreement,
            form.Then(new ResumeAgreement.Request(form.Day("on")), async request => (await ResumeAgreement.HandleAsync(agreement, act, request, db, cancel)).Result))).AsForm(AgainAsync).Allow(Right.ConfirmAgreements);
    }

    private static void Form(RouteGroupBuilder pages, string path, Func<Guid, PostedForm, ShirakaDb, CancellationToken, Task<IResult>> handler) =>
        pages.MapPost(One + path, (string language, Guid agreement, PostedForm form, ShirakaDb db, CancellationToken cancel) => BackAsync(language, agreement, handler(agreement, form, db, cancel))).AsForm(AgainAsync)
            .Allow(Right.ConfirmAgreements);

    private static Task<IResult> Then<T>(this PostedForm form, T request, Func<T, Task<IResult>> handler)
    {
        form.Check();
        return handler(request);
    }

    private static async Task<IResult> BackAsync(string language, Guid agreement, Task<IResult> done) =>
        await done is NotFound missing ? missing : new SeeOther($"/{language}/agreements/{agreement}#calendar");

    private static async Task<IResult> ShowAsync(Guid agreement, ShirakaDb db, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agreement, cancel) is { } known
            ? Pages.Show<TermPage>(new { Known = known, Parties = await db.Parties.AsNoTracking().Where(p => p.Agreement == agreement).OrderBy(p => p.Ordinal).ToListAsync(cancel), db.Today })
            : TypedResults.NotFound();

    private static Task<IResult> AgainAsync(HttpContext http) =>
        ShowAsync(Guid.Parse((string)http.GetRouteValue("agreement")!), http.RequestServices.GetRequiredService<ShirakaDb>(), http.RequestAborted);
}
