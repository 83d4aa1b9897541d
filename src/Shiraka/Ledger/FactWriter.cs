using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;

namespace Shiraka.Ledger;

internal readonly record struct RecordedFact(Fact Fact, Guid Actor, Guid Organisation);

/// <summary>The facts of a command and their bodies as two statements each, in the order in which they were recorded.</summary>
internal static class FactWriter
{
    private const string InsertFact = """
        INSERT INTO facts (id, type, version, stream, stream_version, under, quantity, unit, occurred_on, recorded_at, actor, organisation, body_digest)
        VALUES (@id, @type, @version, @stream, @stream_version, @under, @quantity, @unit, @occurred_on, @recorded_at, @actor, @organisation, @body_digest)
        """;

    private const string InsertBody = "INSERT INTO fact_bodies (fact_id, salt, json) VALUES (@fact_id, @salt, @json)";
    private static readonly ConcurrentDictionary<Type, FactTypeAttribute> Types = new();

    public static FactTypeAttribute TypeOf(Type fact) => Types.GetOrAdd(fact, type => type.GetCustomAttribute<FactTypeAttribute>()
        ?? throw new InvalidOperationException($"{type.Name} has no [FactType]."));

    public static void Add(Statements statements, IReadOnlyList<RecordedFact> facts, long now)
    {
        foreach (var recorded in facts)
        {
            var fact = recorded.Fact;
            var type = TypeOf(fact.GetType());
            var json = FactJson.Write(fact);
            var salt = RandomNumberGenerator.GetBytes(32);
            statements.Add(InsertFact,
                ("id", fact.Id), ("type", type.Name), ("version", type.Version), ("stream", fact.Stream), ("stream_version", fact.StreamVersion),
                ("under", fact.Under), ("quantity", fact.Quantity), ("unit", fact.Unit), ("occurred_on", fact.OccurredOn), ("recorded_at", now),
                ("actor", recorded.Actor), ("organisation", recorded.Organisation), ("body_digest", Leaf.BodyDigest(salt, json)));
            statements.Add(InsertBody, ("fact_id", fact.Id), ("salt", salt), ("json", json));
        }
    }
}
