using System.CommandLine;
using PolicyGraph.Api.Catalogue;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph extract FILE</c>: what one document says; touches no graph.</summary>
public static class ExtractCommand
{
    /// <summary>Creates the command.</summary>
    public static Command Create()
    {
        var command = new Command("extract", "读一份文件：结构、目标、义务、引用、行业、工艺、证据字段；不改动图");
        var file = new Argument<string>("FILE") { Description = "文件路径" };
        command.Arguments.Add(file);
        var common = new CommonOptions(command, "human", "json");
        command.SetAction(async (result, cancellationToken) =>
        {
            var output = await ExtractAsync(result.GetValue(file) ?? string.Empty, cancellationToken);
            if (common.Read(result).IsJson)
            {
                JsonOutput.Write(output.Write);
            }
            else
            {
                ExtractionText.Print(output);
            }

            return 0;
        });
        return command;
    }

    private static async Task<ExtractionOutput> ExtractAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new RequestException(Directory.Exists(path) ? $"{path} 是文件夹；extract 读一份文件，文件夹请用 ingest" : $"找不到 {path}；请检查路径");
        }

        var full = Path.GetFullPath(path);
        var file = SourceFile.OnDisk(path, full);
        if (file.Refusal is { } refusal)
        {
            throw new RequestException($"{path} {refusal}");
        }

        return await new FileExtraction(new PolicyOntology(OntologyFolder.Read())).ExtractAsync(file, cancellationToken);
    }
}
