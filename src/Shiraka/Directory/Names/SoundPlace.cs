namespace Shiraka.Directory;

/// <summary>A sound and whether a word begins or ends with it, in one byte: what leaving it out costs depends on both.</summary>
internal static class SoundPlace
{
    public const int Count = 256;
    private const int FirstBit = 64;
    private const int LastBit = 128;

    public static byte Of(Sound sound, bool first, bool last) => (byte)((int)sound | (first ? FirstBit : 0) | (last ? LastBit : 0));

    public static Sound Sound(int place) => (Sound)(place & (FirstBit - 1));

    public static bool IsFirst(int place) => (place & FirstBit) != 0;

    public static bool IsLast(int place) => (place & LastBit) != 0;
}

/// <summary>The sounds of a word while it is read; doublings are one, and what lies beyond the room is not kept.</summary>
internal ref struct SoundRow(Span<Sound> room)
{
    private readonly Span<Sound> room = room;
    private int length;

    public readonly Span<Sound> Read => room[..length];

    public void Add(Sound sound)
    {
        if (sound == Sound.None || length == room.Length || (length > 0 && room[length - 1] == sound)) return;
        room[length++] = sound;
    }
}
