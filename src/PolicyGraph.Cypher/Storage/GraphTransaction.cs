using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The one writer's turn: its changes are visible to its own reads at once, and to everybody when it commits.</summary>
/// <remarks>Not for several threads at a time. Disposed without a commit it leaves no trace. After a commit it can still be read, as what was committed.</remarks>
public sealed partial class GraphTransaction : WritableGraph, IDisposable
{
    private readonly GraphStore store;
    private readonly GraphState state;
    private readonly Changes changes = new();
    private readonly Dictionary<long, NodeRecord> deletedNodes = [];
    private bool closed;

    internal GraphTransaction(GraphStore store, GraphState state)
    {
        this.store = store;
        this.state = state;
    }

    /// <inheritdoc/>
    public override long NodeCount => state.NodeCount;

    /// <inheritdoc/>
    public override long RelationshipCount => state.RelationshipCount;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Labels => state.Labels;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> RelationshipTypes => state.RelationshipTypes;

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> PropertyKeys => state.PropertyKeys;

    /// <inheritdoc/>
    public override IReadOnlyList<GraphIndex> Indexes => state.Indexes;

    /// <inheritdoc/>
    public override Node? FindNode(long id) => state.FindRecord(id)?.Node;

    /// <inheritdoc/>
    public override Relationship? FindRelationship(long id) => state.FindRelationship(id);

    /// <inheritdoc/>
    public override IEnumerable<Node> Nodes() => state.Nodes();

    /// <inheritdoc/>
    public override IEnumerable<Node> NodesWithLabel(string label) => state.NodesWithLabel(label);

    /// <inheritdoc/>
    public override long CountNodesWithLabel(string label) => state.CountNodesWithLabel(label);

    /// <inheritdoc/>
    public override IEnumerable<Relationship> Relationships() => state.Relationships();

    /// <inheritdoc/>
    public override IEnumerable<Relationship> RelationshipsWithType(string type) => state.RelationshipsWithType(type);

    /// <inheritdoc/>
    public override long CountRelationshipsWithType(string type) => state.CountRelationshipsWithType(type);

    /// <inheritdoc/>
    /// <remarks>Of a node that this transaction has deleted: the relationships that still keep it from being committed.</remarks>
    public override IEnumerable<Relationship> RelationshipsOf(long node, Direction direction, IReadOnlyCollection<string>? types = null) =>
        Record(node) is { } record ? state.RelationshipsOf(record, direction, types) : [];

    /// <inheritdoc/>
    public override long DegreeOf(long node, Direction direction, string? type = null) => state.FindRecord(node) is { } record
        ? state.DegreeOf(record, direction, type)
        : RelationshipsOf(node, direction, type is null ? null : [type]).LongCount();

    /// <inheritdoc/>
    public override bool TrySeek(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out IEnumerable<Node> nodes) =>
        state.TrySeek(label, keys, values, out nodes);

    /// <summary>Says where the graph comes from. Kept with the graph, and no part of it.</summary>
    public void SetOrigin(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        RequireOpen();
        state.Origin = origin;
        changes.Origin = true;
    }

    /// <summary>Whether anything was touched so far.</summary>
    public bool HasChanges => !changes.AreEmpty;

    /// <summary>What the transaction did so far.</summary>
    /// <param name="origin">Names what has no key.</param>
    public GraphEffect Effect(GraphOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return new EffectReading(store.Committed, state, origin).Read(changes);
    }

    /// <summary>Makes the changes durable, then visible.</summary>
    /// <exception cref="GraphException">A deleted node still has relationships or something lacks a property that a constraint asks for (class constraint); the transaction can only be rolled back.</exception>
    /// <exception cref="GraphStoreException">The changes could not be written; nothing of them is kept.</exception>
    public void Commit()
    {
        RequireOpen();
        RequireProperties();
        foreach (var (id, record) in deletedNodes)
        {
            if (state.RelationshipsOf(record, Direction.Both, null).Any())
            {
                throw new GraphException(
                    GraphErrorClass.Constraint,
                    "Neo.ClientError.Schema.ConstraintValidationFailed",
                    $"Cannot delete node<{id}>, because it still has relationships. To delete this node, you must first delete its relationships.",
                    hint: "DETACH DELETE",
                    phase: "runtime",
                    detail: "DeleteConnectedNode");
            }
        }

        try
        {
            if (!changes.AreEmpty)
            {
                store.Commit(state, changes);
            }
        }
        finally
        {
            Close();
        }
    }

    /// <summary>Takes all changes back. Nothing happens when the transaction has ended.</summary>
    public void Rollback()
    {
        if (!closed)
        {
            Close();
        }
    }

    /// <summary>Rolls back, unless it was committed.</summary>
    public void Dispose() => Rollback();

    private void Close()
    {
        closed = true;
        store.EndWrite();
    }

    private void RequireOpen() => ObjectDisposedException.ThrowIf(closed, this);

    private NodeRecord? Record(long node) => state.FindRecord(node) ?? deletedNodes.GetValueOrDefault(node);
}
