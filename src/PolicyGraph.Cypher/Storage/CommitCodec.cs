using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>What one commit changed, as bytes: what is gone, then what is there now. A whole state is the same, as a commit on the empty graph.</summary>
internal static class CommitCodec
{
    // What an index is, as bits; 0 is one that was dropped.
    private const int Plain = 1;
    private const int Unique = 2;
    private const int OfRelationships = 4;
    private const int Required = 8;

    /// <summary>Writes what changed from one state to the next.</summary>
    public static RecordWriter Write(GraphState before, GraphState after, Changes changes)
    {
        var record = Begin(after);
        long[] relationships = [.. changes.Relationships.Order()];
        long[] nodes = [.. changes.Nodes.Order()];
        WriteIds(record, [.. relationships.Where(id => after.FindRelationship(id) is null && before.FindRelationship(id) is not null)]);
        WriteIds(record, [.. nodes.Where(id => after.FindRecord(id) is null && before.FindRecord(id) is not null)]);
        WriteNodes(record, [.. nodes.Select(after.FindRecord).OfType<NodeRecord>()]);
        WriteRelationships(record, [.. relationships.Select(after.FindRelationship).OfType<Relationship>()]);
        WriteIndexes(record, changes.Indexes);
        WriteOrigin(record, changes.Origin ? after.Origin : null);
        return record;
    }

    /// <summary>Writes a whole state.</summary>
    public static RecordWriter Write(GraphState state)
    {
        var record = Begin(state);
        WriteIds(record, []);
        WriteIds(record, []);
        WriteNodes(record, [.. state.Records()]);
        WriteRelationships(record, [.. state.Relationships()]);
        WriteIndexes(record, [.. state.Indexes.Select(index => KeyValuePair.Create<string, GraphIndex?>(index.Name, index))]);
        WriteOrigin(record, state.Origin);
        return record;
    }

    /// <summary>Applies a record to a state that is being edited.</summary>
    /// <param name="state">The state.</param>
    /// <param name="payload">The record.</param>
    /// <param name="payloadStays">Whether the payload stays as it is, so that what is rarely asked for may be left in it.</param>
    /// <exception cref="InvalidDataException">The payload does not fit the state, or is none.</exception>
    public static void Apply(GraphState state, ReadOnlyMemory<byte> payload, bool payloadStays = false)
    {
        var record = new RecordReader(state.Vocabulary, payload);
        var (nextNode, nextRelationship) = (record.Number(), record.Number());
        ReadIds(record, id => state.RemoveRelationship(id));
        ReadIds(record, id => state.RemoveNode(id));
        ReadIds(record, id => state.Put(new Node(id, record.Labels(), record.Properties())));
        var relationships = new List<Relationship>();
        ReadIds(record, id => relationships.Add(ReadRelationship(record, state, id, payloadStays)));
        state.Put(relationships);
        for (var left = record.Count(); left > 0; left--)
        {
            ReadIndex(record, state);
        }

        if (!record.IsAtEnd && record.Byte() == 1) // The first format ends before it.
        {
            state.Origin = record.Text();
        }

        state.NextNode = Math.Max(state.NextNode, nextNode);
        state.NextRelationship = Math.Max(state.NextRelationship, nextRelationship);
        if (!record.IsAtEnd)
        {
            throw new InvalidDataException("the record is longer than what it says");
        }
    }

    private static RecordWriter Begin(GraphState state)
    {
        var record = new RecordWriter();
        record.Number(state.NextNode);
        record.Number(state.NextRelationship);
        return record;
    }

    private static void WriteIds(RecordWriter record, long[] ids)
    {
        record.Number(ids.Length);
        var last = 0L;
        foreach (var id in ids)
        {
            record.Number(id - last);
            last = id;
        }
    }

    private static void ReadIds(RecordReader record, Action<long> read)
    {
        var id = 0L;
        for (var left = record.Count(); left > 0; left--)
        {
            id += record.Number();
            if (id is < 0 or > uint.MaxValue)
            {
                throw new InvalidDataException($"{id} is no id");
            }

            read(id);
        }
    }

    private static void WriteNodes(RecordWriter record, NodeRecord[] nodes)
    {
        record.Number(nodes.Length);
        var last = 0L;
        foreach (var node in nodes)
        {
            record.Number(node.Node.Id - last);
            record.Labels((LabelSet)node.Node.Labels); // A store's nodes are all made with a label set and a property map.
            record.Properties((PropertyMap)node.Node.Properties);
            last = node.Node.Id;
        }
    }

    private static void WriteRelationships(RecordWriter record, Relationship[] relationships)
    {
        record.Number(relationships.Length);
        var last = 0L;
        foreach (var relationship in relationships)
        {
            record.Number(relationship.Id - last);
            record.Name(relationship.Type);
            record.Number(relationship.StartId);
            record.Number(relationship.EndId);
            record.Properties((PropertyMap)relationship.Properties);
            last = relationship.Id;
        }
    }

    private static Relationship ReadRelationship(RecordReader record, GraphState state, long id, bool payloadStays)
    {
        var type = record.Name();
        var (start, end) = (record.Number(), record.Number());
        if (state.FindRecord(start) is null || state.FindRecord(end) is null)
        {
            throw new InvalidDataException($"relationship {id} has no start or end");
        }

        return new(id, type, start, end, record.Properties(payloadStays));
    }

    private static void WriteIndexes(RecordWriter record, List<KeyValuePair<string, GraphIndex?>> indexes)
    {
        record.Number(indexes.Count);
        foreach (var (name, index) in indexes)
        {
            record.Name(name);
            record.Byte(index is null ? (byte)0 : (byte)((index.IsUnique ? Unique : Plain) | (index.OfRelationships ? OfRelationships : 0) | (index.IsRequired ? Required : 0)));
            if (index is not null)
            {
                record.Name(index.Label);
                record.Number(index.Properties.Count);
                foreach (var key in index.Properties)
                {
                    record.Name(key);
                }
            }
        }
    }

    private static void WriteOrigin(RecordWriter record, string? origin)
    {
        record.Byte(origin is null ? (byte)0 : (byte)1);
        if (origin is not null)
        {
            record.Text(origin);
        }
    }

    private static void ReadIndex(RecordReader record, GraphState state)
    {
        var name = record.Name();
        var kind = record.Byte();
        if (kind == 0)
        {
            state.RemoveIndex(name);
            return;
        }

        var label = record.Name();
        var keys = new string[record.Count()];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = record.Name();
        }

        state.AddIndex(new(name, label, keys, IsUnique: (kind & Unique) != 0) { OfRelationships = (kind & OfRelationships) != 0, IsRequired = (kind & Required) != 0 });
    }
}
