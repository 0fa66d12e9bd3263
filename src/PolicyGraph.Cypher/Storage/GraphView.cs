using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Which way a relationship is walked from a node.</summary>
public enum Direction
{
    /// <summary>From its start to its end.</summary>
    Outgoing,

    /// <summary>From its end to its start.</summary>
    Incoming,

    /// <summary>Either way; a self-loop is walked once.</summary>
    Both,
}

/// <summary>An index or constraint on one label, or on one relationship type, and its properties.</summary>
/// <param name="Name">Its name, unique in the store.</param>
/// <param name="Label">The label that it covers; of relationships their type.</param>
/// <param name="Properties">The property keys, in order.</param>
/// <param name="IsUnique">Whether it is a uniqueness constraint (which is an index as well).</param>
public sealed record GraphIndex(string Name, string Label, IReadOnlyList<string> Properties, bool IsUnique)
{
    /// <summary>Whether it covers relationships and not nodes.</summary>
    public bool OfRelationships { get; init; }

    /// <summary>Whether every property has to be there when a transaction ends; with <see cref="IsUnique"/> it is a key.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it holds entries: only a constraint that asks for nothing but existence does not.</summary>
    public bool HoldsEntries => IsUnique || !IsRequired;

    /// <summary>Whether nodes can be found by it.</summary>
    public bool FindsNodes => HoldsEntries && !OfRelationships;

    /// <summary>Whether it is a constraint and not only an index.</summary>
    public bool IsConstraint => IsUnique || IsRequired;

    /// <summary>Whether two of them would do the same.</summary>
    public bool Covers(GraphIndex other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Label == other.Label && OfRelationships == other.OfRelationships && HoldsEntries == other.HoldsEntries && Properties.ToHashSet().SetEquals(other.Properties);
    }
}

/// <summary>One state of the graph, to be read: a committed snapshot, or a transaction with its own changes.</summary>
/// <remarks>Enumerations are lazy; one that runs while the same transaction writes sees the state from before the enumeration began.</remarks>
public abstract class GraphView
{
    /// <summary>Number of nodes.</summary>
    public abstract long NodeCount { get; }

    /// <summary>Number of relationships.</summary>
    public abstract long RelationshipCount { get; }

    /// <summary>Every label that a node has.</summary>
    public abstract IReadOnlyCollection<string> Labels { get; }

    /// <summary>Every type that a relationship has.</summary>
    public abstract IReadOnlyCollection<string> RelationshipTypes { get; }

    /// <summary>Every property key in use.</summary>
    public abstract IReadOnlyCollection<string> PropertyKeys { get; }

    /// <summary>Indexes and uniqueness constraints.</summary>
    public abstract IReadOnlyList<GraphIndex> Indexes { get; }

    /// <summary>A node; null when there is none with this id (never was, or deleted).</summary>
    public abstract Node? FindNode(long id);

    /// <summary>A relationship; null when there is none with this id.</summary>
    public abstract Relationship? FindRelationship(long id);

    /// <summary>All nodes, by rising id.</summary>
    public abstract IEnumerable<Node> Nodes();

    /// <summary>The nodes with a label, by rising id.</summary>
    public abstract IEnumerable<Node> NodesWithLabel(string label);

    /// <summary>How many nodes have a label, without looking at them.</summary>
    public abstract long CountNodesWithLabel(string label);

    /// <summary>All relationships, by rising id.</summary>
    public abstract IEnumerable<Relationship> Relationships();

    /// <summary>The relationships of a type, by rising id.</summary>
    public abstract IEnumerable<Relationship> RelationshipsWithType(string type);

    /// <summary>How many relationships have a type, without looking at them.</summary>
    public abstract long CountRelationshipsWithType(string type);

    /// <summary>The relationships of a node.</summary>
    /// <param name="node">Id of the node.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="types">Only these types; null or empty for all.</param>
    public abstract IEnumerable<Relationship> RelationshipsOf(long node, Direction direction, IReadOnlyCollection<string>? types = null);

    /// <summary>How many relationships a node has, without looking at them.</summary>
    public abstract long DegreeOf(long node, Direction direction, string? type = null);

    /// <summary>The nodes that an index holds for exactly these values (openCypher equality: 1 and 1.0 are equal, null never is).</summary>
    /// <returns>False when no index covers this label and these keys; <paramref name="nodes"/> is then empty.</returns>
    public abstract bool TrySeek(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out IEnumerable<Node> nodes);
}

/// <summary>A graph that can be changed; changes are visible at once to its own reads and to nobody else's.</summary>
public abstract class WritableGraph : GraphView
{
    /// <summary>Creates a node.</summary>
    /// <param name="labels">Labels; repeated ones count once.</param>
    /// <param name="properties">Properties; null values are left out.</param>
    /// <exception cref="GraphException">A uniqueness constraint would be violated (class constraint).</exception>
    public abstract Node CreateNode(IEnumerable<string> labels, IEnumerable<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Creates a relationship between two nodes that exist.</summary>
    public abstract Relationship CreateRelationship(string type, long start, long end, IEnumerable<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Sets a property of a node; a null value removes it.</summary>
    /// <returns>The node as it is now.</returns>
    public abstract Node SetNodeProperty(long node, string key, GraphValue value);

    /// <summary>Replaces all properties of a node.</summary>
    public abstract Node ReplaceNodeProperties(long node, IEnumerable<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Sets a property of a relationship; a null value removes it.</summary>
    public abstract Relationship SetRelationshipProperty(long relationship, string key, GraphValue value);

    /// <summary>Replaces all properties of a relationship.</summary>
    public abstract Relationship ReplaceRelationshipProperties(long relationship, IEnumerable<KeyValuePair<string, GraphValue>> properties);

    /// <summary>Adds a label.</summary>
    /// <returns>The node as it is now; the same instance when it had the label.</returns>
    public abstract Node AddLabel(long node, string label);

    /// <summary>Removes a label.</summary>
    public abstract Node RemoveLabel(long node, string label);

    /// <summary>Deletes a relationship; nothing happens when it is gone already.</summary>
    public abstract void DeleteRelationship(long relationship);

    /// <summary>Deletes a node; nothing happens when it is gone already. A node that still has relationships may be deleted while the statement runs, but not committed.</summary>
    public abstract void DeleteNode(long node);

    /// <summary>Creates an index or uniqueness constraint and fills it.</summary>
    /// <returns>False when one of that name, or for that label and those keys, was there already.</returns>
    /// <exception cref="GraphException">Nodes already violate it (class constraint).</exception>
    public abstract bool CreateIndex(GraphIndex index);

    /// <summary>Drops an index or uniqueness constraint by name.</summary>
    /// <returns>False when there was none.</returns>
    public abstract bool DropIndex(string name);
}
