using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>What the rules of a plan need to know of its agreement.</summary>
internal static class AgreementCover
{
    extension(ShirakaDb db)
    {
        /// <summary>The days the agreement covers, as the register knows them now.</summary>
        public async Task<Coverage> CoverageOfAsync(Guid agreement, CancellationToken cancel)
        {
            var dates = await db.Agreements.Where(a => a.Id == agreement).Select(a => new { a.InForceOn, a.ExpiresOn, a.TerminatedOn, a.Renewal }).SingleAsync(cancel);
            var term = dates.InForceOn is { } start ? new AgreementTerm(start, dates.ExpiresOn, Renewal: dates.Renewal) : null;
            return Coverage.Of(term, dates.TerminatedOn);
        }

        /// <summary>Years of the agreement, from entry into force, else signature, else confirmation.</summary>
        public async Task<AgreementYears> YearsOfAsync(Guid agreement, CancellationToken cancel)
        {
            var dates = await db.Agreements.Where(a => a.Id == agreement).Select(a => new { a.InForceOn, a.SignedOn, a.ConfirmedOn }).SingleAsync(cancel);
            return new AgreementYears(dates.InForceOn ?? dates.SignedOn ?? dates.ConfirmedOn);
        }
    }
}
