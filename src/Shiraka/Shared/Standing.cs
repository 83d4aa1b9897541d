namespace Shiraka.Shared;

/// <summary>How a promise, an activity or a record stands. It is drawn as a shape and a colour, always beside a word.</summary>
public enum Standing { Kept, OnTrack, Late, Silent, NotDue, Critical, Info }

/// <summary>How sure a reading is of what it proposes.</summary>
public enum Confidence { Sure, Check, None }

/// <summary>The names the stylesheet knows them by (<c>data-s</c>, <c>data-c</c>), which are also the names of the icons.</summary>
public static class Marks
{
    public static string Code(this Standing standing) => standing switch
    {
        Standing.Kept => "done",
        Standing.OnTrack => "ok",
        Standing.Late => "late",
        Standing.Silent => "mute",
        Standing.NotDue => "open",
        Standing.Critical => "crit",
        Standing.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, null),
    };

    public static string Code(this Confidence confidence) => confidence switch
    {
        Confidence.Sure => "sure",
        Confidence.Check => "check",
        Confidence.None => "none",
        _ => throw new ArgumentOutOfRangeException(nameof(confidence), confidence, null),
    };
}
