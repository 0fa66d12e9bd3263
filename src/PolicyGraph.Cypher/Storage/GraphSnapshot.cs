using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>A committed state: it never changes, and any number of threads may read it.</summary>
internal sealed class GraphSnapshot(GraphState state) : GraphView
{
    public GraphState State { get; } = state;

    public override long NodeCount => State.NodeCount;

    public override long RelationshipCount => State.RelationshipCount;

    public override IReadOnlyCollection<string> Labels => State.Labels;

    public override IReadOnlyCollection<string> RelationshipTypes => State.RelationshipTypes;

    public override IReadOnlyCollection<string> PropertyKeys => State.PropertyKeys;

    public override IReadOnlyList<GraphIndex> Indexes => State.Indexes;

    public override Node? FindNode(long id) => State.FindRecord(id)?.Node;

    public override Relationship? FindRelationship(long id) => State.FindRelationship(id);

    public override IEnumerable<Node> Nodes() => State.Nodes();

    public override IEnumerable<Node> NodesWithLabel(string label) => State.NodesWithLabel(label);

    public override long CountNodesWithLabel(string label) => State.CountNodesWithLabel(label);

    public override IEnumerable<Relationship> Relationships() => State.Relationships();

    public override IEnumerable<Relationship> RelationshipsWithType(string type) => State.RelationshipsWithType(type);

    public override long CountRelationshipsWithType(string type) => State.CountRelationshipsWithType(type);

    public override IEnumerable<Relationship> RelationshipsOf(long node, Direction direction, IReadOnlyCollection<string>? types = null) =>
        State.FindRecord(node) is { } record ? State.RelationshipsOf(record, direction, types) : [];

    public override long DegreeOf(long node, Direction direction, string? type = null) =>
        State.FindRecord(node) is { } record ? State.DegreeOf(record, direction, type) : 0;

    public override bool TrySeek(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out IEnumerable<Node> nodes) =>
        State.TrySeek(label, keys, values, out nodes);
}
