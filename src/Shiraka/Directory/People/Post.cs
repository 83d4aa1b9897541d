using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>What a person is in an organisation, over time: minister, head of a hospital, focal point of a convention.</summary>
public sealed class Post : ILedgered
{
    public required Guid Id { get; init; }
    public required Guid Person { get; init; }
    public required Guid Organisation { get; init; }

    /// <summary>As the organisation writes it, in its own language; empty where it was erased.</summary>
    public required string Title { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The first day without it; null while it is held.</summary>
    public DateOnly? Until { get; private set; }

    public long StreamVersion { get; private set; }

    public static (Post Post, PostTaken Fact) Take(Guid person, Guid organisation, string title, DateOnly from)
    {
        var post = new Post
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Organisation = organisation,
            Title = WrittenName.Kept(title),
            From = from,
            StreamVersion = 1,
        };
        return (post, new PostTaken
        {
            Stream = post.Id,
            StreamVersion = 1,
            OccurredOn = from,
            Person = person,
            Organisation = organisation,
            Title = post.Title,
        });
    }

    /// <summary>Ends it; <paramref name="until"/> is the first day without it.</summary>
    /// <exception cref="RefusedException"><c>directory.post_ends_before_start</c>, <c>directory.post_left</c>.</exception>
    public PostLeft Leave(DateOnly until)
    {
        if (Until is not null) throw new RefusedException("directory.post_left", "The post was left already.", Until) { Field = "until" };
        if (until < From) throw new RefusedException("directory.post_ends_before_start", "A post cannot end before it starts.", From) { Field = "until" };
        (Until, StreamVersion) = (until, StreamVersion + 1);
        return new PostLeft { Stream = Id, StreamVersion = StreamVersion, OccurredOn = until };
    }
}

/// <summary>A person took a post: who is an id; which is typed, so it may name somebody and can be erased.</summary>
[FactType("post.taken")]
public sealed record PostTaken : Fact
{
    public required Guid Person { get; init; }
    public required Guid Organisation { get; init; }
    [FreeText] public required string Title { get; init; }
}

/// <summary>The post was left; <see cref="Fact.OccurredOn"/> is the first day without it.</summary>
[FactType("post.left")]
public sealed record PostLeft : Fact;

file sealed class PostMapping : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("posts");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.Person);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(p => p.Organisation);
        builder.Property(p => p.From).HasColumnName("from_day");
        builder.Property(p => p.Until).HasColumnName("until_day");
    }
}
