using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>An index with its entries: a node is in it when it has the label and every key, a relationship when it has the type and every key.</summary>
internal struct IndexState(GraphIndex definition)
{
    private HashTrie entries;

    public GraphIndex Definition { get; } = definition;

    /// <summary>Moves a node from what it was to what it is now; null for not there.</summary>
    public void Move(Node? old, Node? now, Edit edit)
    {
        if (Definition.FindsNodes)
        {
            Move(old is null ? null : ValuesOf(old), now is null ? null : ValuesOf(now), (old ?? now)!.Id, edit); // One of them is given.
        }
    }

    /// <summary>Moves a relationship from what it was to what it is now; null for not there.</summary>
    public void Move(Relationship? old, Relationship? now, Edit edit)
    {
        if (Definition.OfRelationships && Definition.HoldsEntries)
        {
            Move(old is null ? null : ValuesOf(old), now is null ? null : ValuesOf(now), (old ?? now)!.Id, edit); // One of them is given.
        }
    }

    private void Move(GraphValue[]? old, GraphValue[]? now, long id, Edit edit)
    {
        uint? before = old is null ? null : IndexKey.Hash(old), after = now is null ? null : IndexKey.Hash(now);
        if (before == after)
        {
            return;
        }

        if (before is { } left)
        {
            entries.Remove(left, id, edit);
        }

        if (after is { } entered)
        {
            entries.Add(entered, id, edit);
        }
    }

    /// <summary>Whether this index answers for a label and keys, and the values in its own order.</summary>
    public readonly bool TryOrder(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out GraphValue[] ordered)
    {
        ordered = [];
        if (!Definition.FindsNodes || Definition.Label != label || Definition.Properties.Count != keys.Count)
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

    /// <summary>Another node with the same values; null when there is none.</summary>
    public readonly Node? FindOther(GraphState state, Node node) =>
        ValuesOf(node) is { } values ? Find(state, values).Find(other => other.Id != node.Id) : null;

    /// <summary>Another relationship with the same values; null when there is none.</summary>
    public readonly Relationship? FindOther(GraphState state, Relationship relationship)
    {
        if (ValuesOf(relationship) is not { } values)
        {
            return null;
        }

        foreach (var id in entries.Find(IndexKey.Hash(values)))
        {
            var other = state.FindRelationship(id)!; // An index holds ids of relationships that exist.
            if (id != relationship.Id && ValuesOf(other) is { } held && held.AsSpan().SequenceEqual(values, OpenCypherEquality.Instance))
            {
                return other;
            }
        }

        return null;
    }

    private readonly GraphValue[]? ValuesOf(Node node) => HasLabel(node) ? ValuesOf(node.Properties) : null;

    private readonly GraphValue[]? ValuesOf(Relationship relationship) => relationship.Type == Definition.Label ? ValuesOf(relationship.Properties) : null;

    private readonly GraphValue[]? ValuesOf(IReadOnlyDictionary<string, GraphValue> properties)
    {
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

    private readonly bool HasLabel(Node node)
    {
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
