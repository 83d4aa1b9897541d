using Shiraka.Exchange;

namespace Shiraka.Tests.Exchange;

/// <summary>A sample of what <c>bench fuzz match</c> does at length: a mutated file is refused with its line, or matched and verified.</summary>
public sealed class MutationTests
{
    [Fact]
    public void A_mutated_file_is_refused_with_its_line_or_matched_and_verified()
    {
        var (dice, refused, matched) = (new Dice(11), 0, 0);
        for (var i = 0; i < 3_000; i++)
        {
            var bytes = MatchingText.Of(Small.Full(dice)).ToList();
            for (var changes = dice.Below(3); changes > 0; changes--) Mutate(bytes, dice);
            if (IsMatched([.. bytes])) matched++;
            else refused++;
        }

        Assert.True(refused > 500 && matched > 500, $"{refused} {matched}");
    }

    private static bool IsMatched(byte[] bytes)
    {
        MatchingProblem problem;
        try
        {
            problem = MatchingFile.Read(bytes);
        }
        catch (RefusedException refused)
        {
            Assert.StartsWith("Line ", refused.Message, StringComparison.Ordinal);
            return false;
        }

        Assert.Null(MatchVerifier.Verify(problem, VerifierTests.Json(Matching.Solve(problem))));
        return true;
    }

    private static void Mutate(List<byte> bytes, Dice dice)
    {
        var at = dice.Below(bytes.Count);
        if (dice.OneIn(3)) bytes.InsertRange(at, [.. "\\ud800"u8]);
        else if (dice.OneIn(2)) bytes[at] = (byte)dice.Below(256);
        else bytes.RemoveRange(at, Math.Min(dice.Below(10), bytes.Count - at - 1));
    }
}
