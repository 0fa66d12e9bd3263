using System.Text.Json;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Json;

/// <summary>Results and errors of queries as the contract's <c>cypher</c> prints them.</summary>
public static class QueryJson
{
    /// <summary>One result with its statistics and the time it took.</summary>
    public static void WriteResult(Utf8JsonWriter json, GraphResult result, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(result);
        json.WriteStartObject();
        json.Texts("columns", result.Columns);
        json.WriteStartArray("rows");
        foreach (var row in result.Rows)
        {
            json.WriteStartArray();
            foreach (var value in row)
            {
                GraphValueJson.Write(json, value);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartObject("statistics");
        foreach (var (name, count) in Counters(result.Statistics))
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.WriteNumber("milliseconds", Math.Round(elapsed.TotalMilliseconds, 3));
        json.WriteEndObject();
    }

    /// <summary>One error as JSON.</summary>
    public static void WriteError(Utf8JsonWriter json, GraphException error)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(error);
        json.WriteStartObject();
        json.WriteStartObject("error");
        json.WriteString("class", ClassOf(error));
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.Whole("line", error.Line);
        json.Whole("column", error.Column);
        json.WriteString("hint", error.Hint);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Neo4j's counters, in its order.</summary>
    public static IEnumerable<(string Name, long Count)> Counters(GraphStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(statistics);
        return
        ((string Name, long Count)[])
        [
            ("nodesCreated", statistics.NodesCreated), ("nodesDeleted", statistics.NodesDeleted),
            ("relationshipsCreated", statistics.RelationshipsCreated), ("relationshipsDeleted", statistics.RelationshipsDeleted),
            ("propertiesSet", statistics.PropertiesSet), ("labelsAdded", statistics.LabelsAdded), ("labelsRemoved", statistics.LabelsRemoved),
            ("indexesAdded", statistics.IndexesAdded), ("indexesRemoved", statistics.IndexesRemoved),
            ("constraintsAdded", statistics.ConstraintsAdded), ("constraintsRemoved", statistics.ConstraintsRemoved),
        ];
    }

    private static string ClassOf(GraphException error) => error.Class switch
    {
        GraphErrorClass.Syntax => "syntax",
        GraphErrorClass.Semantic => "semantic",
        GraphErrorClass.Type => "type",
        GraphErrorClass.Runtime => "runtime",
        GraphErrorClass.Constraint => "constraint",
        GraphErrorClass.Arithmetic => "arithmetic",
        GraphErrorClass.Parameter => "parameter",
        GraphErrorClass.Refused => "refused",
        _ => "limit",
    };
}
