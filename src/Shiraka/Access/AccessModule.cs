using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shiraka.Access.Administration;
using Shiraka.Access.Erasing;
using Shiraka.Access.Log;
using Shiraka.Access.OwnAccount;
using Shiraka.Access.SigningIn;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Access;

/// <summary>Accounts, roles, sign-in, sessions, the access log, and the gate that every request passes.</summary>
public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<Limits>();
        services.AddSingleton(provider => new Sessions(provider.GetRequiredService<IStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Limits>()));
        services.AddSingleton<Passwords>();
        services.AddSingleton<PasswordStore>();
        services.AddSingleton<Attempts>();
        services.AddFactorSecrets();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<SignInSteps>();
        services.AddScoped<SignInFlow>();
        services.AddSingleton<PasswordProof>();
        services.AddSingleton<Issuing>();
        services.AddSingleton(provider => new AccessSetup(provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccessEntries>();
        services.AddSingleton<OwnBodies>();
        services.AddNavItem(new NavItem("erasure", "/erasure", nameof(Right.EraseBodies), 85));
        services.AddNavItem(new NavItem("access-log", "/access-log", nameof(Right.ReadAccessLog), 90));
        services.AddNavItem(new NavItem("accounts", "/accounts", nameof(Right.AdministerAccounts), 80));
        services.TryAddScoped<IOrganisationNames, OrganisationIds>();
        services.AddHostedService<RulesAtStart>();
        services.AddSingleton<AccessLog>();
        services.AddHostedService(provider => provider.GetRequiredService<AccessLog>());
        return services;
    }

    /// <summary>Sign-in, sign-out, account and administration pages, and the erasure of bodies.</summary>
    public static void MapAccess(this IEndpointRouteBuilder app, RouteGroupBuilder pages)
    {
        SignIn.Map(pages);
        GiveCode.Map(pages);
        ChooseFirstPassword.Map(pages);
        ChooseOrganisation.Map(pages);
        SignOut.Map(pages);
        MyAccount.Map(pages);
        Accounts.Map(pages);
        ShowAccessLog.Map(pages);
        FindBodies.MapPage(pages);
        EraseBody.MapPage(pages);
        EraseBody.Map(app.MapGroup("/api/v1/facts").RunAsCommands());
    }

    /// <summary>After routing, before the endpoints.</summary>
    public static IApplicationBuilder UseAccess(this IApplicationBuilder app) => app.UseMiddleware<AccessGate>().UseMiddleware<FrameFilling>();
}
