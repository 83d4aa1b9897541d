using Microsoft.EntityFrameworkCore;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>What every act of a committee asks first: that organisations are parties and commitments those of the agreement.</summary>
internal static class CommitteeRules
{
    /// <summary>The commitment as given, once it is known to be one of the agreement.</summary>
    public static async Task<Guid?> CommitmentAsync(ShirakaDb db, Guid agreement, Guid? commitment, CancellationToken cancel) =>
        commitment is null || await db.Commitments.AnyAsync(one => one.Agreement == agreement && one.Id == commitment, cancel)
            ? commitment
            : throw new RefusedException("programme.not-a-commitment", "the commitment is not one of this agreement") { Field = "Commitment" };

    /// <summary>The party that answers for something, under its name in the register.</summary>
    public static async Task<Owner> OwnerAsync(
        ShirakaDb db, Partnerships partnerships, Guid agreement, Guid organisation, string? person, CancellationToken cancel) =>
        await partnerships.ReadAsync(agreement, db.Today, cancel) is { } view && view.NameOf(organisation) is { } name
            ? new(organisation, name, person)
            : throw NotAParty("Owner");

    public static RefusedException NotAParty(string field) => new("programme.not-a-party", "the organisation is no party of the agreement") { Field = field };

    public static RefusedException UnknownRole(string role) => new("programme.seat-role-unknown", "a seat is of a chair, titular, deputy, observer or secretary", role) { Field = "Seats" };

    /// <summary>Keeps the command's changes; of two that give the same number, the second is refused.</summary>
    public static async Task SaveNumberedAsync(ShirakaDb db, string code, int number, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            throw new RefusedException(code, "this number is taken", number) { Field = "Number" };
        }
    }

    /// <summary>The files of a form field as evidence, all under the label of <c>{field}-label</c> where one is given.</summary>
    public static IReadOnlyList<Evidence> Files(PostedForm form, string field)
    {
        var label = form.TextOrNull(field + "-label", 200);
        return [.. form.FilesOf(field).Select(file => new Evidence(file.Sha256, file.FileName, file.ContentType, file.SizeBytes, label ?? file.FileName))];
    }
}
