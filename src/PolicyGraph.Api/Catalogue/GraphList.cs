using PolicyGraph.Graph;

namespace PolicyGraph.Api.Catalogue;

/// <summary>What the graph holds of one kind: the rows of <c>list</c>.</summary>
public static class GraphList
{
    /// <summary>The query for each kind: documents, enterprises, standards, assessments.</summary>
    public static IReadOnlyDictionary<string, string> Queries { get; } = new Dictionary<string, string>
    {
        ["documents"] = """
            MATCH (d:Document) WHERE d.status <> 'stub'
            RETURN d.id AS id, d.title AS title, d.documentNumber AS number, d.issuingAuthority AS issuer, d.level AS level, d.jurisdiction AS jurisdiction,
                   d.publishedOn AS publishedOn, d.type AS type, d.path AS path
            ORDER BY id
            """,
        ["enterprises"] = """
            MATCH (e:Enterprise)
            OPTIONAL MATCH (e)-[:PROVIDES]->(d:Document)
            RETURN e.id AS id, e.name AS title, e.industry AS industry, e.jurisdiction AS jurisdiction, count(d) AS papers
            ORDER BY id
            """,
        ["standards"] = """
            MATCH (s:Edition)
            OPTIONAL MATCH (s)-[:HAS_CRITERION]->(c:Criterion)
            RETURN s.id AS id, s.title AS title, s.number AS number, s.validFrom AS validFrom, s.validUntil AS validUntil, count(c) AS criteria
            ORDER BY id
            """,
        ["assessments"] = """
            MATCH (a:Assessment)
            RETURN a.id AS id, a.enterpriseName AS title, a.savedAt AS savedAt, a.asOf AS asOf, a.standardSet AS standards, a.benchmarks AS benchmarks, a.qualifies AS qualifies
            ORDER BY savedAt, id
            """,
    };

    /// <summary>The rows of one kind, by id.</summary>
    /// <param name="graph">Where to ask.</param>
    /// <param name="kind">A key of <see cref="Queries"/>.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static Task<GraphResult> ReadAsync(IGraphDatabase graph, string kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        return graph.ExecuteAsync(new GraphQuery(Queries[kind]), cancellationToken);
    }
}
