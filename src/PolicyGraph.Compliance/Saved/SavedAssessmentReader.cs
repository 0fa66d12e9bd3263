using PolicyGraph.Compliance.Facts;
using PolicyGraph.Graph;

namespace PolicyGraph.Compliance.Saved;

/// <summary>Fetches kept assessments from the graph.</summary>
public sealed class SavedAssessmentReader(IGraphDatabase graph)
{
    /// <summary>The last one of an enterprise for a set of standards; null when none was kept.</summary>
    /// <param name="enterprise">Credit code.</param>
    /// <param name="standards">Ids of the editions, in any order.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public async Task<SavedAssessment?> FindLastAsync(string enterprise, IEnumerable<string> standards, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue> { ["enterprise"] = enterprise, ["standards"] = SavedAssessment.SetOf(standards) };
        return await ReadAsync("saved", parameters, cancellationToken).ConfigureAwait(false) is [var last, ..] ? last : null;
    }

    /// <summary>The last one of each enterprise and set of standards, by id.</summary>
    /// <exception cref="GraphException">The store cannot answer.</exception>
    public Task<IReadOnlyList<SavedAssessment>> ReadLatestAsync(CancellationToken cancellationToken) => ReadAsync("latest", null, cancellationToken);

    private async Task<IReadOnlyList<SavedAssessment>> ReadAsync(string query, Dictionary<string, GraphValue>? parameters, CancellationToken cancellationToken)
    {
        var rows = await graph.ExecuteAsync(new GraphQuery(QueryFile.Load(query), parameters), cancellationToken).ConfigureAwait(false);
        return [.. rows.Records.GroupBy(r => (Node)r["assessment"]).Select(g => SavedProperties.Read(g.Key, g.Select(r => (Node)r["finding"])))];
    }
}
