using System.Text.Json;
using Microsoft.Playwright;

namespace Shiraka.Server.Tests.Journeys;

/// <summary>A person without a mouse: Tab, Space, Enter and letters. Whatever it stops at must show that it does.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 400;

    /// <summary>Stops that show no sign of the focus.</summary>
    public List<string> Unseen { get; } = [];

    /// <summary>What the keyboard is on.</summary>
    public sealed record Stop(string Tag, string Type, string Name, string Value, bool Ticked, string Class, string Html, bool IsSeen);

    /// <summary>Tabs on until something fits.</summary>
    public async Task<Stop> ReachAsync(string what, Func<Stop, bool> fits) => await ReachAsync(what, fits, _ => Task.CompletedTask);

    /// <summary>Tabs on until something fits, and does <paramref name="onTheWay"/> at each stop before it.</summary>
    public async Task<Stop> ReachAsync(string what, Func<Stop, bool> fits, Func<Stop, Task> onTheWay)
    {
        for (var i = 0; i < MostStops; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await StopAsync() is not { } stop) continue;
            if (!stop.IsSeen) Unseen.Add(stop.Html);
            if (fits(stop)) return stop;
            await onTheWay(stop);
        }

        throw new InvalidOperationException($"The keyboard does not reach {what} on {page.Url}");
    }

    public async Task TypeAsync(string name, string text)
    {
        await ReachAsync(name, stop => stop.Name == name);
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Chooses in a list by the first letters of a choice.</summary>
    public async Task ChooseAsync(string letters)
    {
        await page.Keyboard.TypeAsync(letters);
        await page.Keyboard.PressAsync("Enter");      // a list that opened closes; a closed one leaves the form alone
    }

    public Task SpaceAsync() => page.Keyboard.PressAsync("Space");

    /// <summary>Enter on a button or a link, and the page that follows.</summary>
    public async Task EnterAsync()
    {
        var old = await page.EvaluateAsync<double>("performance.timeOrigin");
        await page.Keyboard.PressAsync("Enter");
        for (var patience = 0; patience < 300; patience++)
        {
            await Task.Delay(100);
            try
            {
                if (await page.EvaluateAsync<bool>("old => performance.timeOrigin !== old && document.readyState !== 'loading'", old)) return;
            }
            catch (PlaywrightException)
            {
                // Between two pages there is nothing to ask.
            }
        }

        throw new InvalidOperationException($"Enter led nowhere from {page.Url}");
    }

    private async Task<Stop?> StopAsync() => JsonSerializer.Deserialize<Stop?>(await page.EvaluateAsync<string>("""
        () => {
            const on = document.activeElement;
            if (!on || on === document.body) return 'null';
            const style = getComputedStyle(on);
            // The parts of a date show their own ring, inside the browser's control.
            const seen = on.type === 'date' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
            return JSON.stringify({ tag: on.localName, type: on.type ?? '', name: on.name ?? '', value: String(on.value ?? ''), ticked: !!on.checked, class: on.className.toString(), html: on.outerHTML.slice(0, 120), isSeen: seen });
        }
        """), JsonSerializerOptions.Web);
}
