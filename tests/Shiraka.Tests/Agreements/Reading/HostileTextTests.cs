using System.Diagnostics;
using System.Text;
using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

public sealed class HostileTextTests(ITestOutputHelper output)
{
    private const int Seed = 20_251_122;
    private static readonly List<Gold> Texts = Gold.Folder(Path.Combine(AppContext.BaseDirectory, "Agreements", "Reading", "Texts"));

    private static readonly List<string> Sources = Texts.ConvertAll(t => t.Text);

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\u2028 ")]
    [InlineData("\uD83D")]
    [InlineData("signé \uFFFE\uFFFF\uFDD0 par")]
    [InlineData("\uDC00\uD83D signé signé par")]
    [InlineData("«»()[]،؛؟…—–••••")]
    [InlineData("وقع")]
    [InlineData("signé par M. ")]
    [InlineData("entre le CHU (")]
    [InlineData("31/02/2023 30 février 0 janvier 99999999999999 septembre")]
    [InlineData("الموافق 35 شوال 1444 هـ")]
    public void An_odd_text_is_read_without_an_error(string text) => Check(text);

    [Fact]
    public void Thousands_of_mutated_texts_are_read_without_an_error_and_with_literal_spans()
    {
        var (dice, watch, done) = (new Dice(Seed), Stopwatch.StartNew(), 0);
        for (; done < 4_000 && watch.Elapsed < TimeSpan.FromSeconds(18); done++) Check(Mutations.Mutate(Mangle.Text(Sources[dice.Below(Sources.Count)], dice), Sources, dice));
        output.WriteLine($"{done} mutations from seed {Seed} in {watch.Elapsed.TotalSeconds:F1} s");
        Assert.True(done > 300, "the machine read fewer than 300 texts in 18 s");
    }

    [Fact]
    public void A_megabyte_takes_time_in_proportion_to_its_length()
    {
        var page = string.Join("\n\n", Texts.Select(t => t.Text));
        var small = Repeat(page, 125_000);
        var large = Repeat(page, 1_000_000);
        Reader.Read(small);
        var (least, most) = (Least(() => Reader.Read(small)), Least(() => Reader.Read(large)));
        output.WriteLine($"125 kB {least.TotalMilliseconds:F0} ms, 1 MB {most.TotalMilliseconds:F0} ms");
        Assert.True(most < least * 8 * 4 + TimeSpan.FromMilliseconds(200), $"{least} for an eighth, {most} for the whole");
    }

    [Theory]
    [InlineData("signé par M. Jean Morel, directeur du CHU de Lille, ")]
    [InlineData("entre le CHU de Lille et ")]
    [InlineData("وقع الاتفاقية الدكتور أحمد علي مدير مستشفى النور و")]
    [InlineData("(")]
    [InlineData("12 mai 2020 ")]
    [InlineData("formation des médecins et accueil de stagiaires, ")]
    [InlineData("Article 1 : Les parties s'engagent à échanger des informations.\n")]
    public void A_piece_repeated_to_half_a_megabyte_stays_within_seconds(string piece)
    {
        var time = Least(() => Check("Convention signée entre le CHU de Lille et le CHU de Fès. " + Repeat(piece, 500_000)));
        output.WriteLine($"{time.TotalMilliseconds:F0} ms");
        Assert.True(time < TimeSpan.FromSeconds(8), $"{time} for half a megabyte of '{piece}'");
    }

    private static void Check(string text)
    {
        var read = Reader.Read(text);
        Assert.NotNull(ReadingJson.Write(read));
        foreach (var span in Spans.Of(read))
        {
            Assert.Equal(text[span.Start..span.End], span.Text);
            Assert.InRange(span.Confidence, 0, 1);
        }
    }

    private static string Repeat(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString(0, length);
    }

    private static TimeSpan Least(Action action)
    {
        var least = TimeSpan.MaxValue;
        for (var i = 0; i < 2; i++)
        {
            var watch = Stopwatch.StartNew();
            action();
            if (watch.Elapsed < least) least = watch.Elapsed;
        }
        return least;
    }
}
