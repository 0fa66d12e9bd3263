using PolicyGraph.Graph;

namespace PolicyGraph.Ontology.Claims;

/// <summary>Names a node: every node that the product makes has a property <c>id</c> that is unique under its label.</summary>
/// <param name="Label">The label that carries the key, such as <c>Document</c>.</param>
/// <param name="Id">The key, as <c>graph</c> says: a credit code, a document's id, a criterion's edition and id.</param>
public readonly record struct NodeKey(string Label, string Id);

/// <summary>A node that somebody wants in the graph; the schema decides whether it may.</summary>
/// <param name="Key">Its label and id.</param>
/// <param name="Properties">Its other properties; null values are left out.</param>
/// <param name="ExtraLabels">Labels beside the key's, such as <c>Policy</c>.</param>
public sealed record NodeClaim(NodeKey Key, IReadOnlyDictionary<string, GraphValue> Properties, IReadOnlyList<string> ExtraLabels);

/// <summary>A relationship that somebody wants in the graph.</summary>
/// <param name="Type">Its type.</param>
/// <param name="From">The node that it leaves.</param>
/// <param name="To">The node that it reaches.</param>
/// <param name="Properties">Its properties; one that comes from text carries documentId, start, end, quote.</param>
public sealed record RelationshipClaim(string Type, NodeKey From, NodeKey To, IReadOnlyDictionary<string, GraphValue> Properties);

/// <summary>Nodes and relationships that one source asserts, in the order in which they were added.</summary>
public sealed class GraphClaims
{
    private static readonly IReadOnlyDictionary<string, GraphValue> None = new Dictionary<string, GraphValue>();
    private readonly List<NodeClaim> nodes = [];
    private readonly List<RelationshipClaim> relationships = [];

    /// <summary>The nodes; one key may be claimed several times, the properties then add up.</summary>
    public IReadOnlyList<NodeClaim> Nodes => nodes;

    /// <summary>The relationships.</summary>
    public IReadOnlyList<RelationshipClaim> Relationships => relationships;

    /// <summary>Claims a node.</summary>
    public NodeKey Node(string label, string id, IReadOnlyDictionary<string, GraphValue>? properties = null, params IReadOnlyList<string> extraLabels)
    {
        var key = new NodeKey(label, id);
        nodes.Add(new NodeClaim(key, properties ?? None, extraLabels));
        return key;
    }

    /// <summary>Claims a relationship.</summary>
    public void Relationship(string type, NodeKey from, NodeKey to, IReadOnlyDictionary<string, GraphValue>? properties = null) =>
        relationships.Add(new RelationshipClaim(type, from, to, properties ?? None));
}
