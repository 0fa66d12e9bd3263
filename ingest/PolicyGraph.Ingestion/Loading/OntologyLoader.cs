using PolicyGraph.Graph;
using PolicyGraph.Ontology.Claims;

namespace PolicyGraph.Ingestion.Loading;

/// <summary>Puts the ontology's own nodes (editions, criteria, industries, evidence types …) into the graph, once for each version.</summary>
public sealed class OntologyLoader(GraphLoader loader)
{
    private static readonly string[] Clear =
    [
        "MATCH ()-[r]->() WHERE r.ontology IS NOT NULL DELETE r",
        "MATCH (n) WHERE n.ontology IS NOT NULL AND NOT (n)--() DELETE n",
        "MATCH (n) WHERE n.ontology IS NOT NULL REMOVE n.ontology",
    ];

    /// <summary>Loads the claims unless the graph holds this version already.</summary>
    /// <returns>Whether anything was loaded.</returns>
    /// <param name="graph">Where to load.</param>
    /// <param name="write">Does work in a transaction and commits it.</param>
    /// <param name="version">The version that is loaded.</param>
    /// <param name="claims">What it says.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<bool> LoadAsync(IGraphDatabase graph, Func<Func<IGraphTransaction, Task>, Task> write, string version, Func<GraphClaims> claims, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(claims);
        var ask = new GraphQuery("MATCH (o:Ontology {id: 'ontology'}) RETURN o.version AS version");
        var held = await graph.ExecuteAsync(ask, cancellationToken);
        if (held.Records.Any(r => r["version"].AsString() == version))
        {
            return false;
        }

        foreach (var statement in loader.SchemaStatements())
        {
            try
            {
                await graph.ExecuteAsync(new GraphQuery(statement, null, GraphAccess.Write), cancellationToken);
            }
            catch (GraphException error) when (error.Class == GraphErrorClass.Constraint && error.Code.EndsWith("AlreadyExists", StringComparison.Ordinal))
            {
                // On a server another process made it between the look and the making, IF NOT EXISTS or not.
            }
        }

        var loaded = false;
        await write(async transaction =>
        {
            var now = await transaction.RunAsync(ask, cancellationToken);
            var versions = now.Records.Select(r => r["version"].AsString()).OfType<string>().ToList();
            loaded = !versions.Contains(version);
            if (!loaded)
            {
                return; // Another process was faster.
            }

            foreach (var statement in versions.Count > 0 ? Clear : [])
            {
                await transaction.RunAsync(new GraphQuery(statement, null, GraphAccess.Write) { Limits = GraphLimits.None }, cancellationToken);
            }

            await loader.LoadAsync(transaction, Marked(claims(), version), fromOntology: true, cancellationToken);
            await AssessmentStore.LinkCriteriaAsync(transaction, cancellationToken);
        });
        return loaded;
    }

    private static GraphClaims Marked(GraphClaims claims, string version)
    {
        var marked = new GraphClaims();
        marked.Node("Ontology", "ontology", new Dictionary<string, GraphValue> { ["version"] = version });
        foreach (var node in claims.Nodes)
        {
            marked.Node(node.Key.Label, node.Key.Id, With(node.Properties, version), node.ExtraLabels);
        }

        foreach (var relationship in claims.Relationships)
        {
            marked.Relationship(relationship.Type, relationship.From, relationship.To, With(relationship.Properties, version));
        }

        return marked;
    }

    private static Dictionary<string, GraphValue> With(IReadOnlyDictionary<string, GraphValue> properties, string version) =>
        new(properties, StringComparer.Ordinal) { ["ontology"] = version };
}
