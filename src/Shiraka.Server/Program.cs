using Shiraka.Ledger;
using Shiraka.Server;

var app = WebHost.Build(new Installation(Path.GetFullPath("shiraka-data/shiraka.db"), Path.GetFullPath("shiraka-data")), "http://127.0.0.1:5080");
await app.RunAsync();
