using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Parameters in the typed JSON of the Query API: every value is <c>{"$type","_value"}</c>.</summary>
internal static class TypedValueWriter
{
    /// <summary>Writes a value.</summary>
    /// <exception cref="GraphException">A node, relationship or path cannot be a parameter (class parameter).</exception>
    public static void Write(Utf8JsonWriter json, GraphValue value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case NullValue:
                json.WriteString("$type", "Null");
                json.WriteNull("_value");
                break;
            case BooleanValue b:
                json.WriteString("$type", "Boolean");
                json.WriteBoolean("_value", b.Value);
                break;
            case ListValue list:
                json.WriteString("$type", "List");
                json.WriteStartArray("_value");
                foreach (var item in list.Values)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case MapValue map:
                json.WriteString("$type", "Map");
                json.WriteStartObject("_value");
                foreach (var (key, item) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            default:
                var (type, text) = Text(value);
                json.WriteString("$type", type);
                json.WriteString("_value", text);
                break;
        }

        json.WriteEndObject();
    }

    private static (string Type, string Text) Text(GraphValue value) => value switch
    {
        IntegerValue i => ("Integer", i.Value.ToString(CultureInfo.InvariantCulture)),
        FloatValue f => ("Float", Float(f.Value)),
        StringValue s => ("String", s.Value),
        DateValue => ("Date", value.ToString()!), // These print themselves.
        TimeValue => ("Time", value.ToString()!),
        LocalTimeValue => ("LocalTime", value.ToString()!),
        LocalDateTimeValue => ("LocalDateTime", value.ToString()!),
        DateTimeValue { Zone: null } => ("OffsetDateTime", value.ToString()!),
        DateTimeValue => ("ZonedDateTime", value.ToString()!),
        DurationValue => ("Duration", value.ToString()!),
        PointValue p => ("Point", $"SRID={p.Srid.ToString(CultureInfo.InvariantCulture)};POINT{(p.Z is null ? string.Empty : " Z")} ({Float(p.X)} {Float(p.Y)}{(p.Z is { } z ? " " + Float(z) : string.Empty)})"),
        Node or Relationship or PolicyGraph.Graph.Path => throw new GraphException(GraphErrorClass.Parameter, "Neo.ClientError.Statement.TypeError", "节点、关系和路径不能作参数；请改用它们的 id"),
        _ => throw new UnreachableException(value.GetType().Name),
    };

    private static string Float(double value) =>
        double.IsPositiveInfinity(value) ? "Infinity" : double.IsNegativeInfinity(value) ? "-Infinity" : value.ToString("R", CultureInfo.InvariantCulture);
}
