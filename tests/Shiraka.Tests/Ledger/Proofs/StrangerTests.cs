using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger.Proving;

/// <summary>Programs that share no line with the product check what it wrote: the Python verifier of the documentation, and openssl.</summary>
public sealed class StrangerTests : IDisposable
{
    private readonly LedgerSample _ledger = new(facts: 600, batch: 50);
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("dossier").FullName;

    [Fact]
    public async Task A_verifier_in_another_language_accepts_the_dossier_and_rejects_a_changed_one()
    {
        var dossier = _ledger.Dossier(0, 3, 15, 255, 256, 511, 599);
        var (code, output) = await PythonAsync(DossierFile.Write(dossier), _ledger.Key.PublicKeyText);
        Assert.Equal((0, "OK: 7 facts in the first 600 of ledger.example/one"), (code, output.Split(',')[0]));

        using var stranger = SigningKey.Create("ledger.example");
        Assert.Contains("another key", await RejectionAsync(dossier, stranger.PublicKeyText), StringComparison.Ordinal);
        Assert.Contains("signature", await RejectionAsync(dossier with { Checkpoint = dossier.Checkpoint.Replace("\n600\n", "\n601\n", StringComparison.Ordinal) }), StringComparison.Ordinal);
        Assert.Contains("fact 15", await RejectionAsync(With(dossier, dossier.Facts[2] with { Quantity = 99 })), StringComparison.Ordinal);
        Assert.Contains("fact 15", await RejectionAsync(With(dossier, dossier.Facts[2] with { OccurredOn = new DateOnly(2025, 1, 1) })), StringComparison.Ordinal);
        Assert.Contains("body of fact 15", await RejectionAsync(With(dossier, dossier.Facts[2] with { Body = "{}" })), StringComparison.Ordinal);
        Assert.Contains("fact 16", await RejectionAsync(With(dossier, dossier.Facts[2] with { Seq = 16 })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openssl_verifies_the_signature_of_a_checkpoint()
    {
        var note = _ledger.Checkpoints[^1].Note;
        await File.WriteAllTextAsync(Path.Combine(_folder, "text"), note[..(note.IndexOf("\n\n", StringComparison.Ordinal) + 1)]);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "mark"), Convert.FromBase64String(note.Split(' ')[^1].Trim())[4..]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "key"), _ledger.Key.Public.ExportPem());
        Assert.Equal(0, (await RunAsync("openssl", "dgst", "-sha256", "-verify", "key", "-signature", "mark", "text")).Code);
        await File.AppendAllTextAsync(Path.Combine(_folder, "text"), "\n");
        Assert.NotEqual(0, (await RunAsync("openssl", "dgst", "-sha256", "-verify", "key", "-signature", "mark", "text")).Code);

        // The private file is a plain PKCS#8 key to other tools.
        await File.WriteAllTextAsync(Path.Combine(_folder, "private"), _ledger.Key.ExportPem());
        var (code, output) = await RunAsync("openssl", "pkey", "-in", "private", "-pubout");
        Assert.Equal((0, _ledger.Key.Public.ExportPem()), (code, output.Trim()));
    }

    [Fact]
    public async Task The_documentation_shows_the_program_and_the_bytes_that_are_tested()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Root(), "docs/ledger.md"));
        Assert.Contains($"```python\n{await File.ReadAllTextAsync(Script())}```", page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(Leaf.Hash(LeafTests.Sample)), page, StringComparison.Ordinal);
        var bytes = Convert.ToHexStringLower(Leaf.Bytes(LeafTests.Sample)).Chunk(64).Select(line => new string(line));
        Assert.Contains($"```\n{string.Join('\n', bytes)}\n```", page, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    private static Dossier With(Dossier dossier, DossierFact third) => dossier with { Facts = [.. dossier.Facts.Take(2), third, .. dossier.Facts.Skip(3)] };

    private async Task<string> RejectionAsync(Dossier dossier, string? key = null)
    {
        var (code, output) = await PythonAsync(DossierFile.Write(dossier), key ?? _ledger.Key.PublicKeyText);
        Assert.Equal(1, code);
        Assert.StartsWith("REJECTED: ", output, StringComparison.Ordinal);
        return output;
    }

    private async Task<(int Code, string Output)> PythonAsync(string dossier, string key)
    {
        var file = Path.Combine(_folder, "dossier.json");
        await File.WriteAllTextAsync(file, dossier);
        return await RunAsync("python3", Script(), file, key);
    }

    private static string Script() => Path.Combine(Root(), "tests/Shiraka.Tests/Ledger/Proofs/verify_dossier.py");

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Shiraka.slnx"))) at = at.Parent;
        return at.FullName;
    }

    private async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["PYTHONUTF8"] = "1" },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip($"{program} is not installed");
            throw;
        }
        using (process)
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            return (process.ExitCode, await output + await errors);
        }
    }
}
