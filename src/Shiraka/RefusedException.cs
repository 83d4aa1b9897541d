namespace Shiraka;

/// <summary>
/// A rule said no. <see cref="Code"/> is stable and names a text in the resource files (<c>refused.{code}</c>);
/// <see cref="Exception.Message"/> is for logs and scripts, in English and free of personal data.
/// Each edge renders it once: problem+json 409, the form's error summary, exit code 2.
/// </summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string code, string message, params object[] arguments) : base(message)
    {
        Code = code;
        Arguments = arguments;
    }

    public string Code { get; }

    /// <summary>What the text of the code is filled with, in order.</summary>
    public IReadOnlyList<object> Arguments { get; }

    /// <summary>The form field the refusal is about, where it is about one.</summary>
    public string? Field { get; init; }
}
