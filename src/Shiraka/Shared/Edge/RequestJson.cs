using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Shiraka.Shared;

/// <summary>What the bodies of requests must keep to beside their types.</summary>
internal static class RequestJson
{
    /// <summary>
    /// Refuses <c>[null]</c> where a list of things is meant: annotations say so of the items of a list too, and the serialiser does not look.
    /// </summary>
    public static void WithoutEmptyItems(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.Assembly != typeof(RequestJson).Assembly) return;
        var lists = type.Properties.Where(property => property is { Get: not null, PropertyType.IsGenericType: true } && property.PropertyType.IsAssignableTo(typeof(IEnumerable))
            && property.PropertyType.GetGenericArguments() is [{ IsValueType: false }]).ToList();
        if (lists.Count == 0) return;
        type.OnDeserialized = read =>
        {
            foreach (var property in lists)
                if (property.Get!(read) is IEnumerable items && items.Cast<object?>().Contains(null)) throw new JsonException("An item is missing.", $"$.{property.Name}", null, null);
        };
    }
}
