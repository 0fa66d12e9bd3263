using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>Copies the product's graph between a server and memory.</summary>
public static class GraphCopy
{
    private const string Nodes = "MATCH (n:PolicyGraph) RETURN n AS node";

    private const string Relationships = "MATCH (:PolicyGraph)-[r]->(:PolicyGraph) RETURN r AS relationship";

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
