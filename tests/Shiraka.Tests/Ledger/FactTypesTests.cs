using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Shiraka.Ledger;
using Xunit;

namespace Shiraka.Tests.Ledger;

/// <summary>What lies sealed in ledgers for ever: a body may gain what is optional, and never loses or renames anything.</summary>
public sealed class FactTypesTests
{
    private const string Sentinel = "Espérance Nkurunziza";

    public static TheoryData<string> WithFreeText => [.. FactTypes.Known.Keys.Where(FactJson.HoldsFreeText)];

    [Fact]
    public async Task The_facts_are_the_approved_ones()
    {
        var approved = Path.Combine(Path.GetDirectoryName(Here())!, "..", "Approved", "facts.json");
        var received = JsonSerializer.Serialize(
            FactTypes.Known.OrderBy(known => known.Key, StringComparer.Ordinal).ToDictionary(known => known.Key, known => new
            {
                version = known.Value.GetCustomAttribute<FactTypeAttribute>()!.Version,
                body = Shape(known.Value),
            }),
            new JsonSerializerOptions(FactJson.Options) { WriteIndented = true, NewLine = "\n" }) + "\n";

        if (File.Exists(approved) && await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) == received) return;
        var beside = approved.Replace(".json", ".received.json", StringComparison.Ordinal);
        await File.WriteAllTextAsync(beside, received, TestContext.Current.CancellationToken);
        Assert.Fail($"The facts changed. Look at the difference, and where it is meant:\n  mv {beside} {approved}");
    }

    [Theory, MemberData(nameof(WithFreeText))]
    public void An_erasure_leaves_no_free_text_of_a_fact_and_a_body_that_can_still_be_read(string type)
    {
        var json = JsonSerializer.Serialize(Filled(FactTypes.Known[type], 0), FactTypes.Known[type], FactJson.Options);
        Assert.Contains(Sentinel, json, StringComparison.Ordinal);

        var remainder = FactJson.Remainder(type, json)!;

        Assert.DoesNotContain(Sentinel, remainder, StringComparison.Ordinal);
        Assert.NotNull(JsonSerializer.Deserialize(remainder, FactTypes.Known[type], FactJson.Options));
        Assert.Equal(remainder, FactJson.Remainder(type, remainder));
    }

    [Fact]
    public void Words_of_people_are_marked_wherever_a_body_holds_them()
    {
        // What is a text and no free text: names of institutions, titles of plans and agreements, codes, hashes, and quotations of the agreement.
        string[] known =
        [
            "AccountOpened", "ActivityPlanned.Title", "ActivityPlanned.ExpectedUnit", "AgreementConfirmed.Title", "AgreementConfirmed.Kind", "AgreementConfirmed.Language", "AgreementConfirmed.SignedOnText",
            "AgreementConfirmed.Place", "AgreementConfirmed.Fields", "AgreementConfirmed.Financial", "AgreementParty.", "PromisedCommitment.", "AgreementSource.", "AgreementTerm.", "SurvivingDuty.", "AgreementProrogued.Length",
            "FiledText.Sha256", "FiledText.ContentType", "AgreementVerified.Against", "AgreementVerified.Digest", "CommitmentReworded.Title", "AxisOpened.", "Owner.Name", "IndicatorDefined.", "DeliveryRecorded.Subject",
            "DeliveryRecorded.Breakdown", "Evidence.Sha256", "Evidence.ContentType", "CommitteeSeat.Name", "CommitteeSeat.Role", "CommitteeFormed.Title", "SessionCalled.Place", "OrganisationRegistered.", "OrganisationRenamed.",
            "GivenName.", "PlaceRegistered.", "BodyErased.Type",
        ];

        var unmarked = FactTypes.Known.Values.SelectMany(Texts).Distinct(StringComparer.Ordinal).Where(name => !Array.Exists(known, one => name.StartsWith(one, StringComparison.Ordinal))).ToList();

        Assert.True(unmarked.Count == 0, "Mark them [FreeText], or say here that they hold no words of people: " + string.Join(", ", unmarked));
    }

    private static string Here([CallerFilePath] string here = "") => here;

    private static IEnumerable<string> Texts(Type type) => Parts(type).SelectMany(property =>
        property.IsDefined(typeof(FreeTextAttribute)) ? [] : IsText(property.PropertyType) ? [$"{type.Name}.{property.Name}"] : Nested(property.PropertyType).SelectMany(Texts));

    private static bool IsText(Type type) => type == typeof(string) || (type.IsGenericType && Array.Exists(type.GetGenericArguments(), IsText));

    private static IEnumerable<Type> Nested(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Nested) : type.Assembly == typeof(Fact).Assembly && !type.IsEnum ? [type] : [];

    private static IEnumerable<PropertyInfo> Parts(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.DeclaringType != typeof(Fact) && property.Name != "EqualityContract" && property.CanWrite);

    private static SortedDictionary<string, object> Shape(Type type)
    {
        var shape = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var property in Parts(type))
        {
            var isList = property.PropertyType.IsGenericType && Nested(property.PropertyType).Any();
            object kind = Nested(property.PropertyType).FirstOrDefault() is { } nested ? Shape(nested) : NameOf(property.PropertyType);
            shape[JsonNamingPolicy.CamelCase.ConvertName(property.Name) + (isList ? "[]" : "") + (property.IsDefined(typeof(FreeTextAttribute)) ? " (free text)" : "")] = kind;
        }

        return shape;
    }

    private static string NameOf(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? NameOf(inner) + "?"
        : type.IsEnum ? string.Join(" | ", Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName))
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.Name;

    // Every text is the sentinel, every list has one entry: what an erasure forgets shows.
    private static object? Filled(Type type, int depth)
    {
        if (depth > 5) return null;
        if (Nullable.GetUnderlyingType(type) is { } inner) return Filled(inner, depth);
        if (type == typeof(string)) return "x";
        if (type == typeof(JsonElement)) return JsonElement.Parse("{}");
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (type.IsGenericType && type.GetGenericArguments() is [var item])
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Filled(item, depth + 1));
            return list;
        }

        if (type.IsGenericType) return Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()));
        var thing = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in Parts(type))
            property.SetValue(thing, property.IsDefined(typeof(FreeTextAttribute)) && property.PropertyType == typeof(string) ? Sentinel
                : property.IsDefined(typeof(FreeTextAttribute)) && property.PropertyType == typeof(IReadOnlyList<string>) ? (IReadOnlyList<string>)[Sentinel]
                : property.IsDefined(typeof(FreeTextAttribute)) ? Marked(property.PropertyType)
                : Filled(property.PropertyType, depth + 1));
        return thing;
    }

    private static IList Marked(Type list)
    {
        var item = list.GetGenericArguments()[0];
        var thing = RuntimeHelpers.GetUninitializedObject(item);
        foreach (var property in Parts(item)) property.SetValue(thing, property.PropertyType == typeof(string) ? Sentinel : Filled(property.PropertyType, 1));
        var one = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        one.Add(thing);
        return one;
    }
}
