namespace Shiraka.Ledger;

/// <summary>What was answered to a key. A key is unique for ever: an offline unit may come back after weeks.</summary>
internal static class IdempotencyKeys
{
    /// <summary>Keys longer than this are refused.</summary>
    public const int MostCharacters = 128;

    public static void Add(Statements statements, Guid actor, string key, byte[] digest, Answer answer, long now) =>
        statements.Add(
            "INSERT INTO commands (actor, key, digest, status, content_type, location, body, at) VALUES (@actor, @key, @digest, @status, @content_type, @location, @body, @at)",
            ("actor", actor), ("key", key), ("digest", digest), ("status", answer.Status), ("content_type", answer.ContentType),
            ("location", answer.Location), ("body", answer.Body), ("at", now));

    /// <summary>The first answer, 422 where the body differs, null where the key is unknown.</summary>
    public static async Task<Answer?> FindAsync(IStore store, Guid actor, string key, byte[] digest, CancellationToken cancel)
    {
        await using var connection = await store.OpenReaderAsync(cancel);
        await using var command = Statements.Query(connection,
            "SELECT digest, status, content_type, location, body FROM commands WHERE actor = @actor AND key = @key", ("actor", actor), ("key", key));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        if (!reader.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(digest)) return Answer.OtherBody;
        return new Answer(reader.GetInt32(1), reader.IsDBNull(2) ? null : reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetFieldValue<byte[]>(4));
    }
}
