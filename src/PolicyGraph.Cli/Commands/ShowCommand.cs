using System.CommandLine;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph show ID</c>: what the graph holds of one document, enterprise, standard, criterion or saved assessment.</summary>
public static class ShowCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("show", "显示一份文件、一家企业、一个标准、一条准则或一次保存的评价");
        var id = new Argument<string>("ID") { Description = "文件 id、统一社会信用代码、标准 id、标准 id/准则 id 或评价 id（见 list）" };
        command.Arguments.Add(id);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var name = result.GetValue(id) ?? string.Empty;
            var entry = await GraphEntry.FindAsync(workspace.Graph, name, cancellationToken) ?? throw new RequestException($"图中没有 {name}；用 policygraph list 查看有哪些");
            if (values.IsJson)
            {
                JsonOutput.Write(json => CatalogueJson.WriteEntry(json, entry));
            }
            else
            {
                Print(entry);
            }

            return 0;
        });
        return command;
    }

    private static void Print(GraphEntry entry)
    {
        Terminal.Line($"{entry.Title ?? "未知"}（{entry.Id}）");
        foreach (var (key, value) in entry.Node.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Where(p => p.Key is not ("id" or "title" or "titleKey" or "numberKey" or "processedBy" or "ontology") && p.Value is not ListValue { Values.Count: 0 }))
        {
            Terminal.Line($"  {key}: {Terminal.Quote(GraphValueJson.ToCell(value), 120)}");
        }

        foreach (var (_, heading, rows) in entry.Parts.Where(p => p.Rows.Rows.Count > 0))
        {
            Terminal.Line();
            Terminal.Line($"{heading}（{rows.Rows.Count}）");
            Terminal.Line(TextTable.Render(rows.Columns, rows.Rows.Select(r => r.Select(GraphValueJson.ToCell).ToList()).ToList()));
        }
    }
}
