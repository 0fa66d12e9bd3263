namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Queries around one clause that reads, one form of pattern or one aggregate.</summary>
internal sealed partial class QueryGenerator
{
    private GeneratedQuery Reading(Production production)
    {
        var start = Use(Production.Match, "MATCH (n:Document)");
        return production switch
        {
            Production.OptionalMatch => Read($"{start} OPTIONAL MATCH (n)-[:{Types()}]->(m) {Where("m")} RETURN n.id, m.id, {Any("m", 1)} AS x"),
            Production.Unwind => Read($"UNWIND {ListOf(2)} AS x RETURN x, {Any(null, 1)} AS y"),
            Production.With => Read($"{start} WITH n, {Any("n", 2)} AS x RETURN n.id, x"),
            Production.WithWhere => Read($"{start} WITH n.id AS id, {Number("n", 2)} AS x {Use(Production.Where, "WHERE")} x > {Number(null, 0)} RETURN id, x"),
            Production.WithStar => Read($"{start} WITH *, {Any("n", 1)} AS x RETURN n.id, x"),
            Production.ReturnStar => Read($"{start} WITH n.id AS id, {Any("n", 1)} AS x RETURN *"),
            Production.Distinct => Read($"{start} RETURN DISTINCT {Any("n", 1)} AS x"),
            Production.OrderBy or Production.Descending => Read($"{start} RETURN n.id AS id, {Comparable("n")} AS x {Use(Production.OrderBy, "ORDER BY")} x {Pick(Use(Production.Descending, "DESC"), "ASC", "DESCENDING", string.Empty)}, id", isOrdered: true),
            Production.Skip or Production.Limit => Read($"{start} RETURN n.id AS id, {Any("n", 1)} AS x {Use(Production.OrderBy, "ORDER BY")} id {Use(Production.Skip, Pick("SKIP", "OFFSET"))} {random.Next(4)} {Use(Production.Limit, "LIMIT")} {random.Next(6)}", isOrdered: true),
            Production.OrderByClause => Read($"{start} ORDER BY n.id LIMIT {1 + random.Next(5)} RETURN n.id, {Any("n", 1)} AS x", isOrdered: true),
            Production.Finish => Read($"{start} {Where("n")} FINISH"),
            Production.Union or Production.UnionAll => Read($"{start} RETURN {Any("n", 1)} AS x UNION{(production == Production.UnionAll ? " ALL" : Pick(string.Empty, " DISTINCT"))} MATCH (n:Firm) RETURN {Any("n", 1)} AS x"),
            Production.CallProcedure => Read($"CALL {Pick("db.labels() YIELD label AS x", "db.relationshipTypes() YIELD relationshipType AS x", "db.labels() YIELD label AS x WHERE x STARTS WITH 'P'")} RETURN {Pick("x", "count(x) AS n", "max(x) AS m")}"),
            Production.YieldWhere => Read($"CALL db.relationshipTypes() YIELD relationshipType AS t WHERE t <> {Pick("'CITES'", "'NEXT'", "''")} RETURN t"),
            Production.CallSubquery => Read($"{start} CALL {{ MATCH (m:Firm) RETURN {Aggregate("m", out _)} AS x }} RETURN n.id, x"),
            Production.CallImporting => Read($"{start} CALL {{ WITH n MATCH (n)-[:{Types()}]-(m) RETURN {Aggregate("m", out _)} AS x }} RETURN n.id, x"),
            Production.CallScope => Read($"{start} CALL (n) {{ MATCH (n)-[r:{Types()}]-(m) RETURN m.id AS x, {Any("m", 1)} AS y }} RETURN n.id, x, y"),
            Production.CallScopeAll => Read($"{start} CALL (*) {{ MATCH (n)-[r:{Types()}]->(m) RETURN {Aggregate("m", out _)} AS x }} RETURN n.id, x"),
            Production.SubqueryUnion => Read($"{start} CALL {Pick("(n) {", "{ WITH n")} MATCH (n)-[:{Types()}]->(m) RETURN m.id AS x UNION {Pick("ALL ", string.Empty)}{Pick(string.Empty, "WITH n ")}RETURN {Pick("n.id", "1", "null")} AS x }} RETURN n.id, x"),
            Production.UsingHint => Read($"MATCH (n:Document) USING {Pick("SCAN n:Document", "INDEX n:Document(id)")} WHERE n.id {Pick("=", ">", "<")} {random.Next(12)} RETURN n.id, {Any("n", 1)} AS x"),
            Production.Explain => Read($"EXPLAIN {start} {Where("n")} RETURN n.id, {Any("n", 1)} AS x"),
            Production.Profile => Read($"PROFILE {start} {Where("n")} RETURN n.id, {Any("n", 1)} AS x"),
            Production.SeveralClauses => SeveralClauses(),
            Production.OptionalCall => Read($"{start} OPTIONAL CALL (n) {{ MATCH (n)-[:{Types()}]->(m) {Where("m")} RETURN m.id AS x }} RETURN n.id, x"),
            _ => Read($"{start} {Where("n")} RETURN n.id, {Any("n", 2)} AS x"),
        };
    }

    private GeneratedQuery Matching(Production production)
    {
        var query = production switch
        {
            Production.NodeProperties => $"MATCH (n:Document {{id: {random.Next(14)}{Pick(string.Empty, ", binding: true")}}}) RETURN n",
            Production.NodeWhere => $"MATCH (n:Document WHERE {Truth("n", 1)}) RETURN n.id",
            Production.LabelAnd => $"MATCH (n:Document{Pick("&", ":")}Policy) RETURN n.id",
            Production.LabelOr => "MATCH (n:Policy|Firm) RETURN n.id, labels(n)[0] IS NOT NULL AS x",
            Production.LabelNot => $"MATCH (n:{Pick("!Policy", "Document&!Policy", "!(Firm|Policy)")}) RETURN n.id",
            Production.LabelAny => $"MATCH (n:{Pick("%", "!%", "%&!Firm")}) RETURN n.id",
            Production.LabelIs => $"MATCH (n IS {Pick("Firm", "Policy|Firm")}) RETURN n.id",
            Production.Outgoing => $"MATCH (n:Document)-[r]->(m) {Where("m")} RETURN n.id, type(r), m.id",
            Production.Incoming => $"MATCH (n:Document)<-[r]-(m) {Where("n")} RETURN n.id, type(r), m.id",
            Production.Undirected => $"MATCH (n:Document)-[r:{Types()}]-(m) RETURN n.id, r.w, m.id",
            Production.RelationshipType => $"MATCH ()-[r:{Pick("NEXT", "CITES", "KEEPS", "NOPE")}]->(m) RETURN r, {Any("m", 1)} AS x",
            Production.RelationshipTypes => $"MATCH (n)-[r:{Pick("NEXT|CITES", "NEXT|NOPE", "!NEXT", "CITES|KEEPS")}]->() RETURN n.id, r",
            Production.RelationshipProperties => $"MATCH (n)-[r:NEXT {{w: {random.Next(4)}}}]->(m) RETURN n.id, m.id",
            Production.RelationshipWhere => $"MATCH (n)-[r:CITES WHERE r.w {Pick(">", "<", "=")} {random.Next(6)}]->(m) RETURN n.id, r.note",
            Production.VariableLength => $"MATCH (n:Document {{id: {1 + random.Next(12)}}})-[r:CITES*]->(m) RETURN m.id, size(r)",
            Production.VariableLengthBounds => $"MATCH (n:Document {{id: {1 + random.Next(12)}}})-[r:{Types()}*{Pick("1..2", "0..2", "2", "..2", "0")}]-(m) RETURN m.id, size(r), [x IN r | x.w] AS w",
            Production.QuantifiedRelationship => $"MATCH (n:Document {{id: {1 + random.Next(12)}}})-[r:NEXT]->{Pick("+", "*", "{1,3}", "{2}", "{,2}", "{2,}")}(m) RETURN m.id, size(r)",
            Production.PathVariable => $"MATCH p = (n:Document)-[:{Types()}]->(m) RETURN p, length(p), [x IN nodes(p) | x.id] AS ids",
            Production.SeveralPatterns => $"MATCH (n:Document)-[:CITES]->(m), (n)-[:NEXT]->(o) {Where("o")} RETURN n.id, m.id, o.id",
            Production.ShortestPath => $"MATCH p = shortestPath((a:Document {{id: {1 + random.Next(12)}}})-[:NEXT|CITES*..6]-(b:Document {{id: {1 + random.Next(12)}}})) {Pick("WHERE a <> b ", string.Empty)}RETURN length(p)",
            Production.AllShortestPaths => "MATCH p = allShortestPaths((a:Document {id: 1})-[:NEXT|CITES*]-(b:Document)) WHERE b.id > 1 RETURN b.id, length(p), [x IN nodes(p) | x.id] AS ids",
            _ => $"MATCH (n:{Pick("Document", "Policy", "Firm", "Nope")}) {Where("n")} RETURN n.id, {Any("n", 1)} AS x",
        };
        return Read(Use(production, query));
    }

    private GeneratedQuery Aggregating(Production production)
    {
        var call = production switch
        {
            Production.CountStar => "count(*)",
            Production.CountAggregate => $"count({Any("n", 1)})",
            Production.DistinctAggregate => $"count(DISTINCT {Comparable("n")})",
            Production.Sum => $"sum({Number("n", 1)})",
            Production.Avg => $"avg({Number("n", 1)})",
            Production.MinMax => $"{Pick("min", "max")}({Comparable("n")})",
            Production.Deviation => $"{Pick("stDev", "stDevP")}({Pick("n.id", "n.share", "n.year", "n.id % 5")})",
            Production.Percentile => $"{Pick("percentileCont", "percentileDisc")}({Pick("n.id", "n.share", "n.year")}, {Pick("0.5", "0.0", "1.0", "0.9", "0.25")})",
            _ => $"size(collect({Any("n", 1)}))",
        };
        return Read($"{Use(Production.Match, "MATCH (n:Document)")} {Where("n")} RETURN {Pick($"{call} AS x", $"n.binding AS b, {call} AS x", $"n.id % 3 AS k, {call} AS x, count(*) AS c")}");
    }

    private GeneratedQuery Evaluating(Production production)
    {
        var expression = Around("n", production);
        return Chance(0.5) ? Read($"{Use(Production.Match, "MATCH (n:Document)")} RETURN n.id, {expression} AS x") : Read($"{Use(Production.Match, "MATCH (n:Firm)")} RETURN n.id, {expression} AS x");
    }

    private string Where(string node) => Chance(0.5) ? $"{Use(Production.Where, "WHERE")} {Truth(node, 2)}" : string.Empty;

    private string Types() => Pick("NEXT", "CITES", "KEEPS", "NEXT|CITES", "CITES|KEEPS");

    private string Aggregate(string node, out Production production)
    {
        (production, var text) = Pick((Production.CountStar, "count(*)"), (Production.CountAggregate, $"count({node}.year)"), (Production.Sum, $"sum({node}.id)"), (Production.MinMax, $"max({node}.id)"), (Production.Avg, $"avg({node}.share)"));
        return Use(production, text);
    }
}
