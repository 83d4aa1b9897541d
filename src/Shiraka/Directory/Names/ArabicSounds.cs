namespace Shiraka.Directory;

/// <summary>Sounds of a word in Arabic script, hamza seats already unified.</summary>
internal static class ArabicSounds
{
    private const char First = 'ا';
    private const char Last = 'ي';

    /// <summary>The sounds of letters that have one wherever they stand.</summary>
    private static readonly Sound[] Alone = LoadAlone();

    public static void Read(ReadOnlySpan<char> word, ref SoundRow sounds)
    {
        for (var i = 0; i < word.Length; i++)
            sounds.Add(word[i] is >= First and <= Last && Alone[word[i] - First] is not Sound.None and var sound ? sound : Of(word[i], i, word.Length, i > 0 ? word[i - 1] : ' '));
    }

    private static Sound[] LoadAlone()
    {
        var alone = new Sound[Last - First + 1];
        for (var letter = First; letter <= Last; letter++) alone[letter - First] = letter is 'ا' or 'ه' ? Sound.None : Of(letter, 1, 3, ' ');
        return alone;
    }

    private static Sound Of(char letter, int at, int length, char before) => letter switch
    {
        'ا' or 'ٱ' => at == 0 ? Sound.Alif : Sound.Aa,
        'ب' => Sound.B,
        'پ' => Sound.P,
        'ت' => Sound.T,
        'ث' => Sound.Th,
        'ج' => Sound.J,
        'چ' => Sound.Ch,
        'ح' => Sound.Hh,
        'خ' => Sound.Kh,
        'د' => Sound.D,
        'ذ' => Sound.Dh,
        'ر' => Sound.R,
        'ز' => Sound.Z,
        'ژ' => Sound.J,
        'س' => Sound.S,
        'ش' => Sound.Sh,
        'ص' => Sound.Ss,
        'ض' => Sound.Dd,
        'ط' => Sound.Tt,
        'ظ' => Sound.Zz,
        'ع' => Sound.Ayn,
        'غ' => Sound.Gh,
        'ف' => Sound.F,
        'ڤ' => Sound.V,
        'ق' => Sound.Q,
        'ك' => Sound.K,
        'گ' => Sound.G,
        'ل' => Sound.L,
        'م' => Sound.M,
        'ن' => Sound.N,
        'ه' => at == length - 1 && at > 1 && before is not ('ي' or 'ا' or 'و') ? Sound.Haa : Sound.H,
        'و' => Sound.Ww,
        'ي' => Sound.Yy,
        'ة' => Sound.Tam,
        'ى' => Sound.Maq,
        _ => Sound.None,
    };
}
