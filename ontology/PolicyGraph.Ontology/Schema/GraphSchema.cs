using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Schema;

/// <summary>What the graph may hold (<c>schema/graph.yaml</c>): the single place that says so.</summary>
/// <remarks>Neo4j's community edition knows no existence and type constraints, so the loader asks here before anything is written.</remarks>
public sealed class GraphSchema
{
    private static readonly Dictionary<string, PropertyType> TextProperties = new(StringComparer.Ordinal)
    {
        ["documentId"] = new("documentId", PropertyKind.Text, false),
        ["start"] = new("start", PropertyKind.Whole, false),
        ["end"] = new("end", PropertyKind.Whole, false),
        ["quote"] = new("quote", PropertyKind.Text, false),
        ["rule"] = new("rule", PropertyKind.Text, false),
        ["confidence"] = new("confidence", PropertyKind.Number, false),
        ["key"] = new("key", PropertyKind.Text, false),
        ["title"] = new("title", PropertyKind.Text, false),
        ["number"] = new("number", PropertyKind.Text, false),
    };

    private GraphSchema(IReadOnlyDictionary<string, NodeType> nodeTypes, IReadOnlyDictionary<string, RelationshipType> relationshipTypes)
    {
        NodeTypes = nodeTypes;
        RelationshipTypes = relationshipTypes;
    }

    /// <summary>Node types by label.</summary>
    public IReadOnlyDictionary<string, NodeType> NodeTypes { get; }

    /// <summary>Relationship types by name.</summary>
    public IReadOnlyDictionary<string, RelationshipType> RelationshipTypes { get; }

    /// <summary>Reads <c>schema/graph.yaml</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static GraphSchema Load(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Allow("nodes", "relationships");
        var nodes = new Dictionary<string, NodeType>(StringComparer.Ordinal);
        foreach (var (label, node) in file.Get("nodes").AsMapping().Entries)
        {
            nodes.Add(label, ReadNodeType(label, node.AsMapping()));
        }

        var relationships = new Dictionary<string, RelationshipType>(StringComparer.Ordinal);
        foreach (var (name, node) in file.Get("relationships").AsMapping().Entries)
        {
            relationships.Add(name, ReadRelationshipType(name, node.AsMapping(), nodes));
        }

        return new GraphSchema(nodes, relationships);
    }

    /// <summary>Everything in <paramref name="claims"/> that the schema does not allow, one line each; empty when all of it may be loaded.</summary>
    public IReadOnlyList<string> Validate(GraphClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var faults = new List<string>();
        foreach (var group in claims.Nodes.GroupBy(n => n.Key))
        {
            Validate(Merge([.. group]), faults);
        }

        foreach (var relationship in claims.Relationships)
        {
            Validate(relationship, faults);
        }

        return faults;
    }

    private static NodeClaim Merge(List<NodeClaim> claims)
    {
        if (claims.Count == 1)
        {
            return claims[0];
        }

        var properties = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
        foreach (var (name, value) in claims.SelectMany(c => c.Properties))
        {
            properties[name] = value;
        }

        return claims[0] with { Properties = properties, ExtraLabels = [.. claims.SelectMany(c => c.ExtraLabels).Distinct(StringComparer.Ordinal)] };
    }

    private void Validate(NodeClaim claim, List<string> faults)
    {
        if (!NodeTypes.TryGetValue(claim.Key.Label, out var type))
        {
            faults.Add($"节点 {claim.Key.Label} {claim.Key.Id}：本体没有这个标签");
            return;
        }

        if (string.IsNullOrWhiteSpace(claim.Key.Id))
        {
            faults.Add($"节点 {claim.Key.Label}：键 id 为空");
        }

        faults.AddRange(claim.ExtraLabels.Where(l => !type.ExtraLabels.Contains(l)).Select(l => $"节点 {claim.Key.Label} {claim.Key.Id}：不能附加标签 {l}"));
        if (!type.IsOpen)
        {
            CheckProperties($"节点 {claim.Key.Label} {claim.Key.Id}", claim.Properties, type.Properties, faults);
        }
    }

    private void Validate(RelationshipClaim claim, List<string> faults)
    {
        var what = $"关系 ({claim.From.Label} {claim.From.Id})-[{claim.Type}]->({claim.To.Label} {claim.To.Id})";
        if (!RelationshipTypes.TryGetValue(claim.Type, out var type))
        {
            faults.Add($"{what}：本体没有这个类型");
            return;
        }

        if (!type.From.Contains(claim.From.Label) || !type.To.Contains(claim.To.Label))
        {
            faults.Add($"{what}：{claim.Type} 只能从 {string.Join("、", type.From)} 到 {string.Join("、", type.To)}");
        }

        CheckProperties(what, claim.Properties, type.Properties, faults);
    }

    private static void CheckProperties(string what, IReadOnlyDictionary<string, GraphValue> properties, IReadOnlyDictionary<string, PropertyType> types, List<string> faults)
    {
        foreach (var (name, value) in properties)
        {
            if (!types.TryGetValue(name, out var type))
            {
                faults.Add($"{what}：没有属性 {name}");
            }
            else if (!type.Accepts(value))
            {
                faults.Add($"{what}：属性 {name} 应为 {type.Kind}");
            }
        }

        faults.AddRange(types.Values.Where(t => t.IsRequired && properties.GetValueOrDefault(t.Name, GraphValue.Null).IsNull).Select(t => $"{what}：缺少属性 {t.Name}"));
    }

    private static NodeType ReadNodeType(string label, YamlMapping body)
    {
        body.Allow("about", "labels", "owned", "shared", "properties");
        var owned = body.Find("owned")?.AsBoolean() ?? false;
        var open = body.Find("properties") is YamlText { Value: "*" };
        var properties = open ? new Dictionary<string, PropertyType>(StringComparer.Ordinal) : ReadProperties(body.Find("properties")?.AsMapping());
        properties["ontology"] = new PropertyType("ontology", PropertyKind.Text, false);
        if (owned)
        {
            properties["documentId"] = new PropertyType("documentId", PropertyKind.Text, true);
        }

        return new NodeType(label, body.Texts("labels"), properties, owned, body.Find("shared")?.AsBoolean() ?? false, open);
    }

    private static RelationshipType ReadRelationshipType(string name, YamlMapping body, Dictionary<string, NodeType> nodes)
    {
        body.Allow("from", "to", "text", "properties");
        foreach (var end in (string[])["from", "to"])
        {
            foreach (var label in body.Texts(end))
            {
                if (!nodes.ContainsKey(label))
                {
                    throw body.FaultAt(end, $"关系 {name} 的 {end} 里没有节点类型“{label}”");
                }
            }
        }

        var properties = ReadProperties(body.Find("properties")?.AsMapping());
        properties["ontology"] = new PropertyType("ontology", PropertyKind.Text, false);
        if (body.Find("text")?.AsBoolean() ?? false)
        {
            foreach (var (key, type) in TextProperties)
            {
                properties[key] = type;
            }
        }

        return new RelationshipType(name, body.Texts("from"), body.Texts("to"), properties);
    }

    private static Dictionary<string, PropertyType> ReadProperties(YamlMapping? body)
    {
        var properties = new Dictionary<string, PropertyType>(StringComparer.Ordinal);
        foreach (var (key, node) in body?.Entries ?? new Dictionary<string, YamlNode>())
        {
            var name = key.TrimEnd('!');
            var kind = node.AsText() switch
            {
                "string" => PropertyKind.Text,
                "integer" => PropertyKind.Whole,
                "float" => PropertyKind.Number,
                "boolean" => PropertyKind.Truth,
                "date" => PropertyKind.Date,
                "strings" => PropertyKind.Texts,
                var other => throw node.Fault($"未知的属性类型“{other}”；可用：string、integer、float、boolean、date、strings"),
            };
            properties.Add(name, new PropertyType(name, kind, key.EndsWith('!')));
        }

        return properties;
    }
}
