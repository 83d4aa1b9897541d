using Shiraka.Tests.Stores;

[assembly: Xunit.AssemblyFixture(typeof(SharedPostgres))]

namespace Shiraka.Tests.Stores;

/// <summary>Stops the cluster of the test run at its end.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    public ValueTask DisposeAsync() => PostgresCluster.StopSharedAsync();
}
