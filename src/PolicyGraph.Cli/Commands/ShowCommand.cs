using System.CommandLine;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph show ID</c>: what the graph holds of one document, enterprise or standard.</summary>
public static class ShowCommand
{
    internal const string Find = """
        MATCH (n) WHERE n.id = $id AND (n:Document OR n:Enterprise OR n:Edition)
        RETURN n AS node, coalesce(n.title, n.name) AS title
        """;

    internal static readonly IReadOnlyList<(string Label, string Key, string Heading, string Query)> Parts =
    [
        ("Document", "provisions", "条款", "MATCH (d:Document {id: $id})-[:HAS_PROVISION]->(p:Provision) RETURN p.path AS path, p.number AS number, p.heading AS heading, p.start AS start, p.end AS end ORDER BY p.ordinal"),
        ("Document", "targets", "目标", "MATCH (t:Target {documentId: $id}) RETURN t.indicator AS indicator, t.value AS value, t.valueMax AS valueMax, t.unit AS unit, t.year AS year, t.quote AS quote, t.start AS start, t.end AS end ORDER BY t.start, t.id"),
        ("Document", "cites", "引用", "MATCH (:Document {id: $id})-[r:CITES]->(o:Document) RETURN o.id AS id, o.title AS title, o.documentNumber AS number, o.status AS status ORDER BY id"),
        ("Document", "facts", "所载事实", "MATCH (:Document {id: $id})-[:STATES]->(f:Fact) RETURN f.field AS field, f.qualifier AS qualifier, f.written AS written, f.unit AS unit, f.date AS date, f.statement AS statement, f.quote AS quote, f.start AS start, f.end AS end ORDER BY f.ordinal"),
        ("Enterprise", "papers", "证据文件", "MATCH (:Enterprise {id: $id})-[:PROVIDES]->(d:Document) OPTIONAL MATCH (d)-[:STATES]->(f:Fact) RETURN d.id AS id, d.path AS path, d.type AS type, count(f) AS facts ORDER BY path"),
        ("Edition", "criteria", "准则", "MATCH (:Edition {id: $id})-[:HAS_CRITERION]->(c:Criterion) RETURN c.criterion AS criterion, c.clause AS clause, c.title AS title, c.kind AS kind ORDER BY criterion"),
    ];

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("show", "显示一份文件、一家企业或一个标准");
        var id = new Argument<string>("ID") { Description = "文件 id、统一社会信用代码或标准 id（见 list）" };
        command.Arguments.Add(id);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            await ShowAsync(workspace.Graph, result.GetValue(id) ?? string.Empty, values, cancellationToken);
            return 0;
        });
        return command;
    }

    private static async Task ShowAsync(IGraphDatabase graph, string id, CommonValues values, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue> { ["id"] = id };
        var found = await graph.ExecuteAsync(new GraphQuery(Find, parameters), cancellationToken);
        if (found.Rows.Count == 0)
        {
            throw new RequestException($"图中没有 {id}；用 policygraph list 查看有哪些");
        }

        var node = (Node)found.Rows[0][0];
        var parts = new List<(string Key, string Heading, GraphResult Rows)>();
        foreach (var (label, key, heading, query) in Parts.Where(p => node.Labels.Contains(p.Label)))
        {
            var rows = await graph.ExecuteAsync(new GraphQuery(query, parameters), cancellationToken);
            parts.Add((key, heading, rows));
        }

        if (values.IsJson)
        {
            JsonOutput.Write(json => Write(json, id, found.Rows[0][1], node, parts));
        }
        else
        {
            Print(id, found.Rows[0][1].AsString(), node, parts);
        }
    }

    private static void Write(Utf8JsonWriter json, string id, GraphValue title, Node node, List<(string Key, string Heading, GraphResult Rows)> parts)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", title.AsString());
        json.Texts("labels", node.Labels);
        foreach (var (key, value) in node.Properties.Where(p => p.Key is not ("id" or "title" or "titleKey" or "numberKey")))
        {
            json.WritePropertyName(key is "provisions" or "targets" ? key + "Count" : key);
            GraphValueJson.Write(json, value);
        }

        foreach (var (key, _, rows) in parts)
        {
            json.Objects(key, rows.Rows, (writer, row) =>
            {
                for (var i = 0; i < rows.Columns.Count; i++)
                {
                    writer.WritePropertyName(rows.Columns[i]);
                    GraphValueJson.Write(writer, row[i]);
                }
            });
        }

        json.WriteEndObject();
    }

    private static void Print(string id, string? title, Node node, List<(string Key, string Heading, GraphResult Rows)> parts)
    {
        Terminal.Line($"{title ?? "未知"}（{id}）");
        foreach (var (key, value) in node.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Where(p => p.Key is not ("id" or "title" or "titleKey" or "numberKey" or "processedBy" or "ontology") && p.Value is not ListValue { Values.Count: 0 }))
        {
            Terminal.Line($"  {key}: {Terminal.Quote(GraphValueJson.ToCell(value), 120)}");
        }

        foreach (var (_, heading, rows) in parts.Where(p => p.Rows.Rows.Count > 0))
        {
            Terminal.Line();
            Terminal.Line($"{heading}（{rows.Rows.Count}）");
            Terminal.Line(TextTable.Render(rows.Columns, rows.Rows.Select(r => r.Select(GraphValueJson.ToCell).ToList()).ToList()));
        }
    }
}
