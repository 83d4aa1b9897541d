namespace Shiraka.Directory;

/// <summary>Classes of consonants that one spelling writes for another's: kh for h, gh for r, q for g, z for s.</summary>
internal static class RelatedClasses
{
    private static readonly string[] Related = Load();

    public static string Of(char coarse) => Related[coarse - 'a'];

    /// <summary>Two classes are related where taking a sound of one for a sound of the other costs little in some pair of scripts.</summary>
    private static string[] Load()
    {
        const int little = 60;
        var related = new string[26];
        Array.Fill(related, "");
        for (var a = 1; a < SoundGroups.Count; a++)
            for (var b = 1; b < SoundGroups.Count; b++)
            {
                var (one, other) = (((Sound)a).Coarse(), ((Sound)b).Coarse());
                if (one is '\0' || other is '\0' || one == other || related[one - 'a'].Contains(other, StringComparison.Ordinal)) continue;
                var at = (a * SoundGroups.Count) + b;
                if (SoundCosts.Table(ScriptPair.Cross)[at] <= little || SoundCosts.Table(ScriptPair.Latin)[at] <= little) related[one - 'a'] += other;
            }
        return related;
    }
}
