using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>The product's part of a server's graph at one moment, by the server's ids.</summary>
/// <param name="Nodes">The nodes.</param>
/// <param name="Relationships">The relationships between them.</param>
internal sealed record ServerReading(IReadOnlyDictionary<long, NamedElement<Node>> Nodes, IReadOnlyDictionary<long, NamedElement<Relationship>> Relationships)
{
    private const string AllNodes = "MATCH (n:PolicyGraph) RETURN n AS element, elementId(n) AS id, n.journalName AS name";

    private const string AllRelationships = "MATCH (:PolicyGraph)-[r]->(:PolicyGraph) RETURN r AS element, elementId(r) AS id, r.journalName AS name";

    private const string Constraints = "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties";

    /// <summary>Reads it.</summary>
    public static async Task<ServerReading> OfAsync(IGraphTransaction transaction, CancellationToken cancellationToken)
    {
        async Task<IEnumerable<NamedElement<T>>> ReadAsync<T>(string text)
            where T : GraphValue => (await transaction.RunAsync(new GraphQuery(text) { Limits = GraphLimits.None }, cancellationToken)).Records
            .Select(r => new NamedElement<T>((T)r["element"], r["id"].AsString() ?? string.Empty, r["name"].AsString()));
        return new ServerReading(
            (await ReadAsync<Node>(AllNodes)).ToDictionary(n => n.Value.Id),
            (await ReadAsync<Relationship>(AllRelationships)).DistinctBy(r => r.Value.Id).ToDictionary(r => r.Value.Id));
    }

    /// <summary>The labels whose <c>id</c> is unique on the server.</summary>
    public static async Task<IReadOnlySet<string>> KeysAsync(IGraphDatabase server, CancellationToken cancellationToken)
    {
        var constraints = await server.ExecuteAsync(new GraphQuery(Constraints), cancellationToken);
        return constraints.Records
            .Where(r => r["type"].AsString()?.EndsWith("UNIQUENESS", StringComparison.Ordinal) is true && r["properties"].AsList() is [StringValue { Value: "id" }])
            .SelectMany(r => r["labelsOrTypes"].AsList()).Select(l => l.AsString() ?? string.Empty).ToHashSet(StringComparer.Ordinal);
    }
}

/// <summary>A node or relationship of a server.</summary>
/// <param name="Value">What it says.</param>
/// <param name="ElementId">The server's id, for statements.</param>
/// <param name="Name">The journal's name, kept in <c>journalName</c>; null where it has none.</param>
internal sealed record NamedElement<T>(T Value, string ElementId, string? Name)
    where T : GraphValue;
