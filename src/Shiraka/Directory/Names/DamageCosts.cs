namespace Shiraka.Directory;

/// <summary>What each damage to a sound costs in the search of a register, in hundredths of a consonant.</summary>
internal static class DamageCosts
{
    private const int MostLost = 60;
    private const int MostPutIn = 68;
    private const int MostReplaced = 92;

    private static readonly byte[][] Replaced = Of(scripts => Array.ConvertAll(SoundCosts.Table(scripts), cost => cost is > MostReplaced and < 120 ? (byte)MostReplaced : cost));
    private static readonly byte[][] Put = Of(scripts => Array.ConvertAll(SoundCosts.Drops(scripts), cost => Math.Min(cost, (byte)MostPutIn)));
    private static readonly byte[][] Left = Of(scripts => Array.ConvertAll(SoundCosts.Drops(scripts), cost => Math.Min(cost, (byte)MostLost)));

    public static byte[] Table(ScriptPair scripts) => Replaced[(int)scripts];

    /// <summary>A sound that was asked for and that the name of the register has not, by its <see cref="SoundPlace"/>.</summary>
    public static byte[] PutIn(ScriptPair scripts) => Put[(int)scripts];

    /// <summary>A sound of the name of the register that was not asked for, by its <see cref="SoundPlace"/>.</summary>
    public static byte[] LeftOut(ScriptPair scripts) => Left[(int)scripts];

    private static byte[][] Of(Func<ScriptPair, byte[]> costs) => [.. Enum.GetValues<ScriptPair>().Select(costs)];
}
