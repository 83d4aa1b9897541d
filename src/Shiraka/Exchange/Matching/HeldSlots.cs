using System.Numerics;

namespace Shiraka.Exchange;

/// <summary>One bit for each slot: held or not. A million lists of ten fit the cache of a processor.</summary>
internal static class HeldSlots
{
    public static ulong[] Of(Market market) => new ulong[(market.AskOf.Length >> 6) + 1];

    public static void Set(ulong[] held, int slot) => held[slot >> 6] |= 1UL << slot;

    public static void Clear(ulong[] held, int slot) => held[slot >> 6] &= ~(1UL << slot);

    public static bool Has(ulong[] held, int slot) => (held[slot >> 6] >> slot & 1) != 0;

    /// <summary>The last held slot below <paramref name="end"/>. The caller knows that there is one.</summary>
    public static int LastBelow(ulong[] held, int end)
    {
        var at = (end - 1) >> 6;
        var word = held[at] & (ulong.MaxValue >> (63 - ((end - 1) & 63)));
        while (word == 0) word = held[--at];
        return (at << 6) + 63 - BitOperations.LeadingZeroCount(word);
    }

    /// <summary>The ask of each trainee that is held, or -1.</summary>
    public static int[] ByTrainee(ulong[] held, Market market)
    {
        var asked = new ulong[(market.Asks.Length >> 6) + 1];
        for (var word = 0; word < held.Length; word++)
            for (var bits = held[word]; bits != 0; bits &= bits - 1) Set(asked, market.AskOf[(word << 6) + BitOperations.TrailingZeroCount(bits)]);
        var asks = new int[market.Trainees];
        for (var t = 0; t < asks.Length; t++) asks[t] = FirstIn(asked, market.Rows[t], market.Rows[t + 1]);
        return asks;
    }

    private static int FirstIn(ulong[] bits, int from, int to)
    {
        while (from < to)
        {
            var word = bits[from >> 6] >> from;
            if (word != 0) return from + BitOperations.TrailingZeroCount(word) is var at && at < to ? at : -1;
            from = (from | 63) + 1;
        }

        return -1;
    }
}
