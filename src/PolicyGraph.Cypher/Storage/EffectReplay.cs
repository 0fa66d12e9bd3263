using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>Does again what writes did, on a graph in which the documents may say something else by now. Doing it twice does no more than once.</summary>
/// <remarks>What a later write of the same journal deleted is not made at all. What is missing on the way is passed over and reported.</remarks>
public sealed class EffectReplay
{
    private readonly GraphOrigin origin;
    private readonly bool isNewMaking;
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private readonly HashSet<string> dead = new(StringComparer.Ordinal);
    private readonly HashSet<NodeReference> deadNodes = [];
    private readonly HashSet<string> restored = new(StringComparer.Ordinal);

    /// <summary>Prepares the effects of one journal.</summary>
    /// <param name="origin">How the journal calls what is in the graph.</param>
    /// <param name="isNewMaking">Whether the graph is being made again, and ids are free to be given; otherwise what is made again gets the id that it had.</param>
    /// <param name="all">Every effect of the journal, oldest first.</param>
    public EffectReplay(GraphOrigin origin, bool isNewMaking, IEnumerable<GraphEffect> all)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(all);
        this.origin = origin;
        this.isNewMaking = isNewMaking;
        var created = new HashSet<NodeReference>();
        foreach (var effect in all)
        {
            foreach (var node in effect.Nodes)
            {
                if (node.Kind == EffectKind.Created)
                {
                    created.Add(node.Node);
                    deadNodes.Remove(node.Node);
                }
                else if (node.Kind == EffectKind.Deleted && created.Contains(node.Node))
                {
                    deadNodes.Add(node.Node);
                }
            }

            foreach (var relationship in effect.Relationships)
            {
                _ = relationship.Kind switch
                {
                    EffectKind.Created => made.Add(relationship.Relationship.Name),
                    EffectKind.Deleted => dead.Add(relationship.Relationship.Name),
                    _ => false,
                };
            }
        }
    }

    /// <summary>Does one effect.</summary>
    /// <param name="graph">Where.</param>
    /// <param name="effect">One of those that this replay was prepared for.</param>
    /// <returns>What no longer fits, in Chinese, one line each.</returns>
    public IReadOnlyList<string> Apply(GraphTransaction graph, GraphEffect effect)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(effect);
        var misfits = new List<string>();
        foreach (var schema in effect.Schema)
        {
            Apply(graph, schema, misfits);
        }

        foreach (var relationship in effect.Relationships.Where(r => r.Kind == EffectKind.Deleted))
        {
            if (Find(graph, relationship.Relationship) is { } found)
            {
                graph.DeleteRelationship(found.Id);
            }
        }

        foreach (var node in effect.Nodes.Where(n => !deadNodes.Contains(n.Node)))
        {
            Apply(graph, node, misfits);
        }

        foreach (var relationship in effect.Relationships.Where(r => r.Kind != EffectKind.Deleted && !dead.Contains(r.Relationship.Name)))
        {
            Apply(graph, relationship, misfits);
        }

        return misfits;
    }

    private static void Apply(GraphTransaction graph, SchemaEffect schema, List<string> misfits)
    {
        try
        {
            if (schema.Definition is null)
            {
                graph.DropIndex(schema.Name);
            }
            else
            {
                graph.CreateIndex(schema.Definition);
            }
        }
        catch (GraphException e)
        {
            misfits.Add($"索引或约束 {schema.Name}：{e.Message}");
        }
    }

    private void Apply(GraphTransaction graph, NodeEffect effect, List<string> misfits)
    {
        var node = Find(graph, effect.Node);
        try
        {
            if (effect.Kind == EffectKind.Deleted)
            {
                if (node is not null)
                {
                    Delete(graph, node);
                }
            }
            else if (node is not null)
            {
                if (effect.Node is not NamedNode named || !IsAsItWas(named.Name))
                {
                    Change(graph, node, effect);
                }
            }
            else if (effect.Kind == EffectKind.Created)
            {
                Create(graph, effect);
            }
            else
            {
                misfits.Add($"{Describe(effect.Node)} 已不在图中，没有修改");
            }
        }
        catch (GraphException e)
        {
            misfits.Add($"{Describe(effect.Node)}：{e.Message}");
        }
    }

    private void Create(GraphTransaction graph, NodeEffect effect)
    {
        var kept = effect.Node is NamedNode named && !isNewMaking ? origin.FindNode(named.Name) : null;
        if (kept is null && effect.Node is NamedNode && !isNewMaking)
        {
            return; // Of a making that is gone: only making the graph again brings it back.
        }

        var node = graph.CreateNode(kept, effect.LabelsAdded, effect.Set);
        if (effect.Node is NamedNode { Name: var name })
        {
            restored.Add(name);
            if (isNewMaking)
            {
                origin.NameNode(name, node.Id);
            }
        }
    }

    /// <summary>Whether only writes of this making can have changed it, so that it still is as they left it.</summary>
    private bool IsAsItWas(string name) => !isNewMaking && !restored.Contains(name);

    private static void Change(GraphTransaction graph, Node node, NodeEffect effect)
    {
        foreach (var label in effect.LabelsAdded)
        {
            graph.AddLabel(node.Id, label);
        }

        foreach (var label in effect.LabelsRemoved)
        {
            graph.RemoveLabel(node.Id, label);
        }

        foreach (var (key, value) in effect.Set.Concat(effect.Unset.Select(key => KeyValuePair.Create(key, GraphValue.Null))))
        {
            graph.SetNodeProperty(node.Id, key, value);
        }
    }

    private static void Delete(GraphTransaction graph, Node node)
    {
        foreach (var relationship in graph.RelationshipsOf(node.Id, Direction.Both).ToList())
        {
            graph.DeleteRelationship(relationship.Id);
        }

        graph.DeleteNode(node.Id);
    }

    private void Apply(GraphTransaction graph, RelationshipEffect effect, List<string> misfits)
    {
        var said = effect.Relationship;
        if (Find(graph, said) is { } found)
        {
            if (made.Contains(said.Name) && IsAsItWas(said.Name))
            {
                return;
            }

            foreach (var (key, value) in effect.Set.Concat(effect.Unset.Select(key => KeyValuePair.Create(key, GraphValue.Null))))
            {
                graph.SetRelationshipProperty(found.Id, key, value);
            }
        }
        else if (effect.Kind == EffectKind.Changed)
        {
            misfits.Add($"{Describe(said)} 已不在图中，没有修改");
        }
        else if (Find(graph, said.From) is { } from && Find(graph, said.To) is { } to)
        {
            var kept = isNewMaking ? null : origin.FindRelationship(said.Name);
            if (kept is null && !isNewMaking)
            {
                return;
            }

            var created = graph.CreateRelationship(kept, said.Type, from.Id, to.Id, effect.Set);
            restored.Add(said.Name);
            if (isNewMaking)
            {
                origin.NameRelationship(said.Name, created.Id);
            }
        }
        else
        {
            misfits.Add($"{Describe(said)} 的一端已不在图中，没有创建");
        }
    }

    private Node? Find(GraphTransaction graph, NodeReference reference) => reference switch
    {
        KeyedNode keyed => graph.TrySeek(keyed.Label, ["id"], [keyed.Id], out var nodes)
            ? nodes.FirstOrDefault()
            : graph.NodesWithLabel(keyed.Label).FirstOrDefault(n => n.Properties.GetValueOrDefault("id") is StringValue { Value: var id } && id == keyed.Id),
        NamedNode named => origin.FindNode(named.Name) is { } id ? graph.FindNode(id) : null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Relationship? Find(GraphTransaction graph, RelationshipReference said)
    {
        if (made.Contains(said.Name))
        {
            return origin.FindRelationship(said.Name) is { } id ? graph.FindRelationship(id) : null;
        }

        return Find(graph, said.From) is { } from && Find(graph, said.To) is { } to
            ? graph.RelationshipsOf(from.Id, Direction.Outgoing, [said.Type]).FirstOrDefault(r => r.EndId == to.Id && Same(r.Properties, said.Before))
            : null;
    }

    private static bool Same(IReadOnlyDictionary<string, GraphValue> one, IReadOnlyDictionary<string, GraphValue> other) =>
        one.Count == other.Count && one.All(p => other.TryGetValue(p.Key, out var value) && value.Equals(p.Value));

    private static string Describe(NodeReference reference) => reference switch
    {
        KeyedNode keyed => $"(:{keyed.Label} {{id: '{keyed.Id}'}})",
        NamedNode named => $"日志里的节点 {named.Name}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Describe(RelationshipReference said) => $"{Describe(said.From)}-[:{said.Type}]->{Describe(said.To)}";
}
