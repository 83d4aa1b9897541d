using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Shiraka.Ledger;

namespace Shiraka.Tests.Ledger.Proving;

/// <summary>A small ledger as a store would hold it: rows, tiles, and a checkpoint after every batch. One fact in seven is erased.</summary>
internal sealed class LedgerSample : IDisposable
{
    public const string Origin = "ledger.example/one";

    public LedgerSample(int facts, int batch, SigningKey? key = null, Func<int, LedgerRow, LedgerRow>? rewrite = null)
    {
        Key = key ?? SigningKey.Create("ledger.example");
        var tree = new Tree();
        for (var from = 0; from < facts; from += batch)
        {
            var rows = Enumerable.Range(from, Math.Min(batch, facts - from)).Select(seq => rewrite?.Invoke(seq, Row(seq)) ?? Row(seq)).ToList();
            Rows.AddRange(rows);
            Shelf.Store(tree.Append([.. rows.Select(row => row.LeafHash.ToArray())]));
            Checkpoints.Add(Checkpoint.Sign(Origin, tree.Size, tree.Root(), Key));
        }
    }

    public SigningKey Key { get; }
    public List<LedgerRow> Rows { get; } = [];
    public TileShelf Shelf { get; } = new();
    public List<Checkpoint> Checkpoints { get; } = [];

    public static LedgerRow Row(int seq, string? body = null)
    {
        var salt = SHA256.HashData(Encoding.UTF8.GetBytes($"salt {seq}"));
        var json = body ?? $$"""{"person":"Aïcha بن عمر {{seq}} <\"&'>","note":"é\n"}""";
        var fact = new LeafInput(
            Id("fact", seq), "placement.completed", 1, Id("stream", seq / 4), seq % 4 + 1, seq % 3 == 0 ? Id("under", seq) : null,
            seq % 5 == 0 ? null : seq, seq % 5 == 0 ? null : "day", new DateOnly(2026, 1, 1).AddDays(seq % 365),
            1_767_225_600_000 + seq, Id("actor", seq % 9), Id("organisation", seq % 3), Leaf.BodyDigest(salt, json));
        var erased = seq % 7 == 3;
        return new LedgerRow(seq, fact, Leaf.Hash(fact), erased ? default : salt, erased ? null : json);
    }

    public Dossier Dossier(params int[] seqs) =>
        Shiraka.Ledger.Dossier.Make(Checkpoints[^1], Key.PublicKeyText, seqs.Select(seq => Entry(Rows[seq])), Shelf.Get);

    public static DossierEntry Entry(LedgerRow row, bool withhold = false)
    {
        var f = row.Fact;
        return new DossierEntry(
            new SealedFact(
                row.Seq, f.Id, f.Type, f.Version, f.Stream, f.StreamVersion, f.Under, f.Quantity, f.Unit, f.OccurredOn, f.RecordedAt,
                f.Actor, f.Organisation, row.Json),
            f.BodyDigest.ToArray(), row.Json is null ? null : row.Salt.ToArray(), withhold);
    }

    public VerifyResult Verify(int batch = 1000, int cores = 1, VerifyingKey? key = null, IEnumerable<Checkpoint>? held = null)
    {
        var checkpoints = Checkpoints.Concat(held ?? []).OrderBy(c => c.Size);
        var verifier = new FullVerifier(Origin, key ?? Key.Public, checkpoints, Shelf.Get);
        foreach (var rows in Rows.Chunk(batch))
            if (!verifier.Add(rows, cores)) break;
        return verifier.Finish();
    }

    public void Dispose() => Key.Dispose();

    private static Guid Id(string kind, int number) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{kind} {number}")))[..16]);
}
