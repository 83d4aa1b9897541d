using System.Security.Cryptography;

namespace Shiraka.Ledger;

/// <summary>SHA-256 for very many short inputs.</summary>
internal static class Sha256
{
    // At 65 to 300 bytes setting up OpenSSL's context costs more than hashing; one kept per thread took a third off each hash.
    [ThreadStatic]
    private static IncrementalHash? _kept;

    public static void Hash(ReadOnlySpan<byte> bytes, Span<byte> into)
    {
        // Checked first: an exception between the two calls would leave these bytes in front of the next input.
        ArgumentOutOfRangeException.ThrowIfLessThan(into.Length, Leaf.HashLength);
        var hash = _kept ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(bytes);
        hash.GetHashAndReset(into);
    }
}
