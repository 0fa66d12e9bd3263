using System.Globalization;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Answers of Neo4j's Query API: values plain (<c>application/json</c>) or typed (<c>application/vnd.neo4j.query</c>, every value <c>{"$type","_value"}</c>).</summary>
public static class QueryApiJson
{
    /// <summary>The media type of typed values.</summary>
    public const string TypedMedia = "application/vnd.neo4j.query";

    /// <summary>Writes the members <c>data</c>, <c>counters</c> (where asked for) and <c>bookmarks</c>.</summary>
    public static void WriteResult(Utf8JsonWriter json, GraphResult result, bool isTyped, bool withCounters)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject("data");
        json.Texts("fields", result.Columns);
        json.WriteStartArray("values");
        foreach (var row in result.Rows)
        {
            WriteList(json, row, isTyped);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        if (withCounters)
        {
            json.WriteStartObject("counters");
            json.WriteBoolean("containsUpdates", result.Statistics.ContainsUpdates);
            foreach (var (name, count) in QueryJson.Counters(result.Statistics))
            {
                json.WriteNumber(name, count);
            }

            json.WriteBoolean("containsSystemUpdates", false);
            json.WriteNumber("systemUpdates", 0);
            json.WriteEndObject();
        }
    }

    /// <summary>Writes <c>{"errors":[{"code","message"}]}</c>.</summary>
    public static void WriteError(Utf8JsonWriter json, string code, string message)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.Objects("errors", [(code, message)], (w, e) =>
        {
            w.WriteString("code", e.code);
            w.WriteString("message", e.message);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, GraphValue value, bool isTyped)
    {
        if (isTyped)
        {
            json.WriteStartObject();
            json.WriteString("$type", TypeOf(value));
            json.WritePropertyName("_value");
        }

        WriteBare(json, value, isTyped);
        if (isTyped)
        {
            json.WriteEndObject();
        }
    }

    private static void WriteBare(Utf8JsonWriter json, GraphValue value, bool isTyped)
    {
        switch (value)
        {
            case IntegerValue integer when isTyped:
                json.WriteStringValue(integer.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number when isTyped:
                json.WriteStringValue(Float(number.Value));
                break;
            case ListValue list:
                WriteList(json, list.Values, isTyped);
                break;
            case MapValue map:
                WriteMap(json, map.Entries, isTyped);
                break;
            case Node node:
                WriteNode(json, node, isTyped);
                break;
            case Relationship relationship:
                WriteRelationship(json, relationship, isTyped);
                break;
            case PolicyGraph.Graph.Path path:
                WriteList(json, Walk(path), isTyped);
                break;
            case PointValue point:
                json.WriteStringValue(Point(point));
                break;
            default:
                GraphValueJson.Write(json, value);
                break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<GraphValue> values, bool isTyped)
    {
        json.WriteStartArray();
        foreach (var value in values)
        {
            Write(json, value, isTyped);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> entries, bool isTyped)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            Write(json, value, isTyped);
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, Node node, bool isTyped)
    {
        json.WriteStartObject();
        json.WriteString(isTyped ? "_element_id" : "elementId", NodeId(node.Id));
        json.Texts(isTyped ? "_labels" : "labels", node.Labels);
        json.WritePropertyName(isTyped ? "_properties" : "properties");
        WriteMap(json, node.Properties, isTyped);
        json.WriteEndObject();
    }

    private static void WriteRelationship(Utf8JsonWriter json, Relationship relationship, bool isTyped)
    {
        json.WriteStartObject();
        json.WriteString(isTyped ? "_element_id" : "elementId", string.Create(CultureInfo.InvariantCulture, $"r:{relationship.Id}"));
        json.WriteString(isTyped ? "_start_node_element_id" : "startNodeElementId", NodeId(relationship.StartId));
        json.WriteString(isTyped ? "_end_node_element_id" : "endNodeElementId", NodeId(relationship.EndId));
        json.WriteString(isTyped ? "_type" : "type", relationship.Type);
        json.WritePropertyName(isTyped ? "_properties" : "properties");
        WriteMap(json, relationship.Properties, isTyped);
        json.WriteEndObject();
    }

    private static IEnumerable<GraphValue> Walk(PolicyGraph.Graph.Path path)
    {
        for (var i = 0; i < path.Nodes.Count; i++)
        {
            yield return path.Nodes[i];
            if (i < path.Relationships.Count)
            {
                yield return path.Relationships[i];
            }
        }
    }

    private static string TypeOf(GraphValue value) => value switch
    {
        NullValue => "Null",
        BooleanValue => "Boolean",
        IntegerValue => "Integer",
        FloatValue => "Float",
        StringValue => "String",
        ListValue => "List",
        MapValue => "Map",
        Node => "Node",
        Relationship => "Relationship",
        PolicyGraph.Graph.Path => "Path",
        PointValue => "Point",
        DateValue => "Date",
        TimeValue => "Time",
        LocalTimeValue => "LocalTime",
        LocalDateTimeValue => "LocalDateTime",
        DateTimeValue { Zone: not null } => "ZonedDateTime",
        DateTimeValue => "OffsetDateTime",
        DurationValue => "Duration",
        _ => throw new System.Diagnostics.UnreachableException($"a value of type {value.GetType().Name}"),
    };

    /// <summary>As the function <c>elementId</c> gives it.</summary>
    private static string NodeId(long id) => string.Create(CultureInfo.InvariantCulture, $"n:{id}");

    private static string Float(double value)
    {
        var text = double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && !text.AsSpan().ContainsAny('.', 'E') ? text + ".0" : text;
    }

    private static string Point(PointValue point) => point.Z is { } z
        ? $"SRID={point.Srid.ToString(CultureInfo.InvariantCulture)};POINT Z ({Float(point.X)} {Float(point.Y)} {Float(z)})"
        : $"SRID={point.Srid.ToString(CultureInfo.InvariantCulture)};POINT ({Float(point.X)} {Float(point.Y)})";
}
