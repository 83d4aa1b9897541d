using System.Globalization;
using System.Security.Cryptography;

namespace Shiraka.Ledger;

/// <summary>
/// The public half of a ledger's key: ECDSA on P-256 with SHA-256, in the text form of a signed-note verifier key:
/// <c>name+keyid+base64(0x02 ‖ SubjectPublicKeyInfo)</c>, the key id being the first four bytes of SHA-256(SubjectPublicKeyInfo) in hex.
/// </summary>
public sealed class VerifyingKey : IDisposable
{
    internal const int IdLength = 4;
    private const byte EcdsaType = 2;
    private const string P256 = "1.2.840.10045.3.1.7";

    private readonly ECDsa _key;
    private readonly Lock _gate = new();

    private VerifyingKey(string name, ECDsa key)
    {
        (Name, _key) = (CheckName(name), key);
        if (key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is not P256)
            throw new FormatException("The key of a ledger lies on the curve P-256.");
        var spki = key.ExportSubjectPublicKeyInfo();
        Id = SHA256.HashData(spki)[..IdLength];
        Text = $"{name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([EcdsaType, .. spki])}";
    }

    public string Name { get; }

    /// <summary>The form to pin, print and publish.</summary>
    public string Text { get; }

    internal byte[] Id { get; }

    internal static VerifyingKey Of(string name, ECDsa key)
    {
        var open = ECDsa.Create();
        open.ImportSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _);
        return new VerifyingKey(name, open);
    }

    /// <summary>Reads <see cref="Text"/>. Throws <see cref="FormatException"/> where it is not such a key, or its id is not its own.</summary>
    public static VerifyingKey Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || parts[1].Length != 2 * IdLength || Base64.Decode(parts[2]) is not [EcdsaType, .. var spki])
            throw new FormatException("A verifier key reads name+keyid+base64, with a key of type 2.");

        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            var parsed = new VerifyingKey(parts[0], key);
            if (read != spki.Length || !parsed.Text.Equals(text, StringComparison.Ordinal))
                throw new FormatException("The id of the key is not that of its bytes.");
            return parsed;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            key.Dispose();
            throw e as FormatException ?? new FormatException("The bytes of the key cannot be read.", e);
        }
    }

    /// <summary>True where <paramref name="signature"/> (DER) is this key's over <paramref name="data"/>.</summary>
    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        lock (_gate) return _key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>The key as other tools read it (<c>-----BEGIN PUBLIC KEY-----</c>).</summary>
    public string ExportPem() => _key.ExportSubjectPublicKeyInfoPem();

    public void Dispose() => _key.Dispose();

    internal static string CheckName(string name)
    {
        if (string.IsNullOrEmpty(name) || name.Any(IsNoLetterOfAName))
            throw new FormatException("The name of a key is one word without a plus sign.");
        return name;
    }

    private static bool IsNoLetterOfAName(char c) =>
        c == '+' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Surrogate;
}

/// <summary>Base64 that accepts exactly what it would write: one value has one text.</summary>
internal static class Base64
{
    public static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text ? bytes[..length] : null;
    }
}
