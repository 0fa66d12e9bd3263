using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;
using PolicyGraph.Ontology.Schema;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>Writes claims into a graph, in batches, after the schema has allowed them.</summary>
/// <param name="schema">What is allowed.</param>
/// <param name="ownLabel">As <see cref="IGraphDatabase.OwnLabel"/> of the store that is loaded.</param>
/// <remarks>Statements are few and the same for every batch, so that a store plans each once; they use nothing that a Neo4j 5.26 server does not run the same.</remarks>
public sealed class GraphLoader(GraphSchema schema, string? ownLabel = null)
{
    /// <summary>Makes the full-text index over provisions on a server; the embedded store needs none.</summary>
    public const string FullTextIndex = "CREATE FULLTEXT INDEX Provision_text IF NOT EXISTS FOR (n:Provision) ON EACH [n.heading, n.text] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}";

    private const int BatchSize = 5_000;

    /// <summary>The statements that make one unique key per label and an index for what documents own, on a server the full-text index too; safe to run again.</summary>
    public IEnumerable<string> SchemaStatements()
    {
        foreach (var type in schema.NodeTypes.Values)
        {
            yield return $"CREATE CONSTRAINT {type.Label}_id IF NOT EXISTS FOR (n:{type.Label}) REQUIRE n.id IS UNIQUE";
            if (type.IsOwned)
            {
                yield return $"CREATE INDEX {type.Label}_documentId IF NOT EXISTS FOR (n:{type.Label}) ON (n.documentId)";
            }
        }

        if (ownLabel is not null)
        {
            yield return FullTextIndex;
        }
    }

    /// <summary>Merges nodes by their key and creates relationships.</summary>
    /// <param name="transaction">A transaction that may write.</param>
    /// <param name="claims">What to write. Relationships are created as they come: the caller has removed what they replace.</param>
    /// <param name="fromOntology">Whether the ontology itself speaks: what documents say of a shared node is taken only when they make it.</param>
    /// <param name="cancellationToken">Ends the work between two batches.</param>
    /// <exception cref="RefusedClaimsException">The schema does not allow a claim; nothing was written.</exception>
    public async Task LoadAsync(IGraphTransaction transaction, GraphClaims claims, bool fromOntology, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        Check(claims);
        foreach (var group in claims.Nodes.GroupBy(n => (n.Key.Label, Extra: string.Concat(n.ExtraLabels.Append(ownLabel).Select(l => l is null ? string.Empty : ":" + l)))))
        {
            var set = group.Key.Extra.Length == 0 ? string.Empty : $" SET n{group.Key.Extra}";
            var onCreate = schema.NodeTypes[group.Key.Label].IsShared && !fromOntology ? "ON CREATE " : string.Empty;
            var statement = $"UNWIND $rows AS row MERGE (n:{group.Key.Label} {{id: row.id}}) {onCreate}SET n += row.properties{set}";
            await RunInBatchesAsync(transaction, statement, group.Select(Row), cancellationToken);
        }

        foreach (var group in claims.Relationships.GroupBy(r => (r.Type, From: r.From.Label, To: r.To.Label)))
        {
            var statement = $"UNWIND $rows AS row MATCH (a:{group.Key.From} {{id: row.from}}) MATCH (b:{group.Key.To} {{id: row.to}}) CREATE (a)-[r:{Quoted(group.Key.Type)}]->(b) SET r = row.properties";
            await RunInBatchesAsync(transaction, statement, group.Select(Row), cancellationToken);
        }
    }

    /// <summary>Refuses claims that the schema does not allow, before anything is written or kept.</summary>
    /// <exception cref="RefusedClaimsException">The first of them, and how many there are.</exception>
    public void Check(GraphClaims claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var faults = schema.Validate(claims);
        if (faults.Count > 0)
        {
            throw new RefusedClaimsException($"本体不允许：{faults[0]}{(faults.Count > 1 ? $"（共 {faults.Count} 处）" : string.Empty)}；请改 ontology/schema/graph.yaml，或改作出这一主张的规则");
        }
    }

    private static string Quoted(string type) => type is "ON" ? "`ON`" : type;

    private static GraphValue Row(NodeClaim claim) => GraphValue.MapOf(("id", claim.Key.Id), ("properties", Properties(claim.Properties)));

    private static GraphValue Row(RelationshipClaim claim) =>
        GraphValue.MapOf(("from", claim.From.Id), ("to", claim.To.Id), ("properties", Properties(claim.Properties)));

    private static MapValue Properties(IReadOnlyDictionary<string, GraphValue> properties) => new(properties);

    private static async Task RunInBatchesAsync(IGraphTransaction transaction, string statement, IEnumerable<GraphValue> rows, CancellationToken cancellationToken)
    {
        foreach (var batch in rows.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var parameters = new Dictionary<string, GraphValue> { ["rows"] = GraphValue.ListOf(batch) };
            await transaction.RunAsync(new GraphQuery(statement, parameters, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
        }
    }
}
