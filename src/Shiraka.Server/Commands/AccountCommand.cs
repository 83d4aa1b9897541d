using System.CommandLine;
using Shiraka.Access;
using Shiraka.Shared;

namespace Shiraka.Server.Commands;

/// <summary><c>shiraka account add</c>: opens an account while no server runs; the first one of an installation is made this way.</summary>
internal static class AccountCommand
{
    public static Command Make(Output output)
    {
        var add = new Command("add", "Opens an account and prints its one-time password, which is changed at the first sign-in.");
        var installation = InstallationOptions.On(add);
        var email = new Argument<string>("EMAIL");
        var name = new Option<string>("--name") { Description = "The person's name, as it is shown.", Required = true };
        var organisation = new Option<Guid>("--organisation") { Description = "Identifier of the organisation the account acts for.", Required = true };
        var role = new Option<Role>("--role") { Description = "What the person is there.", DefaultValueFactory = _ => Role.Administrator };
        var language = new Option<Language>("--language") { Description = "Language of the pages.", DefaultValueFactory = _ => Language.Fr };
        add.Add(email);
        foreach (var option in new Option[] { name, organisation, role, language }) add.Add(option);
        add.SetAction(async (parsed, cancel) =>
        {
            using var host = HeadlessHost.Of(installation.From(parsed));
            await host.StartAsync(cancel);
            var opened = await host.Services.GetRequiredService<AccessSetup>().OpenAsync(parsed.GetRequiredValue(email), parsed.GetRequiredValue(name),
                parsed.GetValue(organisation), parsed.GetValue(role), parsed.GetValue(language), cancel: cancel);
            await host.StopAsync(CancellationToken.None);
            output.Line(opened.Password);
            return ExitStatus.Done;
        });
        return new Command("account", "Accounts of people.") { add };
    }
}
