using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>A graph as a Cypher script that makes it again in an empty graph of either store: <c>cypher --write --file SCRIPT</c>.</summary>
/// <remarks>Nodes carry a number under a label of their own while the script runs, so that nodes without a key are found too; its last statements take both away. Statements are batches, each small enough for the limits on a statement.</remarks>
public static class CypherExport
{
    private const int LongestStatement = 16_000; // A server plans a long list of literals slowly.

    private const string Rows = "[…]";

    /// <summary>Writes the script.</summary>
    /// <param name="graph">What is written.</param>
    /// <param name="schema">Constraints and indexes of the new graph.</param>
    /// <param name="output">Where to.</param>
    public static void Write(GraphReading graph, IEnumerable<string> schema, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"// PolicyGraph：{graph.Nodes.Count} 个节点，{graph.Relationships.Count} 条关系；装入空图：policygraph cypher --write --file 本文件\n"));
        foreach (var statement in schema.Append("CREATE CONSTRAINT Exported_id IF NOT EXISTS FOR (n:Exported) REQUIRE n.exportId IS UNIQUE"))
        {
            output.Write($"{statement};\n");
        }

        foreach (var group in graph.Nodes.GroupBy(n => string.Concat(n.Labels.Select(l => ":" + GraphCopy.Quoted(l)))))
        {
            var rows = group.Select(n => string.Create(CultureInfo.InvariantCulture, $"{{id: {graph.Places[n.Id]}, properties: {CypherLiteral.Write(new MapValue(n.Properties))}}}"));
            WriteBatches(output, rows, $"UNWIND {Rows} AS row CREATE (n:Exported{group.Key}) SET n = row.properties SET n.exportId = row.id");
        }

        foreach (var group in graph.Relationships.GroupBy(r => r.Type))
        {
            var rows = group.Select(r => string.Create(CultureInfo.InvariantCulture, $"{{start: {graph.Places[r.StartId]}, end: {graph.Places[r.EndId]}, properties: {CypherLiteral.Write(new MapValue(r.Properties))}}}"));
            WriteBatches(output, rows, $"UNWIND {Rows} AS row MATCH (a:Exported {{exportId: row.start}}) MATCH (b:Exported {{exportId: row.end}}) CREATE (a)-[r:{GraphCopy.Quoted(group.Key)}]->(b) SET r = row.properties");
        }

        foreach (var statement in (string[])["DROP CONSTRAINT Exported_id IF EXISTS", "MATCH (n:Exported) REMOVE n.exportId REMOVE n:Exported"])
        {
            output.Write($"{statement};\n");
        }
    }

    /// <summary>Writes a statement again and again, each time with as many rows as it may hold.</summary>
    private static void WriteBatches(TextWriter output, IEnumerable<string> rows, string statement)
    {
        var (begin, end) = (statement[..(statement.IndexOf(Rows, StringComparison.Ordinal) + 1)], statement[(statement.IndexOf(Rows, StringComparison.Ordinal) + Rows.Length - 1)..]);
        var length = 0;
        foreach (var row in rows)
        {
            if (length > 0 && length + row.Length > LongestStatement)
            {
                output.Write($"{end};\n");
                length = 0;
            }

            output.Write(length == 0 ? begin + "\n  " : ",\n  ");
            output.Write(row);
            length += row.Length;
        }

        if (length > 0)
        {
            output.Write($"{end};\n");
        }
    }
}
