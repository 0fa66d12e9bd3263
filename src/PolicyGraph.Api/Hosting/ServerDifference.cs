using System.Globalization;
using System.Security.Cryptography;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>What a transaction on a server did, from the product's part of its graph before and after.</summary>
/// <remarks>
/// What has no key is found again by the journal's name, which stays with the node or relationship on the server as the property <c>journalName</c>: the product does not show it, and puts it
/// back where a statement replaced all properties. Ids of a server are given again after a deletion and cannot be such names.
/// </remarks>
internal sealed class ServerDifference
{
    private const string NameNodes = "UNWIND $rows AS row MATCH (n:PolicyGraph) WHERE elementId(n) = row.id SET n.journalName = row.name";

    private const string NameRelationships = "UNWIND $rows AS row MATCH (:PolicyGraph)-[r]->(:PolicyGraph) WHERE elementId(r) = row.id SET r.journalName = row.name";

    private static readonly Dictionary<string, GraphValue> None = [];

    private readonly ServerReading before;
    private readonly ServerReading after;
    private readonly IReadOnlySet<string> keys;
    private readonly string making = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly Dictionary<long, string> nodeNames = [];
    private readonly Dictionary<long, string> relationshipNames = [];

    /// <summary>Compares.</summary>
    /// <param name="before">The graph as it is committed.</param>
    /// <param name="after">The graph as the transaction sees it.</param>
    /// <param name="keys">The labels whose <c>id</c> is unique.</param>
    public ServerDifference(ServerReading before, ServerReading after, IReadOnlySet<string> keys)
    {
        (this.before, this.after, this.keys) = (before, after, keys);
        foreach (var (id, element) in before.Nodes.Concat(after.Nodes.Where(n => !before.Nodes.ContainsKey(n.Key))))
        {
            if (KeyOf(element.Value, keys) is null)
            {
                nodeNames[id] = (before.Nodes.ContainsKey(id) ? element.Name : null) ?? string.Create(CultureInfo.InvariantCulture, $"{making}:n{id}");
            }
        }

        foreach (var (id, element) in before.Relationships.Concat(after.Relationships.Where(r => !before.Relationships.ContainsKey(r.Key))))
        {
            relationshipNames[id] = (before.Relationships.ContainsKey(id) ? element.Name : null) ?? string.Create(CultureInfo.InvariantCulture, $"{making}:r{id}");
        }
    }

    /// <summary>Leaves the journal's names on what has one or got one, in the transaction that is about to be committed.</summary>
    public async Task NameAsync(IGraphTransaction transaction, CancellationToken cancellationToken)
    {
        async Task RunAsync(string statement, IEnumerable<(string ElementId, string? Name)> named)
        {
            foreach (var batch in named.Chunk(5_000))
            {
                var rows = GraphValue.ListOf(batch.Select(n => (GraphValue)GraphValue.MapOf(("id", n.ElementId), ("name", n.Name))));
                await transaction.RunAsync(new GraphQuery(statement, new Dictionary<string, GraphValue> { ["rows"] = rows }, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
            }
        }

        await RunAsync(NameNodes, after.Nodes.Select(n => (n.Value.ElementId, Held: n.Value.Name, Name: before.Nodes.TryGetValue(n.Key, out var old) ? old.Name : nodeNames.GetValueOrDefault(n.Key))).Where(n => n.Held != n.Name).Select(n => (n.ElementId, n.Name)));
        await RunAsync(NameRelationships, after.Relationships.Select(r => (r.Value.ElementId, Held: r.Value.Name, Name: before.Relationships.TryGetValue(r.Key, out var old) ? old.Name : relationshipNames[r.Key])).Where(r => r.Held != r.Name).Select(r => (r.ElementId, r.Name)));
    }

    /// <summary>The effect, in words that outlive the server's ids.</summary>
    public GraphEffect Effect(IReadOnlyList<SchemaEffect> schema) => new(
        [.. before.Nodes.Keys.Union(after.Nodes.Keys).Order().Select(NodeChange).OfType<NodeEffect>()],
        [.. before.Relationships.Keys.Union(after.Relationships.Keys).Order().Select(RelationshipChange).OfType<RelationshipEffect>()],
        schema);

    private NodeEffect? NodeChange(long id)
    {
        var (old, now) = (before.Nodes.GetValueOrDefault(id)?.Value, after.Nodes.GetValueOrDefault(id)?.Value);
        if (now is null)
        {
            return new NodeEffect(Reference(before, id), EffectKind.Deleted, [], [], None, []);
        }

        if (old is null)
        {
            return new NodeEffect(Reference(after, id), EffectKind.Created, now.Labels, [], now.Properties, []);
        }

        var (set, unset) = Difference(old.Properties, now.Properties);
        string[] added = [.. now.Labels.Except(old.Labels)];
        string[] removed = [.. old.Labels.Except(now.Labels)];
        return set.Count + unset.Length + added.Length + removed.Length == 0 ? null : new NodeEffect(Reference(before, id), EffectKind.Changed, added, removed, set, unset);
    }

    private RelationshipEffect? RelationshipChange(long id)
    {
        var (old, now) = (before.Relationships.GetValueOrDefault(id)?.Value, after.Relationships.GetValueOrDefault(id)?.Value);
        if (now is null)
        {
            return new RelationshipEffect(Reference(before, old!), EffectKind.Deleted, None, []); // It was there before or is there after.
        }

        if (old is null)
        {
            return new RelationshipEffect(Reference(after, now), EffectKind.Created, now.Properties, []);
        }

        var (set, unset) = Difference(old.Properties, now.Properties);
        return set.Count + unset.Length == 0 ? null : new RelationshipEffect(Reference(before, old), EffectKind.Changed, set, unset);
    }

    private RelationshipReference Reference(ServerReading state, Relationship relationship) =>
        new(relationshipNames[relationship.Id], relationship.Type, Reference(state, relationship.StartId), Reference(state, relationship.EndId), relationship.Properties);

    private NodeReference Reference(ServerReading state, long id) =>
        KeyOf(state.Nodes[id].Value, keys) is { } key ? key : new NamedNode(nodeNames.GetValueOrDefault(id) ?? string.Create(CultureInfo.InvariantCulture, $"{making}:n{id}"));

    /// <summary>The key of a node; null where it has none.</summary>
    public static KeyedNode? KeyOf(Node node, IReadOnlySet<string> keys) =>
        node.Properties.GetValueOrDefault("id") is StringValue { Value: var id } && node.Labels.FirstOrDefault(keys.Contains) is { } label ? new KeyedNode(label, id) : null;

    private static (Dictionary<string, GraphValue> Set, string[] Unset) Difference(IReadOnlyDictionary<string, GraphValue> old, IReadOnlyDictionary<string, GraphValue> now) => (
        now.Where(p => !old.TryGetValue(p.Key, out var held) || !held.Equals(p.Value)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal),
        [.. old.Keys.Where(key => !now.ContainsKey(key))]);
}
