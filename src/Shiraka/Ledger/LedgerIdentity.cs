namespace Shiraka.Ledger;

/// <summary>
/// Who signs the heads of this ledger. The private key lies in a file beside the installation, the public half in the store: an
/// installation whose key does not fit its ledger refuses to start.
/// </summary>
public sealed class LedgerIdentity(string keyFile, string origin) : IDisposable
{
    private SigningKey? key;

    /// <summary>The name of the ledger: once it is open, the one the store was made with.</summary>
    public string Origin { get; private set; } = origin;

    public string PublicKey => Key.PublicKeyText;

    private SigningKey Key => key ?? throw new InvalidOperationException("The ledger is not open yet.");

    internal Checkpoint Sign(long size, byte[] root) => Checkpoint.Sign(Origin, size, root, Key);

    /// <summary>Loads the key, or makes it for a new ledger.</summary>
    internal async Task OpenAsync(IStore store, CancellationToken cancel)
    {
        var known = await store.ReadAsync("SELECT origin, public_key FROM ledger_identity", row => (Origin: row.GetString(0), Key: row.GetString(1)), cancel);
        if (known.Count > 0) Origin = known[0].Origin;
        if (File.Exists(keyFile)) key = SigningKey.Load(await File.ReadAllTextAsync(keyFile, cancel));
        else if (known.Count == 0) key = await MakeAsync(cancel);
        else throw new InvalidOperationException($"The signing key {keyFile} of this ledger is missing.");

        if (known.Count == 0)
            await store.WriteAsync(batch => batch.Add("INSERT INTO ledger_identity (only_row, origin, public_key) VALUES (1, @origin, @key)", ("origin", Origin), ("key", PublicKey)), cancel);
        else if (known[0].Key != PublicKey)
            throw new InvalidOperationException("The signing key does not belong to this ledger.");
    }

    public void Dispose() => key?.Dispose();

    private async Task<SigningKey> MakeAsync(CancellationToken cancel)
    {
        var made = SigningKey.Create(Origin);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(keyFile)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using (var file = new FileStream(keyFile, options))
        {
            await file.WriteAsync(System.Text.Encoding.ASCII.GetBytes(made.ExportPem()), cancel);
            file.Flush(flushToDisk: true);
        }

        return made;
    }
}
