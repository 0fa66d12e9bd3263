using PolicyGraph.Graph;

namespace PolicyGraph.Api.Catalogue;

/// <summary>What the graph holds of one document, enterprise, standard, criterion or saved assessment: the answer of <c>show</c>.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title or name; null where unknown.</param>
/// <param name="Node">Its node.</param>
/// <param name="Parts">What hangs on it, one table each.</param>
public sealed record GraphEntry(string Id, string? Title, Node Node, IReadOnlyList<EntryPart> Parts)
{
    /// <summary>Finds the node; nodes of other labels have no entry.</summary>
    public const string Find = """
        MATCH (n) WHERE n.id = $id AND (n:Document OR n:Enterprise OR n:Edition OR n:Criterion OR n:Assessment OR n:Finding)
        RETURN n AS node, coalesce(n.title, n.name, n.enterpriseName) AS title
        """;

    /// <summary>The tables by the label that has them, with the key of the JSON, the heading for people and the query.</summary>
    public static IReadOnlyList<(string Label, string Key, string Heading, string Query)> PartQueries { get; } =
    [
        ("Document", "provisions", "条款", "MATCH (d:Document {id: $id})-[:HAS_PROVISION]->(p:Provision) RETURN p.path AS path, p.number AS number, p.heading AS heading, p.start AS start, p.end AS end ORDER BY p.ordinal"),
        ("Document", "targets", "目标", "MATCH (t:Target {documentId: $id}) RETURN t.indicator AS indicator, t.value AS value, t.valueMax AS valueMax, t.unit AS unit, t.year AS year, t.quote AS quote, t.start AS start, t.end AS end ORDER BY t.start, t.id"),
        ("Document", "cites", "引用", "MATCH (:Document {id: $id})-[r:CITES]->(o:Document) RETURN o.id AS id, o.title AS title, o.documentNumber AS number, o.status AS status ORDER BY id"),
        ("Document", "facts", "所载事实", "MATCH (:Document {id: $id})-[:STATES]->(f:Fact) RETURN f.field AS field, f.qualifier AS qualifier, f.written AS written, f.unit AS unit, f.date AS date, f.statement AS statement, f.quote AS quote, f.start AS start, f.end AS end ORDER BY f.ordinal"),
        ("Enterprise", "papers", "证据文件", "MATCH (:Enterprise {id: $id})-[:PROVIDES]->(d:Document) OPTIONAL MATCH (d)-[:STATES]->(f:Fact) RETURN d.id AS id, d.path AS path, d.type AS type, count(f) AS facts ORDER BY path"),
        ("Edition", "criteria", "准则", "MATCH (:Edition {id: $id})-[:HAS_CRITERION]->(c:Criterion) RETURN c.criterion AS criterion, c.clause AS clause, c.title AS title, c.kind AS kind ORDER BY criterion"),
        ("Enterprise", "assessments", "保存的评价", "MATCH (a:Assessment {enterpriseId: $id}) RETURN a.id AS id, a.savedAt AS savedAt, a.asOf AS asOf, a.standardSet AS standards, a.benchmarks AS benchmarks, a.qualifies AS qualifies ORDER BY savedAt"),
        ("Criterion", "needs", "所需证据", "MATCH (:Criterion {id: $id})-[:NEEDS]->(t:EvidenceType) RETURN t.id AS id, t.name AS title ORDER BY id"),
        ("Criterion", "parts", "下级准则", "MATCH (c:Criterion)-[:PART_OF]->(:Criterion {id: $id}) RETURN c.id AS id, c.clause AS clause, c.title AS title, c.kind AS kind ORDER BY id"),
        ("Assessment", "findings", "结论", "MATCH (:Assessment {id: $id})-[:HAS_FINDING]->(f:Finding) RETURN f.standard AS standard, f.criterion AS criterion, f.title AS title, f.verdict AS verdict, f.value AS value, f.unit AS unit, f.points AS points, f.weight AS weight, f.reason AS reason ORDER BY f.ordinal"),
        ("Finding", "restsOn", "依据", "MATCH (:Finding {id: $id})-[:RESTS_ON]->(x:Fact) RETURN x.id AS id, x.field AS field, x.written AS written, x.quote AS quote, x.documentId AS document ORDER BY id"),
    ];

    /// <summary>Finds the entry of an id; null when the graph has none.</summary>
    public static async Task<GraphEntry?> FindAsync(IGraphDatabase graph, string id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var parameters = new Dictionary<string, GraphValue> { ["id"] = id };
        var found = await graph.ExecuteAsync(new GraphQuery(Find, parameters), cancellationToken);
        if (found.Rows.Count == 0)
        {
            return null;
        }

        var node = (Node)found.Rows[0][0];
        var parts = new List<EntryPart>();
        foreach (var (_, key, heading, query) in PartQueries.Where(p => node.Labels.Contains(p.Label)))
        {
            parts.Add(new EntryPart(key, heading, await graph.ExecuteAsync(new GraphQuery(query, parameters), cancellationToken)));
        }

        return new GraphEntry(id, found.Rows[0][1].AsString(), node, parts);
    }
}

/// <summary>One table of a <see cref="GraphEntry"/>.</summary>
/// <param name="Key">Its key in the JSON.</param>
/// <param name="Heading">Its heading for people.</param>
/// <param name="Rows">Its rows.</param>
public sealed record EntryPart(string Key, string Heading, GraphResult Rows);
