namespace Shiraka.Directory;

/// <summary>
/// What each damage to a sound costs in the search of a register, in hundredths of a consonant. Unlike <see cref="SoundCosts"/>, which judges two
/// writings without a third beside them, these weigh how one damage of what was asked compares with another name of the register that is spelled
/// loosely like it.
/// </summary>
internal static class DamageCosts
{
    private const int Lost = 42;
    private const int LostInOneScript = 60;
    private const int PutInByMistake = 68;
    private const int MostReplaced = 92;

    /// <summary>Two spellings of one sound are chosen by chance across scripts; within one, whoever writes the name copies it.</summary>
    private const int SpelledOtherwise = 16;

    private static readonly byte[][] Replaced = Of(scripts => Array.ConvertAll(SoundCosts.Table(scripts), cost => Replace(cost, scripts)));
    private static readonly byte[][] Put = Of(scripts => Array.ConvertAll(Places, place => PutIn(place, scripts)));
    private static readonly byte[][] Left = Of(scripts => Array.ConvertAll(Places, place => LeftOut(place, scripts)));

    private static int[] Places => [.. Enumerable.Range(0, SoundPlace.Count)];

    public static byte[] Table(ScriptPair scripts) => Replaced[(int)scripts];

    /// <summary>A sound that was asked for and that the name of the register has not, by its <see cref="SoundPlace"/>.</summary>
    public static byte[] PutIn(ScriptPair scripts) => Put[(int)scripts];

    /// <summary>A sound of the name of the register that was not asked for, by its <see cref="SoundPlace"/>.</summary>
    public static byte[] LeftOut(ScriptPair scripts) => Left[(int)scripts];

    private static byte Replace(byte cost, ScriptPair scripts) => scripts switch
    {
        _ when cost is > MostReplaced and < 120 => MostReplaced,
        ScriptPair.Latin when cost is > 0 and < MostReplaced - SpelledOtherwise => (byte)(cost + SpelledOtherwise),
        _ => cost,
    };

    private static byte PutIn(int place, ScriptPair scripts)
    {
        var (sound, first, last) = (SoundPlace.Sound(place), SoundPlace.IsFirst(place), SoundPlace.IsLast(place));
        return (sound, scripts) switch
        {
            (Sound.Alif, ScriptPair.Cross) => 34,
            (Sound.Aa, ScriptPair.Cross) => 30,
            (Sound.Yy, ScriptPair.Cross) when !last => 40,
            (Sound.A or Sound.E, ScriptPair.Cross) when !last => (byte)(first ? 12 : 2),
            (Sound.A, ScriptPair.Cross) => 32,
            (Sound.I, ScriptPair.Cross) when first || last => 40,
            _ => Math.Min(Drop(place, scripts), (byte)PutInByMistake),
        };
    }

    private static byte LeftOut(int place, ScriptPair scripts)
    {
        var (sound, last) = (SoundPlace.Sound(place), SoundPlace.IsLast(place));
        return (sound, scripts) switch
        {
            (Sound.Yy or Sound.I, ScriptPair.Cross) when last => 30,
            (Sound.Aa or Sound.Ww or Sound.Yy, ScriptPair.Cross) => 38,
            (_, ScriptPair.Cross) => Math.Min(Drop(place, scripts), (byte)Lost),
            _ => Math.Min(Drop(place, scripts), (byte)LostInOneScript),
        };
    }

    private static byte Drop(int place, ScriptPair scripts) => SoundPlace.Sound(place) is Sound.A or Sound.E && scripts == ScriptPair.Latin && !SoundPlace.IsLast(place)
        ? (byte)(SoundCosts.Drops(scripts)[place] + SpelledOtherwise) : SoundCosts.Drops(scripts)[place];

    private static byte[][] Of(Func<ScriptPair, byte[]> costs) => [.. Enum.GetValues<ScriptPair>().Select(costs)];
}
