using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Says what a transaction did, from the states before and after it.</summary>
internal sealed class EffectReading(GraphState before, GraphState after, GraphOrigin origin)
{
    private static readonly Dictionary<string, GraphValue> None = [];

    /// <summary>The effect of the changes.</summary>
    public GraphEffect Read(Changes changes) => new(
        [.. changes.Nodes.Order().Select(Node).OfType<NodeEffect>()],
        [.. changes.Relationships.Order().Select(Relationship).OfType<RelationshipEffect>()],
        [.. changes.Indexes.Select(index => new SchemaEffect(index.Key, index.Value))]);

    private NodeEffect? Node(long id)
    {
        var (old, now) = (before.FindRecord(id)?.Node, after.FindRecord(id)?.Node);
        if (now is null)
        {
            return old is null ? null : new(Reference(before, old), EffectKind.Deleted, [], [], None, []);
        }

        if (old is null)
        {
            return new(Reference(after, now), EffectKind.Created, now.Labels, [], now.Properties, []);
        }

        var (set, unset) = Difference(old.Properties, now.Properties);
        string[] added = [.. now.Labels.Except(old.Labels)];
        string[] removed = [.. old.Labels.Except(now.Labels)];
        return set.Count + unset.Length + added.Length + removed.Length == 0 ? null : new(Reference(before, old), EffectKind.Changed, added, removed, set, unset);
    }

    private RelationshipEffect? Relationship(long id)
    {
        var (old, now) = (before.FindRelationship(id), after.FindRelationship(id));
        if (now is null)
        {
            return old is null ? null : new(Reference(before, old), EffectKind.Deleted, None, []);
        }

        if (old is null)
        {
            return new(Reference(after, now), EffectKind.Created, now.Properties, []);
        }

        var (set, unset) = Difference(old.Properties, now.Properties);
        return set.Count + unset.Length == 0 ? null : new(Reference(before, old), EffectKind.Changed, set, unset);
    }

    private RelationshipReference Reference(GraphState state, Relationship relationship) => new(
        origin.RelationshipName(relationship.Id),
        relationship.Type,
        Reference(state, state.FindRecord(relationship.StartId)!.Node), // A relationship stands between nodes of its state.
        Reference(state, state.FindRecord(relationship.EndId)!.Node),
        relationship.Properties);

    private NodeReference Reference(GraphState state, Node node)
    {
        if (node.Properties.GetValueOrDefault("id") is StringValue { Value: var key })
        {
            foreach (var index in state.Indexes)
            {
                if (index is { IsUnique: true, OfRelationships: false, Properties: ["id"] } && node.Labels.Contains(index.Label))
                {
                    return new KeyedNode(index.Label, key);
                }
            }
        }

        return new NamedNode(origin.NodeName(node.Id));
    }

    private static (Dictionary<string, GraphValue> Set, string[] Unset) Difference(IReadOnlyDictionary<string, GraphValue> old, IReadOnlyDictionary<string, GraphValue> now)
    {
        var set = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (key, value) in now)
        {
            if (!old.TryGetValue(key, out var held) || !held.Equals(value))
            {
                set[key] = value;
            }
        }

        return (set, [.. old.Keys.Where(key => !now.ContainsKey(key))]);
    }
}
