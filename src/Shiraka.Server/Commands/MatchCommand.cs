using System.CommandLine;
using Shiraka.Exchange;
using Shiraka.Shared;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka match</c>: trainees to seats, or a result checked again from the files alone.</summary>
internal static class MatchCommand
{
    public static Command Make(Output output)
    {
        var command = new Command("match", "Matches trainees to seats fairly, with the reason for every seat and against every preferred one.");
        var file = new Argument<string>("FILE") { Description = "Seats, regions, trainees and couples as JSON; - for standard input." };
        var verify = new Option<string?>("--verify") { Description = "A result of this command to check against FILE.", HelpName = "RESULT" };
        var seed = new Option<long?>("--seed") { Description = "Seed of the lottery; else the file's, else 0." };
        var most = new Option<int>("--most-mb") { Description = "The longest file read, in megabytes.", DefaultValueFactory = _ => (int)(MatchingFile.MostBytes / 1_000_000) };
        var language = new Option<string>("--language") { Description = "Language of the text: fr, ar or en.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("fr", "ar", "en");
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output." };
        foreach (var option in (Option[])[verify, seed, most, language, json]) command.Add(option);
        command.Add(file);
        command.SetAction(async (parsed, cancel) =>
        {
            var limit = parsed.GetValue(most) * 1_000_000L;
            Languages.TryRead(parsed.GetValue(language), out var spoken);
            var problem = await NamedAsync(parsed.GetRequiredValue(file), async name => MatchingFile.Read(await LoadAsync(name, limit, output, cancel), limit));
            if (parsed.GetValue(verify) is { } result)
                return Say(await NamedAsync(result, async name => MatchVerifier.Verify(problem, await LoadAsync(name, int.MaxValue, output, cancel))), parsed.GetValue(json), spoken, output);
            if (parsed.GetValue(seed) is { } given && problem.Seed is { } stated && given != stated)
                throw new RefusedException("match.two_seeds", $"--seed {given} contradicts the seed {stated} of the file.", given, stated);
            var matched = Matching.Solve(problem, parsed.GetValue(seed));
            if (parsed.GetValue(json)) output.Stream(stream => ResultJson.Write(matched, stream));
            else output.Line(ResultText.Of(matched, spoken));
            return ExitStatus.Done;
        });
        return command;
    }

    private static int Say(MatchFailure? failure, bool json, Language language, Output output)
    {
        if (json && failure is null) output.JsonLine(new { ok = true });
        else if (json) output.JsonLine(new { ok = false, fails = failure!.Code, reason = Languages.All.ToDictionary(one => one.Code(), failure.Say) });
        else if (failure is null) output.Line("ok");
        if (failure is not null) output.Problem(failure.Say(language));
        return failure is null ? ExitStatus.Done : ExitStatus.Refused;
    }

    private static async Task<byte[]> LoadAsync(string name, long limit, Output output, CancellationToken cancel)
    {
        await using var stream = name == "-" ? output.Input : File.OpenRead(name);
        return await MatchingFile.LoadAsync(stream, limit, cancel);
    }

    // Two files may be read: the refusal says which.
    private static async Task<T> NamedAsync<T>(string name, Func<string, Task<T>> read)
    {
        try
        {
            return await read(name);
        }
        catch (RefusedException refused)
        {
            throw new RefusedException(refused.Code, $"{name}: {refused.Message}", [.. refused.Arguments]);
        }
    }
}
