using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Cli.Invocation;
using PolicyGraph.Cli.Output;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Cli.Commands;

/// <summary><c>policygraph extract FILE</c>: what one document says; touches no graph.</summary>
public static class ExtractCommand
{
    /// <summary>A text that states at least so many norms and names no enterprise as its holder is a policy, whatever its words resemble.</summary>
    private const int NormsOfPolicy = 12;

    /// <summary>A text with fewer headings than this may be a paper that no type fits.</summary>
    private const int HeadingsOfPolicy = 3;

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

        var intake = new DocumentIntake(new PolicyOntology(OntologyFolder.Read()));
        var full = Path.GetFullPath(path);
        var file = new SourceFile(Path.GetFileName(full), full, () => new FileStream(full, FileMode.Open, FileAccess.Read, FileShare.Read));
        try
        {
            var content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
            var document = await intake.ReadAsync(content, file.Name, cancellationToken);
            var policy = intake.ExtractPolicy(document, null);
            return new ExtractionOutput(document, policy, EvidenceOf(intake.ExtractEvidence(document, null), policy));
        }
        catch (IntakeException error)
        {
            throw new RequestException($"{path}：{error.Diagnostic.Message}", error);
        }
    }

    private static bool IsEnterprise(string? name) =>
        name is not null && (name.Contains("公司", StringComparison.Ordinal) || name.EndsWith('厂') || name.EndsWith("集团", StringComparison.Ordinal));

    private static EvidenceReading? EvidenceOf(EvidenceReading reading, PolicyExtraction policy)
    {
        if (reading.Type == EvidenceVocabulary.Unrecognised)
        {
            return reading.Fields.Count > 0 && policy.Sections.Count < HeadingsOfPolicy ? reading : null;
        }

        var isAnEnterprises = reading.Fields.Any(f => f.Name == "creditCode" || IsEnterprise(f.Subject) || (f.Name == "holder" && IsEnterprise(f.Written)));
        return isAnEnterprises || policy.Norms.Count < NormsOfPolicy ? reading : null;
    }
}
