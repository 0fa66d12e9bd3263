using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph remove ID</c>: takes a document, or an enterprise with all its papers, out of the graph; the original stays.</summary>
public static class RemoveCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("remove", "从图中移除一份文件，或一家企业及其全部证据（原件保留）");
        var id = new Argument<string>("ID") { Description = "文件 id 或统一社会信用代码（见 list）" };
        command.Arguments.Add(id);
        var common = new CommonOptions(command, "human", "json");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var name = result.GetValue(id) ?? string.Empty;
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Write);
            await using var turn = await workspace.BeginWriteAsync(WaitOption.Running, wait.Read(result), cancellationToken);
            var removed = await turn.Pipeline(new PolicyOntology(OntologyFolder.Read())).RemoveAsync(name, cancellationToken);
            if (removed.Count == 0)
            {
                throw new RequestException($"图中没有 {name}；用 policygraph list 查看有哪些");
            }

            if (values.IsJson)
            {
                JsonOutput.Write(json =>
                {
                    json.WriteStartObject();
                    json.Texts("removed", removed);
                    json.WriteEndObject();
                });
            }
            else
            {
                foreach (var one in removed)
                {
                    Terminal.Line($"{values.Language.In("已移除", "removed")}　{one}");
                }
            }

            return 0;
        });
        return command;
    }
}
