using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Shiraka.Exchange;

/// <summary>
/// Gale and Shapley's deferred acceptance, trainees proposing: the stable matching that every trainee likes best. Linear in the length
/// of the lists. A seat is a row of bits and the place of its worst holder, which only ever gets better.
/// </summary>
internal static class DeferredAcceptance
{
    /// <summary>As many displaced trainees are fetched from memory at once.</summary>
    private const int Block = 256;

    /// <summary>The ask that each trainee ends with, or -1.</summary>
    /// <param name="starts">The ask each trainee begins with, -1 for none.</param>
    /// <param name="capacities">0 closes a seat.</param>
    public static int[] Run(Market market, int[] starts, int[] capacities)
    {
        var round = new Round(market, capacities, starts.Length);
        foreach (var start in starts)
            if (start >= 0) round.Propose(start);
        Span<int> next = stackalloc int[Block];
        while (round.Displaced > 0)
        {
            // The reads of a block do not wait for each other; one by one each would wait for the memory twice.
            var count = Math.Min(Block, round.Displaced);
            for (var i = 0; i < count; i++) next[i] = round.TakeAsk();
            var going = 0;
            for (var i = 0; i < count; i++)
                if (!market.Asks[next[i]].IsLast) next[going++] = next[i] + 1;
            for (var i = 0; i < going; i++) round.Propose(next[i]);
        }

        return HeldSlots.ByTrainee(round.Held, market);
    }

    private sealed class Round
    {
        private readonly Ask[] _asks;
        private readonly int[] _askOf;
        private readonly Gate[] _gates;
        private readonly int[] _displaced;

        public Round(Market market, int[] capacities, int trainees)
        {
            (_asks, _askOf, Held) = (market.Asks, market.AskOf, HeldSlots.Of(market));
            _gates = new Gate[market.Seats];
            for (var s = 0; s < _gates.Length; s++) _gates[s] = new Gate { End = market.Slots[capacities[s] > 0 ? s + 1 : s], Room = capacities[s] };
            _displaced = new int[trainees];
        }

        public ulong[] Held { get; }

        public int Displaced { get; private set; }

        public int TakeAsk() => _askOf[_displaced[--Displaced]];

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]      // called once a trainee: it would be half over before it is optimised
        public void Propose(int at)
        {
            while (true)
            {
                var ask = _asks[at];
                ref var gate = ref _gates[ask.Seat];
                if ((uint)ask.Slot < (uint)gate.End)      // no slot is -1: beyond every end
                {
                    HeldSlots.Set(Held, ask.Slot);
                    if (gate.Room > 0)
                    {
                        gate.Room--;
                        return;
                    }

                    var worst = HeldSlots.LastBelow(Held, gate.End);
                    HeldSlots.Clear(Held, worst);
                    gate.End = worst;
                    if (worst != ask.Slot)
                    {
                        _displaced[Displaced++] = worst;
                        return;
                    }
                }

                if (ask.IsLast) return;
                at++;
            }
        }
    }

    /// <summary>Slots below <see cref="End"/> are considered; <see cref="Room"/> places are free.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Gate
    {
        public int End;
        public int Room;
    }
}
