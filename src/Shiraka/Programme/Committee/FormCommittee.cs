using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Sets up the committee of an agreement, or gives it a new composition: seats per party.</summary>
internal static class FormCommittee
{
    private static readonly string[] Roles = ["chair", "titular", "deputy", "observer", "secretary"];

    public sealed record Seat(Guid Organisation, string Role, string? Person = null);

    /// <param name="Commitment">The promise that creates it; the agreement's own promise of a committee where not given.</param>
    public sealed record Request(string Title, IReadOnlyList<Seat> Seats, int? SessionsPerYear = null, Guid? Commitment = null);

    public sealed record Response(Guid Committee, Guid Agreement);

    public static void Map(RouteGroupBuilder agreements, RouteGroupBuilder pages)
    {
        agreements.MapPost("/{agreement:guid}/committee", HandleAsync).WithSummary("Set up the committee").Allow(Right.DecideInCommittee);
        pages.MapPost("/agreements/{agreement:guid}/committee", PostAsync).AsForm(CommitteePages.AgreementAsync).Allow(Right.DecideInCommittee);
    }

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(
        Guid agreement, Request request, ShirakaDb db, Partnerships partnerships, CancellationToken cancel)
    {
        if (!await db.CanSeeAsync(agreement, cancel) || await partnerships.ReadAsync(agreement, db.Today, cancel) is not { } view) return TypedResults.NotFound();
        var commitment = request.Commitment is null
            ? await db.Commitments.Where(one => one.Agreement == agreement && one.Kind == "committee").OrderBy(one => one.Ordinal).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel)
            : await CommitteeRules.CommitmentAsync(db, agreement, request.Commitment, cancel);
        var seats = request.Seats.Select(seat => view.NameOf(seat.Organisation) is { } name
            ? new CommitteeSeat(seat.Organisation, name, Roles.Contains(seat.Role, StringComparer.Ordinal) ? seat.Role : throw CommitteeRules.UnknownRole(seat.Role), seat.Person)
            : throw CommitteeRules.NotAParty("Seats")).ToList();

        var formed = CommitteeSession.Form(agreement, commitment, request.Title, seats, request.SessionsPerYear, db.Today);
        db.Record(formed);
        await db.SaveChangesAsync(cancel);

        return TypedResults.Ok(new Response(formed.Stream, agreement));
    }

    private static async Task<Results<SeeOther, NotFound>> PostAsync(
        Guid agreement, PostedForm form, ShirakaDb db, Partnerships partnerships, Frame frame, CancellationToken cancel)
    {
        var (title, yearly, chair) = (form.Text("Title", 200), form.NumberOrNull("SessionsPerYear"), form.IdOrNull("Chair"));
        var seats = form.Names("titular-").Concat(form.Names("deputy-")).Distinct(StringComparer.Ordinal).Where(id => Guid.TryParse(id, out _)).Order(StringComparer.Ordinal)
            .SelectMany(id => SeatsOf(form, Guid.Parse(id), chair)).ToList();
        form.Check();
        var done = await HandleAsync(agreement, new(title, seats, (int?)yearly), db, partnerships, cancel);
        return done.Result is NotFound ? TypedResults.NotFound() : new SeeOther(frame.Url($"/agreements/{agreement}/committee"));
    }

    private static IEnumerable<Seat> SeatsOf(PostedForm form, Guid party, Guid? chair)
    {
        yield return new(party, party == chair ? "chair" : "titular", form.TextOrNull($"titular-{party}", 200));
        if (form.TextOrNull($"deputy-{party}", 200) is { } deputy) yield return new(party, "deputy", deputy);
    }
}
