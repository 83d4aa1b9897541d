using System.Reflection;
using Shiraka.Agreements;
using Shiraka.Ledger;
using Shiraka.Programme;

namespace Shiraka.Tests.Programme;

/// <summary>An agreement between two hospitals whose facts are sealed one after the other, as the ledger would number them.</summary>
internal sealed class SealedHistory
{
    public static readonly DateOnly Signed = new(2024, 1, 1);
    private readonly List<SealedFact> _facts = [];
    private long _agreementVersion;

    public SealedHistory(DateOnly? signed = null, DateOnly? expires = null, params (string Kind, long? Quantity)[] promises)
    {
        Anchor = signed ?? Signed;
        (string Kind, long? Quantity)[] given = promises.Length == 0 ? [("send_experts", null)] : promises;
        Commitments = [.. given.Select((promise, i) => new PromisedCommitment(
            Guid.CreateVersion7(), i + 1, promise.Kind, $"Promise {i + 1}", $"quote {i + 1}", i + 1, i % 2 == 0 ? Host : Partner, promise.Quantity,
            promise.Quantity is null ? null : "missions"))];
        Seal(new AgreementConfirmed
        {
            Stream = Agreement,
            StreamVersion = ++_agreementVersion,
            Under = Agreement,
            OccurredOn = Anchor,
            Title = "Convention",
            Kind = "convention",
            Language = "fr",
            Parties = [new(Host, "Host", "the host", "hospital", "MA"), new(Partner, "Partner", "the partner", "hospital", "BI")],
            SignedOn = Anchor,
            Commitments = Commitments,
            Term = new(Anchor, expires, NoticeDays: expires is null ? null : 60),
            Source = new("00", "signed_text", "convention.pdf", 2),
        });
    }

    public Guid Agreement { get; } = Guid.CreateVersion7();
    public Guid Host { get; } = Guid.CreateVersion7();
    public Guid Partner { get; } = Guid.CreateVersion7();
    public DateOnly Anchor { get; }
    public IReadOnlyList<PromisedCommitment> Commitments { get; }
    public IReadOnlyList<SealedFact> Facts => _facts;
    public AgreementYears Years => new(Anchor);
    public Owner Owner => new(Partner, "Partner");
    public Guid First => Commitments[0].Id;

    public Partnership On(DateOnly today) => Partnership.From(_facts, today);
    public Standing Standing(DateOnly today) => On(today).Commitments[0].Standing;

    public SealedFact Seal(Fact fact)
    {
        var type = fact.GetType().GetCustomAttribute<FactTypeAttribute>()!;
        var sealedFact = new SealedFact(
            _facts.Count, fact.Id, type.Name, type.Version, fact.Stream, fact.StreamVersion, fact.Under, fact.Quantity, fact.Unit, fact.OccurredOn,
            RecordedAt: 0, Actor: Host, Organisation: Host, FactJson.Write(fact));
        _facts.Add(sealedFact);
        return sealedFact;
    }

    public Activity Plan(DateOnly startsOn, DateOnly dueOn, Guid? under = null, long? expected = null, string title = "Mission")
    {
        var (activity, fact) = Activity.Plan(
            Agreement, under ?? First, new(title, startsOn, dueOn, Owner, ExpectedQuantity: expected, ExpectedUnit: expected is null ? null : "mission"),
            Years, startsOn);
        Seal(fact);
        return activity;
    }

    public Delivery Deliver(Activity activity, DateOnly on, long quantity = 1, string unit = "mission", Coverage? coverage = null, params Evidence[] evidence)
    {
        var fact = activity.RecordDelivery(
            new Done("done", on, quantity, unit) { Evidence = evidence }, coverage ?? new([new(Anchor, null)]), on);
        Seal(fact);
        return Delivery.Of(fact);
    }

    public Indicator Measure(Guid? under, params Target[] targets)
    {
        var (indicator, fact) = Indicator.Define(
            Agreement, under, new("Missions", IndicatorKind.Count, "mission", ["delivery.recorded"], Anchor) { Targets = targets, Expects = Interpolation.Step }, Anchor);
        Seal(fact);
        return indicator;
    }

    public void Term(AgreementTerm term, DateOnly on) => Seal(new AgreementTermSet
    {
        Stream = Agreement,
        StreamVersion = ++_agreementVersion,
        Under = Agreement,
        OccurredOn = on,
        Term = term,
    });
}
