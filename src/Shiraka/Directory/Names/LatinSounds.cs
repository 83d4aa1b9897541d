namespace Shiraka.Directory;

/// <summary>
/// Sounds of a word in Latin script, read as French first and English second: the romanisations of the Maghreb, of the Mashriq and
/// of West Africa meet here. What stays ambiguous (ch, soft g) keeps a sound of its own whose costs say what it may stand for.
/// </summary>
internal static class LatinSounds
{
    private static readonly (string Letters, Sound First, Sound Second)[] Groups =
    [
        ("tch", Sound.Ch, Sound.None), ("sch", Sound.Sh, Sound.None), ("eau", Sound.O, Sound.None),
        ("sh", Sound.Sh, Sound.None), ("ch", Sound.Ch, Sound.None), ("kh", Sound.Kh, Sound.None), ("gh", Sound.Gh, Sound.None), ("dh", Sound.Dh, Sound.None), ("th", Sound.Th, Sound.None),
        ("ph", Sound.F, Sound.None), ("dj", Sound.J, Sound.None), ("ck", Sound.K, Sound.None), ("ou", Sound.U, Sound.None), ("oo", Sound.U, Sound.None),
        ("ee", Sound.I, Sound.None), ("gn", Sound.N, Sound.Y), ("x", Sound.K, Sound.S),
    ];

    public static void Read(ReadOnlySpan<char> word, List<Sound> sounds)
    {
        var start = sounds.Count;
        for (var i = 0; i < word.Length;) i += Next(word, i, sounds);
        MarkGlides(sounds, start);
    }

    /// <summary>The word with the two letters of its last sh, kh, gh, dh or th read apart, or with hk, hg or hc put right; null where it has none inside.</summary>
    public static string? Apart(string word)
    {
        for (var i = word.Length - 1; i > 1; i--)
            if (word[i] == 'h' && word[i - 1] is 's' or 'k' or 'g' or 'd' or 't') return word.Insert(i, "'");
            else if (word[i - 1] == 'h' && word[i] is 'k' or 'g' or 'c') return string.Concat(word.AsSpan(0, i - 1), [word[i], 'h'], word.AsSpan(i + 1));
        return null;
    }

    private static int Next(ReadOnlySpan<char> word, int i, List<Sound> sounds)
    {
        var rest = word[i..];
        if (rest is "x" && i > 2 && word[i - 1] is 'u' or 'i')
        {
            Add(sounds, Sound.S);
            return 1;
        }
        if (OpensGroup(rest[0])) foreach (var (letters, first, second) in Groups)
        {
            if (!rest.StartsWith(letters, StringComparison.Ordinal)) continue;
            Add(sounds, first);
            if (second != Sound.None) Add(sounds, second);
            return letters.Length;
        }
        var next = rest.Length > 1 ? rest[1] : ' ';
        var soft = next is 'e' or 'i' or 'y';
        if (rest.Length > 2 && next == 'u' && rest[2] is 'e' or 'i' && rest[0] is 'g' or 'q')
        {
            Add(sounds, rest[0] == 'g' ? Sound.G : Sound.Q);
            return 2;
        }
        var last = rest.Length == 1;
        if (last && i > 1 && rest[0] == 'e' && !IsVowel(word[i - 1])) return 1;
        Add(sounds, Of(rest[0], soft));
        return 1;
    }

    private static void Add(List<Sound> sounds, Sound sound)
    {
        if (sound == Sound.None || (sounds.Count > 0 && sounds[^1] == sound)) return;
        sounds.Add(sound);
    }

    /// <summary>u and i before a vowel are the glides w and y: Tahraoui is Tahrawi.</summary>
    private static void MarkGlides(List<Sound> sounds, int start)
    {
        for (var i = start; i + 1 < sounds.Count; i++)
        {
            if (!sounds[i + 1].IsLatinVowel()) continue;
            if (sounds[i] is Sound.U or Sound.O && sounds[i + 1] is not (Sound.U or Sound.O)) sounds[i] = Sound.W;
            else if (sounds[i] == Sound.I) sounds[i] = Sound.Y;
        }
    }

    private static bool OpensGroup(char c) => c is 't' or 's' or 'e' or 'c' or 'k' or 'g' or 'd' or 'p' or 'o' or 'x';

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
