using Shiraka.Ledger;

namespace Shiraka.Server.Commands;

/// <summary>The modules and the lock of the server without its addresses, for commands that write.</summary>
internal static class HeadlessHost
{
    public static IHost Of(Installation installation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddShiraka(installation);
        return builder.Build();
    }
}
