using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Access;

/// <summary>
/// A role of a person in an organisation, over time. Suspension belongs here and not to the account: an organisation decides
/// about its own people only.
/// </summary>
public sealed class Membership : ILedgered
{
    public required Guid Id { get; init; }
    public required Guid Account { get; init; }
    public required Guid Organisation { get; init; }
    public required Role Role { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day without it.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Unix milliseconds; null while it is not suspended.</summary>
    public long? SuspendedAt { get; private set; }

    /// <summary>How many facts its stream has.</summary>
    public long Version { get; private set; }

    /// <summary>True on <paramref name="day"/>, suspended or not.</summary>
    public bool IsHeldOn(DateOnly day) => From <= day && (Until is null || Until > day);

    /// <summary>The first role of a new account, which opens it.</summary>
    public static (Membership Membership, AccountOpened Fact) Open(Guid account, Guid organisation, Role role, DateOnly today)
    {
        var membership = New(account, organisation, role, today);
        return (membership, new AccountOpened { Stream = membership.Id, StreamVersion = ++membership.Version, OccurredOn = today, Account = account, Role = role });
    }

    public static (Membership Membership, MembershipGranted Fact) Grant(Guid account, Guid organisation, Role role, DateOnly today)
    {
        var membership = New(account, organisation, role, today);
        return (membership, new MembershipGranted { Stream = membership.Id, StreamVersion = ++membership.Version, OccurredOn = today, Account = account, Role = role });
    }

    /// <summary>Ends the role; today is the first day without it.</summary>
    public MembershipEnded End(DateOnly today)
    {
        if (!IsHeldOn(today)) throw new RefusedException("membership.over", "The role has ended already.");
        Until = today;
        return new MembershipEnded { Stream = Id, StreamVersion = ++Version, OccurredOn = today, Account = Account, Role = Role };
    }

    public AccountSuspended Suspend(DateOnly today, long now)
    {
        if (SuspendedAt is not null) throw new RefusedException("account.suspended", "The account is suspended already.");
        SuspendedAt = now;
        return new AccountSuspended { Stream = Id, StreamVersion = ++Version, OccurredOn = today, Account = Account };
    }

    public AccountRestored Restore(DateOnly today)
    {
        if (SuspendedAt is null) throw new RefusedException("account.not-suspended", "The account is not suspended.");
        SuspendedAt = null;
        return new AccountRestored { Stream = Id, StreamVersion = ++Version, OccurredOn = today, Account = Account };
    }

    private static Membership New(Guid account, Guid organisation, Role role, DateOnly today) =>
        new() { Id = Guid.CreateVersion7(), Account = account, Organisation = organisation, Role = role, From = today };
}

file sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.Account);
        builder.Property(m => m.From).HasColumnName("from_day");
        builder.Property(m => m.Until).HasColumnName("until_day");
    }
}
