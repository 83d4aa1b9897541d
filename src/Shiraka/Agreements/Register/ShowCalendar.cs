using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Agreements.Terms;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>The calendar of an agreement as the register knows it now.</summary>
internal static class ShowCalendar
{
    public static void Map(RouteGroupBuilder agreements) =>
        agreements.MapGet("/{agreement:guid}/calendar", HandleAsync).WithSummary("Terms, renewals, last days for notice and end of an agreement, as of today").Allow(Right.ReadAgreements);

    internal static async Task<Results<Ok<ConventionCalendar>, NotFound>> HandleAsync(Guid agreement, ShirakaDb db, CancellationToken cancel) =>
        await db.Agreements.AsNoTracking().SingleOrDefaultAsync(a => a.Id == agreement, cancel) is { } known ? TypedResults.Ok(known.TermRecord.On(db.Today)) : TypedResults.NotFound();
}
