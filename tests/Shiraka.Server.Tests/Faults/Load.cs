namespace Shiraka.Server.Tests.Faults;

/// <summary>Clients that record deliveries as fast as they are answered, each key written to the journal before it is sent.</summary>
internal sealed class Load(SeededInstallation seeded, Journal journal)
{
    private int clientsSoFar;

    /// <summary>Runs until <paramref name="stop"/>, or until the server is gone.</summary>
    public Task RunAsync(Uri address, int clients, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => ClientAsync(address, Interlocked.Increment(ref clientsSoFar), stop), CancellationToken.None)));

    /// <summary>Sends keys again, or for the first time, until each is answered with something final.</summary>
    public async Task RepeatAsync(Uri address, IEnumerable<(string Key, Guid Activity)> keys)
    {
        using var wire = await Wire.OpenAsync(address);
        foreach (var (key, activity) in keys.ToList())
        {
            WireAnswer answer;
            do
            {
                answer = await wire.SendAsync(To(address, activity).With(key));
                journal.Answered(key, answer);
                if (answer.Status == 503) await Task.Delay(20);
            }
            while (answer.Status == 503);
        }
    }

    public DeliveryRequest To(Uri address, Guid activity, long quantity = 1) => new(address, seeded.Token, DeliveryRequest.PathOf(activity), quantity);

    public static string KeyOf(int client, long number) => $"{client:x8}{number:x24}";

    private async Task ClientAsync(Uri address, int client, CancellationToken stop)
    {
        try
        {
            var requests = seeded.Activities.Select(activity => (Activity: activity, Request: To(address, activity))).ToList();
            using var wire = await Wire.OpenAsync(address, CancellationToken.None);
            for (var number = 0L; !stop.IsCancellationRequested; number++)
            {
                var (activity, request) = requests[(int)((client + number) % requests.Count)];
                var key = KeyOf(client, number);
                journal.Ask(key, activity);
                journal.Answered(key, await wire.SendAsync(request.With(key), CancellationToken.None));
            }
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            // the server went away: what was not answered stays open in the journal
        }
    }
}
