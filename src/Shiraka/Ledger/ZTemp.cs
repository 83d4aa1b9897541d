namespace Shiraka.Ledger;
public sealed record Checkpoint(string Origin, long Size, byte[] Root, string Note) { public static Checkpoint Sign(string o, long s, byte[] r, SigningKey k) => new(o, s, r, "note"); }
public sealed class SigningKey : IDisposable { public static SigningKey Create(string n) => new(); public static SigningKey Load(string pem, string n) => new(); public string ExportPem() => "x"; public string PublicKeyText => "pk"; public void Dispose() {} }
