using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Shiraka.Server.Tests.Access;

/// <summary>Keeps every line that any part of the server logs.</summary>
public sealed class LogLines : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Keep(logLevel, $"{logLevel} {formatter(state, exception)} {exception}");

    private void Keep(LogLevel level, string line)
    {
        All.Enqueue(line);
        if (level >= LogLevel.Error) TestContext.Current.TestOutputHelper?.WriteLine(line);     // a test that fails shows why
    }

    public void Dispose()
    {
    }
}
