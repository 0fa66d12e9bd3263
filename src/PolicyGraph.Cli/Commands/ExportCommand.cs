using System.CommandLine;
using System.Text;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph export FILE|DIR --as cypher|csv</c>: the graph in a form that either store, or Neo4j's own import, reads.</summary>
public static class ExportCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("export", "导出图：cypher 脚本（文件），或 neo4j-admin 导入用的 csv（文件夹）");
        var target = new Argument<string>("FILE|DIR") { Description = "cypher：要写的文件；csv：新的或空的文件夹" };
        var form = new Option<string>("--as") { Description = "cypher|csv|graphml|turtle（后两种尚未提供）", Required = true };
        form.AcceptOnlyFromAmong("cypher", "csv", "graphml", "turtle");
        command.Arguments.Add(target);
        command.Options.Add(form);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var (path, kind) = (result.GetValue(target) ?? string.Empty, result.GetValue(form));
            if (kind is not ("cypher" or "csv"))
            {
                throw new RequestException($"export --as {kind}：本版本尚未提供；可用 --as cypher 或 csv");
            }

            var isFolder = kind == "csv";
            if (File.Exists(path) || (Directory.Exists(path) && (!isFolder || Directory.EnumerateFileSystemEntries(path).Any())))
            {
                throw new RequestException($"{path} 已经存在；export 不覆盖，请换一个名字");
            }

            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Read);
            var graph = await GraphReading.OfAsync(workspace.Graph, cancellationToken);
            if (isFolder)
            {
                CsvExport.Write(graph, path);
            }
            else
            {
                await using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
                CypherExport.Write(graph, new GraphLoader(new PolicyOntology(OntologyFolder.Read()).Schema).SchemaStatements(), file);
            }

            Answer(path, graph, values);
            return 0;
        });
        return command;
    }

    private static void Answer(string path, GraphReading graph, CommonValues values)
    {
        if (values.IsJson)
        {
            JsonOutput.Write(json =>
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteNumber("nodes", graph.Nodes.Count);
                json.WriteNumber("relationships", graph.Relationships.Count);
                json.WriteEndObject();
            });
        }
        else
        {
            Terminal.Line(values.Language.In(FormattableString.Invariant($"已写入 {path}：{graph.Nodes.Count} 个节点、{graph.Relationships.Count} 条关系"), FormattableString.Invariant($"wrote {path}: {graph.Nodes.Count} nodes, {graph.Relationships.Count} relationships")));
        }
    }
}
