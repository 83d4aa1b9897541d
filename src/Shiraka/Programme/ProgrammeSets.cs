using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Agreements;
using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>The state of plans, as far as rules need it; what is shown is folded from the facts.</summary>
public static class ProgrammeSets
{
    extension(ShirakaDb db)
    {
        public DbSet<Axis> Axes => db.Set<Axis>();
        public DbSet<Activity> Activities => db.Set<Activity>();
        public DbSet<Delivery> Deliveries => db.Set<Delivery>();
        public DbSet<Withdrawal> Withdrawals => db.Set<Withdrawal>();
        public DbSet<Indicator> Indicators => db.Set<Indicator>();
        public DbSet<CommitteeSession> CommitteeSessions => db.Set<CommitteeSession>();
        public DbSet<Decision> Decisions => db.Set<Decision>();
    }
}

file sealed class AxisMapping : IEntityTypeConfiguration<Axis>
{
    public void Configure(EntityTypeBuilder<Axis> builder)
    {
        builder.ToTable("axes").Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Agreement);
    }
}

file sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.ToTable("activities").Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.Agreement);
    }
}

file sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToView("deliveries").HasNoKey();
    }
}

file sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("withdrawals").HasKey(w => w.Delivery);
    }
}

file sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> builder)
    {
        builder.ToTable("indicators").Property(i => i.Version).IsConcurrencyToken();
        builder.HasOne<Agreement>().WithMany().HasForeignKey(i => i.Agreement);
    }
}

file sealed class CommitteeSessionMapping : IEntityTypeConfiguration<CommitteeSession>
{
    public void Configure(EntityTypeBuilder<CommitteeSession> builder)
    {
        builder.ToTable("committee_sessions").Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.On).HasColumnName("on_day");
        builder.HasOne<Agreement>().WithMany().HasForeignKey(s => s.Agreement);
    }
}

file sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.ToTable("decisions").Property(d => d.Version).IsConcurrencyToken();
        builder.HasOne<CommitteeSession>().WithMany().HasForeignKey(d => d.Session);
    }
}
