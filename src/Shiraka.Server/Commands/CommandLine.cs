using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>What scripts rely on: the status a command ends with.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>Our fault.</summary>
    public const int Bug = 1;

    /// <summary>A rule, a file or a store said no; the reason is on standard error.</summary>
    public const int Refused = 2;

    /// <summary>EX_USAGE of <c>sysexits.h</c>.</summary>
    public const int WrongUsage = 64;

    /// <summary>Ended by Ctrl-C, as shells report it.</summary>
    public const int Interrupted = 130;
}

/// <summary>The one edge of the command line: parses, runs, and turns what went wrong into a line and a status.</summary>
internal static class CommandLine
{
    /// <summary>Set to see where an unexpected error came from.</summary>
    private const string TraceVariable = "SHIRAKA_TRACE";

    private static readonly TimeSpan MostToStop = TimeSpan.FromSeconds(40);

    public static async Task<int> RunAsync(RootCommand root, string[] arguments, Output output)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 || UnknownOptions(parsed).Any()) return WrongUsage(parsed, output);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = MostToStop,
                Output = output.Results,
                Error = output.Messages,
            });
        }
        catch (OperationCanceledException)
        {
            return ExitStatus.Interrupted;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            output.Problem(e.InnerException is DbException or IOException ? $"{e.Message} {e.InnerException.Message}" : e.Message);
            return ExitStatus.Refused;
        }
        catch (Exception e)
        {
            output.Problem($"unexpected error ({e.GetType().Name}): {e.Message}");
            output.Problem(Environment.GetEnvironmentVariable(TraceVariable) is null ? $"set {TraceVariable}=1 to see where it came from" : e.ToString());
            return ExitStatus.Bug;
        }
    }

    // What the world outside may do to a command: missing files, full disks, stores that are away, input that is not what it says.
    private static bool IsRefusal(Exception e) =>
        e is RefusedException or StoreUnavailableException or IOException or UnauthorizedAccessException or DbException or FormatException or InvalidDataException;

    // The parser takes an unknown option for a file name where an argument is left to fill.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)).Select(token => token.Value);

    private static int WrongUsage(ParseResult parsed, Output output)
    {
        foreach (var error in parsed.Errors.DistinctBy(error => error.Message)) output.Problem(error.Message);
        foreach (var option in UnknownOptions(parsed)) output.Problem($"unknown option {option}");
        output.Problem($"try: {PathOf(parsed.CommandResult)} --help");
        return ExitStatus.WrongUsage;
    }

    private static string PathOf(CommandResult command)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = command; at is CommandResult { Command: var known }; at = at.Parent) names.Push(known is RootCommand ? "shiraka" : known.Name);
        return string.Join(' ', names);
    }
}
