using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class LeafTests
{
    private static readonly byte[] Digest = SHA256.HashData("body"u8);

    internal static LeafInput Sample { get; } = new(
        Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), "placement.completed", 2, Guid.Parse("11111111-2222-3333-4444-555555555555"), 7,
        Guid.Parse("66666666-7777-8888-9999-aaaaaaaaaaaa"), 21, "day", new DateOnly(2026, 3, 31), 1_774_951_200_123,
        Guid.Parse("bbbbbbbb-cccc-dddd-eeee-ffffffffffff"), Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), Digest);

    [Fact]
    public void The_bytes_at_rest_are_frozen()
    {
        var expected =
            "01" + "01890a5dac96774bbcceb302099a8057" + "00000002" + "11111111222233334444555555555555" + "0000000000000007" +
            "0000503f" + "0000019d4355f57b" + "bbbbbbbbccccddddeeeeffffffffffff" + "00112233445566778899aabbccddeeff" +
            Convert.ToHexStringLower(Digest) + "07" + "0013" + Convert.ToHexStringLower("placement.completed"u8) +
            "66666666777788889999aaaaaaaaaaaa" + "0000000000000015" + "0003" + "646179";
        Assert.Equal(expected, Convert.ToHexStringLower(Leaf.Bytes(Sample)));
        Assert.Equal(SHA256.HashData([0, .. Convert.FromHexString(expected)]), Leaf.Hash(Sample));

        var bare = Sample with { Under = null, Quantity = null, Unit = null };
        Assert.Equal(122 + 2 + 19, Leaf.Bytes(bare).Length);
        Assert.Equal(0, Leaf.Bytes(bare)[121]);
    }

    [Fact]
    public void A_body_digest_is_the_documented_hash()
    {
        var salt = SHA256.HashData("salt"u8);
        const string json = """{"person":"Aïcha بن عمر"}""";
        var text = Encoding.UTF8.GetBytes(json);
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, text.Length);
        Assert.Equal(SHA256.HashData([.. "shiraka-body-v1"u8, .. salt, .. length, .. text]), Leaf.BodyDigest(salt, json));
        Assert.NotEqual(Leaf.BodyDigest(salt, json), Leaf.BodyDigest(SHA256.HashData(salt), json));
        Assert.Equal(SHA256.HashData([.. "shiraka-body-v1"u8, .. salt, .. new byte[5], 1, 134, 160, .. new byte[100_000].Select(_ => (byte)'x')]), Leaf.BodyDigest(salt, new string('x', 100_000)));
    }

    [Fact]
    public void What_cannot_be_written_without_doubt_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Leaf.BodyDigest(new byte[31], "{}"));
        Assert.ThrowsAny<ArgumentException>(() => Leaf.BodyDigest(new byte[32], "\ud800"));
        Assert.ThrowsAny<ArgumentException>(() => Leaf.Bytes(Sample with { Type = "\udc00" }));
        Assert.Throws<ArgumentException>(() => Leaf.Hash(Sample with { BodyDigest = new byte[20] }));
        Assert.Throws<OverflowException>(() => Leaf.Hash(Sample with { Type = new string('t', 65_536) }));
        Assert.Equal(32, Leaf.Hash(Sample with { Type = new string('t', 65_535) }).Length);
    }

    // What can be read back whole cannot be shared by two facts.
    [Fact]
    public void Every_fact_can_be_read_back_from_its_bytes() =>
        Prop.ForAll((Columns a) =>
        {
            var leaf = a.Leaf();
            var back = Decode(Leaf.Bytes(leaf));
            return back with { BodyDigest = default } == leaf with { BodyDigest = default } && back.BodyDigest.Span.SequenceEqual(leaf.BodyDigest.Span);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261122, 3));

    [Fact]
    public void Texts_that_meet_at_a_border_stay_apart()
    {
        var moved = Sample with { Under = null, Quantity = null };
        Assert.NotEqual(Leaf.Hash(moved with { Type = "ab", Unit = "c" }), Leaf.Hash(moved with { Type = "a", Unit = "bc" }));
        Assert.NotEqual(Leaf.Hash(moved with { Unit = "" }), Leaf.Hash(moved with { Unit = null }));
        Assert.NotEqual(Leaf.Hash(Sample with { Under = Guid.Empty }), Leaf.Hash(Sample with { Under = null }));
        Assert.NotEqual(Leaf.Hash(Sample with { Quantity = 0 }), Leaf.Hash(Sample with { Quantity = null }));
    }

    public sealed record Columns(
        Guid Id, string? Type, int Version, Guid Stream, long StreamVersion, Guid? Under, long? Quantity, string? Unit,
        int Day, long RecordedAt, Guid Actor, Guid Organisation, string? Body)
    {
        internal LeafInput Leaf() => new(
            Id, Type ?? "", Version, Stream, StreamVersion, Under, Quantity, Unit,
            DateOnly.FromDayNumber((int)((uint)Day % (uint)(DateOnly.MaxValue.DayNumber + 1))), RecordedAt, Actor, Organisation,
            SHA256.HashData(Encoding.UTF8.GetBytes(Body ?? "")));
    }

    private static LeafInput Decode(ReadOnlySpan<byte> b)
    {
        Assert.Equal(1, b[0]);
        var flags = b[121];
        var rest = b[122..];
        var type = Text(ref rest);
        Guid? under = (flags & 1) == 0 ? null : new Guid(Take(ref rest, 16), bigEndian: true);
        long? quantity = (flags & 2) == 0 ? null : BinaryPrimitives.ReadInt64BigEndian(Take(ref rest, 8));
        var unit = (flags & 4) == 0 ? null : Text(ref rest);
        Assert.True(rest.IsEmpty && flags < 8);
        return new LeafInput(
            new Guid(b[1..17], bigEndian: true), type, BinaryPrimitives.ReadInt32BigEndian(b[17..]), new Guid(b[21..37], bigEndian: true),
            BinaryPrimitives.ReadInt64BigEndian(b[37..]), under, quantity, unit,
            new DateOnly(1970, 1, 1).AddDays(BinaryPrimitives.ReadInt32BigEndian(b[45..])), BinaryPrimitives.ReadInt64BigEndian(b[49..]),
            new Guid(b[57..73], bigEndian: true), new Guid(b[73..89], bigEndian: true), b[89..121].ToArray());
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> from, int count)
    {
        var taken = from[..count];
        from = from[count..];
        return taken;
    }

    private static string Text(ref ReadOnlySpan<byte> from) =>
        Encoding.UTF8.GetString(Take(ref from, BinaryPrimitives.ReadUInt16BigEndian(Take(ref from, 2))));
}
