using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests;

/// <summary>Values, results and whole graphs as lines of text that are equal where they are: ids within a store are left out, types are not (1 is not 1.0).</summary>
internal static class Written
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Value(GraphValue value) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => f.Value.ToString("R", CultureInfo.InvariantCulture) + "f",
        StringValue s => JsonSerializer.Serialize(s.Value, Readable),
        ListValue l => $"[{string.Join(", ", l.Values.Select(Value))}]",
        MapValue m => Properties(m.Entries),
        Node n => $"(:{string.Join(':', n.Labels)} {Properties(n.Properties)})",
        Relationship r => $"[:{r.Type} {Properties(r.Properties)}]",
        DateValue d => $"date {d}",
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    /// <summary>Columns and rows; sorted where the statement gives them no order.</summary>
    public static string Rows(Recorded statement)
    {
        var rows = statement.Result.Rows.Select(r => string.Join(" | ", r.Select(Value)));
        return string.Join('\n', [string.Join(" | ", statement.Result.Columns), .. statement.Text.Contains("ORDER BY", StringComparison.Ordinal) ? rows : rows.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Every node and every relationship with its ends, sorted.</summary>
    public static async Task<IReadOnlyList<string>> GraphAsync(IGraphDatabase graph)
    {
        var nodes = await graph.ExecuteAsync(new GraphQuery("MATCH (n) RETURN n") { Limits = GraphLimits.None });
        var relationships = await graph.ExecuteAsync(new GraphQuery("MATCH (a)-[r]->(b) RETURN a.id AS from, r AS r, b.id AS to") { Limits = GraphLimits.None });
        return
        [
            .. nodes.Rows.Select(r => Value(r[0])).Order(StringComparer.Ordinal),
            .. relationships.Rows.Select(r => $"{Value(r[0])} -{Value(r[1])}-> {Value(r[2])}").Order(StringComparer.Ordinal),
        ];
    }

    private static string Properties(IReadOnlyDictionary<string, GraphValue> properties) =>
        $"{{{string.Join(", ", properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}: {Value(p.Value)}"))}}}";
}
