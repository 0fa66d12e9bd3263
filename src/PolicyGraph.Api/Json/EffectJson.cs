using System.Globalization;
using System.Text.Json;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>The effect of a write as the journal keeps it. Values of which plain JSON loses the type are written as Neo4j's Query API types them.</summary>
public static class EffectJson
{
    /// <summary>The effect on one line.</summary>
    public static string ToText(GraphEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return JsonText.ToText(json =>
        {
            json.WriteStartObject();
            json.Objects("nodes", effect.Nodes, WriteNode);
            json.Objects("relationships", effect.Relationships, WriteRelationship);
            json.Objects("schema", effect.Schema, WriteSchema);
            json.WriteEndObject();
        });
    }

    /// <summary>Reads what <see cref="ToText"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static GraphEffect Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return new GraphEffect(
                [.. root.GetProperty("nodes").EnumerateArray().Select(ReadNode)],
                [.. root.GetProperty("relationships").EnumerateArray().Select(ReadRelationship)],
                [.. root.GetProperty("schema").EnumerateArray().Select(ReadSchema)]);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException(e.Message, e);
        }
    }

    private static void WriteNode(Utf8JsonWriter json, NodeEffect effect)
    {
        json.WritePropertyName("node");
        WriteReference(json, effect.Node);
        json.WriteString("kind", Word(effect.Kind));
        if (effect.Kind != EffectKind.Deleted)
        {
            json.Texts("labels", effect.LabelsAdded);
            json.Texts("labelsRemoved", effect.LabelsRemoved);
            WriteProperties(json, "set", effect.Set);
            json.Texts("unset", effect.Unset);
        }
    }

    private static NodeEffect ReadNode(JsonElement json) =>
        new(ReadReference(json.GetProperty("node")), Kind(json), Texts(json, "labels"), Texts(json, "labelsRemoved"), Properties(json, "set"), Texts(json, "unset"));

    private static void WriteRelationship(Utf8JsonWriter json, RelationshipEffect effect)
    {
        json.WriteString("name", effect.Relationship.Name);
        json.WriteString("type", effect.Relationship.Type);
        json.WritePropertyName("from");
        WriteReference(json, effect.Relationship.From);
        json.WritePropertyName("to");
        WriteReference(json, effect.Relationship.To);
        json.WriteString("kind", Word(effect.Kind));
        if (effect.Kind != EffectKind.Created)
        {
            WriteProperties(json, "before", effect.Relationship.Before);
        }

        if (effect.Kind != EffectKind.Deleted)
        {
            WriteProperties(json, "set", effect.Set);
            json.Texts("unset", effect.Unset);
        }
    }

    private static RelationshipEffect ReadRelationship(JsonElement json)
    {
        var (kind, set) = (Kind(json), Properties(json, "set"));
        var said = new RelationshipReference(
            Text(json, "name"), Text(json, "type"), ReadReference(json.GetProperty("from")), ReadReference(json.GetProperty("to")), kind == EffectKind.Created ? set : Properties(json, "before"));
        return new(said, kind, set, Texts(json, "unset"));
    }

    private static void WriteSchema(Utf8JsonWriter json, SchemaEffect effect)
    {
        json.WriteString("name", effect.Name);
        json.WriteString("kind", Word(effect.Definition is null ? EffectKind.Deleted : EffectKind.Created));
        if (effect.Definition is { } index)
        {
            json.WriteString("label", index.Label);
            json.Texts("properties", index.Properties);
            json.WriteBoolean("unique", index.IsUnique);
            if (index.OfRelationships)
            {
                json.WriteBoolean("ofRelationships", true);
            }

            if (index.IsRequired)
            {
                json.WriteBoolean("required", true);
            }
        }
    }

    private static SchemaEffect ReadSchema(JsonElement json) => new(
        Text(json, "name"),
        Kind(json) == EffectKind.Deleted ? null : new GraphIndex(Text(json, "name"), Text(json, "label"), Texts(json, "properties"), json.GetProperty("unique").GetBoolean())
        {
            OfRelationships = json.TryGetProperty("ofRelationships", out var ofRelationships) && ofRelationships.GetBoolean(),
            IsRequired = json.TryGetProperty("required", out var required) && required.GetBoolean(),
        });

    private static void WriteReference(Utf8JsonWriter json, NodeReference reference)
    {
        json.WriteStartObject();
        switch (reference)
        {
            case KeyedNode keyed:
                json.WriteString("label", keyed.Label);
                json.WriteString("id", keyed.Id);
                break;
            case NamedNode named:
                json.WriteString("name", named.Name);
                break;
        }

        json.WriteEndObject();
    }

    private static NodeReference ReadReference(JsonElement json) =>
        json.TryGetProperty("name", out var name) ? new NamedNode(name.GetString() ?? string.Empty) : new KeyedNode(Text(json, "label"), Text(json, "id"));

    private static void WriteProperties(Utf8JsonWriter json, string key, IReadOnlyDictionary<string, GraphValue> properties)
    {
        json.WriteStartObject(key);
        foreach (var (name, value) in properties)
        {
            json.WritePropertyName(name);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, GraphValue value)
    {
        switch (value)
        {
            case ListValue list:
                json.WriteStartArray();
                foreach (var item in list.Values)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            case FloatValue { Value: var number } when !double.IsFinite(number):
                WriteTyped(json, "Float", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case NullValue or BooleanValue or IntegerValue or FloatValue or StringValue:
                GraphValueJson.Write(json, value);
                break;
            default:
                WriteTyped(json, TypeOf(value), value is PointValue point ? Point(point) : value.ToString() ?? string.Empty);
                break;
        }
    }

    private static string TypeOf(GraphValue value) => value switch
    {
        DateValue => "Date",
        TimeValue => "Time",
        LocalTimeValue => "LocalTime",
        LocalDateTimeValue => "LocalDateTime",
        DateTimeValue => "ZonedDateTime",
        DurationValue => "Duration",
        PointValue => "Point",
        _ => throw new System.Diagnostics.UnreachableException($"{value.GetType().Name} is no property"),
    };

    private static string Point(PointValue point)
    {
        static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        var z = point.Z is { } height ? " " + Number(height) : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"SRID={point.Srid};POINT{(point.Z is null ? string.Empty : " Z")} ({Number(point.X)} {Number(point.Y)}{z})");
    }

    private static void WriteTyped(Utf8JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        json.WriteString("$type", type);
        json.WriteString("_value", value);
        json.WriteEndObject();
    }

    private static string Word(EffectKind kind) => kind switch
    {
        EffectKind.Created => "created",
        EffectKind.Changed => "changed",
        _ => "deleted",
    };

    private static EffectKind Kind(JsonElement json) => Text(json, "kind") switch
    {
        "created" => EffectKind.Created,
        "changed" => EffectKind.Changed,
        "deleted" => EffectKind.Deleted,
        var other => throw new JsonException($"kind {other}"),
    };

    private static string Text(JsonElement json, string key) => json.GetProperty(key).GetString() ?? throw new JsonException(key);

    private static IReadOnlyList<string> Texts(JsonElement json, string key) =>
        json.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(t => t.GetString() ?? string.Empty)] : [];

    private static Dictionary<string, GraphValue> Properties(JsonElement json, string key) =>
        json.TryGetProperty(key, out var map) ? map.EnumerateObject().ToDictionary(p => p.Name, p => GraphValueReader.Read(p.Value), StringComparer.Ordinal) : new(StringComparer.Ordinal);
}
