using PolicyGraph.Cypher.Execution;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Semantics;

/// <summary>Procedures that look at all nodes and relationships and say what they are made of.</summary>
internal static class SchemaProcedures
{
    private static readonly ProcedureField[] NodeColumns =
        [new("nodeType", ValueKinds.String), new("nodeLabels", ValueKinds.List), new("propertyName", ValueKinds.String), new("propertyTypes", ValueKinds.List), new("mandatory", ValueKinds.Boolean)];

    private static readonly ProcedureField[] RelationshipColumns =
        [new("relType", ValueKinds.String), new("propertyName", ValueKinds.String), new("propertyTypes", ValueKinds.List), new("mandatory", ValueKinds.Boolean)];

    public static IEnumerable<Procedure> All =>
    [
        new("db.schema.nodeTypeProperties", [], NodeColumns, (_, c) => NodeTypes(c)),
        new("db.schema.relTypeProperties", [], RelationshipColumns, (_, c) => RelationshipTypes(c)),
        new("db.schema.visualization", [], [new("nodes", ValueKinds.List), new("relationships", ValueKinds.List)], (_, c) => Visualization(c)),
    ];

    private static IEnumerable<GraphValue[]> NodeTypes(RunContext context)
    {
        var kinds = new Dictionary<string, (IReadOnlyList<string> Labels, Seen Seen)>(StringComparer.Ordinal);
        foreach (var node in context.View.Nodes())
        {
            context.Tick();
            var name = string.Join(':', node.Labels.Select(Quoted));
            if (!kinds.TryGetValue(name, out var kind))
            {
                kinds[name] = kind = (node.Labels, new Seen());
            }

            kind.Seen.Take(node.Properties);
        }

        return kinds.OrderBy(k => k.Key, StringComparer.Ordinal).SelectMany(k => k.Value.Seen.Rows().Select(r => (GraphValue[])[k.Key.Length == 0 ? string.Empty : ":" + k.Key, GraphValue.ListOf(k.Value.Labels), .. r]));
    }

    private static IEnumerable<GraphValue[]> RelationshipTypes(RunContext context)
    {
        var kinds = new Dictionary<string, Seen>(StringComparer.Ordinal);
        foreach (var relationship in context.View.Relationships())
        {
            context.Tick();
            if (!kinds.TryGetValue(relationship.Type, out var seen))
            {
                kinds[relationship.Type] = seen = new Seen();
            }

            seen.Take(relationship.Properties);
        }

        return kinds.OrderBy(k => k.Key, StringComparer.Ordinal).SelectMany(k => k.Value.Rows().Select(r => (GraphValue[])[":" + Quoted(k.Key), .. r]));
    }

    // One node for each label and one relationship for each way in which a type joins two labels: drawn, not stored.
    private static IEnumerable<GraphValue[]> Visualization(RunContext context)
    {
        Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
        foreach (var label in context.View.Labels.Where(l => context.View.CountNodesWithLabel(l) > 0).Order(StringComparer.Ordinal))
        {
            nodes[label] = new Node(-1 - nodes.Count, [label], new Dictionary<string, GraphValue>(StringComparer.Ordinal)
            {
                ["name"] = label,
                ["indexes"] = GraphValue.ListOf(context.View.Indexes.Where(i => !i.IsConstraint && !i.OfRelationships && i.Label == label).Select(i => string.Join(',', i.Properties))),
                ["constraints"] = GraphValue.ListOf(context.View.Indexes.Where(i => i.IsConstraint && !i.OfRelationships && i.Label == label).Select(i => i.Name)),
            });
        }

        HashSet<(string, string, string)> joined = [];
        foreach (var relationship in context.View.Relationships())
        {
            context.Tick();
            foreach (var start in context.NodeOf(relationship.StartId).Labels)
            {
                foreach (var end in context.NodeOf(relationship.EndId).Labels)
                {
                    joined.Add((relationship.Type, start, end));
                }
            }
        }

        var relationships = joined.Order().Select((j, at) => (GraphValue)new Relationship(-1 - at, j.Item1, nodes[j.Item2].Id, nodes[j.Item3].Id, new Dictionary<string, GraphValue>(StringComparer.Ordinal) { ["name"] = j.Item1 }));
        return [[new ListValue([.. nodes.Values]), GraphValue.ListOf(relationships)]];
    }

    private static string Quoted(string name) => $"`{name}`";

    /// <summary>The properties of what has the same labels or the same type.</summary>
    private sealed class Seen
    {
        private readonly SortedDictionary<string, (SortedSet<string> Types, long Count)> properties = new(StringComparer.Ordinal);
        private long count;

        public void Take(IReadOnlyDictionary<string, GraphValue> values)
        {
            count++;
            foreach (var (key, value) in values)
            {
                var (types, before) = properties.TryGetValue(key, out var known) ? known : ([], 0);
                types.Add(TypeOf(value));
                properties[key] = (types, before + 1);
            }
        }

        public IEnumerable<GraphValue[]> Rows() => properties.Count == 0
            ? [[GraphValue.Null, GraphValue.Null, false]]
            : properties.Select(p => (GraphValue[])[p.Key, GraphValue.ListOf(p.Value.Types), p.Value.Count == count]);

        private static string TypeOf(GraphValue value) => value switch
        {
            IntegerValue => "Long",
            FloatValue => "Double",
            StringValue => "String",
            BooleanValue => "Boolean",
            DateValue => "Date",
            LocalTimeValue => "LocalTime",
            TimeValue => "Time",
            LocalDateTimeValue => "LocalDateTime",
            DateTimeValue => "DateTime",
            DurationValue => "Duration",
            PointValue => "Point",
            ListValue { Values: [var first, ..] } => TypeOf(first) + "Array",
            _ => "Array",
        };
    }
}
