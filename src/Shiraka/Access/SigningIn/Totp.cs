using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Shiraka.Access.SigningIn;

/// <summary>
/// Codes of the second factor: RFC 6238 with SHA-1, 30 seconds (its section 5.2) and six digits, as every authenticator program reads
/// them. The step before is accepted for the delay of a network (5.2), the one after for a clock that is ahead (6), each code once (5.2).
/// </summary>
internal static class Totp
{
    private const int StepSeconds = 30;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new secret of 160 bits, in base 32.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, 32);

    /// <summary>True for 32 letters of base 32, which is all that <see cref="NewSecret"/> makes.</summary>
    public static bool IsSecret(string? secret) => secret is { Length: 32 } && secret.All(letter => Base32.Contains(letter, StringComparison.Ordinal));

    /// <summary>The step whose code was typed: the current one, or one before or after for clocks that differ; null for no match.</summary>
    public static long? StepOf(string secret, string typed, DateTimeOffset now)
    {
        var code = string.Concat(typed.Where(char.IsDigit).Select(digit => (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(digit))));
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        for (var step = current - 1; step <= current + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(code), System.Text.Encoding.ASCII.GetBytes(Code(Bytes(secret), step, 6)))) return step;
        return null;
    }

    /// <summary>The code of a secret at an instant.</summary>
    public static string CodeAt(string secret, DateTimeOffset now) => Code(Bytes(secret), now.ToUnixTimeSeconds() / StepSeconds, 6);

    /// <summary>What an authenticator program opens.</summary>
    public static string Link(string secret, string account) =>
        $"otpauth://totp/Shiraka:{Uri.EscapeDataString(account)}?secret={secret}&issuer=Shiraka";

    internal static string Code(byte[] key, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 and the authenticator programs mean SHA-1; as HMAC it is not broken.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fff_ffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    private static byte[] Bytes(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
            if ((Base32.IndexOf(secret[bit / 5], StringComparison.Ordinal) >> (4 - bit % 5) & 1) != 0) bytes[bit / 8] |= (byte)(0x80 >> bit % 8);
        return bytes;
    }
}
