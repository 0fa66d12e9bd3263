using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>What a transaction touched. What became of it stands in the state: an id that finds nothing there was deleted.</summary>
internal sealed class Changes
{
    /// <summary>Ids of nodes that were created, changed or deleted.</summary>
    public HashSet<long> Nodes { get; } = [];

    /// <summary>Ids of relationships that were created, changed or deleted.</summary>
    public HashSet<long> Relationships { get; } = [];

    /// <summary>Indexes that were created, and (with null) dropped, in order.</summary>
    public List<KeyValuePair<string, GraphIndex?>> Indexes { get; } = [];

    /// <summary>Whether the graph's origin was set.</summary>
    public bool Origin { get; set; }

    /// <summary>Whether nothing was touched.</summary>
    public bool AreEmpty => Nodes.Count + Relationships.Count + Indexes.Count == 0 && !Origin;
}
