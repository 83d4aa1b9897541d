using Shiraka.Access.SigningIn;
using Xunit;

namespace Shiraka.Tests.Access;

public sealed class TotpTests
{
    // RFC 6238, appendix B, the rows of SHA-1: eight digits.
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code("12345678901234567890"u8.ToArray(), seconds / 30, 8));

    [Fact]
    public void A_secret_in_base_32_gives_the_codes_of_the_same_bytes() =>
        Assert.Equal("287082", Totp.CodeAt("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", DateTimeOffset.FromUnixTimeSeconds(59)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_away(int seconds, bool isTaken)
    {
        var secret = Totp.NewSecret();
        var now = new DateTimeOffset(2026, 6, 10, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(isTaken, Totp.StepOf(secret, Totp.CodeAt(secret, now.AddSeconds(seconds)), now) is not null);
    }

    [Fact]
    public void Digits_of_an_Arabic_keyboard_and_blanks_are_read()
    {
        const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        Assert.Equal(1, Totp.StepOf(Secret, "٢٨٧ ٠٨٢", DateTimeOffset.FromUnixTimeSeconds(59)));
        Assert.Null(Totp.StepOf(Secret, "", DateTimeOffset.FromUnixTimeSeconds(59)));
    }

    [Fact]
    public void Secrets_are_160_bits_and_not_alike()
    {
        Assert.True(Totp.IsSecret(Totp.NewSecret()));
        Assert.NotEqual(Totp.NewSecret(), Totp.NewSecret());
        Assert.False(Totp.IsSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ1"));
    }
}
