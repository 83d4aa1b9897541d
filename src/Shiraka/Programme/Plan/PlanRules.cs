using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>What a thing on the plan names must belong to the same agreement.</summary>
internal static class PlanRules
{
    extension(ShirakaDb db)
    {
        /// <summary>Refuses a commitment or an axis of another agreement.</summary>
        public async Task RequireOwnAsync(Guid agreement, Guid? commitment, Guid? axis, CancellationToken cancel)
        {
            if (commitment is { } promise && !await db.Commitments.AnyAsync(one => one.Id == promise && one.Agreement == agreement, cancel))
                throw new RefusedException("programme.commitment-of-another-agreement", "the commitment belongs to another agreement") { Field = "Commitment" };
            if (axis is { } opened && !await db.Axes.AnyAsync(one => one.Id == opened && one.Agreement == agreement, cancel))
                throw new RefusedException("programme.axis-of-another-agreement", "the axis belongs to another agreement") { Field = "Axis" };
        }

        /// <summary>
        /// The party answerable: the one named, else the one that plans, else (an office that keeps the register for others) the first.
        /// Refuses a named organisation that is no party.
        /// </summary>
        public async Task<Owner> OwnerAsync(Guid agreement, Guid? organisation, string? person, CancellationToken cancel)
        {
            var parties = await db.Parties.Where(one => one.Agreement == agreement).OrderBy(one => one.Ordinal).ToListAsync(cancel);
            var party = parties.Find(one => one.Organisation == (organisation ?? db.Organisation)) ?? (organisation is null ? parties.FirstOrDefault() : null)
                ?? throw new RefusedException("programme.owner-no-party", "the owner is no party of the agreement") { Field = "Owner" };
            return new Owner(party.Organisation, party.AsWritten, string.IsNullOrWhiteSpace(person) ? null : person.Trim());
        }
    }
}
