using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Shiraka.Ledger;

/// <summary>How bodies are written: camelCase, enums by name, nothing null, letters of every script as they are.</summary>
public static class FactJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutColumns } },
    };

    /// <summary>The body of a fact: its own properties, as text that is hashed and kept byte for byte.</summary>
    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, fact.GetType(), Options);

    /// <summary>
    /// What stays of a body without its <see cref="FreeTextAttribute"/>: the same record with its numbers, days and codes, on which figures
    /// rest. Null where there is no free text to take out.
    /// </summary>
    public static string? Remainder(string type, string json)
    {
        if (!HoldsFreeText(type)) return null;
        return JsonSerializer.Serialize(JsonSerializer.Deserialize(json, FactTypes.Known[type], Options), FactTypes.Known[type], WithoutFreeText);
    }

    /// <summary>True where facts of the type may hold words about somebody: only those can be erased.</summary>
    public static bool HoldsFreeText(string type) => FactTypes.FreeText.Contains(type);

    private static readonly JsonSerializerOptions WithoutFreeText = new(Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutColumns, TakeFreeTextOut } },
    };

    private static void TakeFreeTextOut(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(FreeTextAttribute), inherit: true) == true))
        {
            object? empty = property.IsGetNullable ? null : property.PropertyType == typeof(string) ? "" : Array.CreateInstance(property.PropertyType.GetGenericArguments()[0], 0);
            property.Get = _ => empty;
        }
    }

    // What Fact declares is a column of the ledger already; only what the derived record adds is the body.
    private static void WithoutColumns(JsonTypeInfo type)
    {
        if (!type.Type.IsAssignableTo(typeof(Fact))) return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (typeof(Fact).GetProperty(((System.Reflection.MemberInfo?)type.Properties[i].AttributeProvider)?.Name ?? "") is not null)
                type.Properties.RemoveAt(i);
    }
}
