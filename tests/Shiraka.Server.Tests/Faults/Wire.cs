using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Shiraka.Server.Tests.Faults;

/// <summary>One connection that speaks just enough HTTP/1.1 to send ready bytes and take one answer: the load must cost less than the server.</summary>
internal sealed class Wire : IDisposable
{
    private readonly Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int filled;

    private Wire(Socket socket) => this.socket = socket;

    public static async Task<Wire> OpenAsync(Uri address, CancellationToken cancel = default)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address.Host), address.Port), cancel);
            return new Wire(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The body of the answer is valid until the next request.</summary>
    /// <exception cref="IOException">The server went away before the whole answer came.</exception>
    public async ValueTask<WireAnswer> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancel = default)
    {
        filled = 0;
        try
        {
            await PushAsync(request, cancel);
            while (true)
            {
                if (filled == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var received = await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None, cancel);
                if (received == 0) throw new IOException("The server closed the connection.");
                filled += received;
                if (WireAnswer.Of(buffer.AsMemory(0, filled)) is { } answer) return answer;
            }
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Sends and does not wait: a client that goes away.</summary>
    public async Task PushAsync(ReadOnlyMemory<byte> request, CancellationToken cancel = default)
    {
        while (request.Length > 0) request = request[await socket.SendAsync(request, SocketFlags.None, cancel)..];
    }

    public void Dispose() => socket.Dispose();
}

/// <summary><paramref name="Head"/> and <paramref name="Body"/> as received; a chunked body still has its chunk sizes.</summary>
internal readonly record struct WireAnswer(int Status, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)
{
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public bool Has(string header) => Encoding.ASCII.GetString(Head.Span).Contains("\r\n" + header + ":", StringComparison.OrdinalIgnoreCase);

    /// <summary>Null while it is not whole.</summary>
    public static WireAnswer? Of(ReadOnlyMemory<byte> received)
    {
        var bytes = received.Span;
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
        var body = received[(head + 4)..];
        var length = bytes[..head].IndexOf("\r\nContent-Length: "u8);
        if (length >= 0)
        {
            var expected = 0;
            for (var at = length + 18; at < head && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++) expected = expected * 10 + (bytes[at] - '0');
            return body.Length >= expected ? new WireAnswer(status, received[..head], body[..expected]) : null;
        }

        if (bytes[..head].IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0 && !body.Span.EndsWith("0\r\n\r\n"u8)) return null;
        return new WireAnswer(status, received[..head], body);
    }
}
