using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;

namespace PolicyGraph.Api.Hosting;

/// <summary>Copies the product's graph between a server and memory.</summary>
public static class GraphCopy
{
    internal const string Nodes = "MATCH (n:PolicyGraph) RETURN n AS node";

    internal const string Relationships = "MATCH (:PolicyGraph)-[r]->(:PolicyGraph) RETURN r AS relationship";

    private const string DeleteSome = "MATCH (n:PolicyGraph) WITH n LIMIT 5000 DETACH DELETE n";

    private const int Batch = 5_000;

    /// <summary>Puts a graph on a server in place of the product's nodes there; nodes of others stay.</summary>
    /// <remarks>In batches, each committed: whoever reads meanwhile sees a part, and what was broken off is done again from the start.</remarks>
    /// <param name="graph">The graph; its constraints and indexes are made first.</param>
    /// <param name="origin">Knows what the journal calls the nodes and relationships that people made.</param>
    /// <param name="server">The server.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    public static async Task ToServerAsync(GraphView graph, GraphOrigin origin, IGraphDatabase server, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(origin);
        Task<GraphResult> RunAsync(string text, GraphValue? rows = null) => server.ExecuteAsync(
            new GraphQuery(text, rows is null ? null : new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
        while ((await RunAsync(DeleteSome)).Statistics.NodesDeleted > 0)
        {
        }

        foreach (var index in graph.Indexes)
        {
            await RunAsync(Statement(index));
        }

        await RunAsync(GraphLoader.FullTextIndex);

        await RunAsync("CREATE CONSTRAINT PolicyGraph_copied IF NOT EXISTS FOR (n:PolicyGraph) REQUIRE n.copied IS UNIQUE");
        foreach (var group in graph.Nodes().GroupBy(n => string.Concat(n.Labels.Select(l => ":" + Quoted(l)))))
        {
            foreach (var batch in group.Chunk(Batch))
            {
                await RunAsync($"UNWIND $rows AS row CREATE (n:PolicyGraph{group.Key}) SET n = row.properties SET n.copied = row.id SET n.journalName = row.name", GraphValue.ListOf(batch.Select(n => (GraphValue)GraphValue.MapOf(("id", n.Id), ("name", Named(origin.NodeName(n.Id))), ("properties", new MapValue(n.Properties))))));
            }
        }

        foreach (var group in graph.Relationships().GroupBy(r => r.Type))
        {
            foreach (var batch in group.Chunk(Batch))
            {
                await RunAsync(
                    $"UNWIND $rows AS row MATCH (a:PolicyGraph {{copied: row.start}}) MATCH (b:PolicyGraph {{copied: row.end}}) CREATE (a)-[r:{Quoted(group.Key)}]->(b) SET r = row.properties SET r.journalName = row.name",
                    GraphValue.ListOf(batch.Select(r => (GraphValue)GraphValue.MapOf(("start", r.StartId), ("end", r.EndId), ("name", Named(origin.RelationshipName(r.Id))), ("properties", new MapValue(r.Properties))))));
            }
        }

        while ((await RunAsync("MATCH (n:PolicyGraph) WHERE n.copied IS NOT NULL WITH n LIMIT 5000 REMOVE n.copied")).Statistics.PropertiesSet > 0)
        {
        }

        await RunAsync("DROP CONSTRAINT PolicyGraph_copied IF EXISTS");

        // What this making itself would call something is no name of the journal.
        string? Named(string name) => name.StartsWith(origin.Name + ":", StringComparison.Ordinal) ? null : name;
    }

    private static string Statement(GraphIndex index)
    {
        var properties = string.Join(", ", index.Properties.Select(p => "n." + Quoted(p)));
        return index.IsUnique
            ? $"CREATE CONSTRAINT {Quoted(index.Name)} IF NOT EXISTS FOR (n:{Quoted(index.Label)}) REQUIRE ({properties}) IS UNIQUE"
            : $"CREATE INDEX {Quoted(index.Name)} IF NOT EXISTS FOR (n:{Quoted(index.Label)}) ON ({properties})";
    }

    /// <summary>A label or type as a statement names it.</summary>
    internal static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>The product's nodes of a server, and the relationships between them, in memory.</summary>
    /// <param name="server">A graph whose nodes have the product's label.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<GraphStore> ToMemoryAsync(IGraphDatabase server, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        var store = GraphStore.InMemory();
        await using var reading = await server.BeginTransactionAsync(GraphAccess.Read, cancellationToken);
        using var transaction = store.BeginWrite(cancellationToken);
        var ids = new Dictionary<long, long>();
        var nodes = await reading.RunAsync(new GraphQuery(Nodes) { Limits = GraphLimits.None }, cancellationToken);
        foreach (var node in nodes.Rows.Select(r => r[0]).OfType<Node>())
        {
            ids[node.Id] = transaction.CreateNode(node.Labels, node.Properties).Id;
        }

        var relationships = await reading.RunAsync(new GraphQuery(Relationships) { Limits = GraphLimits.None }, cancellationToken);
        foreach (var relationship in relationships.Rows.Select(r => r[0]).OfType<Relationship>().Where(r => ids.ContainsKey(r.StartId) && ids.ContainsKey(r.EndId)))
        {
            transaction.CreateRelationship(relationship.Type, ids[relationship.StartId], ids[relationship.EndId], relationship.Properties);
        }

        transaction.Commit();
        return store;
    }
}
