using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>What one transaction did, in words that outlive the store in which it was done: nothing in it is an id of that store.</summary>
/// <param name="Nodes">Nodes that were created, changed and deleted.</param>
/// <param name="Relationships">Relationships that were created, changed and deleted.</param>
/// <param name="Schema">Indexes and constraints that were created and dropped, in order.</param>
public sealed record GraphEffect(IReadOnlyList<NodeEffect> Nodes, IReadOnlyList<RelationshipEffect> Relationships, IReadOnlyList<SchemaEffect> Schema);

/// <summary>What happened to one node or relationship.</summary>
public enum EffectKind
{
    /// <summary>It was not there before.</summary>
    Created,

    /// <summary>Labels or properties changed.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>What became of one node.</summary>
/// <param name="Node">Which one: as it was called before, or as it is called now where it is new.</param>
/// <param name="Kind">What happened.</param>
/// <param name="LabelsAdded">All labels of a new one.</param>
/// <param name="LabelsRemoved">Labels that it lost.</param>
/// <param name="Set">Properties that it got, or got anew.</param>
/// <param name="Unset">Keys that it lost.</param>
public sealed record NodeEffect(NodeReference Node, EffectKind Kind, IReadOnlyList<string> LabelsAdded, IReadOnlyList<string> LabelsRemoved, IReadOnlyDictionary<string, GraphValue> Set, IReadOnlyList<string> Unset);

/// <summary>What became of one relationship.</summary>
/// <param name="Relationship">Which one.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Set">Properties that it got, or got anew.</param>
/// <param name="Unset">Keys that it lost.</param>
public sealed record RelationshipEffect(RelationshipReference Relationship, EffectKind Kind, IReadOnlyDictionary<string, GraphValue> Set, IReadOnlyList<string> Unset);

/// <summary>An index or constraint that was created, or (with a null definition) dropped.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Definition">What it covers; null when it was dropped.</param>
public sealed record SchemaEffect(string Name, GraphIndex? Definition);

/// <summary>How a node is called outside of its store.</summary>
public abstract record NodeReference
{
    private protected NodeReference()
    {
    }
}

/// <summary>A node with a key: a label whose <c>id</c> is unique.</summary>
/// <param name="Label">The label.</param>
/// <param name="Id">The value of <c>id</c>.</param>
public sealed record KeyedNode(string Label, string Id) : NodeReference;

/// <summary>A node without a key, by the name that the journal gave it.</summary>
/// <param name="Name">Unique in a journal.</param>
public sealed record NamedNode(string Name) : NodeReference;

/// <summary>How a relationship is called outside of its store: by the journal's name where a write made it, otherwise by what it said before.</summary>
/// <param name="Name">The journal's name.</param>
/// <param name="Type">Its type.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Before">Its properties before; those that it got where it is new.</param>
public sealed record RelationshipReference(string Name, string Type, NodeReference From, NodeReference To, IReadOnlyDictionary<string, GraphValue> Before);
