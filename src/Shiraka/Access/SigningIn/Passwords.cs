using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Shiraka.Access.SigningIn;

/// <summary>Passwords as hashes: PBKDF2-HMAC-SHA512 with a salt of its own for each, by the hasher of the framework.</summary>
internal sealed class Passwords
{
    private const int MostCharacters = 256;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";      // none that looks like another, for it is read from paper
    private readonly PasswordHasher<Account> hasher;
    private readonly Limits limits;
    private readonly string ofNobody;

    public Passwords(Limits limits)
    {
        this.limits = limits;
        hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = limits.PasswordIterations }));
        ofNobody = Hash(NewInitial());
    }

    public string Hash(string password) => hasher.HashPassword(null!, Form(password));

    /// <summary>Whether it is the password of <paramref name="account"/>. For null it takes as long and says no.</summary>
    public bool Matches(Account? account, string typed)
    {
        var result = hasher.VerifyHashedPassword(null!, account?.PasswordHash ?? ofNobody, Form(typed));
        return account is not null && result != PasswordVerificationResult.Failed;
    }

    /// <summary>A password for the first sign-in: four groups of five letters, 100 bits.</summary>
    public static string NewInitial() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 5)));

    /// <summary>Refuses what is too short, too long, or one letter repeated, for the form field named.</summary>
    public void Check(string password, string field)
    {
        var runes = Form(password).EnumerateRunes().ToList();
        if (runes.Count < limits.PasswordCharacters) throw new RefusedException("password.short", "The password is too short.", limits.PasswordCharacters) { Field = field };
        if (runes.Count > MostCharacters) throw new RefusedException("too-long", "The password is too long.", MostCharacters) { Field = field };
        if (runes.Distinct().Count() < 5) throw new RefusedException("password.plain", "The password repeats a few letters.") { Field = field };
    }

    // The same letters typed on two keyboards may differ in bytes.
    private static string Form(string password) => password.Length > 4 * MostCharacters ? "" : password.Normalize(NormalizationForm.FormKC);
}
