namespace Shiraka.Shared;

/// <summary>A file of a form, kept by the hash of its content before the command starts; the command carries only this.</summary>
public sealed record PostedFile(string Sha256, string FileName, string ContentType, long SizeBytes);

/// <summary>Takes the files of a form in while the form is bound, outside any command.</summary>
public interface IFileIntake
{
    /// <summary>Keeps the content and returns its hash. Throws <see cref="RefusedException"/> for a type or size that is not accepted.</summary>
    Task<PostedFile> KeepAsync(Stream content, string fileName, string contentType, CancellationToken cancel);
}
