using System.Globalization;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Cypher values as the contract prints them in JSON.</summary>
public static class GraphValueJson
{
    /// <summary>Writes one value.</summary>
    public static void Write(Utf8JsonWriter json, GraphValue value)
    {
        ArgumentNullException.ThrowIfNull(json);
        switch (value)
        {
            case NullValue:
                json.WriteNullValue();
                break;
            case BooleanValue truth:
                json.WriteBooleanValue(truth.Value);
                break;
            case IntegerValue integer:
                json.WriteNumberValue(integer.Value);
                break;
            case FloatValue number:
                WriteFloat(json, number.Value);
                break;
            case StringValue text:
                json.WriteStringValue(text.Value);
                break;
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Values)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case MapValue map:
                WriteMap(json, map.Entries);
                break;
            case Node node:
                WriteNode(json, node);
                break;
            case Relationship relationship:
                WriteRelationship(json, relationship, null);
                break;
            case PolicyGraph.Graph.Path path:
                WritePath(json, path);
                break;
            case PointValue point:
                json.WriteStartObject();
                json.WriteNumber("srid", point.Srid);
                WritePart(json, "x", point.X);
                WritePart(json, "y", point.Y);
                if (point.Z is { } z)
                {
                    WritePart(json, "z", z);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(value?.ToString());
                break;
        }
    }

    /// <summary>One value in a table or CSV cell: a text bare, everything else as in JSON.</summary>
    public static string ToCell(GraphValue value) => value switch
    {
        NullValue => string.Empty,
        StringValue text => text.Value,
        _ => JsonText.ToText(json => Write(json, value)),
    };

    private static void WritePart(Utf8JsonWriter json, string key, double value)
    {
        json.WritePropertyName(key);
        WriteFloat(json, value);
    }

    private static void WriteFloat(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            var text = value.ToString("R", CultureInfo.InvariantCulture);
            json.WriteRawValue(text.AsSpan().ContainsAny('.', 'E', 'e') ? text : text + ".0");
        }
        else
        {
            json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> entries)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>In ordinal order: a property has no place of its own, and each store would give another.</summary>
    private static void WriteProperties(Utf8JsonWriter json, IReadOnlyDictionary<string, GraphValue> properties)
    {
        json.WriteStartObject();
        foreach (var (key, value) in properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(key);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, Node node)
    {
        json.WriteStartObject();
        json.Texts("labels", node.Labels);
        json.WritePropertyName("properties");
        WriteProperties(json, node.Properties);
        json.WriteEndObject();
    }

    private static void WriteRelationship(Utf8JsonWriter json, Relationship relationship, string? direction)
    {
        json.WriteStartObject();
        json.WriteString("type", relationship.Type);
        json.WritePropertyName("properties");
        WriteProperties(json, relationship.Properties);
        if (direction is not null)
        {
            json.WriteString("direction", direction);
        }

        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, PolicyGraph.Graph.Path path)
    {
        json.WriteStartArray();
        for (var i = 0; i < path.Nodes.Count; i++)
        {
            WriteNode(json, path.Nodes[i]);
            if (i < path.Relationships.Count)
            {
                WriteRelationship(json, path.Relationships[i], path.Relationships[i].StartId == path.Nodes[i].Id ? "out" : "in");
            }
        }

        json.WriteEndArray();
    }
}
