using System.Text;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Loading;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion;

/// <summary>Keeps assessments: journal and originals first, then the graph.</summary>
public sealed class AssessmentIngestion(IngestionPipeline pipeline)
{
    /// <summary>Keeps one; durable when the method returns.</summary>
    /// <param name="kept">What to keep; in place of one with the same id.</param>
    /// <param name="benchmarks">Text of the benchmark file, kept as an original; null without one.</param>
    /// <param name="cancellationToken">Ends the work before it is kept.</param>
    /// <remarks>An empty graph gets the ontology first, as with the first ingest.</remarks>
    public async Task KeepAsync(KeptAssessment kept, string? benchmarks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var held = await pipeline.Graph.ExecuteAsync(new GraphQuery("MATCH (e:Edition) RETURN count(e) AS n"), cancellationToken);
        if (held.Rows[0][0].AsInteger() == 0)
        {
            await pipeline.LoadOntologyAsync(cancellationToken);
        }

        FileContent? original = null;
        if (benchmarks is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(benchmarks);
            original = new FileContent(bytes, Originals.Hash(bytes));
        }

        pipeline.Keep(original, pipeline.Entry(KeptAssessment.Kind) with { Document = kept.Id, ProvidedBy = kept.Enterprise, Sha256 = original?.Sha256, Parameters = kept.ToJson() });
        await LoadAsync(kept, cancellationToken);
    }

    /// <summary>Puts one that the journal holds back into the graph.</summary>
    internal Task LoadAsync(KeptAssessment kept, CancellationToken cancellationToken) =>
        pipeline.WriteAsync(null, transaction => AssessmentStore.LoadAsync(transaction, kept, pipeline.Graph.OwnLabel, cancellationToken), cancellationToken);
}
