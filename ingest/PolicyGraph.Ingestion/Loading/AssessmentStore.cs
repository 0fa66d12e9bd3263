using PolicyGraph.Graph;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>Saved assessments in the graph, and what joins them to the rest.</summary>
/// <remarks>
/// Their relationships follow from the properties of their nodes and from what else the graph holds, whatever came first: OF to the enterprise where it is there, ON to the criterion,
/// RESTS_ON to each paper and fact that is there in the version that was judged. A graph that is made again has the same. All statements run alike on a Neo4j 5.26 server.
/// </remarks>
public static class AssessmentStore
{
    private const string LinkEnterprise = "MATCH (a:Assessment {enterpriseId: $id}) MATCH (e:Enterprise {id: $id}) MERGE (a)-[:OF]->(e)";

    private const string LinkCriteria = "MATCH (f:Finding) WHERE NOT (f)-[:`ON`]->() MATCH (c:Criterion {id: f.criterionKey}) CREATE (f)-[:`ON` {ontology: c.ontology}]->(c)";

    private const string UnlinkPaper = "MATCH (:Finding)-[r:RESTS_ON]->(:Document {id: $id}) DELETE r";

    private const string LinkPaper = "MATCH (d:Document {id: $id}) MATCH (f:Finding) WHERE (d.id + '\\t' + d.sha256) IN f.rests MERGE (f)-[:RESTS_ON]->(d)";

    private const string LinkFacts = "MATCH (d:Document {id: $id}) MATCH (f:Finding) WHERE (d.id + '\\t' + d.sha256) IN f.rests UNWIND f.facts AS fact MATCH (x:Fact {id: fact}) WHERE x.documentId = $id MERGE (f)-[:RESTS_ON]->(x)";

    private const string Replace = "MATCH (a:Assessment {id: $id}) OPTIONAL MATCH (a)-[:HAS_FINDING]->(f:Finding) DETACH DELETE a, f";

    private const string RemoveAll = "MATCH (a:Assessment {enterpriseId: $id}) OPTIONAL MATCH (a)-[:HAS_FINDING]->(f:Finding) DETACH DELETE a, f";

    private const string LoadAssessment = "CREATE (a:Assessment) SET a = $properties";

    private const string LoadFindings = "MATCH (a:Assessment {id: $id}) UNWIND $rows AS row CREATE (a)-[:HAS_FINDING]->(f:Finding) SET f = row";

    /// <summary>Whether the graph holds a saved assessment of that id.</summary>
    public static async Task<bool> HoldsAsync(IGraphDatabase graph, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var rows = await graph.ExecuteAsync(new GraphQuery("MATCH (a:Assessment {id: $id}) RETURN a.id AS id", Id(id)), cancellationToken);
        return rows.Rows.Count > 0;
    }

    /// <summary>Whether the graph holds any saved assessment: without one no paper has to be joined to it.</summary>
    public static async Task<bool> HoldsAnyAsync(IGraphDatabase graph, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var rows = await graph.ExecuteAsync(new GraphQuery("MATCH (a:Assessment) RETURN a.id AS id LIMIT 1"), cancellationToken);
        return rows.Rows.Count > 0;
    }

    /// <summary>Puts an assessment into the graph, in place of the one of that id, and joins it to what is there.</summary>
    public static async Task LoadAsync(IGraphTransaction transaction, KeptAssessment kept, string? ownLabel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(kept);
        await RunAsync(transaction, Replace, Id(kept.Id), cancellationToken);
        await RunAsync(transaction, LoadAssessment, new Dictionary<string, GraphValue> { ["properties"] = new MapValue(kept.Assessment) }, cancellationToken);
        await RunAsync(transaction, LoadFindings, new Dictionary<string, GraphValue> { ["id"] = kept.Id, ["rows"] = GraphValue.ListOf(kept.Findings.Select(f => (GraphValue)new MapValue(f))) }, cancellationToken);
        if (ownLabel is not null)
        {
            await RunAsync(transaction, $"MATCH (a:Assessment {{id: $id}}) OPTIONAL MATCH (a)-[:HAS_FINDING]->(f:Finding) SET a:{ownLabel}, f:{ownLabel}", Id(kept.Id), cancellationToken);
        }

        await LinkEnterpriseAsync(transaction, kept.Enterprise, cancellationToken);
        await LinkCriteriaAsync(transaction, cancellationToken);
        foreach (var paper in kept.Findings.SelectMany(f => f.GetValueOrDefault("rests", GraphValue.Null).AsList()).Select(r => (r.AsString() ?? string.Empty).Split('\t')[0]).Distinct(StringComparer.Ordinal))
        {
            await LinkPaperAsync(transaction, paper, cancellationToken);
        }
    }

    /// <summary>Joins the saved assessments of an enterprise to its node.</summary>
    public static Task LinkEnterpriseAsync(IGraphTransaction transaction, string enterprise, CancellationToken cancellationToken) => RunAsync(transaction, LinkEnterprise, Id(enterprise), cancellationToken);

    /// <summary>Joins findings that have none to their criterion: after the ontology was loaded, which takes its relationships with it.</summary>
    public static Task LinkCriteriaAsync(IGraphTransaction transaction, CancellationToken cancellationToken) => RunAsync(transaction, LinkCriteria, null, cancellationToken);

    /// <summary>Joins findings to a paper and its facts where they rest on this version of it, and parts those that rest on another.</summary>
    public static async Task LinkPaperAsync(IGraphTransaction transaction, string document, CancellationToken cancellationToken)
    {
        foreach (var statement in (string[])[UnlinkPaper, LinkPaper, LinkFacts])
        {
            await RunAsync(transaction, statement, Id(document), cancellationToken);
        }
    }

    /// <summary>Removes one saved assessment.</summary>
    public static Task RemoveAsync(IGraphTransaction transaction, string id, CancellationToken cancellationToken) => RunAsync(transaction, Replace, Id(id), cancellationToken);

    /// <summary>Removes all that were saved for an enterprise.</summary>
    public static Task RemoveOfAsync(IGraphTransaction transaction, string enterprise, CancellationToken cancellationToken) => RunAsync(transaction, RemoveAll, Id(enterprise), cancellationToken);

    private static Dictionary<string, GraphValue> Id(string id) => new() { ["id"] = id };

    private static Task<GraphResult> RunAsync(IGraphTransaction transaction, string statement, Dictionary<string, GraphValue>? parameters, CancellationToken cancellationToken) =>
        transaction.RunAsync(new GraphQuery(statement, parameters, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
}
