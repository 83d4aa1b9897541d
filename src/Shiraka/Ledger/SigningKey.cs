using System.Security.Cryptography;

namespace Shiraka.Ledger;

/// <summary>The private key with which one installation signs its checkpoints. Safe for several threads.</summary>
public sealed class SigningKey : IDisposable
{
    private const string NameLine = "Ledger key: ";

    private readonly ECDsa _key;
    private readonly Lock _gate = new();

    private SigningKey(string name, ECDsa key) => (_key, Public) = (key, VerifyingKey.Of(name, key));

    public VerifyingKey Public { get; }

    public string Name => Public.Name;

    /// <inheritdoc cref="VerifyingKey.Text"/>
    public string PublicKeyText => Public.Text;

    /// <summary>A new key. <paramref name="name"/> is one word without a plus sign, best the address of the installation.</summary>
    public static SigningKey Create(string name) => new(VerifyingKey.CheckName(name), ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>Reads what <see cref="ExportPem"/> wrote. Throws <see cref="FormatException"/> where the name or the key is missing.</summary>
    public static SigningKey Load(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        var line = pem.AsSpan(0, Math.Max(0, pem.IndexOf('\n'))).TrimEnd('\r');
        if (!line.StartsWith(NameLine, StringComparison.Ordinal))
            throw new FormatException($"The first line of a ledger's key file names it: \"{NameLine}…\".");

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            key.ExportParameters(includePrivateParameters: true);   // throws for a file that holds only the public half
            return new SigningKey(line[NameLine.Length..].ToString(), key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or FormatException)
        {
            key.Dispose();
            throw new FormatException("The key file of the ledger cannot be read.", e);
        }
    }

    /// <summary>The secret: PKCS#8 in PEM below one line with the name, which other tools skip.</summary>
    public string ExportPem() => $"{NameLine}{Name}\n{_key.ExportPkcs8PrivateKeyPem()}\n";

    /// <summary>ECDSA over SHA-256 of <paramref name="data"/>, DER.</summary>
    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        lock (_gate) return _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    public void Dispose()
    {
        _key.Dispose();
        Public.Dispose();
    }
}
