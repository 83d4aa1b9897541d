using Shiraka.Ledger;

namespace Shiraka.Programme;

/// <summary>A session of the committee. Each method changes it and returns the fact that says so.</summary>
public sealed class CommitteeSession : ILedgered, IUnderAgreement
{
    private CommitteeSession() { }

    public Guid Id { get; private set; }
    public Guid Agreement { get; private set; }

    /// <summary>The commitment that created the committee; null where the agreement as a whole did.</summary>
    public Guid? Commitment { get; private set; }

    public int Ordinal { get; private set; }
    public DateOnly On { get; private set; }
    public string Place { get; private set; } = "";
    public bool Held { get; private set; }
    public long Version { get; private set; }

    /// <summary>The committee of an agreement comes into being; its stream is the committee itself.</summary>
    public static CommitteeFormed Form(Guid agreement, Guid? commitment, string title, IReadOnlyList<CommitteeSeat> seats, int? sessionsPerYear, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(title)) throw Refuse("programme.committee-without-title", "a committee needs a title", "Title");
        if (sessionsPerYear < 1) throw Refuse("programme.quantity-not-positive", "at least one session a year", "SessionsPerYear", sessionsPerYear.Value);
        return new()
        {
            Stream = Guid.CreateVersion7(),
            StreamVersion = 1,
            Under = commitment ?? agreement,
            OccurredOn = on,
            Agreement = agreement,
            Title = title.Trim(),
            Seats = seats,
            SessionsPerYear = sessionsPerYear,
        };
    }

    public static (CommitteeSession Session, SessionCalled Fact) Call(
        Guid agreement, Guid? commitment, int ordinal, DateOnly on, string place, DateOnly today)
    {
        if (ordinal < 1) throw Refuse("programme.quantity-not-positive", "sessions are numbered from 1", nameof(Ordinal), ordinal);
        CheckCall(on, place, today);
        var session = new CommitteeSession
        {
            Id = Guid.CreateVersion7(),
            Agreement = agreement,
            Commitment = commitment,
            Ordinal = ordinal,
            On = on,
            Place = place.Trim(),
            Version = 1,
        };
        return (session, session.Called(today));
    }

    /// <summary>Moves a session that was not held yet.</summary>
    public SessionCalled CallAgain(DateOnly on, string place, DateOnly today)
    {
        if (Held) throw Refuse("programme.session-already-held", "the session was held", "On", Ordinal);
        CheckCall(on, place, today);
        (On, Place) = (on, place.Trim());
        Version++;
        return Called(today);
    }

    public SessionHeld Hold(DateOnly on, IReadOnlyList<Guid> partiesPresent, IReadOnlyList<Evidence> minutes, DateOnly today)
    {
        if (Held) throw Refuse("programme.session-already-held", "the session was held", "On", Ordinal);
        if (on > today) throw Refuse("programme.date-in-future", "a session that was held cannot lie ahead", nameof(On), on);
        Held = true;
        On = on;
        return new()
        {
            Stream = Id,
            StreamVersion = ++Version,
            Under = Commitment ?? Agreement,
            OccurredOn = on,
            Quantity = 1,
            Unit = "session",
            Ordinal = Ordinal,
            PartiesPresent = partiesPresent,
            Minutes = minutes,
        };
    }

    /// <summary>Decisions are taken in a session that was held, numbered from 1; the store refuses the same number twice.</summary>
    public (Decision Decision, DecisionTaken Fact) Decide(int number, string text, Owner owner, DateOnly dueOn, Guid? commitment)
    {
        if (!Held) throw Refuse("programme.session-not-held", "the session was not held yet", "Session", Ordinal);
        if (number < 1) throw Refuse("programme.quantity-not-positive", "decisions are numbered from 1", "Number", number);
        if (string.IsNullOrWhiteSpace(text)) throw Refuse("programme.decision-without-text", "a decision needs a text", "Text");
        if (dueOn < On) throw Refuse("programme.due-before-start", "the due date comes before the session", "DueOn", On, dueOn);
        return Decision.Take(this, number, text.Trim(), owner, dueOn, commitment);
    }

    private SessionCalled Called(DateOnly today) => new()
    {
        Stream = Id,
        StreamVersion = Version,
        Under = Commitment ?? Agreement,
        OccurredOn = today,
        Agreement = Agreement,
        Ordinal = Ordinal,
        On = On,
        Place = Place,
    };

    private static void CheckCall(DateOnly on, string place, DateOnly today)
    {
        if (on < today) throw Refuse("programme.date-in-past", "a session is called for a day to come", nameof(On), on);
        if (string.IsNullOrWhiteSpace(place)) throw Refuse("programme.place-missing", "say where", nameof(Place));
    }

    private static RefusedException Refuse(string code, string message, string field, params object[] arguments) =>
        new(code, message, arguments) { Field = field };
}
