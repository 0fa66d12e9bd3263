using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>An index with its entries: a node or relationship is in it when it has the label or type and every key.</summary>
internal struct IndexState(GraphIndex definition)
{
    private HashTrie entries;

    public GraphIndex Definition { get; } = definition;

    /// <summary>Moves a node or relationship from what it was to what it is now; null for not there.</summary>
    public void Move(GraphValue? old, GraphValue? now, Edit edit)
    {
        var (before, after) = (HashOf(old), HashOf(now));
        if (before == after)
        {
            return;
        }

        if (before is { } left)
        {
            entries.Remove(left, IdOf(old!), edit); // It has a hash, so it is given.
        }

        if (after is { } entered)
        {
            entries.Add(entered, IdOf(now!), edit);
        }
    }

    /// <summary>Whether this index answers for a label and keys, and the values in its own order.</summary>
    public readonly bool TryOrder(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out GraphValue[] ordered)
    {
        ordered = [];
        if (Definition.Label != label || Definition.Properties.Count != keys.Count)
        {
            return false;
        }

        var mine = new GraphValue[keys.Count];
        for (var i = 0; i < keys.Count; i++)
        {
            var at = IndexOf(keys, Definition.Properties[i]);
            if (at < 0)
            {
                return false;
            }

            mine[i] = values[at];
        }

        ordered = mine;
        return true;
    }

    /// <summary>The nodes with exactly these values, by rising id.</summary>
    public readonly List<Node> Find(GraphState state, GraphValue[] values)
    {
        var found = new List<Node>();
        var ids = entries.Find(IndexKey.Hash(values));
        ids.Sort();
        foreach (var id in ids)
        {
            var node = state.FindRecord(id)!.Node; // An index holds ids of nodes that exist.
            if (ValuesOf(node) is { } held && held.AsSpan().SequenceEqual(values, OpenCypherEquality.Instance))
            {
                found.Add(node);
            }
        }

        return found;
    }

    /// <summary>Another node or relationship with the same values; null when there is none.</summary>
    public readonly GraphValue? FindOther(GraphState state, GraphValue entity)
    {
        if (ValuesOf(entity) is not { } values)
        {
            return null;
        }

        if (entity is Node node)
        {
            return Find(state, values).Find(other => other.Id != node.Id);
        }

        foreach (var id in entries.Find(IndexKey.Hash(values)))
        {
            if (id != IdOf(entity) && ValuesOf(state.FindRelationship(id)!) is { } held && held.AsSpan().SequenceEqual(values, OpenCypherEquality.Instance))
            {
                return state.FindRelationship(id);
            }
        }

        return null;
    }

    private static long IdOf(GraphValue entity) => entity is Node node ? node.Id : ((Relationship)entity).Id;

    private readonly uint? HashOf(GraphValue? entity) => entity is not null && ValuesOf(entity) is { } values ? IndexKey.Hash(values) : null;

    private readonly GraphValue[]? ValuesOf(GraphValue entity)
    {
        if (!Covers(entity))
        {
            return null;
        }

        var properties = entity is Node node ? node.Properties : ((Relationship)entity).Properties;
        var values = new GraphValue[Definition.Properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!properties.TryGetValue(Definition.Properties[i], out var value))
            {
                return null;
            }

            values[i] = value;
        }

        return values;
    }

    private readonly bool Covers(GraphValue entity)
    {
        if (entity is not Node node)
        {
            return Definition.IsOnRelationships && entity is Relationship relationship && relationship.Type == Definition.LabelOrType;
        }

        foreach (var label in ((LabelSet)node.Labels).Names)
        {
            if (label == Definition.Label)
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(IReadOnlyList<string> keys, string key)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] == key)
            {
                return i;
            }
        }

        return -1;
    }

    private sealed class OpenCypherEquality : IEqualityComparer<GraphValue>
    {
        public static OpenCypherEquality Instance { get; } = new();

        public bool Equals(GraphValue? x, GraphValue? y) => x is not null && y is not null && IndexKey.AreEqual(x, y);

        public int GetHashCode(GraphValue value) => (int)IndexKey.Hash([value]);
    }
}
