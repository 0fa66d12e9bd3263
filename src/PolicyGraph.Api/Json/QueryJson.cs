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
        if (result.Plan is { } plan)
        {
            WritePlan(json, plan);
        }

        if (result.Notices.Count > 0)
        {
            WriteNotices(json, result.Notices);
        }

        json.WriteEndObject();
    }

    // As a list with depths: a plan is as long as its statement, and JSON may not be nested as deep.
    private static void WritePlan(Utf8JsonWriter json, GraphPlan plan)
    {
        json.WriteStartArray("plan");
        foreach (var (step, depth) in plan.Steps())
        {
            json.WriteStartObject();
            json.WriteNumber("depth", depth);
            json.WriteString("operator", step.Operator);
            json.WriteString("details", step.Details);
            json.Whole("rows", step.Rows);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNotices(Utf8JsonWriter json, IReadOnlyList<GraphNotice> notices)
    {
        json.WriteStartArray("notices");
        foreach (var notice in notices)
        {
            json.WriteStartObject();
            json.WriteString("code", notice.Code);
            json.WriteString("message", notice.Message);
            json.WriteNumber("line", notice.Line);
            json.WriteNumber("column", notice.Column);
            json.WriteString("hint", notice.Hint);
            json.WriteEndObject();
        }

        json.WriteEndArray();
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
