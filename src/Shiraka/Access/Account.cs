using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>A person's way in. What it may do is in its <see cref="Membership"/>s.</summary>
public sealed class Account
{
    public required Guid Id { get; init; }

    /// <summary>As <see cref="EmailOf"/> writes it; unique in the installation.</summary>
    public required string Email { get; init; }

    public required string DisplayName { get; set; }

    /// <summary>Code of the language pages are shown in after sign-in.</summary>
    public required string Language { get; set; }

    public required string PasswordHash { get; set; }

    /// <summary>The password was made by an administrator: the person chooses another before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The secret of the second factor, encrypted for this account; null where none is set.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last time step a code was accepted for, so that a code works once.</summary>
    public long TotpStep { get; set; }

    /// <summary>An address as it is kept and compared: without blanks around it, in small letters.</summary>
    public static string EmailOf(string typed) => typed.Trim().Normalize().ToLowerInvariant();
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
