using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>A person's way in. What it may do is in its <see cref="Membership"/>s.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }

    /// <summary>Lower case; unique.</summary>
    public required string Email { get; init; }

    public required string DisplayName { get; set; }
    public required string PasswordHash { get; set; }

    /// <summary>Base 32 secret of the second factor; null where none is set.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last time step a code was accepted for, so that a code works once.</summary>
    public long TotpStep { get; set; }

    public required string Language { get; set; }
    public int FailedSignIns { get; set; }

    /// <summary>Unix milliseconds until which sign-in is refused after too many failures.</summary>
    public long LockedUntil { get; set; }

    public long? SuspendedAt { get; set; }
}

/// <summary>A role in an organisation, over time.</summary>
public sealed class Membership : ILedgered
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }
    public required Guid Organisation { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day without it.</summary>
    public DateOnly? Until { get; set; }
}

public static class AccessSets
{
    extension(ShirakaDb db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();
        public DbSet<Membership> Memberships => db.Set<Membership>();
    }
}

file sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
    }
}

file sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.Property(m => m.From).HasColumnName("from_day");
        builder.Property(m => m.Until).HasColumnName("until_day");
    }
}
