using System.Text.Json;
using Shiraka.Agreements.Terms;
using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>What moves the calendar of an agreement. Each act is checked against all that was recorded before it enters the register.</summary>
public sealed partial class Agreement
{
    /// <summary>The <see cref="TermRecord"/> as JSON; null where nothing is known of its term.</summary>
    public string? Terms { get; private set; }

    /// <summary>What is recorded of its term and the acts on it.</summary>
    public TermRecord TermRecord => RecordOf(Terms, InForceOn, ExpiresOn, Renewal, TerminatedOn);

    /// <summary>The same from the columns alone; rows of before the calendar hold their term in the days.</summary>
    public static TermRecord RecordOf(string? terms, DateOnly? inForceOn, DateOnly? expiresOn, string renewal, DateOnly? terminatedOn) =>
        terms is not null ? JsonSerializer.Deserialize<TermRecord>(terms, FactJson.Options)!
        : new(inForceOn is null ? null : new AgreementTerm(inForceOn, expiresOn, Renewal: renewal), null, terminatedOn);

    /// <summary>Sets how long it binds, as the signed text or a later act says.</summary>
    public AgreementTermSet SetTerm(AgreementTerm term, string? reason, DateOnly today)
    {
        if (term == new AgreementTerm(Renewal: "unsaid")) throw new RefusedException("term.nothing_said", "Say at least one thing about the term.");
        Keep(TermRecord with { Term = term }, today);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = today, Term = term, Reason = reason };
    }

    public AgreementNoticeReceived ReceiveNotice(DateOnly on, bool? inForm, Guid? by, string? note, DateOnly today)
    {
        var fact = new AgreementNoticeReceived { Stream = Id, StreamVersion = Version + 1, Under = Id, OccurredOn = NotAhead(on, today), By = by, InForm = inForm, Note = note };
        Keep(TermRecord.With(TermActs.Of(fact)), today);
        Version++;
        return fact;
    }

    /// <summary>Prolongs the running term by a length or to a last day. Refused once the agreement is over: there is nothing left to prolong.</summary>
    public AgreementProrogued Prorogue(DateOnly agreedOn, string? length, DateOnly? lastDay, string? reason, DateOnly today)
    {
        if (length is null == lastDay is null) throw new RefusedException("term.length_or_end", "Give either a length or a last day.") { Field = "lastDay" };
        var fact = new AgreementProrogued { Stream = Id, StreamVersion = Version + 1, Under = Id, OccurredOn = NotAhead(agreedOn, today), Length = length, LastDay = lastDay, Reason = reason };
        Keep(TermRecord.With(TermActs.Of(fact)), today);
        Version++;
        return fact;
    }

    public AgreementSuspended Suspend(DateOnly firstDay, DateOnly? lastDay, bool? extendsTerm, string? reason, DateOnly today)
    {
        var fact = new AgreementSuspended { Stream = Id, StreamVersion = Version + 1, Under = Id, OccurredOn = firstDay, LastDay = lastDay, ExtendsTerm = extendsTerm, Reason = reason };
        Keep(TermRecord.With(TermActs.Of(fact)), today);
        Version++;
        return fact;
    }

    /// <summary>Ends a suspension that had no end; null where there is no such suspension.</summary>
    public AgreementResumed? Resume(Guid suspension, DateOnly on, DateOnly today)
    {
        if (TermRecord.Acts.FirstOrDefault(act => act.Id == suspension && act is { Kind: "suspension" }) is not { } known) return null;
        if (known.LastDay is not null) throw new RefusedException("term.not_suspended", "The suspension has an end already.");
        Keep(TermRecord.Resumed(suspension, on), today);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = on, Suspension = suspension };
    }

    public AgreementRenewalAgreed AgreeRenewal(DateOnly on, string? note, DateOnly today)
    {
        var fact = new AgreementRenewalAgreed { Stream = Id, StreamVersion = Version + 1, Under = Id, OccurredOn = NotAhead(on, today), Note = note };
        Keep(TermRecord.With(TermActs.Of(fact)), today);
        Version++;
        return fact;
    }

    /// <summary>Takes an act back; null where there is no such act.</summary>
    public AgreementActWithdrawn? WithdrawAct(Guid act, string reason, DateOnly today)
    {
        if (TermRecord.Acts.All(one => one.Id != act)) return null;
        RequireReason(reason);
        Keep(TermRecord.Without(act), today);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = today, Act = act, Reason = reason };
    }

    /// <summary>Ends it before its term; <paramref name="lastDay"/> is the last one covered.</summary>
    public AgreementTerminated Terminate(DateOnly lastDay, string reason, Guid by, DateOnly today)
    {
        if (TerminatedOn is not null) throw new RefusedException("agreement_already_terminated", "The agreement is terminated already.", TerminatedOn);
        RequireReason(reason);
        Keep(TermRecord with { LastDay = lastDay }, today);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = lastDay, Reason = reason, By = by };
    }

    /// <summary>Takes the termination back: the term stands again.</summary>
    public AgreementTerminationWithdrawn WithdrawTermination(string reason, DateOnly today)
    {
        if (TerminatedOn is null) throw new RefusedException("term.not_terminated", "The agreement is not terminated.");
        RequireReason(reason);
        Keep(TermRecord with { LastDay = null }, today);
        return new() { Stream = Id, StreamVersion = ++Version, Under = Id, OccurredOn = today, Reason = reason };
    }

    // The days beside the record are what lists and filters ask for; the engine gives them.
    private void Keep(TermRecord record, DateOnly today)
    {
        record.Check();
        var calendar = (record with { LastDay = null }).On(today);     // the termination has a column of its own
        (Terms, Renewal, TerminatedOn) = (JsonSerializer.Serialize(record, FactJson.Options), record.Term?.Renewal ?? "none", record.LastDay);
        (InForceOn, ExpiresOn) = (calendar.InForceOn, calendar.LastDay);
    }

    private static DateOnly NotAhead(DateOnly on, DateOnly today) => on <= today ? on : throw new RefusedException("term.ahead", "What happened cannot lie ahead.", on) { Field = "on" };

    private static void RequireReason(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw new RefusedException("reason_missing", "Say why.") { Field = "reason" };
    }
}
