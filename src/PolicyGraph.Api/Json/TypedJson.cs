using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyGraph.Cypher;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Values in the typed JSON of Neo4j's Query API: <c>{"$type":"Date","_value":"2024-02-29"}</c>.</summary>
/// <remarks>Temporal texts are read by the query language's own functions, so that a parameter means what the same text means in a query.</remarks>
public static partial class TypedJson
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["Date"] = "date",
        ["Time"] = "time",
        ["LocalTime"] = "localtime",
        ["LocalDateTime"] = "localdatetime",
        ["OffsetDateTime"] = "datetime",
        ["ZonedDateTime"] = "datetime",
        ["Duration"] = "duration",
    };

    /// <summary>Reads a typed value.</summary>
    /// <param name="element">Any JSON value.</param>
    /// <param name="value">The value; null when the method returns false.</param>
    /// <returns>False for a value without <c>$type</c>.</returns>
    /// <exception cref="JsonException">The type is not known, or the value is not of it.</exception>
    /// <exception cref="GraphException">A temporal text cannot be read.</exception>
    public static bool TryRead(JsonElement element, out GraphValue value)
    {
        value = GraphValue.Null;
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("$type", out var type) || !element.TryGetProperty("_value", out var content))
        {
            return false;
        }

        var name = type.GetString() ?? string.Empty;
        value = name switch
        {
            "Null" => GraphValue.Null,
            "Boolean" => content.GetBoolean(),
            "String" => content.GetString(),
            "Integer" => long.Parse(content.GetString() ?? string.Empty, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            "Float" => ReadFloat(content.GetString()),
            "List" => GraphValue.ListOf(content.EnumerateArray().Select(GraphValueReader.Read)),
            "Map" => new MapValue(content.EnumerateObject().ToDictionary(p => p.Name, p => GraphValueReader.Read(p.Value), StringComparer.Ordinal)),
            "Point" => ReadPoint(content.GetString() ?? string.Empty),
            _ when Functions.TryGetValue(name, out var function) => Evaluate($"RETURN {function}($text) AS value", content.GetString()),
            _ => throw new JsonException($"不认识的 $type“{name}”"),
        };
        return true;
    }

    private static double ReadFloat(string? text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text ?? string.Empty, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static PointValue ReadPoint(string text)
    {
        var match = PointForm().Match(text);
        if (!match.Success)
        {
            throw new JsonException($"“{text}”不是点，应写作 SRID=4326;POINT (112.94 28.23)");
        }

        double Number(string group) => double.Parse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        return new PointValue(int.Parse(match.Groups["srid"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), Number("x"), Number("y"), match.Groups["z"].Success ? Number("z") : null);
    }

    private static GraphValue Evaluate(string query, string? text)
    {
        using var store = GraphStore.InMemory();
        return new EmbeddedGraphDatabase(store).ExecuteAsync(new GraphQuery(query, new Dictionary<string, GraphValue> { ["text"] = text })).GetAwaiter().GetResult().Rows[0][0];
    }

    [GeneratedRegex(@"^SRID=(?<srid>\d{1,6});POINT(?: Z)? ?\((?<x>[-+.\deE]{1,30}) (?<y>[-+.\deE]{1,30})(?: (?<z>[-+.\deE]{1,30}))?\)$")]
    private static partial Regex PointForm();
}
