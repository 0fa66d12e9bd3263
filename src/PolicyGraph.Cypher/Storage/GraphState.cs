using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>One state of the graph. Published, it never changes; under an edit it is changed in place, page by page, by copy-on-write.</summary>
/// <remarks>Enumerations begin when they are first moved: under an edit they then keep the pages as they are, and the next change copies.</remarks>
internal sealed partial class GraphState
{
    private PagedArray<NodeRecord?> nodes;
    private PagedArray<Relationship?> relationships;
    private IdSet[] nodesByLabel = [];
    private IdSet[] relationshipsByType = [];
    private long[] keyUses = [];
    private IndexState[] indexes = [];
    private GraphIndex[]? definitions;
    private Edit? edit;

    /// <summary>The empty graph.</summary>
    public GraphState(Vocabulary vocabulary) => Vocabulary = vocabulary;

    private GraphState(GraphState committed)
    {
        Vocabulary = committed.Vocabulary;
        nodes = committed.nodes;
        relationships = committed.relationships;
        nodesByLabel = Copy(committed.nodesByLabel, committed.nodesByLabel.Length);
        relationshipsByType = Copy(committed.relationshipsByType, committed.relationshipsByType.Length);
        keyUses = Copy(committed.keyUses, committed.keyUses.Length);
        indexes = Copy(committed.indexes, committed.indexes.Length);
        NodeCount = committed.NodeCount;
        RelationshipCount = committed.RelationshipCount;
        NextNode = committed.NextNode;
        NextRelationship = committed.NextRelationship;
        Sequence = committed.Sequence;
        Origin = committed.Origin;
        edit = new();
    }

    public Vocabulary Vocabulary { get; }

    public long NodeCount { get; private set; }

    public long RelationshipCount { get; private set; }

    /// <summary>The id that the next node gets; no id below it is given again.</summary>
    public long NextNode { get; set; }

    /// <summary>The id that the next relationship gets.</summary>
    public long NextRelationship { get; set; }

    /// <summary>Number of the commit that made this state; 0 for the empty graph.</summary>
    public long Sequence { get; set; }

    /// <summary>Where the graph comes from, in its owner's words; null where nobody said.</summary>
    public string? Origin { get; set; }

    public IReadOnlyCollection<string> Labels => Used(nodesByLabel, Vocabulary.Labels);

    public IReadOnlyCollection<string> RelationshipTypes => Used(relationshipsByType, Vocabulary.Types);

    public IReadOnlyCollection<string> PropertyKeys
    {
        get
        {
            var used = new List<string>();
            for (var i = 0; i < keyUses.Length; i++)
            {
                if (keyUses[i] > 0)
                {
                    used.Add(Vocabulary.Keys[i]);
                }
            }

            used.Sort(StringComparer.Ordinal);
            return used;
        }
    }

    /// <summary>The definitions; made once for a state, because every statement asks for them.</summary>
    public IReadOnlyList<GraphIndex> Indexes => definitions ??= [.. indexes.Select(i => i.Definition)];

    public NodeRecord? FindRecord(long id) => nodes.Get(id);

    public Relationship? FindRelationship(long id) => relationships.Get(id);

    public IEnumerable<NodeRecord> Records()
    {
        KeepPages();
        foreach (var (_, record) in nodes.Items())
        {
            if (record is not null)
            {
                yield return record;
            }
        }
    }

    public IEnumerable<Node> Nodes() => Records().Select(record => record.Node);

    public IEnumerable<Node> NodesWithLabel(string label)
    {
        KeepPages();
        var number = Vocabulary.Labels.Find(label);
        if (number < 0 || number >= nodesByLabel.Length)
        {
            yield break;
        }

        var held = nodes;
        foreach (var id in nodesByLabel[number].Ids())
        {
            yield return held.Get(id)!.Node; // The label's set holds ids of nodes that exist.
        }
    }

    public long CountNodesWithLabel(string label) => CountOf(nodesByLabel, Vocabulary.Labels.Find(label));

    public IEnumerable<Relationship> Relationships()
    {
        KeepPages();
        foreach (var (_, relationship) in relationships.Items())
        {
            if (relationship is not null)
            {
                yield return relationship;
            }
        }
    }

    public IEnumerable<Relationship> RelationshipsWithType(string type)
    {
        KeepPages();
        var number = Vocabulary.Types.Find(type);
        if (number < 0 || number >= relationshipsByType.Length)
        {
            yield break;
        }

        var held = relationships;
        foreach (var id in relationshipsByType[number].Ids())
        {
            yield return held.Get(id)!; // The type's set holds ids of relationships that exist.
        }
    }

    public long CountRelationshipsWithType(string type) => CountOf(relationshipsByType, Vocabulary.Types.Find(type));

    /// <summary>The nodes that an index holds for these values.</summary>
    public bool TrySeek(string label, IReadOnlyList<string> keys, IReadOnlyList<GraphValue> values, out IEnumerable<Node> found)
    {
        foreach (var index in indexes)
        {
            if (index.TryOrder(label, keys, values, out var ordered))
            {
                found = Array.Exists(ordered, value => value.IsNull) ? [] : index.Find(this, ordered);
                return true;
            }
        }

        found = [];
        return false;
    }

    private static T[] Copy<T>(T[] items, int length)
    {
        var copy = new T[length]; // Not a spread: over structs of our own that is compiled at every start.
        Array.Copy(items, copy, items.Length);
        return copy;
    }

    /// <summary>Whatever is enumerated from now on stays as it is: the next change of a page copies it.</summary>
    private void KeepPages()
    {
        if (edit is { Used: true })
        {
            edit = new();
        }
    }

    private static List<string> Used(IdSet[] sets, NameTable names)
    {
        var used = new List<string>();
        for (var i = 0; i < sets.Length; i++)
        {
            if (sets[i].Count > 0)
            {
                used.Add(names[i]);
            }
        }

        used.Sort(StringComparer.Ordinal);
        return used;
    }

    private static long CountOf(IdSet[] sets, int number) => number >= 0 && number < sets.Length ? sets[number].Count : 0;
}
