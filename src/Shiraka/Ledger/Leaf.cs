using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Shiraka.Ledger;

/// <summary>
/// What is sealed of a fact: its columns and the digest of its body, nothing personal.
/// <paramref name="RecordedAt"/> is Unix milliseconds; <paramref name="BodyDigest"/> is 32 bytes
/// (<see cref="Leaf.BodyDigest(ReadOnlySpan{byte}, string)"/>).
/// </summary>
public readonly record struct LeafInput(
    Guid Id, string Type, int Version, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
    DateOnly OccurredOn, long RecordedAt, Guid Actor, Guid Organisation, ReadOnlyMemory<byte> BodyDigest);

/// <summary>The bytes of a fact that enter the tree (layout in <c>docs/ledger.md</c>): two different facts never have the same bytes.</summary>
internal static class Leaf
{
    public const int HashLength = 32;
    public const int SaltLength = 32;
    private const byte Format = 1;
    private const byte LeafPrefix = 0;
    private const int FixedLength = 122;

    // Strict: a lone surrogate throws. Written as a replacement character, two different texts would share one digest.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly int UnixDayZero = new DateOnly(1970, 1, 1).DayNumber;

    public static byte[] Bytes(in LeafInput f)
    {
        var buffer = new byte[LengthBound(f)];
        return buffer[..Write(f, buffer)];
    }

    /// <summary>SHA-256(0x00 ‖ bytes), the leaf hash of RFC 6962.</summary>
    public static byte[] Hash(in LeafInput f)
    {
        var hash = new byte[HashLength];
        Hash(f, hash);
        return hash;
    }

    public static void Hash(in LeafInput f, Span<byte> hash)
    {
        var bound = LengthBound(f) + 1;
        var rented = bound > 1024 ? ArrayPool<byte>.Shared.Rent(bound) : null;
        var buffer = rented ?? stackalloc byte[1024];
        buffer[0] = LeafPrefix;
        var length = Write(f, buffer[1..]);
        Sha256.Hash(buffer[..(length + 1)], hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>SHA-256("shiraka-body-v1" ‖ salt ‖ length of the text in bytes, 8 ‖ text in UTF-8).</summary>
    public static byte[] BodyDigest(ReadOnlySpan<byte> salt32, string json)
    {
        var digest = new byte[HashLength];
        BodyDigest(salt32, json, digest);
        return digest;
    }

    public static void BodyDigest(ReadOnlySpan<byte> salt32, string json, Span<byte> digest)
    {
        if (salt32.Length != SaltLength) throw new ArgumentException($"A salt has {SaltLength} bytes, not {salt32.Length}.", nameof(salt32));

        var domain = "shiraka-body-v1"u8;
        var head = domain.Length + SaltLength + sizeof(long);
        var bound = head + StrictUtf8.GetMaxByteCount(json.Length);
        var rented = bound > 2048 ? ArrayPool<byte>.Shared.Rent(bound) : null;
        var buffer = rented ?? stackalloc byte[2048];
        domain.CopyTo(buffer);
        salt32.CopyTo(buffer[domain.Length..]);
        var text = StrictUtf8.GetBytes(json, buffer[head..]);
        BinaryPrimitives.WriteInt64BigEndian(buffer[(domain.Length + SaltLength)..], text);
        Sha256.Hash(buffer[..(head + text)], digest);
        // A body may be personal: do not leave it in a shared buffer.
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented, clearArray: true);
    }

    private static int LengthBound(in LeafInput f) =>
        FixedLength + 2 + StrictUtf8.GetMaxByteCount(f.Type.Length) + 16 + 8 + 2 + StrictUtf8.GetMaxByteCount(f.Unit?.Length ?? 0);

    private static int Write(in LeafInput f, Span<byte> to)
    {
        if (f.BodyDigest.Length != HashLength)
            throw new ArgumentException($"A body digest has {HashLength} bytes, not {f.BodyDigest.Length}.", nameof(f));

        to[0] = Format;
        Write(f.Id, to[1..]);
        BinaryPrimitives.WriteInt32BigEndian(to[17..], f.Version);
        Write(f.Stream, to[21..]);
        BinaryPrimitives.WriteInt64BigEndian(to[37..], f.StreamVersion);
        BinaryPrimitives.WriteInt32BigEndian(to[45..], f.OccurredOn.DayNumber - UnixDayZero);
        BinaryPrimitives.WriteInt64BigEndian(to[49..], f.RecordedAt);
        Write(f.Actor, to[57..]);
        Write(f.Organisation, to[73..]);
        f.BodyDigest.Span.CopyTo(to[89..]);
        to[121] = (byte)((f.Under is null ? 0 : 1) | (f.Quantity is null ? 0 : 2) | (f.Unit is null ? 0 : 4));

        var at = FixedLength;
        at += Write(f.Type, to[at..]);
        if (f.Under is { } under) at += Write(under, to[at..]);
        if (f.Quantity is { } quantity)
        {
            BinaryPrimitives.WriteInt64BigEndian(to[at..], quantity);
            at += sizeof(long);
        }
        if (f.Unit is { } unit) at += Write(unit, to[at..]);
        return at;
    }

    private static int Write(Guid id, Span<byte> to)
    {
        id.TryWriteBytes(to, bigEndian: true, out var written);
        return written;
    }

    private static int Write(string text, Span<byte> to)
    {
        var length = StrictUtf8.GetBytes(text, to[2..]);
        BinaryPrimitives.WriteUInt16BigEndian(to, checked((ushort)length));
        return length + 2;
    }
}
