using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shiraka.Ledger;

/// <summary>
/// Things of which a command changed nothing but the version, as recording a fact does. Their step is written with the facts, in the
/// same batch: EF would spend a round trip and a third of the command on it.
/// </summary>
internal sealed class VersionSteps
{
    private static readonly ConditionalWeakTable<IEntityType, Step> Known = [];
    private readonly List<(Step Step, Guid Id, long Before, long After)> steps = [];

    public bool IsEmpty => steps.Count == 0;

    /// <summary>Takes the changes over where all that changed are versions; else leaves everything to EF.</summary>
    public bool TryTake(List<EntityEntry> changed)
    {
        foreach (var entry in changed)
            if (!IsStep(entry)) return false;
        foreach (var entry in changed)
        {
            var step = Known.GetValue(entry.Metadata, Step.Of);
            var version = entry.Property(step.Version);
            steps.Add((step, ((ILedgered)entry.Entity).Id, (long)version.OriginalValue!, (long)version.CurrentValue!));
            version.OriginalValue = version.CurrentValue;
            entry.State = EntityState.Unchanged;
        }

        return true;
    }

    public void AddTo(Statements statements)
    {
        foreach (var (step, id, before, after) in steps) statements.AddOne(step.Text, ("id", id), ("before", before), ("after", after));
        steps.Clear();
    }

    public void Clear() => steps.Clear();

    private static bool IsStep(EntityEntry entry)
    {
        if (entry.State != EntityState.Modified || entry.Entity is not ILedgered || Known.GetValue(entry.Metadata, Step.Of).Version is not { } token) return false;
        foreach (var property in entry.Metadata.GetProperties())
            if (property != token && entry.Property(property).IsModified) return false;
        return entry.Property(token).IsModified;
    }

    private sealed record Step(string Text, IProperty Version)
    {
        public static Step Of(IEntityType type)
        {
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table);
            var token = type.GetProperties().SingleOrDefault(p => p.IsConcurrencyToken && p.ClrType == typeof(long));
            if (table is not { } known || token is null) return new("", null!);
            return new($"UPDATE {known.Name} SET {token.GetColumnName(known)} = @after WHERE id = @id AND {token.GetColumnName(known)} = @before", token);
        }
    }
}
