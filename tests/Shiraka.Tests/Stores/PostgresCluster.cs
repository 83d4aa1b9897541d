using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Shiraka.Tests.Stores;

/// <summary>A private PostgreSQL: made by initdb as an unprivileged user, on a free loopback port, fsync on.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresCluster? running;
    private string folder = "";
    private string binaries = "";
    private int port;

    /// <summary>A fresh database of the cluster that all tests of a run share; it starts with the first call.</summary>
    public static async Task<string> DatabaseAsync()
    {
        await Starting.WaitAsync();
        try
        {
            running ??= StartNew();
        }
        finally
        {
            Starting.Release();
        }

        return await running.CreateAsync();
    }

    /// <summary>A cluster of its own, for those who stop it under load.</summary>
    public static PostgresCluster StartNew()
    {
        var cluster = new PostgresCluster();
        cluster.Make();
        return cluster;
    }

    /// <summary>Stops the shared cluster, where one was started.</summary>
    public static ValueTask StopSharedAsync()
    {
        var shared = running;
        running = null;
        return shared?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    public async Task<string> CreateAsync()
    {
        var name = "t" + Guid.CreateVersion7().ToString("N");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>Stops as a crash does: no connection is told, nothing is flushed but the log.</summary>
    public void Crash() => AsOwner($"{binaries}/pg_ctl", "-D", folder + "/data", "-m", "immediate", "stop");

    /// <summary>Starts again on the same port, with recovery.</summary>
    public void Start() => AsOwner($"{binaries}/pg_ctl", "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
        $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c shared_buffers=64MB -c max_connections=200", "start");

    public ValueTask DisposeAsync()
    {
        Crash();
        System.IO.Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=shiraka;Database={database};Include Error Detail=true;Maximum Pool Size=16";

    private void Make()
    {
        binaries = System.IO.Directory.GetDirectories("/usr/lib/postgresql").Select(d => d + "/bin").Order(StringComparer.Ordinal).Last();
        folder = System.IO.Directory.CreateTempSubdirectory("shiraka-pg-").FullName;
        port = FreePort();
        if (Environment.UserName == "root") Run("chown", "postgres", folder);
        AsOwner($"{binaries}/initdb", "-D", folder + "/data", "-U", "shiraka", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8");
        Start();
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
