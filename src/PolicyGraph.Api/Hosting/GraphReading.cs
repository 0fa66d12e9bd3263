using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>All nodes and relationships of a graph, in the order of their keys, so that the same graph is read the same from either store.</summary>
/// <param name="Nodes">The nodes by labels and <c>id</c>.</param>
/// <param name="Relationships">The relationships by type and place of their ends.</param>
public sealed record GraphReading(IReadOnlyList<Node> Nodes, IReadOnlyList<Relationship> Relationships)
{
    private const string AllNodes = "MATCH (n) RETURN n AS node";

    private const string AllRelationships = "MATCH ()-[r]->() RETURN r AS relationship";

    /// <summary>The place of each node by its id within the store.</summary>
    public IReadOnlyDictionary<long, int> Places { get; } = Nodes.Index().ToDictionary(n => n.Item.Id, n => n.Index);

    /// <summary>Reads a graph; of a server's, what the product made.</summary>
    public static async Task<GraphReading> OfAsync(IGraphDatabase graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var isShared = graph.OwnLabel is not null;
        await using var transaction = await graph.BeginTransactionAsync(GraphAccess.Read, cancellationToken);
        async Task<IEnumerable<T>> ReadAsync<T>(string text) => (await transaction.RunAsync(new GraphQuery(text) { Limits = GraphLimits.None }, cancellationToken)).Rows.Select(r => r[0]).OfType<T>();
        var nodes = (await ReadAsync<Node>(isShared ? GraphCopy.Nodes : AllNodes)).OrderBy(n => string.Join(':', n.Labels), StringComparer.Ordinal).ThenBy(Key, StringComparer.Ordinal).ToList();
        var places = nodes.Index().ToDictionary(n => n.Item.Id, n => n.Index);
        var relationships = (await ReadAsync<Relationship>(isShared ? GraphCopy.Relationships : AllRelationships)).Where(r => places.ContainsKey(r.StartId) && places.ContainsKey(r.EndId))
            .OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => places[r.StartId]).ThenBy(r => places[r.EndId]).ThenBy(Properties, StringComparer.Ordinal).ToList();
        return new GraphReading(nodes, relationships);
    }

    private static string Key(Node node) => node.Properties.TryGetValue("id", out var id) && id is StringValue text ? text.Value : string.Empty;

    private static string Properties(Relationship relationship) => CypherLiteral.Write(new MapValue(relationship.Properties));
}
