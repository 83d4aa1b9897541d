namespace Shiraka.Directory;

/// <summary>
/// The sounds both scripts are brought to. The first group is shared, the second exists only where Arabic script tells letters
/// apart that Latin script merges, the third is the long vowels of Arabic script, the last the vowels of Latin script.
/// </summary>
internal enum Sound : byte
{
    None,
    B, P, T, Th, J, Gj, H, Kh, D, Dh, R, Z, S, Sh, Ch, Gh, F, V, Q, K, G, L, M, N, W, Y,
    Tt, Ss, Dd, Zz, Hh, Ayn,
    Alif, Aa, Ww, Yy, Tam, Maq, Haa,
    A, E, I, O, U,
}

internal static class SoundGroups
{
    public const int Count = (int)Sound.U + 1;

    private static readonly char[] Classes = [.. Enumerable.Range(0, Count).Select(sound => CoarseOf((Sound)sound))];

    public static bool IsLatinVowel(this Sound s) => s >= Sound.A;
    public static bool IsLongVowel(this Sound s) => s is >= Sound.Alif and <= Sound.Haa;
    public static bool IsVowel(this Sound s) => s >= Sound.Alif;
    public static bool IsStrong(this Sound s) => s is > Sound.None and < Sound.Alif and not (Sound.W or Sound.Y or Sound.Ayn);

    /// <summary>The coarse class a letter keeps through every usual way of writing it in the other script; 0 where it may vanish.</summary>
    public static char Coarse(this Sound s) => Classes[(int)s];

    /// <summary>The coarse class as a bit; none where there is no class.</summary>
    public static uint Class(this Sound s) => s.Coarse() is not '\0' and var c ? 1u << (c - 'a') : 0;

    private static char CoarseOf(Sound s) => s switch
    {
        Sound.B or Sound.P => 'b',
        Sound.F or Sound.V => 'f',
        Sound.T or Sound.Th or Sound.Tt => 't',
        Sound.D or Sound.Dh or Sound.Dd => 'd',
        Sound.Z or Sound.Zz => 'z',
        Sound.S or Sound.Ss => 's',
        Sound.Sh or Sound.Ch => 'c',
        Sound.J or Sound.Gj or Sound.G or Sound.Gh => 'g',
        Sound.Q or Sound.K => 'k',
        Sound.Kh => 'x',
        Sound.H or Sound.Hh => 'h',
        Sound.R => 'r',
        Sound.L => 'l',
        Sound.M => 'm',
        Sound.N => 'n',
        _ => '\0',
    };
}
