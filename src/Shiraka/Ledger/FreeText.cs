using System.Collections.Frozen;
using System.Reflection;

namespace Shiraka.Ledger;

/// <summary>
/// On a property of a body that somebody wrote in their own words, or that names somebody: an erasure takes it out. What has no such mark
/// (numbers, days, codes, ids, titles of plans and agreements) is kept, because figures rest on it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FreeTextAttribute : Attribute;

/// <summary>The facts that modules record, by their name at rest.</summary>
public static class FactTypes
{
    /// <summary>Each type of fact with its record.</summary>
    public static FrozenDictionary<string, Type> Known { get; } = typeof(Fact).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<FactTypeAttribute>() is not null)
        .ToFrozenDictionary(type => type.GetCustomAttribute<FactTypeAttribute>()!.Name, StringComparer.Ordinal);

    /// <summary>The types whose bodies hold free text, at any depth.</summary>
    internal static FrozenSet<string> FreeText { get; } =
        Known.Where(known => HoldsFreeText(known.Value, [])).Select(known => known.Key).ToFrozenSet(StringComparer.Ordinal);

    private static bool HoldsFreeText(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType) return type.GetGenericArguments().Any(argument => HoldsFreeText(argument, seen));
        if (type.Assembly != typeof(Fact).Assembly || !seen.Add(type)) return false;
        return type.GetProperties().Any(property => property.IsDefined(typeof(FreeTextAttribute), inherit: true) || HoldsFreeText(property.PropertyType, seen));
    }
}
