using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph rebuild</c>: makes the graph again from originals and journal; the old one is put aside, not deleted.</summary>
public static class RebuildCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("rebuild", "从原件和日志重建图；旧图另存保留");
        var common = new CommonOptions(command, "human", "json");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var ontology = new PolicyOntology(OntologyFolder.Read());
            var progress = values.IsJson ? null : new IngestCommand.Lines(values.Language);
            var rebuilt = await Workspace.RebuildAsync(values.Data, values.Graph, ontology, WaitOption.Running, wait.Read(result), progress, cancellationToken);
            foreach (var misfit in rebuilt.Misfits)
            {
                Terminal.Fault(misfit);
            }

            IngestCommand.Answer(rebuilt.Report, values, changes: null);
            if (rebuilt.Aside is not null && !values.IsJson)
            {
                Terminal.Line($"{values.Language.In("旧图保留在", "the old graph is kept in")} {rebuilt.Aside}");
            }

            return rebuilt.Report.HasFailures ? 1 : 0;
        });
        return command;
    }
}
