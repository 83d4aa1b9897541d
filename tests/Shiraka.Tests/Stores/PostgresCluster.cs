using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Shiraka.Tests.Stores;

[assembly: Xunit.AssemblyFixture(typeof(PostgresCluster))]

namespace Shiraka.Tests.Stores;

/// <summary>A private PostgreSQL of this test run: made by initdb as an unprivileged user, on a free loopback port, fsync on.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresCluster? running;
    private string folder = "";
    private string binaries = "";
    private int port;

    /// <summary>A fresh database of the cluster, which starts with the first call.</summary>
    public static async Task<string> DatabaseAsync()
    {
        await Starting.WaitAsync();
        try
        {
            if (running is null)
            {
                var cluster = new PostgresCluster();
                cluster.Start();
                running = cluster;
            }
        }
        finally
        {
            Starting.Release();
        }

        var name = "t" + Guid.CreateVersion7().ToString("N");
        await using var connection = new NpgsqlConnection(running.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return running.ConnectionString(name);
    }

    /// <summary>Stops the cluster of this run, where one was started.</summary>
    public ValueTask DisposeAsync()
    {
        if (running is null) return ValueTask.CompletedTask;
        running.AsOwner($"{running.binaries}/pg_ctl", "-D", running.folder + "/data", "-m", "immediate", "stop");
        System.IO.Directory.Delete(running.folder, recursive: true);
        running = null;
        return ValueTask.CompletedTask;
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=shiraka;Database={database};Include Error Detail=true;Maximum Pool Size=16";

    private void Start()
    {
        binaries = System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(d => d + "/bin").Order(StringComparer.Ordinal).Last();
        folder = System.IO.Directory.CreateTempSubdirectory("shiraka-pg-").FullName;
        port = FreePort();
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        AsOwner($"{binaries}/initdb", "-D", folder + "/data", "-U", "shiraka", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        AsOwner($"{binaries}/pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
            $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=64MB -c max_connections=200", "start");
    }

    private void AsOwner(string program, params string[] arguments)
    {
        if (Environment.UserName == "root") Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        else Run(program, arguments);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
