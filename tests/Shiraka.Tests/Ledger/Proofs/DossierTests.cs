using System.Text;
using System.Text.Json.Nodes;
using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

public sealed class DossierTests : IDisposable
{
    private readonly LedgerSample _ledger = new(facts: 600, batch: 50);

    private string Pin => _ledger.Key.PublicKeyText;

    [Fact]
    public void A_written_dossier_is_accepted_offline()
    {
        var text = DossierFile.Write(_ledger.Dossier(0, 3, 15, 255, 256, 599));
        var result = DossierVerifier.Verify(new MemoryStream(Encoding.UTF8.GetBytes(text)), Pin);
        Assert.True(result.Ok, result.Problem?.ToString());
        Assert.Equal((6, 600, 2, 0, true), (result.Facts, result.SignedSize, result.Erased, result.Withheld, result.KeyWasPinned));
        Assert.Equal((LedgerSample.Origin, Convert.ToBase64String(_ledger.Checkpoints[^1].Root)), (result.Origin, result.Root));
        Assert.Contains("Aïcha بن عمر", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", text, StringComparison.Ordinal);

        var unpinned = DossierVerifier.Verify(text);
        Assert.True(unpinned.Ok);
        Assert.False(unpinned.KeyWasPinned);
        using var stream = new MemoryStream();
        DossierFile.Write(DossierFile.Read(text), stream);
        Assert.Equal(text, Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Every_fact_can_stand_alone_under_any_later_checkpoint()
    {
        foreach (var head in _ledger.Checkpoints)
        {
            var dossier = Dossier.Make(head, Pin, _ledger.Rows.Take((int)head.Size).Select(row => LedgerSample.Entry(row)), _ledger.Shelf.Get);
            Assert.Equal(head.Size, DossierVerifier.Verify(dossier, Pin).Facts);
            Assert.True(DossierVerifier.Verify(dossier with { Facts = [dossier.Facts[^1]] }, Pin).Ok);
        }
    }

    [Fact]
    public void A_change_of_any_single_value_is_rejected()
    {
        var text = DossierFile.Write(_ledger.Dossier(6, 9, 10, 301));
        var values = Leaves(JsonNode.Parse(text)!).Select(node => node.GetPath()).ToList();
        Assert.InRange(values.Count, 60, 200);
        foreach (var path in values)
        {
            var changed = JsonNode.Parse(text)!;
            var value = Leaves(changed).Single(node => node.GetPath() == path);
            if (value.TryGetValue(out string? words)) value.ReplaceWith((words[0] == 'c' ? 'd' : 'c') + words[1..]);
            else value.ReplaceWith(value.GetValue<long>() + 1);
            Rejected(changed.ToJsonString(), path);

            var without = JsonNode.Parse(text)!;
            var gone = Leaves(without).Single(node => node.GetPath() == path);
            if (gone.Parent is JsonObject members) members.Remove(gone.GetPropertyName());
            else ((JsonArray)gone.Parent!).Remove(gone);
            Rejected(without.ToJsonString(), "without " + path);
        }
    }

    [Fact]
    public void Facts_out_of_order_twice_or_beyond_the_checkpoint_are_rejected()
    {
        var dossier = _ledger.Dossier(6, 9, 10);
        Assert.Equal("order", Code(dossier with { Facts = [dossier.Facts[1], dossier.Facts[0]] }));
        Assert.Equal("order", Code(dossier with { Facts = [dossier.Facts[0], dossier.Facts[0]] }));
        Assert.Equal("order", Code(dossier with { Facts = [dossier.Facts[0] with { Seq = -1 }] }));
        Assert.Equal("inclusion", Code(dossier with { Facts = [dossier.Facts[0] with { Seq = 600 }] }));
        Assert.Equal("inclusion", Code(dossier with { Checkpoint = _ledger.Checkpoints[3].Note }));
        Assert.Equal("body", Code(dossier with { Facts = [dossier.Facts[0] with { Body = dossier.Facts[1].Body }] }));
        Assert.Equal("format", Code(dossier with { Facts = [dossier.Facts[0] with { Type = "\ud800" }] }));
    }

    [Fact]
    public void A_dossier_signed_again_by_another_key_convinces_only_who_pinned_none()
    {
        using var forged = new LedgerSample(600, 50, rewrite: (seq, row) => seq == 9 ? LedgerSample.Row(9, "{}") : row);
        var dossier = forged.Dossier(9);
        Assert.True(DossierVerifier.Verify(dossier).Ok);
        Assert.Equal("key", Code(dossier));
        Assert.Equal("signature", Code(dossier with { PublicKey = Pin }));
        Assert.Equal("format", DossierVerifier.Verify(dossier, "not a key").Problem?.Code);
    }

    [Fact]
    public void A_member_nobody_sealed_or_a_member_given_twice_is_rejected()
    {
        var text = DossierFile.Write(_ledger.Dossier(6));
        Rejected(text.Replace("\"seq\": 6,", "\"seq\": 6, \"title\": \"Minister\",", StringComparison.Ordinal), "added member");
        Rejected(text.Replace("\"seq\": 6,", "\"seq\": 5, \"seq\": 6,", StringComparison.Ordinal), "double member");
        Rejected(text + "x", "text behind");
        Rejected("", "nothing");
        Rejected("null", "null");
        Rejected("""{"format":"shiraka-dossier-v1"}""", "empty");
        Rejected(text.Replace("\"proof\": [", "\"proof\": [null,", StringComparison.Ordinal), "null hash");
    }

    [Fact]
    public void Whatever_is_done_to_the_text_nothing_throws_and_what_is_accepted_says_the_same()
    {
        var text = DossierFile.Write(_ledger.Dossier(6));
        var accepted = 0;
        for (var at = 0; at < text.Length; at++)
            foreach (var with in (string[])["", "x", "\\", "\ud800", "\\ud800", "\"", "7"])
            {
                var changed = text[..at] + with + text[(at + 1)..];
                if (!DossierVerifier.Verify(changed, Pin).Ok) continue;
                accepted++;
                Assert.Equal(text, DossierFile.Write(DossierFile.Read(changed)));
            }
        Assert.InRange(accepted, 1, text.Length);   // spaces between members, and a sign replaced by itself
    }

    [Fact]
    public void A_body_may_be_kept_back_and_the_rest_still_holds()
    {
        var dossier = Dossier.Make(_ledger.Checkpoints[^1], Pin, [LedgerSample.Entry(_ledger.Rows[6], withhold: true)], _ledger.Shelf.Get);
        var text = DossierFile.Write(dossier);
        Assert.DoesNotContain("Aïcha", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(_ledger.Rows[6].Salt.Span), text, StringComparison.Ordinal);
        var result = DossierVerifier.Verify(text, Pin);
        Assert.True(result.Ok, result.Problem?.ToString());
        Assert.Equal(1, result.Withheld);
        Assert.Equal("body", Code(dossier with { Facts = [dossier.Facts[0] with { Body = "{}" }] }));
    }

    public void Dispose() => _ledger.Dispose();

    private string? Code(Dossier dossier) => DossierVerifier.Verify(dossier, Pin).Problem?.Code;

    private void Rejected(string text, string what)
    {
        var result = DossierVerifier.Verify(text, Pin);
        Assert.False(result.Ok, what);
        Assert.NotNull(result.Problem);
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonValue value => [value],
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)).ToList(),
        JsonArray items => items.SelectMany(item => Leaves(item!)).ToList(),
        _ => [],
    };
}
