using System.CommandLine;
using System.Globalization;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka ledger verify</c>: the store, or a dossier that somebody else holds.</summary>
internal static class LedgerCommand
{
    public static Command Make(Output output)
    {
        var verify = new Command("verify", "Checks every fact, tile and checkpoint of the store, or the proofs of an exported file.");
        var installation = InstallationOptions.On(verify);
        var file = new Argument<FileInfo?>("FILE") { Description = "An exported dossier, or the HTML file of a report. Left out: the configured store.", Arity = ArgumentArity.ZeroOrOne };
        var checkpoint = new Option<FileInfo?>("--checkpoint") { Description = "A signed checkpoint that was kept elsewhere, which must fit." };
        var key = new Option<string?>("--key") { Description = "The public key to trust (name+id+base64). Left out: the one the file or the store names." };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        verify.Add(file);
        verify.Add(checkpoint);
        verify.Add(key);
        verify.Add(json);
        verify.SetAction(async (parsed, cancel) =>
        {
            var kept = parsed.GetValue(checkpoint) is { } path ? Checkpoint.Parse(await File.ReadAllTextAsync(path.FullName, cancel)) : null;
            var result = parsed.GetValue(file) is { } dossier
                ? await VerifyFileAsync(dossier, kept, parsed.GetValue(key), cancel)
                : await VerifyStoreAsync(installation.From(parsed), kept, parsed.GetValue(key), cancel);
            return Say(result, parsed.GetValue(json), output);
        });
        return new Command("ledger", "The sealed facts and their proofs.") { verify };
    }

    private static async Task<VerifyResult> VerifyStoreAsync(Installation installation, Checkpoint? kept, string? key, CancellationToken cancel)
    {
        var store = InstallationOptions.OpenStore(installation);
        await using var closing = (IAsyncDisposable)store;
        return await VerifyStore.RunAsync(store, kept is null ? [] : [kept], key, cancel);
    }

    // The kept head must be the dossier's own, or a smaller one cannot be compared without the tree.
    private static async Task<VerifyResult> VerifyFileAsync(FileInfo file, Checkpoint? kept, string? key, CancellationToken cancel)
    {
        var dossier = DossierFile.ReadAny(await File.ReadAllTextAsync(file.FullName, cancel));
        var result = DossierVerifier.Verify(dossier, key);
        if (kept is null || !result.Ok) return result;
        using var trusted = VerifyingKey.Parse(key ?? dossier.PublicKey);
        var head = Checkpoint.Parse(dossier.Checkpoint);
        VerifyProblem? problem =
            !kept.IsSignedBy(trusted) ? new("signature", "The kept checkpoint is not signed by the key of the file.")
            : kept.Origin != head.Origin ? new("origin", $"The kept checkpoint is of ledger {kept.Origin}.")
            : kept.Size != head.Size ? new("checkpoint", $"The kept checkpoint covers {kept.Size} facts, the file {head.Size}: only the store can show that one continues the other.")
            : !kept.Root.AsSpan().SequenceEqual(head.Root) ? new("checkpoint", "The kept checkpoint has another root for the same number of facts.")
            : null;
        return problem is null ? result : result with { Ok = false, Problem = problem };
    }

    private static int Say(VerifyResult result, bool json, Output output)
    {
        if (json && result.Ok) output.JsonLine(new { ok = true, facts = result.Facts, root = result.Root, origin = result.Origin, signed = result.SignedSize, erased = result.Erased, withheld = result.Withheld, key = result.PublicKey, keyPinned = result.KeyWasPinned });
        else if (json) output.JsonLine(new { ok = false, facts = result.Facts, root = result.Root, problem = new { code = result.Problem!.Code, detail = result.Problem.Detail, seq = result.Problem.Seq } });
        else if (result.Ok) output.Line(Sentence(result));
        if (!result.Ok) output.Problem(result.Problem!.ToString());
        return result.Ok ? ExitStatus.Done : ExitStatus.Refused;
    }

    private static string Sentence(VerifyResult result) => string.Create(CultureInfo.InvariantCulture,
        $"ok: {result.Facts} facts of {result.Origin}, root {result.Root}, signed up to {result.SignedSize}, {result.Erased} bodies erased, {result.Withheld} withheld")
        + (result.KeyWasPinned ? "" : $"\nsigned by {result.PublicKey}: compare it with the key you know, or pass --key");
}
