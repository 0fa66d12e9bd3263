using System.Text;
using System.Text.Json;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary>Results and errors of queries in the four formats.</summary>
public static class CypherOutput
{
    /// <summary>One result.</summary>
    public static string Result(GraphResult result, string format, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(result);
        return format switch
        {
            "json" or "jsonl" => JsonOutput.ToText(json => WriteResult(json, result, elapsed)),
            "csv" => Csv(result),
            _ => TextTable.Render(result.Columns, result.Rows.Select(r => r.Select(GraphValueJson.ToCell).ToList()).ToList()) + Summary(result, elapsed),
        };
    }

    /// <summary>One error as JSON.</summary>
    public static string Error(GraphException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return JsonOutput.ToText(json =>
        {
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
        });
    }

    /// <summary>One error as a line.</summary>
    public static string Line(GraphException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var place = error.Line is null ? string.Empty : $" (line {error.Line}, column {error.Column})";
        var hint = error.Hint is null ? string.Empty : $" — {error.Hint}";
        return $"{error.Code}: {error.Message}{place}{hint}";
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

    private static void WriteResult(Utf8JsonWriter json, GraphResult result, TimeSpan elapsed)
    {
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

    private static IEnumerable<(string Name, long Count)> Counters(GraphStatistics statistics) =>
        ((string Name, long Count)[])
        [
            ("nodesCreated", statistics.NodesCreated), ("nodesDeleted", statistics.NodesDeleted),
            ("relationshipsCreated", statistics.RelationshipsCreated), ("relationshipsDeleted", statistics.RelationshipsDeleted),
            ("propertiesSet", statistics.PropertiesSet), ("labelsAdded", statistics.LabelsAdded), ("labelsRemoved", statistics.LabelsRemoved),
            ("indexesAdded", statistics.IndexesAdded), ("indexesRemoved", statistics.IndexesRemoved),
            ("constraintsAdded", statistics.ConstraintsAdded), ("constraintsRemoved", statistics.ConstraintsRemoved),
        ];

    private static string Csv(GraphResult result)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', result.Columns.Select(Field));
        foreach (var row in result.Rows)
        {
            csv.Append('\n').AppendJoin(',', row.Select(v => Field(GraphValueJson.ToCell(v))));
        }

        return csv.ToString();
    }

    private static string Field(string text) =>
        text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;

    private static string Summary(GraphResult result, TimeSpan elapsed)
    {
        var changes = string.Join("，", Counters(result.Statistics).Where(c => c.Count > 0).Select(c => $"{c.Name} {c.Count}"));
        return $"\n{result.Rows.Count} 行，{elapsed.TotalMilliseconds:0.#} 毫秒{(changes.Length > 0 ? $"；{changes}" : string.Empty)}";
    }
}
