namespace Shiraka.Agreements.TextReading;

/// <summary>Which of the three languages a text is in, by script and by the small words only one of them has.</summary>
internal static class Languages
{
    private static readonly string[] Small = ["fr", "en"];

    public static (string Main, List<string> All) Of(Page page)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal) { ["fr"] = 0, ["en"] = 0, ["ar"] = 0 };
        foreach (var sentence in page.Sentences) weights[Of(page, sentence)] += sentence.Length;
        var main = weights.MaxBy(w => w.Value).Key;
        var total = Math.Max(1, weights.Values.Sum());
        return (main, [.. weights.Where(w => w.Value * 20 >= total || w.Key == main).OrderByDescending(w => w.Value).Select(w => w.Key)]);
    }

    public static string Of(Page page, Sentence sentence)
    {
        var (arabic, french, english) = (0, 0, 0);
        for (var i = sentence.First; i <= sentence.Last; i++)
        {
            if (page.Tokens[i].Shape == Shape.Arabic) arabic++;
            else if (page.Is(i, Small[0])) french++;
            else if (page.Is(i, Small[1])) english++;
        }
        if (arabic * 2 >= sentence.Length) return "ar";
        return english > french ? "en" : "fr";
    }
}
