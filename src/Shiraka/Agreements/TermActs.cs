using Shiraka.Ledger;

namespace Shiraka.Agreements;

/// <summary>Facts about the term as the calendar reads them: the state of the register and the fold over sealed facts take the same road.</summary>
public static class TermActs
{
    public static TermAct Of(AgreementNoticeReceived fact) => Of(fact, fact.Id, fact.OccurredOn)!;
    public static TermAct Of(AgreementProrogued fact) => Of(fact, fact.Id, fact.OccurredOn)!;
    public static TermAct Of(AgreementSuspended fact) => Of(fact, fact.Id, fact.OccurredOn)!;
    public static TermAct Of(AgreementRenewalAgreed fact) => Of(fact, fact.Id, fact.OccurredOn)!;

    /// <summary>The record after one more sealed fact; unchanged by facts about other things.</summary>
    public static TermRecord After(this TermRecord known, SealedFact fact) => fact.Type switch
    {
        "agreement.confirmed" when fact.Body<AgreementConfirmed>() is { Term: { } term } => known with { Term = term },
        "agreement.term_set" when fact.Body<AgreementTermSet>() is { } body => known with { Term = body.Term },
        "agreement.notice_received" when fact.Body<AgreementNoticeReceived>() is { } body => known.With(Of(body, fact.Id, fact.OccurredOn)!),
        "agreement.prorogued" when fact.Body<AgreementProrogued>() is { } body => known.With(Of(body, fact.Id, fact.OccurredOn)!),
        "agreement.suspended" when fact.Body<AgreementSuspended>() is { } body => known.With(Of(body, fact.Id, fact.OccurredOn)!),
        "agreement.resumed" when fact.Body<AgreementResumed>() is { } body => known.Resumed(body.Suspension, fact.OccurredOn),
        "agreement.renewal_agreed" when fact.Body<AgreementRenewalAgreed>() is { } body => known.With(Of(body, fact.Id, fact.OccurredOn)!),
        "agreement.act_withdrawn" when fact.Body<AgreementActWithdrawn>() is { } body => known.Without(body.Act),
        "agreement.terminated" => known with { LastDay = fact.OccurredOn },
        "agreement.termination_withdrawn" => known with { LastDay = null },
        _ => known,
    };

    private static TermAct? Of(Fact body, Guid id, DateOnly on) => body switch
    {
        AgreementNoticeReceived notice => new(id, "notice", on, InForm: notice.InForm, By: notice.By, Note: notice.Note),
        AgreementProrogued longer => new(id, "prorogation", on, longer.LastDay, longer.Length, Note: longer.Reason),
        AgreementSuspended pause => new(id, "suspension", on, pause.LastDay, ExtendsTerm: pause.ExtendsTerm, Note: pause.Reason),
        AgreementRenewalAgreed again => new(id, "renewal", on, Note: again.Note),
        _ => null,
    };
}
