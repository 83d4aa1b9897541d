namespace Shiraka.Server.Tests.Access;

/// <summary>The real time, moved by a test.</summary>
public sealed class SettableClock : TimeProvider
{
    private long ahead;

    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));
}
