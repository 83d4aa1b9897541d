namespace Shiraka.Programme;

/// <summary>A point on the strip of the whole agreement.</summary>
/// <param name="Kind"><c>signed</c>, <c>announced</c> or <c>registered</c> where no day of signing is known, <c>in_force</c>, <c>first_fact</c>, <c>session</c>, <c>year</c>, <c>today</c>, <c>notice</c>, <c>ended</c> or <c>ends</c>.</param>
/// <param name="At">Share of the way from the first to the last mark, 0 to 1.</param>
/// <param name="Number">The ordinal of a session, the number of a year, the ordinal of a commitment.</param>
/// <param name="Label">Words of the fact itself, where it has some.</param>
public sealed record TimelineMark(string Kind, DateOnly On, decimal At, int? Number = null, string? Label = null);

internal static class Timeline
{
    /// <summary>Ordered by day; two marks of one day keep the order signature, work, session, today, end.</summary>
    public static IReadOnlyList<TimelineMark> Of(
        PartnershipHeader header, IReadOnlyList<CommitmentThread> commitments, IReadOnlyList<SessionView> sessions, DateOnly today)
    {
        var marks = new List<TimelineMark>();
        if (header.SignedOn is { } signed) marks.Add(new("signed", signed, 0));
        if (header.Calendar.InForceOn is { } binds && binds != header.SignedOn) marks.Add(new("in_force", binds, 0));
        if (marks.Count == 0) marks.Add(new(header.SignedOnText is not null ? "signed" : header.Source.PublishedOn == header.Anchor ? "announced" : "registered", header.Anchor, 0, Label: header.SignedOnText));

        // What no instrument covers is no part of its life: it is told in the thread, with the mark that says so.
        foreach (var thread in commitments)
            if (thread.Done.Where(done => !done.Uncovered).MinBy(done => (done.OccurredOn, done.Seq)) is { } first)
                marks.Add(new("first_fact", first.OccurredOn, 0, thread.Promise.Ordinal, first.Note));
        marks.AddRange(sessions.Where(session => session.HeldOn is not null)
            .Select(session => new TimelineMark("session", session.HeldOn!.Value, 0, session.Ordinal)));
        marks.Add(new("today", today, 0));
        if (header.NoticeBy is { } notice && header.TerminatedOn is null) marks.Add(new("notice", notice, 0));
        if (header.EndsOn is { } end) marks.Add(new(header.TerminatedOn is null ? "ends" : "ended", end, 0));

        var first0 = marks.Min(mark => mark.On).DayNumber;
        var span = Math.Max(1, marks.Max(mark => mark.On).DayNumber - first0);
        return [.. marks.OrderBy(mark => mark.On).Select(mark => mark with { At = decimal.Round((decimal)(mark.On.DayNumber - first0) / span, 4) })];
    }
}
