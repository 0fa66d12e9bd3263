using System.CommandLine;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph list [documents|enterprises|standards|assessments]</c>.</summary>
public static class ListCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("list", "列出图中的文件、企业、标准或保存的评价");
        var what = new Argument<string>("WHAT") { Description = "documents|enterprises|standards|assessments", DefaultValueFactory = _ => "documents" };
        what.AcceptOnlyFromAmong([.. GraphList.Queries.Keys]);
        command.Arguments.Add(what);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var rows = await GraphList.ReadAsync(workspace.Graph, result.GetValue(what) ?? "documents", cancellationToken);
            if (values.IsJson)
            {
                JsonOutput.Write(json => CatalogueJson.WriteList(json, rows));
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
}
