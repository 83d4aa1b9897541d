using System.CommandLine;
using Shiraka.Access;
using Shiraka.Directory;
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
        var organisation = new Option<string>("--organisation") { Description = "The organisation the account acts for: its official name, or its identifier.", Required = true };
        var country = new Option<string?>("--country") { Description = "Two letters, as MA, DZ, BI: enters an organisation that the directory does not know yet." };
        var kind = new Option<OrganisationKind>("--kind") { Description = "What a new organisation is.", DefaultValueFactory = _ => OrganisationKind.Hospital };
        var role = new Option<Role[]>("--role") { Description = "What the person is there; may be given several times.", DefaultValueFactory = _ => [Role.Administrator] };
        var language = new Option<Language>("--language") { Description = "Language of the pages.", DefaultValueFactory = _ => Language.Fr };
        NamedValues.Only(kind);
        NamedValues.Only(role);
        NamedValues.Only(language);
        add.Add(email);
        foreach (var option in new Option[] { name, organisation, country, kind, role, language }) add.Add(option);
        add.SetAction(async (parsed, cancel) =>
        {
            using var host = HeadlessHost.Of(installation.From(parsed));
            await host.StartAsync(cancel);
            var (access, address, roles) = (host.Services.GetRequiredService<AccessSetup>(), parsed.GetRequiredValue(email), parsed.GetRequiredValue(role).Distinct().ToList());
            var works = await new NamedOrganisation(host.Services).FindOrEnterAsync(
                parsed.GetRequiredValue(organisation), parsed.GetValue(country), parsed.GetValue(kind), parsed.GetValue(language), cancel);
            var opened = await access.OpenAsync(address, parsed.GetRequiredValue(name), works, roles[0], parsed.GetValue(language), cancel: cancel);
            foreach (var more in roles.Skip(1)) await access.GrantAsync(address, works, more, cancel);
            await host.StopAsync(CancellationToken.None);
            output.Line(opened.Password);
            return ExitStatus.Done;
        });
        return new Command("account", "Accounts of people.") { add };
    }
}
