namespace Shiraka.Directory;

/// <summary>How a word ends; only <see cref="A"/> against <see cref="Consonant"/> speaks of gender.</summary>
internal enum NameEnding : byte { Consonant, A, Other }

/// <summary>The sounds of one word, with what each costs to leave out, ready to be compared many times.</summary>
internal sealed class NameSounds
{
    private readonly byte[] sounds;
    private readonly byte[] dropCross;
    private readonly byte[] dropSame;

    private NameSounds(List<Sound> read, bool arabic)
    {
        if (read.Count > SoundAlignment.MostSounds) read.RemoveRange(SoundAlignment.MostSounds, read.Count - SoundAlignment.MostSounds);
        Arabic = arabic;
        sounds = new byte[read.Count];
        dropCross = new byte[read.Count];
        dropSame = new byte[read.Count];
        Span<char> coarse = stackalloc char[SoundAlignment.MostSounds];
        var kept = 0;
        for (var i = 0; i < read.Count; i++)
        {
            var (sound, first, last) = (read[i], i == 0, i == read.Count - 1 || (i == read.Count - 2 && read[^1] == Sound.H && !arabic));
            sounds[i] = (byte)sound;
            dropCross[i] = SoundCosts.Drop(sound, ScriptPair.Cross, first, last);
            dropSame[i] = SoundCosts.Drop(sound, arabic ? ScriptPair.Arabic : ScriptPair.Latin, first, last);
            Weight += SoundCosts.Weight(sound);
            if (sound.Coarse() is not '\0' and var c)
            {
                Mask |= 1u << (c - 'a');
                if (kept == 0 || coarse[kept - 1] != c) coarse[kept++] = c;
            }
        }
        Skeleton = new string(coarse[..kept]);
        Ending = read.Count == 0 ? NameEnding.Other : (!arabic && read[^1] == Sound.H && read.Count > 1 ? read[^2] : read[^1]) switch
        {
            Sound.A or Sound.Tam or Sound.Aa or Sound.Maq => NameEnding.A,
            var s when s.IsVowel() || s is Sound.H or Sound.Hh or Sound.W or Sound.Y or Sound.Ayn => NameEnding.Other,
            _ => NameEnding.Consonant,
        };
    }

    public bool Arabic { get; }

    /// <summary>Consonant classes in order, weak letters and doublings left out: the key under which a register finds the word.</summary>
    public string Skeleton { get; }
    public NameEnding Ending { get; }
    public int Length => sounds.Length;
    private uint Mask { get; }
    private int Weight { get; }

    public static NameSounds Read(string word, bool arabic)
    {
        var read = new List<Sound>(word.Length);
        if (arabic) ArabicSounds.Read(word, read);
        else LatinSounds.Read(word, read);
        return new(read, arabic);
    }

    /// <summary>Two words read as one, for a name that a machine cut in two.</summary>
    public static NameSounds Join(NameSounds a, NameSounds b)
    {
        var read = new List<Sound>(a.Length + b.Length);
        foreach (var s in a.sounds) read.Add((Sound)s);
        foreach (var s in b.sounds) if (read.Count == 0 || read[^1] != (Sound)s) read.Add((Sound)s);
        return new(read, a.Arabic);
    }

    /// <summary>Whether an initial may stand for the word.</summary>
    public bool FirstAlike(NameSounds other) =>
        SoundCosts.Table(Arabic != other.Arabic ? ScriptPair.Cross : Arabic ? ScriptPair.Arabic : ScriptPair.Latin)
            [(sounds[0] * SoundGroups.Count) + other.sounds[0]] <= 15;

    /// <summary>Similarity in thousandths.</summary>
    public int Similarity(NameSounds other)
    {
        if (System.Numerics.BitOperations.PopCount(Mask ^ other.Mask) >= 5) return 0;
        var scripts = Arabic != other.Arabic ? ScriptPair.Cross : Arabic ? ScriptPair.Arabic : ScriptPair.Latin;
        var cross = scripts == ScriptPair.Cross;
        return SoundAlignment.Similarity(
            sounds, cross ? dropCross : dropSame, other.sounds, cross ? other.dropCross : other.dropSame, scripts, Weight + other.Weight);
    }

    /// <summary>What it takes to turn this word, as it was asked for, into a word of a register; at most <paramref name="limit"/>.</summary>
    public int Damage(NameSounds held, int limit)
    {
        if (System.Numerics.BitOperations.PopCount(Mask ^ held.Mask) >= 4) return limit;
        var scripts = Arabic != held.Arabic ? ScriptPair.Cross : Arabic ? ScriptPair.Arabic : ScriptPair.Latin;
        var cross = scripts == ScriptPair.Cross;
        return SoundDamage.Cost(sounds, cross ? dropCross : dropSame, held.sounds, cross ? held.dropCross : held.dropSame, scripts, limit);
    }

    public bool SameAs(NameSounds other) => sounds.AsSpan().SequenceEqual(other.sounds);
}
