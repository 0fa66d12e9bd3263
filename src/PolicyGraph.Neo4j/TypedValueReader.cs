using System.Globalization;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Values from the typed JSON of the Query API.</summary>
/// <remarks>
/// The label that marks the product's nodes on a server, and the name under which the journal knows what people wrote, are left out of nodes and relationships: they say how these are kept, not
/// what they are, and rows must be those of the embedded graph.
/// </remarks>
internal static class TypedValueReader
{
    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is of a type that this version does not know.</exception>
    public static GraphValue Read(JsonElement element)
    {
        var value = element.GetProperty("_value");
        return element.GetProperty("$type").GetString() switch
        {
            "Null" => GraphValue.Null,
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(Text(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Float" => Float(Text(value)),
            "String" => Text(value),
            "List" => GraphValue.ListOf(value.EnumerateArray().Select(Read)),
            "Map" => new MapValue(Properties(value)),
            "Node" => ReadNode(value),
            "Relationship" => ReadRelationship(value),
            "Path" => ReadPath(value),
            "Date" => TemporalReader.Date(Text(value)),
            "Time" => TemporalReader.Time(Text(value)),
            "LocalTime" => TemporalReader.LocalTime(Text(value)),
            "LocalDateTime" => TemporalReader.LocalDateTime(Text(value)),
            "OffsetDateTime" or "ZonedDateTime" => TemporalReader.DateTime(Text(value)),
            "Duration" => TemporalReader.Duration(Text(value)),
            "Point" => ReadPoint(Text(value)),
            var other => throw new FormatException($"a value of type {other}"),
        };
    }

    private static string Text(JsonElement value) => value.GetString() ?? string.Empty;

    private static double Float(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static Node ReadNode(JsonElement value)
    {
        var labels = value.GetProperty("_labels").EnumerateArray().Select(Text).Where(l => l != Neo4jGraphDatabase.Mark).Order(StringComparer.Ordinal);
        return new Node(Id(value, "_element_id"), [.. labels], Kept(value));
    }

    private static Relationship ReadRelationship(JsonElement value) => new(
        Id(value, "_element_id"), Text(value.GetProperty("_type")), Id(value, "_start_node_element_id"), Id(value, "_end_node_element_id"), Kept(value));

    private static PolicyGraph.Graph.Path ReadPath(JsonElement value)
    {
        var steps = value.EnumerateArray().Select(Read).ToList();
        return new PolicyGraph.Graph.Path([.. steps.OfType<Node>()], [.. steps.OfType<Relationship>()]);
    }

    /// <summary><c>SRID=4326;POINT (112.94 28.23)</c>, with <c>POINT Z</c> in three dimensions.</summary>
    private static PointValue ReadPoint(string text)
    {
        var srid = int.Parse(text.AsSpan(5, text.IndexOf(';', StringComparison.Ordinal) - 5), NumberStyles.None, CultureInfo.InvariantCulture);
        var coordinates = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(' ');
        return new PointValue(srid, Float(coordinates[0]), Float(coordinates[1]), coordinates.Length > 2 ? Float(coordinates[2]) : null);
    }

    private static Dictionary<string, GraphValue> Kept(JsonElement element)
    {
        var properties = Properties(element.GetProperty("_properties"));
        properties.Remove(Neo4jGraphDatabase.JournalName);
        return properties;
    }

    private static Dictionary<string, GraphValue> Properties(JsonElement element) => element.EnumerateObject().ToDictionary(p => p.Name, p => Read(p.Value), StringComparer.Ordinal);

    /// <summary>The number at the end of <c>4:8648f7fe-…:17</c>: nodes and relationships are told apart by their kind. A deleted relationship names no ends, so -1 stands for a missing one.</summary>
    private static long Id(JsonElement element, string key) =>
        element.TryGetProperty(key, out var id) && id.GetString() is { } text
        && long.TryParse(text.AsSpan(text.LastIndexOf(':') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
