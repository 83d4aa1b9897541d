using System.Numerics;
using System.Runtime.CompilerServices;

namespace Shiraka.Directory;

/// <summary>How a word ends; only <see cref="A"/> against <see cref="Consonant"/> speaks of gender.</summary>
internal enum NameEnding : byte { Consonant, A, Other }

/// <summary>The sounds of one word, each with its place in it, ready to be compared many times.</summary>
internal sealed class NameSounds
{
    /// <summary>The sound after the last one kept tells whether that one is a glide.</summary>
    private const int Room = SoundAlignment.MostSounds + 1;

    private readonly Row row;
    private readonly byte length;
    private string? skeleton;

    private NameSounds(ReadOnlySpan<Sound> read, bool arabic)
    {
        Arabic = arabic;
        length = (byte)read.Length;
        for (var i = 0; i < read.Length; i++)
        {
            var sound = read[i];
            row[i] = SoundPlace.Of(sound, first: i == 0, last: i == read.Length - 1 || (i == read.Length - 2 && read[^1] == Sound.H && !arabic));
            Weight += SoundCosts.Weight(sound);
            Mask |= sound.Class();
        }
        Ending = read.Length == 0 ? NameEnding.Other : (!arabic && read[^1] == Sound.H && read.Length > 1 ? read[^2] : read[^1]) switch
        {
            Sound.A or Sound.Tam or Sound.Aa or Sound.Maq => NameEnding.A,
            var s when s.IsVowel() || s is Sound.H or Sound.Hh or Sound.W or Sound.Y or Sound.Ayn => NameEnding.Other,
            _ => NameEnding.Consonant,
        };
    }

    public bool Arabic { get; }

    /// <summary>Consonant classes in order, weak letters and doublings left out: the key under which a register finds the word.</summary>
    public string Skeleton => skeleton ??= ReadSkeleton();
    public NameEnding Ending { get; }
    public int Length => length;
    private ReadOnlySpan<byte> Placed => ((ReadOnlySpan<byte>)row)[..length];
    private uint Mask { get; }
    private int Weight { get; }

    public static NameSounds Read(ReadOnlySpan<char> word, bool arabic)
    {
        var sounds = new SoundRow(stackalloc Sound[Room]);
        if (arabic) ArabicSounds.Read(word, ref sounds);
        else LatinSounds.Read(word, ref sounds);
        return Of(sounds.Read, arabic);
    }

    /// <summary>Two words read as one, for a name that a machine cut in two.</summary>
    public static NameSounds Join(NameSounds a, NameSounds b)
    {
        var sounds = new SoundRow(stackalloc Sound[Room]);
        foreach (var place in a.Placed) sounds.Add(SoundPlace.Sound(place));
        foreach (var place in b.Placed) sounds.Add(SoundPlace.Sound(place));
        return Of(sounds.Read, a.Arabic);
    }

    /// <summary>Whether an initial may stand for the word.</summary>
    public bool FirstAlike(NameSounds other) =>
        SoundCosts.Table(Scripts(other))[((int)SoundPlace.Sound(row[0]) * SoundGroups.Count) + (int)SoundPlace.Sound(other.row[0])] <= 15;

    /// <summary>Similarity in thousandths; something below <paramref name="least"/> where it is less than that.</summary>
    public int Similarity(NameSounds other, int least) =>
        BitOperations.PopCount(Mask ^ other.Mask) >= 5 || IsBelow(other, least) ? 0 : SoundAlignment.Similarity(Placed, other.Placed, Scripts(other), Weight + other.Weight, least);

    /// <summary>A class of consonants that only one of the words has costs something, or two of them together: often that is too much already.</summary>
    private bool IsBelow(NameSounds other, int least) =>
        (BitOperations.PopCount((Mask ^ other.Mask) & SoundCosts.Firm(Scripts(other))) + 1) / 2 * SoundCosts.LeastOfFirm > SoundAlignment.Most(Weight + other.Weight, least);

    /// <summary>What it takes to turn this word, as it was asked for, into a word of a register; at most <paramref name="limit"/>.</summary>
    public int Damage(NameSounds held, int limit) =>
        BitOperations.PopCount(Mask ^ held.Mask) >= 4 ? limit : SoundDamage.Cost(Placed, held.Placed, Scripts(held), limit);

    public bool SameAs(NameSounds other) => Placed.SequenceEqual(other.Placed);

    private static NameSounds Of(ReadOnlySpan<Sound> read, bool arabic) => new(read[..Math.Min(read.Length, SoundAlignment.MostSounds)], arabic);

    private ScriptPair Scripts(NameSounds other) => Arabic != other.Arabic ? ScriptPair.Cross : Arabic ? ScriptPair.Arabic : ScriptPair.Latin;

    private string ReadSkeleton()
    {
        Span<char> coarse = stackalloc char[SoundAlignment.MostSounds];
        var kept = 0;
        foreach (var place in Placed)
            if (SoundPlace.Sound(place).Coarse() is not '\0' and var c && (kept == 0 || coarse[kept - 1] != c)) coarse[kept++] = c;
        return new string(coarse[..kept]);
    }

    /// <summary>Within the word itself: a word looked at is one place in memory, not two.</summary>
    [InlineArray(SoundAlignment.MostSounds)]
    private struct Row
    {
        private byte first;
    }
}
