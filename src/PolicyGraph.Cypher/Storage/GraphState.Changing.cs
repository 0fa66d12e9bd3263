using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>The changes of a state under an edit. They keep counts, sets, adjacency and indexes; whether a change is allowed was decided before.</summary>
internal sealed partial class GraphState
{
    /// <summary>A copy to be changed.</summary>
    public GraphState BeginEdit() => new(this);

    /// <summary>Ends the edit; from now on nothing changes.</summary>
    public GraphState Publish()
    {
        edit = null;
        return this;
    }

    /// <summary>Puts a node in, new or in place of the one with its id; relationships stay.</summary>
    public void Put(Node node)
    {
        var changing = Changing();
        var old = nodes.Get(node.Id);
        if (old is null)
        {
            NodeCount++;
            NextNode = Math.Max(NextNode, node.Id + 1);
        }

        nodes.Set(node.Id, new(node, old?.Outgoing ?? default, old?.Incoming ?? default, changing), changing);
        Recount(old?.Node, node);
    }

    /// <summary>Takes a node out, whatever its relationships are.</summary>
    /// <returns>What was taken out; null when there was none.</returns>
    public NodeRecord? RemoveNode(long id)
    {
        var changing = Changing();
        var old = nodes.Get(id);
        if (old is not null)
        {
            NodeCount--;
            nodes.Set(id, null, changing);
            Recount(old.Node, null);
        }

        return old;
    }

    /// <summary>Puts a relationship in, new or in place of the one with its id; its type and ends never change.</summary>
    public void Put(Relationship relationship)
    {
        var changing = Changing();
        var old = relationships.Get(relationship.Id);
        relationships.Set(relationship.Id, relationship, changing);
        Recount(old, relationship);
        if (old is null)
        {
            RelationshipCount++;
            NextRelationship = Math.Max(NextRelationship, relationship.Id + 1);
            var type = Vocabulary.Types.NumberOf(relationship.Type);
            SetAt(ref relationshipsByType, type).Add(relationship.Id, changing);
            Attach(relationship, type, changing);
        }
    }

    /// <summary>Puts many relationships in.</summary>
    public void Put(List<Relationship> many)
    {
        Reserve(many);
        foreach (var relationship in many)
        {
            Put(relationship);
        }
    }

    /// <summary>Takes a relationship out.</summary>
    /// <returns>What was taken out; null when there was none.</returns>
    public Relationship? RemoveRelationship(long id)
    {
        var changing = Changing();
        var old = relationships.Get(id);
        if (old is not null)
        {
            RelationshipCount--;
            relationships.Set(id, null, changing);
            Recount(old, null);
            SetAt(ref relationshipsByType, Vocabulary.Types.NumberOf(old.Type)).Remove(id, changing);
            if (nodes.Get(old.StartId) is { } start)
            {
                SetAdjacency(start, start.Outgoing.Without(relationships), start.Incoming, changing);
            }

            if (nodes.Get(old.EndId) is { } end)
            {
                SetAdjacency(end, end.Outgoing, end.Incoming.Without(relationships), changing);
            }
        }

        return old;
    }

    /// <summary>Makes room for new relationships, so that adjacency is neither grown step by step nor left with room to spare.</summary>
    private void Reserve(List<Relationship> coming)
    {
        if (coming.Count < NextNode / 16)
        {
            return;
        }

        var changing = Changing();
        var outgoing = new int[NextNode];
        var incoming = new int[NextNode];
        foreach (var relationship in coming)
        {
            outgoing[relationship.StartId]++;
            incoming[relationship.EndId]++;
        }

        for (var id = 0L; id < NextNode; id++)
        {
            if ((outgoing[id] | incoming[id]) != 0)
            {
                var record = nodes.Get(id)!; // Both ends of what is coming are there.
                SetAdjacency(record, record.Outgoing.WithRoom(outgoing[id]), record.Incoming.WithRoom(incoming[id]), changing);
            }
        }
    }

    /// <summary>Adds an index and fills it.</summary>
    public void AddIndex(GraphIndex definition)
    {
        var index = new IndexState(definition);
        foreach (var relationship in definition.OfRelationships ? RelationshipsWithType(definition.Label) : [])
        {
            index.Move(null, relationship, Changing());
        }

        foreach (var node in definition.OfRelationships ? [] : NodesWithLabel(definition.Label))
        {
            index.Move(null, node, Changing());
        }

        indexes = Copy(indexes, indexes.Length + 1);
        indexes[^1] = index;
        definitions = null;
    }

    /// <summary>Drops the index with this name.</summary>
    public void RemoveIndex(string name)
    {
        indexes = Array.FindAll(indexes, index => index.Definition.Name != name);
        definitions = null;
    }

    /// <summary>The node and constraint that stand in the way of a node; null when nothing does.</summary>
    public (GraphIndex Constraint, Node Holder)? FindConflict(Node node)
    {
        foreach (var index in indexes)
        {
            if (index.Definition is { IsUnique: true, OfRelationships: false } && index.FindOther(this, node) is { } holder)
            {
                return (index.Definition, holder);
            }
        }

        return null;
    }

    /// <summary>The relationship and constraint that stand in the way of a relationship; null when nothing does.</summary>
    public (GraphIndex Constraint, Relationship Holder)? FindConflict(Relationship relationship)
    {
        foreach (var index in indexes)
        {
            if (index.Definition is { IsUnique: true, OfRelationships: true } && index.FindOther(this, relationship) is { } holder)
            {
                return (index.Definition, holder);
            }
        }

        return null;
    }

    private void Attach(Relationship relationship, int type, Edit changing)
    {
        var loop = relationship.StartId == relationship.EndId;
        var start = nodes.Get(relationship.StartId)!; // A relationship is put between nodes that exist.
        SetAdjacency(start, start.Outgoing.With(type, relationship.Id, loop), start.Incoming, changing);
        var end = nodes.Get(relationship.EndId)!;
        SetAdjacency(end, end.Outgoing, end.Incoming.With(type, relationship.Id, loop), changing);
    }

    private void SetAdjacency(NodeRecord record, Adjacency outgoing, Adjacency incoming, Edit changing)
    {
        if (record.IsOwnedBy(changing))
        {
            record.Change(outgoing, incoming);
        }
        else
        {
            nodes.Set(record.Node.Id, new(record.Node, outgoing, incoming, changing), changing);
        }
    }

    private void Recount(Node? old, Node? now)
    {
        var changing = Changing();
        var (before, after) = ((LabelSet?)old?.Labels, (LabelSet?)now?.Labels); // A store's nodes are all made with a label set.
        if (before != after)
        {
            var id = (old ?? now)!.Id; // One of them is given.
            foreach (var label in before is null ? [] : before.Numbers)
            {
                SetAt(ref nodesByLabel, label).Remove(id, changing);
            }

            foreach (var label in after is null ? [] : after.Numbers)
            {
                SetAt(ref nodesByLabel, label).Add(id, changing);
            }
        }

        Recount(old?.Properties, now?.Properties);
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i].Move(old, now, changing);
        }
    }

    private void Recount(Relationship? old, Relationship? now)
    {
        Recount(old?.Properties, now?.Properties);
        for (var i = 0; i < indexes.Length; i++)
        {
            indexes[i].Move(old, now, Changing());
        }
    }

    private void Recount(IReadOnlyDictionary<string, GraphValue>? old, IReadOnlyDictionary<string, GraphValue>? now)
    {
        var (before, after) = (((PropertyMap?)old)?.Shape, ((PropertyMap?)now)?.Shape); // A store's entities are all made with a property map.
        if (before == after)
        {
            return;
        }

        foreach (var key in before is null ? [] : before.Numbers)
        {
            SetAt(ref keyUses, key)--;
        }

        foreach (var key in after is null ? [] : after.Numbers)
        {
            SetAt(ref keyUses, key)++;
        }
    }

    private Edit Changing() => edit ?? throw new InvalidOperationException("a published state does not change");

    private static ref T SetAt<T>(ref T[] items, int number)
    {
        if (number >= items.Length)
        {
            items = Copy(items, Math.Max(number + 1, items.Length * 2));
        }

        return ref items[number];
    }
}
