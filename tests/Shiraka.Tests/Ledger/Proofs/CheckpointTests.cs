using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class CheckpointTests : IDisposable
{
    private readonly SigningKey _key = SigningKey.Create("ledger.example");
    private readonly SigningKey _other = SigningKey.Create("ledger.example");
    private readonly byte[] _root = TreeTests.Leaves(1)[0];

    [Fact]
    public void A_checkpoint_is_a_signed_note_and_reads_back()
    {
        var head = Checkpoint.Sign("ledger.example/one", 18_342, _root, _key);
        Assert.StartsWith($"ledger.example/one\n18342\n{Convert.ToBase64String(_root)}\n\n— ledger.example ", head.Note, StringComparison.Ordinal);
        var read = Checkpoint.Parse(head.Note);
        Assert.Equal(head, read);
        Assert.Equal((head.Origin, head.Size), (read.Origin, read.Size));
        Assert.Equal(_root, read.Root);
        Assert.True(read.IsSignedBy(_key.Public));
        Assert.False(read.IsSignedBy(_other.Public));
    }

    [Fact]
    public void Any_changed_character_of_the_note_is_noticed()
    {
        var head = Checkpoint.Sign("ledger.example/one", 18_342, _root, _key);
        for (var at = 0; at < head.Note.Length; at++)
        {
            var changed = head.Note.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            try
            {
                Assert.False(Checkpoint.Parse(new string(changed)).IsSignedBy(_key.Public), $"character {at}");
            }
            catch (FormatException)
            {
                // Not even a note any more.
            }
        }
        Assert.False((head with { Size = 18_343 }).IsSignedBy(_key.Public));
        Assert.False((head with { Root = TreeTests.Leaves(2)[1] }).IsSignedBy(_key.Public));
        Assert.False((head with { Origin = "ledger.example/two" }).IsSignedBy(_key.Public));
    }

    [Fact]
    public void Signatures_of_strangers_are_passed_over_and_a_wrong_one_of_the_key_spoils_the_note()
    {
        using var partner = SigningKey.Create("partner.example");
        var head = Checkpoint.Sign("ledger.example/one", 3, _root, _key).Cosign(partner).Cosign(_other);
        Assert.True(Checkpoint.Parse(head.Note).IsSignedBy(_key.Public));
        Assert.True(Checkpoint.Parse(head.Note).IsSignedBy(partner.Public));

        var wrong = Checkpoint.Sign("ledger.example/one", 4, _root, _key).Note.Split('\n')[4];
        Assert.False(Checkpoint.Parse(head.Note + wrong + "\n").IsSignedBy(_key.Public));
    }

    [Theory]
    [InlineData("")]
    [InlineData("o\n1\n\n— k AAAAAAAA\n")]
    [InlineData("o\n01\nROOT\n\n— k AAAAAAAA\n")]
    [InlineData("o\n-1\nROOT\n\n— k AAAAAAAA\n")]
    [InlineData("o\n1\nROOT\n— k AAAAAAAA\n")]
    [InlineData("o\n1\nROOT\n\n")]
    [InlineData("o\n1\nROOT\n\n— k AAAAAAAA")]
    [InlineData("o\n1\nROOT\n\n- k AAAAAAAA\n")]
    [InlineData("o\n1\nROOT\n\n— k AAAA\n")]
    [InlineData("o\n1\nROOT \n\n— k AAAAAAAA\n")]
    [InlineData("o\n1\nROOT\nmore\n\n— k AAAAAAAA\n")]
    [InlineData("\ud800\n1\nROOT\n\n— k AAAAAAAA\n")]
    [InlineData("o\r\n1\nROOT\n\n— k AAAAAAAA\n")]
    public void What_is_not_a_checkpoint_is_refused(string note) =>
        Assert.Throws<FormatException>(() => Checkpoint.Parse(note.Replace("ROOT", Convert.ToBase64String(_root), StringComparison.Ordinal)));

    [Fact]
    public void Keys_go_through_their_text_forms_and_no_other_text_is_taken()
    {
        var head = Checkpoint.Sign("ledger.example/one", 3, _root, _key);
        using var again = SigningKey.Load(_key.ExportPem());
        using var pinned = VerifyingKey.Parse(_key.PublicKeyText);
        Assert.Equal(_key.PublicKeyText, again.PublicKeyText);
        Assert.True(Checkpoint.Sign("ledger.example/one", 3, _root, again).IsSignedBy(pinned));
        Assert.True(head.IsSignedBy(pinned));
        Assert.Matches("^ledger\\.example\\+[0-9a-f]{8}\\+Aj[A-Za-z0-9+/]+=*$", _key.PublicKeyText);

        foreach (var bad in (string[])["", "a+b", _key.PublicKeyText[..^4], _key.PublicKeyText + " ",
                     _key.PublicKeyText.Replace(Convert.ToHexStringLower(_key.Public.Id), "00000000", StringComparison.Ordinal)])
            Assert.Throws<FormatException>(() => VerifyingKey.Parse(bad));
        Assert.Throws<FormatException>(() => SigningKey.Create("two words"));
        Assert.Throws<FormatException>(() => SigningKey.Load("Ledger key: k\n" + _key.Public.ExportPem()));
        Assert.Throws<FormatException>(() => SigningKey.Load(_key.ExportPem().Split('\n', 2)[1]));
        Assert.Throws<FormatException>(() => Checkpoint.Sign("two\nlines", 3, _root, _key));
    }

    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }
}
