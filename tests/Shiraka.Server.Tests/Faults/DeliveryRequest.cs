using System.Globalization;
using System.Text;

namespace Shiraka.Server.Tests.Faults;

/// <summary>The bytes of one kind of POST, made once; only the key, which is also the note, is written anew for each request.</summary>
internal sealed class DeliveryRequest
{
    public const int KeyLength = 32;
    private readonly byte[] bytes;
    private readonly int inHead;
    private readonly int inBody;

    public DeliveryRequest(Uri address, string token, string path, long quantity = 1)
    {
        var blank = new string('0', KeyLength);
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"note":"{{blank}}","on":"2026-03-02","quantity":{{quantity}},"unit":"person"}""");
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: {address.GetLeftPart(UriPartial.Authority)}\r\nCookie: shiraka={token}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\nIdempotency-Key: {blank}\r\n\r\n");
        bytes = Encoding.ASCII.GetBytes(head + body);
        inHead = bytes.AsSpan().IndexOf("Idempotency-Key: "u8) + 17;
        inBody = bytes.AsSpan().IndexOf("{\"note\":\""u8) + 9;
    }

    public static string PathOf(Guid activity) => $"/api/v1/activities/{activity}/deliveries";

    /// <summary>Valid until the next call.</summary>
    public ReadOnlyMemory<byte> With(ReadOnlySpan<byte> key)
    {
        key.CopyTo(bytes.AsSpan(inHead));
        key.CopyTo(bytes.AsSpan(inBody));
        return bytes;
    }

    public ReadOnlyMemory<byte> With(string key) => With(Encoding.ASCII.GetBytes(key));
}
