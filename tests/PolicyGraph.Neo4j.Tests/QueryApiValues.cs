using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>The typed JSON of Neo4j's Query API, as far as the product's statements use it: no temporal values, points or paths.</summary>
internal static class QueryApiValues
{
    public static JsonNode Write(GraphValue value) => value switch
    {
        NullValue => Typed("Null", null),
        BooleanValue b => Typed("Boolean", b.Value),
        IntegerValue i => Typed("Integer", i.Value.ToString(CultureInfo.InvariantCulture)),
        FloatValue f => Typed("Float", double.IsFinite(f.Value) ? f.Value.ToString("R", CultureInfo.InvariantCulture) : throw new NotSupportedException("a float that is not finite")),
        StringValue s => Typed("String", s.Value),
        ListValue l => Typed("List", new JsonArray([.. l.Values.Select(Write)])),
        MapValue m => Typed("Map", new JsonObject(m.Entries.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, Write(e.Value))))),
        _ => throw new NotSupportedException($"a parameter of type {value.GetType().Name}"),
    };

    public static GraphValue Read(JsonElement element)
    {
        var value = element.GetProperty("_value");
        return element.GetProperty("$type").GetString() switch
        {
            "Null" => GraphValue.Null,
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(value.GetString() ?? string.Empty, CultureInfo.InvariantCulture),
            "Float" => double.Parse(value.GetString() ?? string.Empty, CultureInfo.InvariantCulture),
            "String" => value.GetString(),
            "List" => GraphValue.ListOf(value.EnumerateArray().Select(Read)),
            "Map" => new MapValue(Properties(value)),
            "Node" => new Node(Id(value, "_element_id"), [.. value.GetProperty("_labels").EnumerateArray().Select(l => l.GetString() ?? string.Empty).Order(StringComparer.Ordinal)], Properties(value.GetProperty("_properties"))),
            "Relationship" => new Relationship(
                Id(value, "_element_id"), value.GetProperty("_type").GetString() ?? string.Empty, Id(value, "_start_node_element_id"), Id(value, "_end_node_element_id"), Properties(value.GetProperty("_properties"))),
            var other => throw new NotSupportedException($"a value of type {other}"),
        };
    }

    private static JsonObject Typed(string type, JsonNode? value) => new() { ["$type"] = type, ["_value"] = value };

    private static Dictionary<string, GraphValue> Properties(JsonElement element) => element.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal);

    /// <summary>The number at the end of <c>4:8648f7fe-…:17</c>.</summary>
    private static long Id(JsonElement element, string key) => long.Parse((element.GetProperty(key).GetString() ?? string.Empty).Split(':')[^1], CultureInfo.InvariantCulture);
}
