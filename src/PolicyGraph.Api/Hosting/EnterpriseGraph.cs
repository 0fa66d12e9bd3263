using System.Text;
using PolicyGraph.Compliance;
using PolicyGraph.Graph;
using PolicyGraph.Ingestion;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ontology;

namespace PolicyGraph.Api.Hosting;

/// <summary>The graph in which an enterprise is asked about: the store, or the store with the enterprise's folder laid over it for this answer alone.</summary>
/// <param name="Graph">Where to ask.</param>
/// <param name="Enterprise">Credit code, or the name as it was given.</param>
/// <param name="Warnings">Papers of the folder that could not be read whole, one line each.</param>
public sealed record EnterpriseGraph(IGraphDatabase Graph, string Enterprise, IReadOnlyList<string> Warnings)
{
    /// <summary>Papers of the folder that could not be read at all: the graph does not hold them.</summary>
    public IReadOnlyList<UnreadPaper> Unread { get; init; } = [];

    /// <summary>Finds the graph and the enterprise's credit code or name.</summary>
    /// <param name="workspace">The data folder.</param>
    /// <param name="ontology">Criteria come from the store; from here only where the store is empty.</param>
    /// <param name="enterprise">A name, a credit code, or a folder.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RequestException">The folder has no <c>enterprise.yaml</c>.</exception>
    public static async Task<EnterpriseGraph> OfAsync(Workspace workspace, PolicyOntology ontology, string enterprise, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (!Directory.Exists(enterprise))
        {
            return new EnterpriseGraph(workspace.Graph, enterprise, []);
        }

        var folder = SourceFolder.OnDisk(enterprise);
        var file = folder.Find(EnterpriseProfile.FileName) ?? throw new RequestException($"{enterprise} 里没有 {EnterpriseProfile.FileName}；请先写好企业信息");
        var profile = await ReadProfileAsync(file, System.IO.Path.Combine(enterprise, EnterpriseProfile.FileName), ontology, cancellationToken);
        if (await IsStoredAsync(workspace.Graph, profile.CreditCode, folder, cancellationToken))
        {
            return new EnterpriseGraph(workspace.Graph, profile.CreditCode, []);
        }

        var overlay = await workspace.OverlayAsync(ontology, cancellationToken);
        var pipeline = new IngestionPipeline(overlay, ontology, originals: null, journal: null, TimeProvider.System);
        var reports = await pipeline.LayOverAsync(new PlannedEnterprise(string.Empty, folder), cancellationToken);
        var unread = reports.Where(r => r.Status is DocumentStatus.Failed or DocumentStatus.Partial or DocumentStatus.Skipped && !ChecklistFile.Is(r.Path));
        return new EnterpriseGraph(overlay, profile.CreditCode, [.. unread.Select(r => $"{r.Path}：{string.Join("；", r.Diagnostics.Select(d => d.Message))}")])
        {
            Unread = [.. reports.Where(r => r.Status == DocumentStatus.Failed).Select(r => new UnreadPaper(r.Path, string.Join("；", r.Diagnostics.Select(d => d.Message))))],
        };
    }

    private static async Task<EnterpriseProfile> ReadProfileAsync(SourceFile file, string path, PolicyOntology ontology, CancellationToken cancellationToken)
    {
        try
        {
            var content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
            return EnterpriseProfile.Read(Encoding.UTF8.GetString(content.Bytes).TrimStart('\ufeff'), path, ontology.Policies.Industries.Names.ContainsKey);
        }
        catch (IntakeException error)
        {
            throw new RequestException($"{path}：{error.Message}", error);
        }
    }

    /// <summary>Whether the store holds the folder exactly as it is.</summary>
    internal static async Task<bool> IsStoredAsync(IGraphDatabase graph, string creditCode, SourceFolder folder, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, GraphValue> { ["id"] = creditCode };
        var enterprise = await graph.ExecuteAsync(new GraphQuery("MATCH (e:Enterprise {id: $id}) RETURN e.sha256 AS sha256", parameters), cancellationToken);
        if (enterprise.Rows.Count == 0)
        {
            return false;
        }

        var stored = await graph.ExecuteAsync(new GraphQuery("MATCH (:Enterprise {id: $id})-[:PROVIDES]->(d:Document) RETURN d.path AS path, d.sha256 AS sha256", parameters), cancellationToken);
        var held = stored.Records.ToDictionary(r => r["path"].AsString() ?? string.Empty, r => r["sha256"].AsString(), StringComparer.Ordinal);
        held[EnterpriseProfile.FileName] = enterprise.Rows[0][0].AsString();
        foreach (var file in folder.Files.Where(f => f.Refusal is null && !ChecklistFile.Is(f.Path) && (f.Path == EnterpriseProfile.FileName || Readers.DocumentReader.IsSupported(f.Name))))
        {
            try
            {
                var content = await DocumentIntake.ReadBytesAsync(file, cancellationToken);
                if (!held.Remove(file.Path, out var sha256) || sha256 != content.Sha256)
                {
                    return false;
                }
            }
            catch (IntakeException)
            {
                return false;
            }
        }

        return held.Keys.All(path => path.StartsWith("uploads/", StringComparison.Ordinal));
    }
}
