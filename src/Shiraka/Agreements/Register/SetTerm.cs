using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Shiraka.Access;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Enters how long an agreement binds, when the signed text or a later act says it.</summary>
internal static class SetTerm
{
    /// <summary>What is left out stays unknown. Codes and lengths as in <see cref="AgreementTerm"/>.</summary>
    public sealed record Request(DateOnly? InForceOn = null, DateOnly? ExpiresOn = null, int? NoticeDays = null, string Renewal = "unsaid", string? Reason = null)
    {
        public string? Entry { get; init; }
        public IReadOnlyList<SignatureDay>? Signatures { get; init; }
        public string? Binds { get; init; }
        public string? Duration { get; init; }
        public string? RenewalDuration { get; init; }
        public int? RenewalMax { get; init; }
        public string? NoticePeriod { get; init; }
        public string? NoticeForm { get; init; }
        public IReadOnlyList<SurvivingDuty>? Survives { get; init; }

        internal static Request Of(AgreementTerm term) => new(term.InForceOn, term.ExpiresOn, term.NoticeDays, term.Renewal)
        {
            Entry = term.Entry,
            Signatures = term.Signatures,
            Binds = term.Binds,
            Duration = term.Duration,
            RenewalDuration = term.RenewalDuration,
            RenewalMax = term.RenewalMax,
            NoticePeriod = term.NoticePeriod,
            NoticeForm = term.NoticeForm,
            Survives = term.Survives,
        };

        internal AgreementTerm Term => new(Entry is null ? InForceOn : null, ExpiresOn, NoticeDays, Renewal, NoticeForm)
        {
            Entry = Entry,
            Signatures = Signatures is { Count: > 0 } ? Signatures : null,
            Binds = Binds,
            Duration = Duration,
            RenewalDuration = RenewalDuration,
            RenewalMax = RenewalMax,
            NoticePeriod = NoticePeriod,
            Survives = Survives is { Count: > 0 } ? Survives : null,
        };
    }

    public sealed record Response(Guid Id, long Version);

    public static void Map(RouteGroupBuilder agreements) => agreements.MapPut("/{agreement:guid}/term", HandleAsync).WithSummary("Set the term of an agreement").Allow(Right.ConfirmAgreements);

    internal static async Task<Results<Ok<Response>, NotFound>> HandleAsync(Guid agreement, Request request, ShirakaDb db, CancellationToken cancel)
    {
        if (await db.Agreements.SingleOrDefaultAsync(a => a.Id == agreement, cancel) is not { } known) return TypedResults.NotFound();
        db.Record(known.SetTerm(request.Term, request.Reason, db.Today));
        await db.SaveChangesAsync(cancel);
        return TypedResults.Ok(new Response(agreement, known.Version));
    }
}
