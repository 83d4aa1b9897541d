namespace Shiraka.Tests.Agreements.TextReading;

/// <summary>A linear congruential generator: the same texts on every machine.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public int Below(int limit)
    {
        _state = (_state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (int)((_state >> 33) % (ulong)Math.Max(1, limit));
    }
}
