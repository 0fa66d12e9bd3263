using System.CommandLine;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph list [documents|enterprises|standards]</c>.</summary>
public static class ListCommand
{
    internal static readonly IReadOnlyDictionary<string, string> Queries = new Dictionary<string, string>
    {
        ["documents"] = """
            MATCH (d:Document) WHERE d.status <> 'stub'
            RETURN d.id AS id, d.title AS title, d.documentNumber AS number, d.issuingAuthority AS issuer, d.level AS level, d.jurisdiction AS jurisdiction,
                   d.publishedOn AS publishedOn, d.type AS type, d.path AS path
            ORDER BY id
            """,
        ["enterprises"] = """
            MATCH (e:Enterprise)
            OPTIONAL MATCH (e)-[:PROVIDES]->(d:Document)
            RETURN e.id AS id, e.name AS title, e.industry AS industry, e.jurisdiction AS jurisdiction, count(d) AS papers
            ORDER BY id
            """,
        ["standards"] = """
            MATCH (s:Edition)
            OPTIONAL MATCH (s)-[:HAS_CRITERION]->(c:Criterion)
            RETURN s.id AS id, s.title AS title, s.number AS number, s.validFrom AS validFrom, s.validUntil AS validUntil, count(c) AS criteria
            ORDER BY id
            """,
    };

    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "列出图中的文件、企业或标准");
        var what = new Argument<string>("WHAT") { Description = "documents|enterprises|standards", DefaultValueFactory = _ => "documents" };
        what.AcceptOnlyFromAmong([.. Queries.Keys]);
        command.Arguments.Add(what);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var rows = await workspace.Graph.ExecuteAsync(new GraphQuery(Queries[result.GetValue(what) ?? "documents"]), cancellationToken);
            if (values.IsJson)
            {
                JsonOutput.Write(json => Write(json, rows));
            }
            else if (rows.Rows.Count == 0)
            {
                Terminal.Line(values.Language.In("还没有；先用 policygraph ingest PATH 装载。", "None yet; load with policygraph ingest PATH."));
            }
            else
            {
                Print(rows);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Policies and evidence have little in common: each kind of row has a table of its own, without the columns that it never fills.</summary>
    private static void Print(GraphResult rows)
    {
        var type = rows.Columns.ToList().IndexOf("type");
        foreach (var group in rows.Rows.GroupBy(r => type >= 0 && !r[type].IsNull))
        {
            var columns = Enumerable.Range(0, rows.Columns.Count).Where(i => group.Any(r => !r[i].IsNull)).ToList();
            Terminal.Line(TextTable.Render([.. columns.Select(i => rows.Columns[i])], [.. group.Select(r => columns.Select(i => r[i].IsNull ? "未知" : GraphValueJson.ToCell(r[i])).ToList())]));
            Terminal.Line();
        }
    }

    private static void Write(Utf8JsonWriter json, GraphResult rows)
    {
        json.WriteStartObject();
        json.Objects("items", rows.Rows, (writer, row) =>
        {
            for (var i = 0; i < rows.Columns.Count; i++)
            {
                writer.WritePropertyName(rows.Columns[i]);
                GraphValueJson.Write(writer, row[i]);
            }
        });
        json.WriteEndObject();
    }
}
