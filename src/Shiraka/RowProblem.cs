namespace Shiraka;

/// <summary>
/// What is wrong with one row of an import. <paramref name="Row"/> counts from 1, without the heading; <paramref name="Code"/> is
/// stable and names a text (<c>refused.{Code}</c>); <paramref name="Message"/> is English and for logs and scripts.
/// </summary>
public sealed record RowProblem(int Row, string Code, string Message);
