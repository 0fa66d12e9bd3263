using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

public sealed partial class GraphTransaction
{
    /// <inheritdoc/>
    public override Node CreateNode(IEnumerable<string> labels, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(properties);
        return CreateNode(null, labels, properties);
    }

    /// <summary>Creates a node with an id that it had before in this store; null for a new one.</summary>
    internal Node CreateNode(long? id, IEnumerable<string> labels, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        string[] sorted = [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return Put(new Node(RequireRoom(id ?? state.NextNode), state.Vocabulary.LabelsOf(sorted), PropertyMap.From(state.Vocabulary, properties)));
    }

    /// <summary>Creates a relationship with an id that it had before in this store; null for a new one.</summary>
    internal Relationship CreateRelationship(long? id, string type, long start, long end, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        var name = state.Vocabulary.Types[state.Vocabulary.Types.NumberOf(type)];
        return Put(new Relationship(RequireRoom(id ?? state.NextRelationship), name, start, end, PropertyMap.From(state.Vocabulary, properties)));
    }

    /// <inheritdoc/>
    /// <exception cref="GraphException">One of the nodes is not there (class runtime).</exception>
    public override Relationship CreateRelationship(string type, long start, long end, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(properties);
        RequireNode(start);
        RequireNode(end);
        return CreateRelationship(null, type, start, end, properties);
    }

    /// <inheritdoc/>
    public override Node SetNodeProperty(long node, string key, GraphValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var old = RequireNode(node);
        var properties = Properties(old.Properties).With(state.Vocabulary, key, value);
        return properties == old.Properties ? old : Put(new Node(node, old.Labels, properties));
    }

    /// <inheritdoc/>
    public override Node ReplaceNodeProperties(long node, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var old = RequireNode(node);
        return Put(new Node(node, old.Labels, PropertyMap.From(state.Vocabulary, properties)));
    }

    /// <inheritdoc/>
    public override Relationship SetRelationshipProperty(long relationship, string key, GraphValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var old = RequireRelationship(relationship);
        var properties = Properties(old.Properties).With(state.Vocabulary, key, value);
        return properties == old.Properties ? old : Put(new Relationship(old.Id, old.Type, old.StartId, old.EndId, properties));
    }

    /// <inheritdoc/>
    public override Relationship ReplaceRelationshipProperties(long relationship, IEnumerable<KeyValuePair<string, GraphValue>> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        var old = RequireRelationship(relationship);
        return Put(new Relationship(old.Id, old.Type, old.StartId, old.EndId, PropertyMap.From(state.Vocabulary, properties)));
    }

    /// <inheritdoc/>
    public override Node AddLabel(long node, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var old = RequireNode(node);
        return old.Labels.Contains(label)
            ? old
            : Put(new Node(node, state.Vocabulary.LabelsOf([.. old.Labels.Append(label).Order(StringComparer.Ordinal)]), old.Properties));
    }

    /// <inheritdoc/>
    public override Node RemoveLabel(long node, string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        var old = RequireNode(node);
        return old.Labels.Contains(label)
            ? Put(new Node(node, state.Vocabulary.LabelsOf([.. old.Labels.Where(l => l != label)]), old.Properties))
            : old;
    }

    /// <inheritdoc/>
    public override void DeleteRelationship(long relationship)
    {
        RequireOpen();
        if (state.RemoveRelationship(relationship) is not null)
        {
            changes.Relationships.Add(relationship);
        }
    }

    /// <inheritdoc/>
    public override void DeleteNode(long node)
    {
        RequireOpen();
        if (state.RemoveNode(node) is { } removed)
        {
            changes.Nodes.Add(node);
            if (removed.Outgoing.Live + removed.Incoming.Live > 0)
            {
                deletedNodes[node] = removed;
            }
        }
    }

    /// <inheritdoc/>
    public override bool CreateIndex(GraphIndex index)
    {
        ArgumentNullException.ThrowIfNull(index);
        RequireOpen();
        if (state.Indexes.Any(i => i.Name == index.Name || i.Covers(index)))
        {
            return false;
        }

        state.AddIndex(index with { Properties = [.. index.Properties] });
        if (FindViolation(index) is { } violation)
        {
            state.RemoveIndex(index.Name);
            throw violation;
        }

        changes.Indexes.Add(new(index.Name, index));
        return true;
    }

    /// <inheritdoc/>
    public override bool DropIndex(string name)
    {
        RequireOpen();
        if (!state.Indexes.Any(i => i.Name == name))
        {
            return false;
        }

        state.RemoveIndex(name);
        changes.Indexes.Add(new(name, null));
        return true;
    }

    private GraphException? FindViolation(GraphIndex index)
    {
        const string Code = "Neo.DatabaseError.Schema.ConstraintCreationFailed";
        foreach (var entity in index.OfRelationships ? state.RelationshipsWithType(index.Label) : index.IsConstraint ? state.NodesWithLabel(index.Label).Cast<GraphValue>() : [])
        {
            if (index.IsRequired && Missing(index, entity, Code) is { } missing)
            {
                return missing;
            }

            switch (index.IsUnique ? entity : null)
            {
                case Node node when state.FindConflict(node) is { } conflict && conflict.Constraint.Name == index.Name:
                    return Conflict(index, conflict.Holder, Code);
                case Relationship relationship when state.FindConflict(relationship) is { } conflict && conflict.Constraint.Name == index.Name:
                    return Conflict(index, conflict.Holder, Code);
            }
        }

        return null;
    }

    /// <summary>Looks at everything that was touched: what a constraint asks to be there has to be there now.</summary>
    /// <exception cref="GraphException">Something is missing (class constraint).</exception>
    private void RequireProperties()
    {
        GraphIndex[] required = [.. state.Indexes.Where(i => i.IsRequired)];
        if (required.Length == 0)
        {
            return;
        }

        var touched = changes.Nodes.Select(id => (GraphValue?)state.FindRecord(id)?.Node).Concat(changes.Relationships.Select(id => (GraphValue?)state.FindRelationship(id)));
        foreach (var entity in touched.OfType<GraphValue>())
        {
            foreach (var constraint in required)
            {
                if (Missing(constraint, entity, "Neo.ClientError.Schema.ConstraintValidationFailed") is { } missing)
                {
                    throw missing;
                }
            }
        }
    }

    private static GraphException? Missing(GraphIndex constraint, GraphValue entity, string code)
    {
        var (isCovered, properties, what) = entity switch
        {
            Node n => (!constraint.OfRelationships && n.Labels.Contains(constraint.Label), n.Properties, $"节点 {n.Id}（标签 {constraint.Label}）"),
            Relationship r => (constraint.OfRelationships && r.Type == constraint.Label, r.Properties, $"关系 {r.Id}（类型 {constraint.Label}）"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return isCovered && constraint.Properties.FirstOrDefault(k => !properties.ContainsKey(k)) is { } key
            ? new(GraphErrorClass.Constraint, code, $"{what}缺少约束 {constraint.Name} 要求的属性 {key}；请给它一个值。", phase: "runtime")
            : null;
    }

    private Node Put(Node node)
    {
        RequireOpen();
        if (state.FindConflict(node) is { } conflict)
        {
            throw Conflict(conflict.Constraint, conflict.Holder, "Neo.ClientError.Schema.ConstraintValidationFailed");
        }

        state.Put(node);
        changes.Nodes.Add(node.Id);
        return node;
    }

    private Relationship Put(Relationship relationship)
    {
        RequireOpen();
        if (state.FindConflict(relationship) is { } conflict)
        {
            throw Conflict(conflict.Constraint, conflict.Holder, "Neo.ClientError.Schema.ConstraintValidationFailed");
        }

        state.Put(relationship);
        changes.Relationships.Add(relationship.Id);
        return relationship;
    }

    private Node RequireNode(long node) => state.FindRecord(node)?.Node ?? throw Missing($"Unable to load NODE with id {node}.");

    private Relationship RequireRelationship(long relationship) =>
        state.FindRelationship(relationship) ?? throw Missing($"Unable to load RELATIONSHIP with id {relationship}.");

    private static PropertyMap Properties(IReadOnlyDictionary<string, GraphValue> properties) => (PropertyMap)properties; // A store's entities are all made with one.

    private static long RequireRoom(long id) =>
        id <= uint.MaxValue ? id : throw new GraphException(GraphErrorClass.Limit, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "the store has given its last id");

    private static GraphException Missing(string message) =>
        new(GraphErrorClass.Runtime, "Neo.ClientError.Statement.EntityNotFound", message, phase: "runtime", detail: "DeletedEntityAccess");

    private static GraphException Conflict(GraphIndex constraint, Node holder, string code) =>
        new(GraphErrorClass.Constraint, code, $"Node({holder.Id}) already exists with label `{constraint.Label}` and {Held(constraint, holder.Properties)}", phase: "runtime");

    private static GraphException Conflict(GraphIndex constraint, Relationship holder, string code) =>
        new(GraphErrorClass.Constraint, code, $"Relationship({holder.Id}) already exists with type `{constraint.Label}` and {Held(constraint, holder.Properties)}", phase: "runtime");

    private static string Held(GraphIndex constraint, IReadOnlyDictionary<string, GraphValue> properties) =>
        (constraint.Properties.Count > 1 ? "properties " : "property ") + string.Join(", ", constraint.Properties.Select(key => $"`{key}` = {Shown(properties[key])}"));

    private static string Shown(GraphValue value) => value switch
    {
        StringValue s => $"'{s.Value}'",
        IntegerValue i => $"{i.Value}",
        FloatValue f => f.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        BooleanValue b => b.Value ? "true" : "false",
        ListValue l => $"[{string.Join(", ", l.Values.Select(Shown))}]",
        _ => value.GetType().Name,
    };
}
