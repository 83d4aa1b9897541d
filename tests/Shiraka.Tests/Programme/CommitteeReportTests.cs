using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class CommitteeReportTests
{
    private static readonly DateOnly Today = new(2025, 6, 10);
    private static readonly LedgerPosition Position = new("shiraka-test", 41, "a1b2");
    private readonly SealedHistory _history = new(null, new(2026, 12, 31), ("send_experts", null), ("joint_research", null), ("host_trainees", null));
    private readonly Guid _next;

    public CommitteeReportTests()
    {
        var mission = _history.Plan(new(2024, 2, 1), new(2024, 5, 1), title: "Mission oncology");
        _history.Deliver(mission, new(2024, 3, 1), evidence: new Evidence("aa", "a.pdf", "application/pdf", 1, "Mission report"));
        _history.Seal(mission.Close(done: true, null, new(2024, 5, 1), new(2024, 5, 1)));

        var (session, called) = CommitteeSession.Call(_history.Agreement, null, 1, new(2024, 12, 12), "Rabat", new(2024, 11, 1));
        _history.Seal(called);
        _history.Seal(session.Hold(new(2024, 12, 12), [_history.Host, _history.Partner], [new("pv", "pv.pdf", "application/pdf", 1, "Minutes")], new(2024, 12, 12)));
        var (done, taken) = session.Decide(1, "Open a line", _history.Owner, new(2025, 1, 15), _history.First);
        _history.Seal(taken);
        _history.Seal(done.Execute("opened", [new("aa", "a.pdf", "application/pdf", 1, "Mission report")], new(2025, 1, 9), new(2025, 1, 9)));
        _history.Seal(session.Decide(2, "Name an owner", _history.Owner, new(2025, 4, 15), null).Fact);

        _history.Plan(new(2025, 1, 1), new(2025, 4, 10), title: "Mission imaging");
        var hosting = _history.Plan(new(2025, 2, 1), new(2025, 12, 1), _history.Commitments[2].Id, title: "Campaign");
        _history.Deliver(hosting, new(2025, 3, 2), 2, "person", evidence: [new("bb", "b.pdf", "application/pdf", 1, "Register"), new("aa", "a.pdf", "application/pdf", 1, "Mission report")]);

        var (next, again) = CommitteeSession.Call(_history.Agreement, null, 2, new(2025, 6, 25), "Bujumbura", new(2025, 5, 1));
        _history.Seal(again);
        _next = next.Id;
    }

    private CommitteeReport Report => CommitteeReport.From(_history.On(Today), _next, Position);

    [Fact]
    public void Each_commitment_shows_what_was_done_since_the_last_session()
    {
        Assert.Equal(new DateOnly(2024, 12, 12), Report.Since);
        Assert.Equal([CommitmentState.Late, CommitmentState.Silent, CommitmentState.OnTrack], Report.Lines.Select(line => line.Standing.State));
        Assert.Equal(["decision.executed"], Report.Lines[0].DoneSince.Select(done => done.Type));
        Assert.Equal(2, Report.Lines[0].Standing.Months);
    }

    [Fact]
    public void Each_piece_of_evidence_has_one_number_wherever_it_is_cited()
    {
        Assert.Equal(["aa", "bb"], Report.Evidence.Select(cited => cited.Evidence.Sha256));
        Assert.Equal([1, 2], Report.Lines[2].Citations);
        Assert.Equal([1], Report.FollowUps[0].Citations);
    }

    [Fact]
    public void Decisions_of_the_last_session_come_back_with_what_became_of_them() =>
        Assert.Equal([DecisionState.Executed, DecisionState.Late], Report.FollowUps.Select(followUp => followUp.Decision.State));

    [Fact]
    public void What_is_late_or_silent_is_put_to_the_committee_with_an_owner_and_a_date()
    {
        Assert.Equal(["late_activity", "silent", "late_decision"], Report.Points.Select(point => point.Kind));
        Assert.Equal([1, 2, 3], Report.Points.Select(point => point.Number));
        Assert.Equal(("Partner", new DateOnly(2025, 7, 25)), (Report.Points[0].ProposedOwner!.Name, Report.Points[0].ProposedOn));
        Assert.Equal(("Partner", 2), (Report.Points[1].ProposedOwner!.Name, Report.Points[1].Commitment));
    }

    [Fact]
    public void Each_party_answers_for_its_own_promises_and_the_silent_ones_are_named()
    {
        Assert.Equal([], Report.Parties[0].SilentOrdinals);
        Assert.Equal([2], Report.Parties[1].SilentOrdinals);
        Assert.Equal(1, Report.Parties[0].Tally[CommitmentState.Late]);
    }

    [Fact]
    public void Facts_sealed_later_do_not_change_the_report_of_a_position()
    {
        var (before, position) = (System.Text.Json.JsonSerializer.Serialize(Report), _history.Facts.Count);
        _history.Deliver(_history.Plan(new(2025, 1, 1), new(2025, 12, 1)), new(2025, 5, 1));
        Assert.NotEqual(before, System.Text.Json.JsonSerializer.Serialize(Report));
        var same = CommitteeReport.From(Partnership.From(_history.Facts.Take(position), Today), _next, Position);
        Assert.Equal(before, System.Text.Json.JsonSerializer.Serialize(same));
    }

    [Fact]
    public void A_session_of_another_agreement_has_no_report_here() =>
        Assert.Equal("programme.session-unknown", Assert.Throws<RefusedException>(() => CommitteeReport.From(_history.On(Today), Guid.CreateVersion7(), Position)).Code);

    [Fact]
    public void The_home_page_lists_what_waits_with_the_most_urgent_first()
    {
        RenewsByItself();
        var home = Portfolio.From([_history.On(Today)], Today);
        Assert.Equal(["decision", "reschedule", "remind", "close_report"], home.Tasks.Select(task => task.Kind));
        Assert.Equal((3, 1), (home.Commitments, home.Tally[CommitmentState.Silent]));
        Assert.Equal((2, 3), (home.Sessions[0].Reported, home.Sessions[0].Commitments));
        Assert.Equal([("anniversary", new DateOnly(2026, 1, 1)), ("notice", new(2026, 11, 1)), ("ends", new(2027, 12, 31))], home.Deadlines.Select(deadline => (deadline.Kind, deadline.On)));
        Assert.Empty(home.WithoutTerm);
    }

    [Fact]
    public void Renewal_comes_up_six_months_before_the_last_day_for_notice()
    {
        RenewsByItself();
        Assert.DoesNotContain(Portfolio.From([_history.On(new(2026, 4, 30))], new(2026, 4, 30)).Tasks, task => task.Kind is "renewal");
        Assert.Contains(Portfolio.From([_history.On(new(2026, 5, 1))], new(2026, 5, 1)).Tasks, task => task.Kind is "renewal" && task.DueOn == new DateOnly(2026, 11, 1));
    }

    private void RenewsByItself() => _history.Term(
        new(_history.Anchor, new(2026, 12, 31), Renewal: "tacit") { RenewalDuration = "P1Y", RenewalMax = 1, NoticePeriod = "P2M" }, _history.Anchor);
}
