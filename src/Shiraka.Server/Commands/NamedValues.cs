using System.CommandLine;

namespace Shiraka.Server.Commands;

/// <summary>Options whose values have names: the parser would take any number for one of them.</summary>
internal static class NamedValues
{
    public static void Only<T>(Option<T> option)
    {
        var names = Enum.GetNames(typeof(T).GetElementType() ?? typeof(T));
        option.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => !names.Contains(token.Value, StringComparer.OrdinalIgnoreCase))) given.AddError($"{option.Name} {token.Value}: one of {string.Join(", ", names)}.");
        });
    }
}
