using System.CommandLine;
using System.Globalization;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using Spectre.Console;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph ingest PATH…</c></summary>
public static class IngestCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("ingest", "把政策、标准和企业证据装入图");
        var paths = new Argument<string[]>("PATH") { Description = "语料文件夹（有 manifest.jsonl）、企业文件夹（有 enterprise.yaml）、其他文件夹、zip 或单个文件", Arity = ArgumentArity.OneOrMore };
        var diff = new Option<bool>("--diff") { Description = "另给出与最近一次保存的评价（gap --save）相比变了的结论，以及因为哪份文件或哪一条款" };
        command.Arguments.Add(paths);
        command.Options.Add(diff);
        var common = new CommonOptions(command, "human", "json");
        var wait = new WaitOption(command);
        command.SetAction(async (result, cancellationToken) =>
        {
            var values = common.Read(result);
            var items = (result.GetValue(paths) ?? []).SelectMany(IngestionPlan.Of).ToList();
            var ontology = new PolicyOntology(OntologyFolder.Read());
            await using var workspace = Workspace.Open(values.Data, values.Graph, GraphAccess.Write);
            await using var turn = await workspace.BeginWriteAsync(WaitOption.Running, wait.Read(result), cancellationToken);
            foreach (var warning in workspace.Warnings)
            {
                Terminal.Fault(warning);
            }

            var report = await RunAsync(turn.Pipeline(ontology), items, values, cancellationToken);
            Answer(report, values, result.GetValue(diff) ? await ChangesAsync(workspace, ontology, cancellationToken) : null);
            return report.HasFailures ? 1 : 0;
        });
        return command;
    }

    /// <summary>Says what became of a run: failures on standard error, the rest as asked.</summary>
    internal static void Answer(IngestionReport report, CommonValues values, IReadOnlyList<ChangedVerdict>? changes)
    {
        foreach (var failed in report.Documents.Where(d => d.Status == DocumentStatus.Failed))
        {
            Terminal.Fault($"{failed.Path}：{string.Join("；", failed.Diagnostics.Select(d => d.Message))}");
        }

        if (values.IsJson)
        {
            JsonOutput.Write(json => IngestionJson.Write(json, report, changes));
        }
        else
        {
            Terminal.Line(Summary(report, values.Language));
            if (changes is not null)
            {
                MovedText.PrintChanges(changes, values.Language);
            }
        }
    }

    private static async Task<IReadOnlyList<ChangedVerdict>> ChangesAsync(Workspace workspace, PolicyOntology ontology, CancellationToken cancellationToken)
    {
        var (changes, faults) = await SavedAssessments.ChangesAsync(workspace.Graph, workspace.Originals, ontology, cancellationToken);
        foreach (var fault in faults)
        {
            Terminal.Fault(fault);
        }

        return changes;
    }

    private static async Task<IngestionReport> RunAsync(IngestionPipeline pipeline, List<PlannedItem> items, CommonValues values, CancellationToken cancellationToken)
    {
        if (values.IsJson)
        {
            return await pipeline.IngestAsync(items, null, cancellationToken);
        }

        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await pipeline.IngestAsync(items, new Lines(values.Language), cancellationToken);
        }

        return await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn()).StartAsync(async context =>
        {
            var bar = new Bar(context.AddTask(values.Language.In("装载", "ingest"), maxValue: Math.Max(1, items.Count)), values.Language);
            var report = await pipeline.IngestAsync(items, bar, cancellationToken);
            bar.Finish();
            return report;
        });
    }

    private static string Line(DocumentReport report, Language language)
    {
        var status = report.Status switch
        {
            DocumentStatus.Succeeded => language.In("已装载", "loaded"),
            DocumentStatus.Partial => language.In("部分装载", "partial"),
            DocumentStatus.Failed => language.In("失败", "failed"),
            DocumentStatus.Unchanged => language.In("未变", "unchanged"),
            _ => language.In("跳过", "skipped"),
        };
        var counts = report.Counts is { Provisions: > 0 } c ? string.Create(CultureInfo.InvariantCulture, $"　条款 {c.Provisions}，目标 {c.Targets}，规范 {c.Norms}，引用 {c.Citations}") : string.Empty;
        var remarks = report.Diagnostics.Count > 0 ? "　" + string.Join("；", report.Diagnostics.Select(d => d.Message)) : string.Empty;
        return Terminal.Visible($"{status}　{report.Path}{counts}{remarks}", keepLines: false);
    }

    private static string Summary(IngestionReport report, Language language)
    {
        var counts = report.Documents.CountBy(d => d.Status).ToDictionary();
        int Of(DocumentStatus status) => counts.GetValueOrDefault(status);
        return language == Language.Zh
            ? FormattableString.Invariant($"{report.Documents.Count} 份文件：装载 {Of(DocumentStatus.Succeeded)}，部分 {Of(DocumentStatus.Partial)}，未变 {Of(DocumentStatus.Unchanged)}，跳过 {Of(DocumentStatus.Skipped)}，失败 {Of(DocumentStatus.Failed)}；图中 {report.Nodes} 个节点、{report.Relationships} 条关系；{report.Seconds:0.0} 秒")
            : FormattableString.Invariant($"{report.Documents.Count} documents: {Of(DocumentStatus.Succeeded)} loaded, {Of(DocumentStatus.Partial)} partial, {Of(DocumentStatus.Unchanged)} unchanged, {Of(DocumentStatus.Skipped)} skipped, {Of(DocumentStatus.Failed)} failed; {report.Nodes} nodes, {report.Relationships} relationships; {report.Seconds:0.0} s");
    }

    /// <summary>One line for each document.</summary>
    internal sealed class Lines(Language language) : IProgress<DocumentReport>
    {
        public void Report(DocumentReport value)
        {
            Terminal.Out.WriteLine(Line(value, language));
            Terminal.Flush(); // Who reads along knows what is done, whatever happens next.
        }
    }

    private sealed class Bar(ProgressTask task, Language language) : IProgress<DocumentReport>
    {
        public void Report(DocumentReport value)
        {
            task.MaxValue = Math.Max(task.MaxValue, task.Value + 2);
            task.Increment(1);
            if (value.Status is DocumentStatus.Failed or DocumentStatus.Partial)
            {
                AnsiConsole.WriteLine(Line(value, language));
            }
        }

        public void Finish() => task.Value = task.MaxValue;
    }
}
