using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shiraka.Exchange;

/// <summary>
/// One draw for all seats without a ranking. The number of a trainee is the first eight bytes, big-endian, of SHA-256 over
/// <c>seed:id</c> in UTF-8; smaller goes first, equal numbers go by id. Anybody can draw it again with any tool.
/// </summary>
internal static class Lottery
{
    public static ulong Number(long seed, string trainee)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture) + ":" + trainee), digest);
        return BinaryPrimitives.ReadUInt64BigEndian(digest);
    }

    /// <summary>Indexes of the trainees in the order of the draw; <paramref name="trainees"/> are in the order of their ids.</summary>
    public static int[] Draw(long seed, IReadOnlyList<string> trainees)
    {
        var order = new int[trainees.Count];
        var numbers = new ulong[trainees.Count];
        for (var t = 0; t < order.Length; t++) (order[t], numbers[t]) = (t, Number(seed, trainees[t]));
        Array.Sort(numbers, order);
        for (var i = 1; i < order.Length; i++)
            if (numbers[i] == numbers[i - 1] && order[i] < order[i - 1]) (order[i], order[i - 1]) = (order[i - 1], order[i]);
        return order;
    }
}
