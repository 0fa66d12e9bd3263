using System.Globalization;
using System.Text;
using PolicyGraph.Api.Json;
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
            "json" or "jsonl" => JsonText.ToText(json => QueryJson.WriteResult(json, result, elapsed)),
            "csv" => Csv(result),
            _ => Table(result, elapsed),
        };
    }

    /// <summary>One notice as a line.</summary>
    public static string Line(GraphNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return $"提示：{notice.Message}（第 {notice.Line} 行第 {notice.Column} 列）";
    }

    /// <summary>One error as a line.</summary>
    public static string Line(GraphException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var place = error.Line is null ? string.Empty : $" (line {error.Line}, column {error.Column})";
        var hint = error.Hint is null ? string.Empty : $" — {error.Hint}";
        return $"{error.Code}: {error.Message}{place}{hint}";
    }

    private static string Table(GraphResult result, TimeSpan elapsed)
    {
        var rows = TextTable.Render(result.Columns, result.Rows.Select(r => r.Select(GraphValueJson.ToCell).ToList()).ToList());
        var plan = result.Plan is { } root ? PlanTable(root) + "\n\n" : string.Empty;
        return plan + rows + Summary(result, elapsed) + string.Concat(result.Notices.Select(n => "\n" + Line(n)));
    }

    private static string PlanTable(GraphPlan root) => TextTable.Render(
        ["算子", "行数", "内容"],
        [.. root.Steps().Select(s => (IReadOnlyList<string>)[string.Concat(Enumerable.Repeat("· ", s.Depth)) + s.Step.Operator, s.Step.Rows?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, s.Step.Details])]);

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
        var changes = string.Join("，", QueryJson.Counters(result.Statistics).Where(c => c.Count > 0).Select(c => $"{c.Name} {c.Count}"));
        return $"\n{result.Rows.Count} 行，{elapsed.TotalMilliseconds:0.#} 毫秒{(changes.Length > 0 ? $"；{changes}" : string.Empty)}";
    }
}
