using System.Text.Json;

namespace Shiraka.Ledger;

/// <summary>Why a body was erased: a code and no words, for words would have to be erased in their turn.</summary>
public enum ErasureReason
{
    /// <summary>The person it speaks of asked for it.</summary>
    PersonAsked,

    /// <summary>It should not have been written down.</summary>
    WrittenByMistake,

    /// <summary>The time for which it may be kept is over.</summary>
    RetentionOver,
}

/// <summary>The body of a fact was erased, with its salt. The stream is the fact whose body it was.</summary>
[FactType("body.erased")]
public sealed record BodyErased : Fact
{
    public required string Type { get; init; }
    public required ErasureReason Reason { get; init; }

    /// <summary>The body without its free text: what every fold reads from then on, also for older positions.</summary>
    public JsonElement? Remainder { get; init; }
}

/// <summary>A module that keeps words of a body in its own tables as well takes them out there, in the same command.</summary>
public interface IForgets
{
    /// <param name="fact">The fact with its body, which is still there.</param>
    /// <param name="db">Inside the command that erases; the caller saves.</param>
    /// <param name="cancel">Ends it early.</param>
    Task ForgetAsync(SealedFact fact, ShirakaDb db, CancellationToken cancel);
}

/// <summary>Erases bodies. Columns, leaf, proofs and figures stay.</summary>
public static class Erasure
{
    extension(ShirakaDb db)
    {
        /// <summary>
        /// Deletes, with the command, body and salt of the fact sealed at <paramref name="seq"/>, lets <paramref name="modules"/> forget its
        /// words, and records who did it and why. Null where the organisation acted for did not record such a fact.
        /// </summary>
        /// <exception cref="RefusedException"><c>erasure.done</c>: it is gone already; <c>erasure.nothing</c>: it holds no free text.</exception>
        public async Task<BodyErased?> EraseAsync(long seq, ErasureReason reason, IEnumerable<IForgets> modules, CancellationToken cancel)
        {
            if (await db.SealedAtAsync(seq, cancel) is not { } fact || fact.Organisation != db.Organisation) return null;
            if (fact.Json is not { } json) throw new RefusedException("erasure.done", "The body was erased already.");
            if (FactJson.Remainder(fact.Type, json) is not { } remainder) throw new RefusedException("erasure.nothing", "The body holds no free text.");

            foreach (var module in modules) await module.ForgetAsync(fact, db, cancel);
            var erased = new BodyErased
            {
                Stream = fact.Id,
                StreamVersion = 1,
                Under = fact.Under,
                OccurredOn = db.Today,
                Type = fact.Type,
                Reason = reason,
                Remainder = JsonElement.Parse(remainder),
            };
            db.Record(erased);
            db.DeleteBody(fact.Id);
            return erased;
        }

        // By the connection of the command: another erasure of the same group is not committed yet, and nobody else sees it.
        private async Task<SealedFact?> SealedAtAsync(long seq, CancellationToken cancel)
        {
            await using var command = Statements.Query(db.Connection, $"{SealedFacts.Columns} WHERE s.seq = @seq", ("seq", seq));
            command.Transaction = db.Transaction;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            return await reader.ReadAsync(cancel) ? SealedFacts.Read(reader) : null;
        }
    }
}
