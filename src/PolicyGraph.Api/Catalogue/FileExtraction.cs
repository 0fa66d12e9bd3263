using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Json;
using PolicyGraph.Extraction.Evidences;
using PolicyGraph.Extraction.Policies;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Evidence;

namespace PolicyGraph.Api.Catalogue;

/// <summary>What one file says: the answer of <c>extract</c>. Touches no graph; safe to use from several threads.</summary>
public sealed class FileExtraction(PolicyOntology ontology)
{
    /// <summary>A text that states at least so many norms and names no enterprise as its holder is a policy, whatever its words resemble.</summary>
    private const int NormsOfPolicy = 12;

    /// <summary>A text with fewer headings than this may be a paper that no type fits.</summary>
    private const int HeadingsOfPolicy = 3;

    private readonly DocumentIntake intake = new(ontology);

    /// <summary>Reads a file and extracts what it says.</summary>
    /// <param name="file">The file; its name decides nothing that its bytes decide.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RequestException">It cannot be read; the line begins with the file's path.</exception>
    public async Task<ExtractionOutput> ExtractAsync(SourceFile file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            var content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
            var document = await intake.ReadAsync(content, file.Name, cancellationToken);
            var policy = intake.ExtractPolicy(document, null);
            return new ExtractionOutput(document, policy, EvidenceOf(intake.ExtractEvidence(document, null), policy));
        }
        catch (IntakeException error)
        {
            throw new RequestException($"{file.Path}：{error.Diagnostic.Message}", error);
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
