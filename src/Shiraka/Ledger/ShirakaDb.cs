using System.Data.Common;
using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Shiraka.Ledger;

/// <summary>
/// The state of every module, over one connection. Outside a command it reads through a connection that cannot write; inside
/// one (<see cref="Commands"/>) it shares the transaction in which the facts are written. A module adds its sets as extension
/// properties and keeps its mapping beside the entity.
/// </summary>
public sealed class ShirakaDb(DbContextOptions<ShirakaDb> options) : DbContext(options)
{
    private readonly List<RecordedFact> pending = [];
    private readonly List<Guid> erased = [];
    private readonly VersionSteps steps = new();
    private DbConnection? connection;
    private DbTransaction? transaction;
    private string? reading;

    /// <summary>Who acts, and for which organisation: taken from the session, written with each fact, and used by the audience filter.</summary>
    public Guid Actor { get; private set; }

    public Guid Organisation { get; private set; }

    /// <summary>The day on which audiences are judged.</summary>
    public DateOnly Today { get; private set; }

    /// <summary>Set for the operator's commands and jobs, never for a request: the audience filter lets everything through.</summary>
    public bool SeesAll { get; private set; }

    /// <summary>The facts of this command so far, not yet written.</summary>
    public IEnumerable<Fact> Recorded => pending.Select(recorded => recorded.Fact);

    internal DbConnection Connection => connection ?? throw NotInCommand();

    internal DbTransaction Transaction => transaction ?? throw NotInCommand();

    /// <summary>Says on whose behalf this context reads and writes. Called once for each lease of a context.</summary>
    public void ActFor(Guid actor, Guid organisation, DateOnly today, bool seesAll = false) =>
        (Actor, Organisation, Today, SeesAll) = (actor, organisation, today, seesAll);

    /// <summary>Writes <paramref name="fact"/> with the command. It is sealed, and seen by readers, within a fraction of a second.</summary>
    public void Record(Fact fact)
    {
        if (connection is null) throw NotInCommand();
        pending.Add(new RecordedFact(fact, Actor, Organisation));
    }

    /// <summary>Deletes the body of a fact with the command; the fact that says so is the caller's.</summary>
    internal void DeleteBody(Guid fact) => erased.Add(fact);

    /// <summary>Lets <paramref name="organisation"/> see <paramref name="record"/> from <paramref name="from"/> on (null: always).</summary>
    public void Show(Guid record, Guid organisation, string purpose, DateOnly? from = null, DateOnly? until = null) =>
        Set<Audience>().Add(new Audience { Record = record, Organisation = organisation, Purpose = purpose, From = from ?? DateOnly.MinValue, Until = until });

    /// <summary>True where the organisation acted for may see <paramref name="record"/>. Handlers answer 404 where not.</summary>
    public Task<bool> CanSeeAsync(Guid record, CancellationToken cancel) => SeesAll
        ? Task.FromResult(true)
        : Set<Audience>().AnyAsync(a => a.Record == record && a.Organisation == Organisation && a.From <= Today && (a.Until == null || a.Until > Today), cancel);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("A command saves asynchronously.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var changed = Guard();
        if (changed.Count > 0 && steps.TryTake(changed)) return changed.Count;
        if (!steps.IsEmpty) await WriteAsync(steps.AddTo, cancellationToken);       // what EF writes now may rest on them
        ChangeTracker.AutoDetectChangesEnabled = false;     // the guard has looked through everything a moment ago
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    internal void Enter(DbConnection writer, DbTransaction current)
    {
        (connection, transaction) = (writer, current);
        reading ??= Database.IsNpgsql() ? null : Database.GetConnectionString();
        Database.AutoSavepointsEnabled = false;
        Database.SetDbConnection(writer, contextOwnsConnection: false);
        Database.UseTransaction(current);
    }

    // Always in a finally: the context goes back to a pool, and the next request must not find the writing connection in it.
    internal void Leave()
    {
        Database.UseTransaction(null);
        Database.SetDbConnection(null);
        if (reading is not null) Database.SetConnectionString(reading);     // which EF forgot with the connection: the next lease would read an empty database
        ChangeTracker.Clear();
        pending.Clear();
        erased.Clear();
        steps.Clear();
        (connection, transaction) = (null, null);
    }

    /// <summary>Writes the facts and what <paramref name="last"/> adds after them, in one round trip on PostgreSQL.</summary>
    internal async Task FlushAsync(long now, Action<Statements>? last, CancellationToken cancel)
    {
        if (pending.Count == 0 && last is null) return;
        await WriteAsync(
            statements =>
            {
                steps.AddTo(statements);
                FactWriter.Add(statements, pending, now);
                foreach (var fact in erased) statements.AddOne("DELETE FROM fact_bodies WHERE fact_id = @fact", ("fact", fact));
                last?.Invoke(statements);
            }, cancel);
    }

    private async Task WriteAsync(Action<Statements> add, CancellationToken cancel)
    {
        await using var statements = Statements.On(Connection, Transaction);
        add(statements);
        await statements.ExecuteAsync(cancel);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        if (Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
            configurationBuilder.Properties<Guid>().HaveConversion<GuidBytes>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ShirakaDb).Assembly);
        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            if (property.FindAnnotation(RelationalAnnotationNames.ColumnName) is null)
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name));
        foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(e => e.ClrType.IsAssignableTo(typeof(IHasAudience))))
        {
            var record = entity.ClrType.IsAssignableTo(typeof(IUnderAgreement)) ? nameof(IUnderAgreement.Agreement) : nameof(ILedgered.Id);
            entity.SetQueryFilter(AudienceFilter, (LambdaExpression)FilterOf.MakeGenericMethod(entity.ClrType).Invoke(this, [record])!);
        }
    }

    /// <summary>The name of the filter that hides what the organisation is no party to.</summary>
    public const string AudienceFilter = "audience";

    private static readonly System.Reflection.MethodInfo FilterOf =
        typeof(ShirakaDb).GetMethod(nameof(Filter), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;

    private Expression<Func<T, bool>> Filter<T>(string record) where T : class, IHasAudience => e => SeesAll || Set<Audience>().Any(a =>
        a.Record == EF.Property<Guid>(e, record) && a.Organisation == Organisation && a.From <= Today && (a.Until == null || a.Until > Today));

    // A change of a ledgered thing without its fact would be a result that nobody can prove.
    private List<EntityEntry> Guard()
    {
        if (connection is null) throw NotInCommand();
        var changed = ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var entry in changed)
            if (entry.Entity is ILedgered thing && !pending.Exists(p => p.Fact.Stream == thing.Id))
                throw new InvalidOperationException($"{entry.Entity.GetType().Name} is changed without a fact of its stream.");
        return changed;
    }

    private static InvalidOperationException NotInCommand() => new("Writing is possible only inside a command.");
}

/// <summary>A thing whose every change is a fact: saving it changed without one throws.</summary>
public interface ILedgered
{
    Guid Id { get; }
}

/// <summary>A row that is seen only by the organisations in the audience of its own id.</summary>
public interface IHasAudience;

/// <summary>A row that is seen by those who see its agreement.</summary>
public interface IUnderAgreement : IHasAudience
{
    Guid Agreement { get; }
}

internal sealed class GuidBytes() : ValueConverter<Guid, byte[]>(guid => guid.ToByteArray(true), bytes => new Guid(bytes, true));
