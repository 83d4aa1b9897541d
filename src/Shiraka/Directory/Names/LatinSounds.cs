namespace Shiraka.Directory;

/// <summary>
/// Sounds of a word in Latin script, read as French first and English second: the romanisations of the Maghreb, of the Mashriq and
/// of West Africa meet here. What stays ambiguous (ch, soft g) keeps a sound of its own whose costs say what it may stand for.
/// </summary>
internal static class LatinSounds
{
    public static void Read(ReadOnlySpan<char> word, ref SoundRow sounds)
    {
        for (var i = 0; i < word.Length;) i += Next(word, i, ref sounds);
        MarkGlides(sounds.Read);
    }

    /// <summary>The word with the two letters of its last sh, kh, gh, dh or th read apart, or with hk, hg or hc put right; null where it has none inside.</summary>
    public static string? Apart(string word)
    {
        for (var i = word.Length - 1; i > 1; i--)
            if (word[i] == 'h' && word[i - 1] is 's' or 'k' or 'g' or 'd' or 't') return word.Insert(i, "'");
            else if (word[i - 1] == 'h' && word[i] is 'k' or 'g' or 'c') return string.Concat(word.AsSpan(0, i - 1), [word[i], 'h'], word.AsSpan(i + 1));
        return null;
    }

    private static int Next(ReadOnlySpan<char> word, int i, ref SoundRow sounds)
    {
        if (word[i] is 'a' or 'b' or 'f' or 'h' or 'i' or 'j' or 'l' or 'm' or 'n' or 'r' or 'u' or 'v' or 'w' or 'y' or 'z')
        {
            sounds.Add(Of(word[i], soft: false));
            return 1;
        }
        var rest = word[i..];
        if (rest is "x" && i > 2 && word[i - 1] is 'u' or 'i')
        {
            sounds.Add(Sound.S);
            return 1;
        }
        var next = rest.Length > 1 ? rest[1] : ' ';
        var (group, length) = Group(rest[0], next, rest.Length > 2 ? rest[2] : ' ');
        if (length > 0)
        {
            sounds.Add(group);
            if (group == Sound.N) sounds.Add(Sound.Y);
            return length;
        }
        if (rest[0] == 'x')
        {
            sounds.Add(Sound.K);
            sounds.Add(Sound.S);
            return 1;
        }
        var soft = next is 'e' or 'i' or 'y';
        if (rest.Length > 2 && next == 'u' && rest[2] is 'e' or 'i' && rest[0] is 'g' or 'q')
        {
            sounds.Add(rest[0] == 'g' ? Sound.G : Sound.Q);
            return 2;
        }
        var last = rest.Length == 1;
        if (last && i > 1 && rest[0] == 'e' && !IsVowel(word[i - 1])) return 1;
        sounds.Add(Of(rest[0], soft));
        return 1;
    }

    /// <summary>u and i before a vowel are the glides w and y: Tahraoui is Tahrawi.</summary>
    private static void MarkGlides(Span<Sound> sounds)
    {
        for (var i = 0; i + 1 < sounds.Length; i++)
        {
            if (!sounds[i + 1].IsLatinVowel()) continue;
            if (sounds[i] is Sound.U or Sound.O && sounds[i + 1] is not (Sound.U or Sound.O)) sounds[i] = Sound.W;
            else if (sounds[i] == Sound.I) sounds[i] = Sound.Y;
        }
    }

    /// <summary>Letters that make one sound together, and how many they are; gn is n and a glide.</summary>
    private static (Sound Sound, int Length) Group(char first, char second, char third) => (first, second) switch
    {
        ('t', 'c') when third == 'h' => (Sound.Ch, 3),
        ('s', 'c') when third == 'h' => (Sound.Sh, 3),
        ('e', 'a') when third == 'u' => (Sound.O, 3),
        ('s', 'h') => (Sound.Sh, 2),
        ('c', 'h') => (Sound.Ch, 2),
        ('k', 'h') => (Sound.Kh, 2),
        ('g', 'h') => (Sound.Gh, 2),
        ('d', 'h') => (Sound.Dh, 2),
        ('t', 'h') => (Sound.Th, 2),
        ('p', 'h') => (Sound.F, 2),
        ('d', 'j') => (Sound.J, 2),
        ('c', 'k') => (Sound.K, 2),
        ('o', 'u' or 'o') => (Sound.U, 2),
        ('e', 'e') => (Sound.I, 2),
        ('g', 'n') => (Sound.N, 2),
        _ => (Sound.None, 0),
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'é' or 'i' or 'o' or 'u' or 'y';

    private static Sound Of(char letter, bool soft) => letter switch
    {
        'a' => Sound.A,
        'b' => Sound.B,
        'c' => soft ? Sound.S : Sound.K,
        'd' => Sound.D,
        'e' or 'é' => Sound.E,
        'f' => Sound.F,
        'g' => soft ? Sound.Gj : Sound.G,
        'h' or '7' => Sound.H,
        'i' or 'y' => Sound.I,
        'j' => Sound.J,
        'k' => Sound.K,
        'l' or '1' => Sound.L,
        'm' => Sound.M,
        'n' => Sound.N,
        'o' or '0' => Sound.O,
        'p' => Sound.P,
        'q' or '9' => Sound.Q,
        'r' => Sound.R,
        's' => Sound.S,
        't' => Sound.T,
        'u' => Sound.U,
        'v' => Sound.V,
        'w' => Sound.W,
        'z' => Sound.Z,
        '3' => Sound.None,
        '5' => Sound.Kh,
        _ => Sound.None,
    };
}
