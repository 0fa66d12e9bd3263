using System.Globalization;
using System.Text;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Tests.Storage;

/// <summary>Random statements on a store and, the slow and obvious way, on a model of it.</summary>
internal sealed class RandomHistory(int seed)
{
    private static readonly string[] LabelNames = ["Document", "Policy", "Provision", "Target", "Norm"];
    private static readonly string[] TypeNames = ["HAS_PROVISION", "CITES", "SETS"];
    private static readonly string[] KeyNames = ["id", "title", "year", "binding", "aliases", "value"];

    private readonly Random random = new(seed);
    private SortedDictionary<long, (SortedSet<string> Labels, Dictionary<string, GraphValue> Properties)> nodes = [];
    private SortedDictionary<long, (string Type, long Start, long End, Dictionary<string, GraphValue> Properties)> relationships = [];
    private SortedDictionary<string, GraphIndex> indexes = new(StringComparer.Ordinal);

    /// <summary>Runs one transaction of a few statements; one in five is rolled back.</summary>
    /// <returns>Whether it was committed with anything in it.</returns>
    public bool Step(GraphStore store, int statements)
    {
        var kept = (nodes, relationships, indexes);
        (nodes, relationships, indexes) = (
            new(nodes.ToDictionary(n => n.Key, n => (new SortedSet<string>(n.Value.Labels, StringComparer.Ordinal), new Dictionary<string, GraphValue>(n.Value.Properties)))),
            new(relationships.ToDictionary(r => r.Key, r => (r.Value.Type, r.Value.Start, r.Value.End, new Dictionary<string, GraphValue>(r.Value.Properties)))),
            new(indexes, StringComparer.Ordinal));
        using var transaction = store.BeginWrite();
        var before = Storage.Image.Of(store.Snapshot());
        for (var i = 0; i < statements; i++)
        {
            Change(transaction);
        }

        Assert.Equal(Image(), Storage.Image.Of(transaction));
        Assert.Equal(before, Storage.Image.Of(store.Snapshot()));
        if (random.Next(5) == 0)
        {
            transaction.Rollback();
            (nodes, relationships, indexes) = kept;
            return false;
        }

        transaction.Commit();
        return true;
    }

    /// <summary>The model, as <see cref="Storage.Image.Of"/> shows a store.</summary>
    public string Image() => Storage.Image.Of(
        nodes.Select(n => new Node(n.Key, [.. n.Value.Labels], n.Value.Properties)),
        relationships.Select(r => new Relationship(r.Key, r.Value.Type, r.Value.Start, r.Value.End, r.Value.Properties)),
        indexes.Values);

    private void Change(GraphTransaction transaction)
    {
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                var labels = Some(LabelNames);
                var properties = Properties();
                nodes.Add(transaction.CreateNode(labels, properties).Id, (new(labels, StringComparer.Ordinal), properties));
                break;
            case 3 or 4 or 5 when nodes.Count > 0:
                var (type, start, end, held) = (One(TypeNames), AnyNode(), AnyNode(), Properties());
                relationships.Add(transaction.CreateRelationship(type, start, end, held).Id, (type, start, end, held));
                break;
            case 6 when nodes.Count > 0:
                var changed = AnyNode();
                Set(nodes[changed].Properties, (key, value) => transaction.SetNodeProperty(changed, key, value));
                break;
            case 7 when relationships.Count > 0:
                var set = AnyRelationship();
                Set(relationships[set].Properties, (key, value) => transaction.SetRelationshipProperty(set, key, value));
                break;
            case 8 when nodes.Count > 0:
                var labelled = AnyNode();
                var label = One(LabelNames);
                if (random.Next(2) == 0)
                {
                    transaction.AddLabel(labelled, label);
                    nodes[labelled].Labels.Add(label);
                }
                else
                {
                    transaction.RemoveLabel(labelled, label);
                    nodes[labelled].Labels.Remove(label);
                }

                break;
            case 9 when relationships.Count > 0:
                var gone = AnyRelationship();
                transaction.DeleteRelationship(gone);
                relationships.Remove(gone);
                break;
            case 10 when nodes.Count > 0:
                Detach(transaction, AnyNode());
                break;
            case 11:
                var index = new GraphIndex("index" + random.Next(3), One(LabelNames), [One(KeyNames)], IsUnique: false);
                if (transaction.DropIndex(index.Name))
                {
                    indexes.Remove(index.Name);
                }
                else if (transaction.CreateIndex(index))
                {
                    indexes.Add(index.Name, index);
                }

                break;
        }
    }

    private void Detach(GraphTransaction transaction, long node)
    {
        var nodeFirst = random.Next(2) == 0;
        if (nodeFirst)
        {
            transaction.DeleteNode(node);
        }

        foreach (var relationship in transaction.RelationshipsOf(node, Direction.Both))
        {
            transaction.DeleteRelationship(relationship.Id);
            Assert.True(relationships.Remove(relationship.Id));
        }

        transaction.DeleteNode(node);
        nodes.Remove(node);
    }

    private void Set(Dictionary<string, GraphValue> properties, Action<string, GraphValue> set)
    {
        var key = One(KeyNames);
        var value = random.Next(4) == 0 ? GraphValue.Null : Value();
        set(key, value);
        if (value.IsNull)
        {
            properties.Remove(key);
        }
        else
        {
            properties[key] = value;
        }
    }

    private Dictionary<string, GraphValue> Properties() => Some(KeyNames).ToDictionary(key => key, _ => Value());

    private GraphValue Value() => random.Next(8) switch
    {
        0 => random.NextInt64(long.MinValue, long.MaxValue),
        1 => (long)random.Next(-3, 3),
        2 => random.Next(3) == 0 ? double.NaN : random.NextDouble() * 100,
        3 => random.Next(2) == 0,
        4 => "到2020年，建设千家绿色示范工厂和百家绿色示范园区，部分重化工业能源资源消耗出现拐点，重点行业主要污染物排放强度下降20%。以上为规划目标，各省结合实际分解落实。",
        5 => GraphValue.ListOf(["绿色园区", "绿色工业园区"]),
        6 => "\uD83C", // Half of an emoji, as a cut string ends with it.
        _ => One(["绿色工厂", "工业和信息化部", "", "PGRC"]),
    };

    private string[] Some(string[] from) => [.. from.Where(_ => random.Next(3) == 0)];

    private string One(string[] from) => from[random.Next(from.Length)];

    private long AnyNode() => nodes.Keys.ElementAt(random.Next(nodes.Count));

    private long AnyRelationship() => relationships.Keys.ElementAt(random.Next(relationships.Count));
}

/// <summary>Everything that a graph holds, as one text that two equal graphs share.</summary>
internal static class Image
{
    /// <summary>The image, without asking whether counts, sets, expansions and indexes agree with it.</summary>
    public static string Plain(GraphView view) => Of(view.Nodes(), view.Relationships(), view.Indexes);

    public static string Of(GraphView view)
    {
        var image = Plain(view);
        foreach (var label in view.Labels)
        {
            Assert.Equal(view.Nodes().Where(n => n.Labels.Contains(label)), view.NodesWithLabel(label));
            Assert.Equal(view.NodesWithLabel(label).Count(), view.CountNodesWithLabel(label));
        }

        foreach (var type in view.RelationshipTypes)
        {
            Assert.Equal(view.Relationships().Where(r => r.Type == type), view.RelationshipsWithType(type));
            Assert.Equal(view.RelationshipsWithType(type).Count(), view.CountRelationshipsWithType(type));
        }

        Assert.Equal(view.Nodes().SelectMany(n => n.Labels).ToHashSet(), view.Labels.ToHashSet());
        Assert.Equal(view.Nodes().SelectMany(n => n.Properties.Keys).Concat(view.Relationships().SelectMany(r => r.Properties.Keys)).ToHashSet(), view.PropertyKeys.ToHashSet());
        Assert.Equal((view.Nodes().Count(), view.Relationships().Count()), (view.NodeCount, view.RelationshipCount));
        foreach (var node in view.Nodes())
        {
            AssertExpansion(view, node.Id, Direction.Outgoing, r => r.StartId == node.Id);
            AssertExpansion(view, node.Id, Direction.Incoming, r => r.EndId == node.Id);
            AssertExpansion(view, node.Id, Direction.Both, r => r.StartId == node.Id || r.EndId == node.Id);
        }

        foreach (var index in view.Indexes)
        {
            foreach (var node in view.NodesWithLabel(index.Label).Where(n => n.Properties.ContainsKey(index.Properties[0])))
            {
                var value = node.Properties[index.Properties[0]];
                Assert.True(view.TrySeek(index.Label, index.Properties, [value], out var found));
                var isNothing = value is FloatValue { Value: double.NaN };
                Assert.Equal(isNothing ? [] : view.NodesWithLabel(index.Label).Where(n => n.Properties.TryGetValue(index.Properties[0], out var other) && other.Equals(value)), found);
            }
        }

        return image;
    }

    public static string Of(IEnumerable<Node> nodes, IEnumerable<Relationship> relationships, IEnumerable<GraphIndex> indexes)
    {
        var image = new StringBuilder();
        foreach (var node in nodes)
        {
            image.AppendLine(CultureInfo.InvariantCulture, $"({node.Id}:{string.Join(':', node.Labels)} {Shown(node.Properties)})");
        }

        foreach (var relationship in relationships)
        {
            image.AppendLine(CultureInfo.InvariantCulture, $"({relationship.StartId})-[{relationship.Id}:{relationship.Type} {Shown(relationship.Properties)}]->({relationship.EndId})");
        }

        foreach (var index in indexes.OrderBy(i => i.Name, StringComparer.Ordinal))
        {
            image.AppendLine(CultureInfo.InvariantCulture, $"{index.Name} {index.Label} {string.Join(',', index.Properties)} {index.IsUnique}");
        }

        return image.ToString();
    }

    private static void AssertExpansion(GraphView view, long node, Direction direction, Func<Relationship, bool> belongs)
    {
        var all = view.Relationships().Where(belongs).ToList();
        Assert.Equal(all.Select(r => r.Id), view.RelationshipsOf(node, direction).Select(r => r.Id).Order());
        Assert.Equal(all.Count, view.DegreeOf(node, direction));
        Assert.Equal(all.Where(r => r.Type is "CITES" or "SETS").Select(r => r.Id), view.RelationshipsOf(node, direction, ["CITES", "SETS", "UNHEARD_OF"]).Select(r => r.Id).Order());
        Assert.Equal(all.Count(r => r.Type == "CITES"), view.DegreeOf(node, direction, "CITES"));
    }

    private static string Shown(IReadOnlyDictionary<string, GraphValue> properties) =>
        string.Join(", ", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Shown(p.Value)}"));

    private static string Shown(GraphValue value) => value switch
    {
        StringValue s => string.Join(' ', s.Value.Select(c => ((int)c).ToString("x", CultureInfo.InvariantCulture))),
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture) + "L",
        FloatValue f => f.Value.ToString("R", CultureInfo.InvariantCulture) + "D",
        BooleanValue b => b.Value.ToString(),
        ListValue l => $"[{string.Join(", ", l.Values.Select(Shown))}]",
        _ => throw new ArgumentException(value.GetType().Name),
    };
}
