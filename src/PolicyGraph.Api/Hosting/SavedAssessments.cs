using System.Text;
using PolicyGraph.Compliance;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Saved;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Storage;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>The assessments that a data folder keeps: says what moved since the last one, keeps another, and finds those that an ingest changed.</summary>
public static class SavedAssessments
{
    /// <summary>The assessment with what moved since the last one that was kept for the same enterprise and standards.</summary>
    /// <param name="graph">The store.</param>
    /// <param name="assessment">An answer of <see cref="GapService"/>, of the store or of a folder laid over it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<Assessment> CompareAsync(IGraphDatabase graph, Assessment assessment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var last = await new SavedAssessmentReader(graph).FindLastAsync(assessment.Enterprise.CreditCode, assessment.Standards.Select(s => s.Id), cancellationToken);
        return last is null ? assessment : assessment with { Moved = MovedVerdicts.Between(last, assessment), ComparedWith = last.SavedAt };
    }

    /// <summary>Keeps an assessment: journal and benchmark file first, then its nodes.</summary>
    /// <param name="pipeline">A pipeline that may write the store.</param>
    /// <param name="assessment">An answer of <see cref="GapService"/>.</param>
    /// <param name="cancellationToken">Ends the work before it is kept.</param>
    /// <returns>What was kept; its id is that of the Assessment node.</returns>
    public static async Task<SavedAssessment> SaveAsync(IngestionPipeline pipeline, Assessment assessment, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var saved = AssessmentSnapshot.Of(assessment, TimeProvider.System.GetUtcNow());
        var kept = new KeptAssessment(saved.Id, saved.Enterprise, SavedProperties.Of(saved), SavedProperties.OfFindings(saved));
        await new AssessmentIngestion(pipeline).KeepAsync(kept, assessment.Basis?.Benchmarks?.Text, cancellationToken);
        return saved;
    }

    /// <summary>Asks again what was asked when each last assessment was kept, and tells which verdicts are others now.</summary>
    /// <remarks>What was kept of an enterprise that the graph does not hold is passed over: its folder was read for one answer alone.</remarks>
    /// <param name="graph">The store.</param>
    /// <param name="originals">Keep the benchmark files.</param>
    /// <param name="ontology">Units and coefficients.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The changes, and a line for each assessment that could not be asked again.</returns>
    public static async Task<(IReadOnlyList<ChangedVerdict> Changes, IReadOnlyList<string> Faults)> ChangesAsync(IGraphDatabase graph, Originals originals, PolicyOntology ontology, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(originals);
        ArgumentNullException.ThrowIfNull(ontology);
        var service = new GapService(graph, ontology.Units, ontology.Energies);
        var (changes, faults) = (new List<ChangedVerdict>(), new List<string>());
        foreach (var saved in await new SavedAssessmentReader(graph).ReadLatestAsync(cancellationToken))
        {
            try
            {
                var request = new GapRequest(saved.Enterprise, saved.AsOf) { Standards = saved.Standards, Benchmarks = ReadBenchmarks(saved, originals) };
                var now = await service.AssessAsync(request, cancellationToken);
                changes.AddRange(MovedVerdicts.Between(saved, now).Select(m => new ChangedVerdict($"{saved.Id}/{m.Standard}/{m.Criterion}", m)));
            }
            catch (GapException)
            {
                // the enterprise is not in the graph
            }
            catch (Exception error) when (error is IOException or Ontology.Yaml.YamlException)
            {
                faults.Add($"保存的评价 {saved.Id} 不能再算一遍：{error.Message}");
            }
        }

        return (changes, faults);
    }

    private static BenchmarkFile? ReadBenchmarks(SavedAssessment saved, Originals originals)
    {
        if (saved.BenchmarksSha256 is not { } sha256)
        {
            return null;
        }

        using var text = new StreamReader(originals.Open(sha256), Encoding.UTF8);
        return BenchmarkFile.Read(text.ReadToEnd(), saved.Benchmarks ?? sha256);
    }
}

/// <summary>A kept verdict that is another now.</summary>
/// <param name="Id">Key of its Finding node; where the criterion was not judged then, the key that it would have.</param>
/// <param name="Moved">From what to what, and why.</param>
public sealed record ChangedVerdict(string Id, MovedVerdict Moved);
