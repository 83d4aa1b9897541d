using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Shiraka.Agreements;
using Shiraka.Directory;
using Shiraka.Programme;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class CalendarTests
{
    private static readonly DateOnly Today = new(2025, 6, 10);
    private readonly SealedHistory _history = new(null, new(2026, 12, 31), ("send_experts", null));

    public CalendarTests()
    {
        _history.Plan(new(2025, 1, 1), new(2025, 9, 10), title: "بعثة الخبراء، الشطر الأول؛ مع \\ وسطر\nثانٍ طويل جداً حتى يتجاوز السطر خمسة وسبعين بايتاً");
        var (session, called) = CommitteeSession.Call(_history.Agreement, null, 1, new(2025, 6, 25), "Rabat", new(2025, 6, 1));
        _history.Seal(called);
        _history.Seal(session.CallAgain(new(2025, 7, 2), "Bujumbura", new(2025, 6, 5)));
        _history.Term(new AgreementTerm(SealedHistory.Signed, new(2026, 12, 31), Renewal: "tacit") { NoticePeriod = "P2M", RenewalDuration = "P1Y", RenewalMax = 1 }, new(2025, 1, 1));
    }

    private string Write(Language language)
    {
        var view = _history.On(Today);
        var overview = new Overview(Portfolio.From([view], Today), [view], [], new Dictionary<Guid, OrganisationLabel>(), []);
        return CalendarFile.Write("آجال", language.Code(), 1_749_556_800_000, new DeadlineEntries(Words.In(language), overview, "shiraka.local", new("https://shiraka.example")).All());
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_letter_is_cut()
    {
        var bytes = Encoding.UTF8.GetBytes(Write(Language.Ar));
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains(lines, line => line.StartsWith(' '));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(bytes));
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.Equal(Write(Language.Ar), Write(Language.Ar));
    }

    [Fact]
    public async Task An_independent_reader_finds_every_day_its_family_and_its_alarms()
    {
        var read = await ReadAsync(Write(Language.Ar));
        var events = read.GetProperty("events").EnumerateArray().ToDictionary(one => one.GetProperty("uid").GetString()!.Split('-')[0]);

        Assert.Equal("PUBLISH", read.GetProperty("method").GetString());
        Assert.Equal(["activity", "expiry", "notice", "session"], events.Keys.Order());
        Assert.Equal(("2027-12-31", "2026-11-01"), (Day(events["expiry"]), Day(events["notice"])));
        Assert.NotEqual(events["expiry"].GetProperty("category").GetString(), events["notice"].GetProperty("category").GetString());
        Assert.Equal(("2025-07-02", "Bujumbura"), (Day(events["session"]), events["session"].GetProperty("location").GetString()));
        Assert.Contains("الشطر الأول؛ مع \\ وسطر\nثانٍ طويل", events["activity"].GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.All(events.Values, one => Assert.Equal(("ar", true), (one.GetProperty("language").GetString(), one.GetProperty("isDay").GetBoolean())));
        Assert.Equal(["-P7D", "-P1D"], events["session"].GetProperty("alarms").EnumerateArray().Select(alarm => alarm.GetString()));
    }

    [Fact]
    public async Task A_session_that_is_moved_keeps_its_name_and_counts_up()
    {
        var before = (await ReadAsync(Write(Language.Fr))).GetProperty("events").EnumerateArray().First(IsSession);
        var session = _history.On(Today).Sessions[0];
        _history.Seal(new SessionCalled { Stream = session.Id, StreamVersion = 3, Under = _history.Agreement, OccurredOn = Today, Agreement = _history.Agreement, Ordinal = 1, On = new(2025, 7, 9), Place = "Rabat" });
        var after = (await ReadAsync(Write(Language.Fr))).GetProperty("events").EnumerateArray().First(IsSession);

        Assert.Equal(before.GetProperty("uid").GetString(), after.GetProperty("uid").GetString());
        Assert.True(after.GetProperty("sequence").GetInt64() > before.GetProperty("sequence").GetInt64());
        Assert.Equal("2025-07-09", Day(after));
    }

    private static bool IsSession(JsonElement one) => one.GetProperty("uid").GetString()!.StartsWith("session-", StringComparison.Ordinal);

    private static string? Day(JsonElement one) => one.GetProperty("day").GetString();

    private static async Task<JsonElement> ReadAsync(string calendar)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("shiraka-ical-").FullName;
        foreach (var file in System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Programme", "Feeds", "ical"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        Assert.SkipUnless(await RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--silent") is not null, "npm cannot fetch ical.js here");
        await File.WriteAllTextAsync(Path.Combine(folder, "deadlines.ics"), calendar, TestContext.Current.CancellationToken);
        return JsonDocument.Parse((await RunAsync(folder, "node", "read.mjs", "deadlines.ics"))!).RootElement;
    }

    private static async Task<string?> RunAsync(string folder, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
            var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return process.ExitCode == 0 ? said : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
