using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph rebuild</c>: makes the graph again from originals and journal; the old one is put aside, not deleted.</summary>
public static class RebuildCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("rebuild", "从原件和日志重建图；旧图改名保留");
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var journal = new Journal(System.IO.Path.Combine(values.Data, "journal.jsonl")).Read();
            if (journal.Count == 0)
            {
                throw new RequestException($"{values.Data} 里没有日志 journal.jsonl，没有可重建的内容；请检查 --data");
            }

            var items = JournalPlan.Of(journal, new Originals(System.IO.Path.Combine(values.Data, "originals")));
            var aside = PutAside(System.IO.Path.Combine(values.Data, "graph"));
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Write);
            var pipeline = new IngestionPipeline(workspace.Graph, new PolicyOntology(OntologyFolder.Read()), originals: null, journal: null, TimeProvider.System);
            var report = await pipeline.IngestAsync(items, values.IsJson ? null : new IngestCommand.Lines(values.Language), cancellationToken);
            foreach (var write in journal.Where(e => e.Kind == "write"))
            {
                await ReplayAsync(workspace.Graph, write, cancellationToken);
            }

            IngestCommand.Answer(report, values, changes: null);
            if (aside is not null && !values.IsJson)
            {
                Terminal.Line($"{values.Language.In("旧图保留在", "the old graph is kept in")} {aside}");
            }

            return report.HasFailures ? 1 : 0;
        });
        return command;
    }

    private static string? PutAside(string graph)
    {
        if (!Directory.Exists(graph))
        {
            return null;
        }

        var aside = $"{graph}.{TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)}";
        Directory.Move(graph, aside);
        return aside;
    }

    private static async Task ReplayAsync(IGraphDatabase graph, JournalEntry write, CancellationToken cancellationToken)
    {
        using var json = JsonDocument.Parse(write.Parameters ?? "{}");
        var parameters = ((MapValue)GraphValueReader.Read(json.RootElement)).Entries;
        try
        {
            await graph.ExecuteAsync(new GraphQuery(write.Statement ?? string.Empty, parameters, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
        }
        catch (GraphException error)
        {
            Terminal.Fault($"日志里 {write.At:yyyy-MM-dd HH:mm} 的写入已不适用：{CypherOutput.Line(error)}（{Terminal.Quote(write.Statement ?? string.Empty)}）");
        }
    }
}
