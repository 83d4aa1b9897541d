namespace Shiraka.Tests.Programme;

/// <summary>A clock that stands at noon of a day until a test moves it.</summary>
internal sealed class StillClock(DateOnly day) : TimeProvider
{
    public DateOnly Day { get; set; } = day;

    public override DateTimeOffset GetUtcNow() => new(Day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
