using Shiraka.Shared;
using Shiraka.Shared.Forms;

namespace Shiraka.Access.Administration;

/// <summary>Roles as answers of a form, each with what it allows.</summary>
internal static class RoleWords
{
    public static IReadOnlyList<Choice> Choices(Words words, IEnumerable<Role>? without = null) => [.. Enum.GetValues<Role>().Except(without ?? [])
        .Select(role => new Choice(role.ToString(), words["role." + role], string.Join(words.Language is Language.Ar ? "، " : ", ", RoleRights.Of([role]).Order().Select(right => words["right." + right]))))];
}
