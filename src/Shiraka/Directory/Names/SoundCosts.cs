using System.Globalization;

namespace Shiraka.Directory;

/// <summary>Which scripts meet in a comparison: it decides what a missing or a different sound is worth.</summary>
internal enum ScriptPair { Latin, Cross, Arabic }

/// <summary>Costs in hundredths of a consonant, read once from <c>sounds.tsv</c>.</summary>
internal static class SoundCosts
{
    private const int Unlike = 95;
    private static readonly byte[][] Tables = Load();
    private static readonly byte[][] Dropped = LoadDrops();
    private static readonly uint[] FirmClasses = [LoadFirm(0), LoadFirm(1), LoadFirm(2)];
    private static readonly byte[] Weights = [.. Enumerable.Range(0, SoundGroups.Count).Select(sound => WeightOf((Sound)sound))];

    public static byte[] Table(ScriptPair scripts) => Tables[(int)scripts];

    /// <summary>The least that leaving a firm class costs, alone or exchanged for one other; half of what a swap of neighbours costs is no less.</summary>
    public const int LeastOfFirm = 25;

    /// <summary>The coarse classes, as bits, of which no sound is left out or taken for one of another class for less than <see cref="LeastOfFirm"/>.</summary>
    public static uint Firm(ScriptPair scripts) => FirmClasses[(int)scripts];

    /// <summary>What leaving a sound out costs, by its <see cref="SoundPlace"/>.</summary>
    public static byte[] Drops(ScriptPair scripts) => Dropped[(int)scripts];

    /// <summary>What leaving the sound out costs. Short vowels are free across scripts, a long vowel, a nisba's i and a final a are not.</summary>
    private static byte Drop(Sound sound, ScriptPair scripts, bool first, bool last) => (sound, scripts) switch
    {
        (Sound.Ayn, ScriptPair.Arabic) => 60,
        (Sound.Ayn, _) => 4,
        (Sound.Alif, ScriptPair.Arabic) => 30,
        (Sound.Alif, _) => 14,
        (Sound.Haa or Sound.Tam or Sound.Maq, _) => 45,
        (Sound.Aa or Sound.Ww or Sound.Yy, ScriptPair.Arabic) => 75,
        (Sound.Aa, _) => 45,
        (Sound.Ww or Sound.Yy, _) => (byte)(last ? 75 : 55),
        (Sound.Hh, _) => 75,
        (Sound.H, _) => (byte)(last ? 10 : 48),
        (Sound.W, _) => 55,
        (Sound.Y, ScriptPair.Latin) => 35,
        (Sound.Y, _) => 40,
        (Sound.A, _) when last => 60,
        (Sound.I, _) when last => 80,
        (Sound.O or Sound.U, _) when last => 45,
        (Sound.E, _) when last => 20,
        (Sound.A, ScriptPair.Latin) => (byte)(first ? 30 : 25),
        (Sound.E, ScriptPair.Latin) => 14,
        (Sound.I or Sound.O or Sound.U, ScriptPair.Latin) => (byte)(first ? 26 : 42),
        (Sound.A or Sound.E, _) => (byte)(first ? 25 : 8),
        (Sound.I or Sound.O or Sound.U, _) => (byte)(first ? 25 : 16),
        (Sound.T or Sound.D or Sound.S or Sound.Z, ScriptPair.Cross) when last => 50,
        _ => 100,
    };

    /// <summary>How much of a word the sound carries; a similarity is one minus cost over carried weight.</summary>
    public static int Weight(Sound sound) => Weights[(int)sound];

    private static byte WeightOf(Sound sound) => sound switch
    {
        Sound.Ayn => 12,
        Sound.Alif => 20,
        Sound.Haa or Sound.Tam or Sound.Maq => 35,
        Sound.Aa or Sound.Ww or Sound.Yy => 42,
        Sound.W or Sound.Y => 50,
        Sound.H => 70,
        Sound.A or Sound.E => 20,
        Sound.I or Sound.O or Sound.U => 27,
        _ => 100,
    };

    private static uint LoadFirm(int scripts)
    {
        var (firm, loose) = (0u, 0u);
        for (var a = 1; a < SoundGroups.Count; a++)
        {
            var (least, own) = (byte.MaxValue, ((Sound)a).Class());
            for (var b = 1; b < SoundGroups.Count; b++)
                if (((Sound)b).Class() != own) least = Math.Min(least, Tables[scripts][(a * SoundGroups.Count) + b]);
            for (var place = a; place < SoundPlace.Count; place += 64) least = Math.Min(least, Dropped[scripts][place]);
            firm |= own;
            if (least < LeastOfFirm) loose |= own;
        }
        return firm & ~loose;
    }

    private static byte[][] LoadDrops()
    {
        var tables = new byte[3][];
        for (var t = 0; t < 3; t++)
        {
            tables[t] = new byte[SoundPlace.Count];
            for (var place = 0; place < SoundPlace.Count; place++)
                tables[t][place] = Drop(SoundPlace.Sound(place), (ScriptPair)t, SoundPlace.IsFirst(place), SoundPlace.IsLast(place));
        }
        return tables;
    }

    private static byte[][] Load()
    {
        var tables = new byte[3][];
        for (var t = 0; t < 3; t++)
        {
            tables[t] = new byte[SoundGroups.Count * SoundGroups.Count];
            for (var i = 0; i < tables[t].Length; i++)
            {
                var (a, b) = ((Sound)(i / SoundGroups.Count), (Sound)(i % SoundGroups.Count));
                tables[t][i] = (byte)(a == b ? 0 : a.IsVowel() != b.IsVowel() ? 200 : a.IsVowel() ? 70 : Unlike);
            }
        }
        foreach (var row in NameData.Rows("sounds.tsv"))
        {
            var (a, b) = ((int)Enum.Parse<Sound>(row[0]), (int)Enum.Parse<Sound>(row[1]));
            for (var t = 0; t < 3; t++)
                tables[t][(a * SoundGroups.Count) + b] = tables[t][(b * SoundGroups.Count) + a] = byte.Parse(row[2 + t], CultureInfo.InvariantCulture);
        }
        return tables;
    }
}
