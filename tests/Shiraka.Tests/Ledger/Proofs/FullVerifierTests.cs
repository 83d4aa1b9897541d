using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class FullVerifierTests : IDisposable
{
    private readonly LedgerSample _ledger = new(facts: 1500, batch: 70);

    [Fact]
    public void An_honest_ledger_is_found_whole_however_it_is_fed()
    {
        foreach (var (batch, cores) in (ReadOnlySpan<(int, int)>)[(1500, 1), (1500, 2), (1, 1), (257, 2), (300, 1)])
        {
            var result = _ledger.Verify(batch, cores);
            Assert.True(result.Ok, result.Problem?.ToString());
            Assert.Equal((1500, 1500), (result.Facts, result.SignedSize));
            Assert.Equal(_ledger.Rows.Count(row => row.Json is null), result.Erased);
            Assert.Equal(Convert.ToBase64String(_ledger.Checkpoints[^1].Root), result.Root);
        }
        using var empty = new LedgerSample(0, 1);
        Assert.True(empty.Verify().Ok);
    }

    [Fact]
    public void An_edited_column_is_found() => Finds("leaf", 700, l => l.Rows[700] = l.Rows[700] with { Fact = l.Rows[700].Fact with { Quantity = 1_000_000 } });

    [Fact]
    public void An_edited_body_is_found() => Finds("body", 701, l => l.Rows[701] = l.Rows[701] with { Json = "{}" });

    [Fact]
    public void A_body_exchanged_with_its_digest_is_found() => Finds("leaf", 701, l =>
    {
        var row = l.Rows[701];
        l.Rows[701] = row with { Json = "{}", Fact = row.Fact with { BodyDigest = Leaf.BodyDigest(row.Salt.Span, "{}") } };
    });

    [Fact]
    public void A_fact_exchanged_with_its_leaf_hash_is_found_by_its_tile() => Finds("tile", null, l =>
        l.Rows[701] = LedgerSample.Row(701, """{"person":"another"}"""));

    [Fact]
    public void Half_an_erasure_is_found() => Finds("body", 701, l => l.Rows[701] = l.Rows[701] with { Salt = default });

    [Fact]
    public void A_deleted_fact_is_found() => Finds("gap", 900, l => l.Rows.RemoveAt(900));

    [Fact]
    public void A_deleted_fact_with_the_rest_renumbered_is_found() => Finds("checkpoint", null, l =>
    {
        l.Rows.RemoveAt(900);
        for (var i = 900; i < l.Rows.Count; i++) l.Rows[i] = l.Rows[i] with { Seq = i };
    });

    [Fact]
    public void An_inserted_fact_is_found() => Finds("gap", 900, l => l.Rows.Insert(900, l.Rows[5]));

    [Fact]
    public void Two_facts_that_changed_places_are_found() => Finds("checkpoint", null, l =>
        (l.Rows[3], l.Rows[900]) = (l.Rows[900] with { Seq = 3 }, l.Rows[3] with { Seq = 900 }));

    [Fact]
    public void A_cut_tail_is_found() => Finds("truncated", null, l =>
    {
        l.Rows.RemoveRange(1470, 30);
        var tree = new Tree();
        var shelf = new TileShelf();
        shelf.Store(tree.Append([.. l.Rows.Select(row => row.LeafHash.ToArray())]));
        foreach (var (level, index) in l.Shelf.Keys.ToList()) l.Shelf.Drop(level, index);
        l.Shelf.Store(shelf.Keys.Select(k => new TileChange(k.Level, k.Index, shelf.Get(k.Level, k.Index)!)));
    });

    [Fact]
    public void A_fact_added_without_tile_and_checkpoint_is_found() => Finds("tile", null, l => l.Rows.Add(LedgerSample.Row(1500)));

    [Fact]
    public void A_changed_bit_in_any_tile_is_found()
    {
        foreach (var (level, index) in _ledger.Shelf.Keys.ToList())
        {
            _ledger.Shelf.Flip(level, index, 77);
            Assert.Equal("tile", _ledger.Verify().Problem?.Code);
            _ledger.Shelf.Flip(level, index, 77);
        }
        _ledger.Shelf.Store([new TileChange(0, 6, new byte[32])]);
        Assert.Equal("tile", _ledger.Verify().Problem?.Code);
        _ledger.Shelf.Drop(0, 6);
        Assert.True(_ledger.Verify().Ok);
        _ledger.Shelf.Drop(0, 5);
        Assert.Equal("tile", _ledger.Verify().Problem?.Code);
    }

    [Fact]
    public void A_checkpoint_of_another_key_ledger_or_order_is_found()
    {
        using var stranger = SigningKey.Create("ledger.example");
        Assert.Equal("signature", _ledger.Verify(key: stranger.Public).Problem?.Code);

        var root = _ledger.Checkpoints[4].Root;
        Assert.Equal("origin", _ledger.Verify(held: [Checkpoint.Sign("ledger.example/two", _ledger.Checkpoints[4].Size, root, _ledger.Key)]).Problem?.Code);
        Assert.Equal("checkpoint", _ledger.Verify(held: [Checkpoint.Sign(LedgerSample.Origin, 90, root, _ledger.Key)]).Problem?.Code);
        _ledger.Checkpoints.RemoveAt(20);
        Assert.Equal("signature", _ledger.Verify(held: [new Checkpoint(LedgerSample.Origin, 1500, root, "no note")]).Problem?.Code);

        var verifier = new FullVerifier(LedgerSample.Origin, _ledger.Key.Public, [_ledger.Checkpoints[1], _ledger.Checkpoints[0]], _ledger.Shelf.Get);
        Assert.False(verifier.Add(_ledger.Rows));
        Assert.Equal("checkpoint", verifier.Finish().Problem?.Code);
    }

    [Fact]
    public void A_ledger_rewritten_whole_and_signed_again_contradicts_a_checkpoint_held_elsewhere()
    {
        using var rewritten = new LedgerSample(1500, 70, SigningKey.Load(_ledger.Key.ExportPem()),
            (seq, row) => seq == 12 ? LedgerSample.Row(12, """{"person":"another"}""") : row);
        Assert.True(rewritten.Verify().Ok, "it agrees with itself: that is why a checkpoint is kept elsewhere");

        var result = rewritten.Verify(held: [_ledger.Checkpoints[10]]);
        Assert.Equal("checkpoint", result.Problem?.Code);
        Assert.Equal(770, result.SignedSize);
    }

    [Fact]
    public void Facts_not_yet_signed_are_counted_apart()
    {
        _ledger.Checkpoints.RemoveAt(_ledger.Checkpoints.Count - 1);
        var result = _ledger.Verify();
        Assert.True(result.Ok, result.Problem?.ToString());
        Assert.Equal((1500, 1470), (result.Facts, result.SignedSize));
    }

    public void Dispose() => _ledger.Dispose();

    // The same answer on one core and on two, in one batch and in many.
    private void Finds(string code, long? seq, Action<LedgerSample> tamper)
    {
        Assert.True(_ledger.Verify().Ok);
        tamper(_ledger);
        foreach (var (batch, cores) in (ReadOnlySpan<(int, int)>)[(2000, 1), (2000, 2), (100, 1), (1, 1)])
        {
            var result = _ledger.Verify(batch, cores);
            Assert.False(result.Ok);
            Assert.Equal((code, seq), (result.Problem!.Code, result.Problem.Seq));
        }
    }
}
