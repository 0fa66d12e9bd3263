namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Statements that change the graph, and statements that fail.</summary>
internal sealed partial class QueryGenerator
{
    private GeneratedQuery Writing(Production production)
    {
        var one = $"MATCH (n:Document {{id: {1 + random.Next(12)}}})";
        var some = $"MATCH (n:{Pick("Document", "Policy", "Firm")}) WHERE n.id % {2 + random.Next(3)} = 0";
        return Write(Use(production, production switch
        {
            Production.Create => Pick($"CREATE (n:New{Pick(string.Empty, ":Policy")} {{id: {random.Next(99)}, v: {Stored()}}}) RETURN n.id", $"UNWIND {Pick("[1, 2, 3]", "[]", "range(1, 4)")} AS i CREATE (:New {{i: i, v: {Stored()}}})"),
            Production.CreatePath => $"{one} CREATE p = (n)-[r:MADE {{w: {Stored()}}}]->(m:New {{of: n.id}}){Pick(string.Empty, "<-[:MADE]-(:New)")} RETURN length(p)",
            Production.Insert => $"INSERT (n:New&Policy {{v: {Stored()}}})-[:MADE]->(:New) RETURN n.v",
            Production.Merge => Pick($"MERGE (n:Document {{id: {random.Next(20)}}}) RETURN n.title", $"{one} MERGE (n)-[r:{Pick("NEXT", "CITES", "MADE")}]->(m:Document {{id: {1 + random.Next(12)}}}) RETURN count(*)", $"UNWIND [1, 2, 1] AS i MERGE (n:New {{i: i}}) RETURN count(DISTINCT n)"),
            Production.OnCreate or Production.OnMatch => $"UNWIND [{random.Next(14)}, 3, 3] AS i MERGE (n:Document {{id: i}}) {Use(Production.OnCreate, "ON CREATE SET")} n.fresh = {Stored()} {Use(Production.OnMatch, "ON MATCH SET")} n.seen = coalesce(n.seen, 0) + 1",
            Production.SetProperty => $"{some} SET n.v = {Pick(Stored(), "n.id * 2", "n.title", "null")} RETURN count(n.v)",
            Production.SetSeveral => $"{some} SET n.year = {Stored()}, n.share = n.{Pick("year", "id", "nope")}, n.title = {Stored()}",
            Production.SetAll => $"{one} SET n = {Pick("{id: n.id, x: 1}", "{}", "properties(n)", "{id: 1, share: null}")} RETURN n",
            Production.SetMore => $"{some} SET n += {Pick("{x: 1, title: null}", "{}", "{year: 1, nope: null}", "null")}",
            Production.SetLabels => $"{some} SET n{Pick(":Extra", ":Policy", ":Extra:More")}, n.v = 1",
            Production.SetDynamic => $"{one} SET n[{Pick("'v'", "'a' + 'b'", "'title'")}] = {Stored()} RETURN n",
            Production.DynamicLabels => $"{some} {Pick("SET n:$('Extra')", "SET n:$(['Extra', 'More']):Policy", "REMOVE n:$('Policy')", "SET n:$(n.name)", "SET n IS Extra", "SET n['d' + 'yn'] = 1, n.dyn2 = 2", "REMOVE n['title'], n:Policy")} RETURN size(labels(n)) AS c",
            Production.RemoveProperty => $"{some} REMOVE n.{Pick("title", "year", "nope")}",
            Production.RemoveLabels => $"{some} REMOVE n{Pick(":Policy", ":Nope", ":Policy:Document")}",
            Production.Delete => Pick("MATCH (:Document)-[r:CITES]->() WHERE r.w > 2 DELETE r", "MATCH ()-[r:NEXT]->() DELETE r RETURN count(*)", "CREATE (n:New) WITH n DELETE n"),
            Production.DetachDelete => $"{some} DETACH DELETE n",
            Production.Foreach => $"{one} FOREACH (i IN {Pick("[1, 2]", "range(1, 3)", "[]", "null")} | {Pick("CREATE (:New {i: i})", "SET n.last = i", "MERGE (:New {i: i % 2})")})",
            _ => $"{some} CALL (n) {{ {Pick("SET n.v = 1", "CREATE (:New {of: n.id})", "MERGE (m:New {k: n.id % 2}) RETURN m.k AS k")} }} RETURN count(*)",
        }));
    }

    private string Stored() => Pick(
        Number(null, 0), Text(null, 0), Temporal(null), "[1, 2]", "['a', '中']", "[]", "true", "point({x: 1, y: 2})", "[1, 2.5]", "[date('2024-01-01')]", "duration('P1D')");

    private GeneratedQuery Faulty(Production production) => production == Production.ConstraintFault
        ? Write(Use(production, Pick("CREATE (:Document {id: 3})", "MATCH (n:Document {id: 1}) SET n.id = 2", "MATCH (n:Firm) SET n:Document, n.id = 5", "MERGE (n:Document {id: 4, title: 'x'})", "UNWIND [50, 51, 50] AS i CREATE (:Document {id: i})", "MATCH (n:Document {id: 1}) SET n = {id: 2.0}", "CREATE (:Document:Firm {id: 12})", "MATCH (n:Document) SET n.id = n.id + 1", "CREATE (n:Document {id: 1}) DELETE n")))
        : Read(Use(production, production switch
    {
        Production.SyntaxFault => Pick("MATCH (n RETURN n", "RETURN", "MATCH (n) RETURN n LIMIT", "RETURN [1, 2", "MATCH (n)-[:A->(m) RETURN n", "RETURN 1 AS", "RETURN 'open", "MATCH (n) WHERE RETURN n", "RETURN 017", "RETURN CASE WHEN true THEN 1", "MATCH (n) WITH n", "RETURN {a 1}", "MATCH n RETURN n", "RETURN 1 != 2", "RETURN 5abc", "FOO (n)"),
        Production.UnknownVariable => Pick("RETURN x", "MATCH (n) RETURN m.id", "WITH 1 AS a RETURN b", "MATCH (n) WITH n.id AS i RETURN n", "RETURN [x IN [1] | y]", "MATCH (n) WHERE (n)-->(m) RETURN n"),
        Production.UnknownFunction => Pick("RETURN nope(1)", "RETURN sizee([1])", "CALL db.nope()", "RETURN apoc.x(1)", "CALL db.labels() YIELD nope RETURN nope"),
        Production.WrongArgumentCount => Pick("RETURN abs()", "RETURN toUpper('a', 'b')", "RETURN left('a')", "RETURN count(1, 2)", "RETURN range(1)", "CALL db.labels(1) YIELD label RETURN label"),
        Production.StaticTypeFault => Pick("RETURN 1 + true", "RETURN toUpper(1)", "RETURN NOT 1", "RETURN -'a'", "MATCH (n) RETURN n + 1", "RETURN size(1)", "RETURN {a: 1} + 1", "RETURN 'a' * 2", "WITH 1 AS n MATCH (n) RETURN n", "RETURN 1 IN 2", "MATCH (n) RETURN type(n)", "RETURN date('2024-01-01') + 1", "RETURN 'a' AND true", "RETURN [1] AND true", "RETURN range(1, 'a')", "RETURN 1:Label", "MATCH (n)-[n]->() RETURN n"),
        Production.RunningTypeFault => Pick("UNWIND [1, 'a'] AS x RETURN x * 2", "MATCH (n:Document) RETURN n.title - 1", "WITH {a: 1} AS m RETURN toUpper(m.a)", "UNWIND [[1], 1] AS x RETURN head(x)", "MATCH (n:Document) WHERE n.title RETURN n", "WITH {a: 'x'} AS m RETURN m.a.b", "UNWIND [1, 'a'] AS x RETURN sum(x)", "WITH {a: [1]} AS m RETURN abs(m.a)", "WITH {a: 1} AS m RETURN m.a AND true", "MATCH (n:Document) RETURN n.issued.hour"),
        Production.ArithmeticFault => Pick("RETURN 1 / 0", "RETURN 5 % 0", "RETURN 9223372036854775807 + 1", "RETURN 9223372036854775807 * 2", "RETURN -9223372036854775808 - 1", "WITH 0 AS z RETURN 1 / z"),
        Production.RunningFault => Pick("RETURN date('2024-13-01')", "RETURN date('x')", "RETURN substring('a', -1)", "RETURN range(1, 3, 0)", "RETURN 'a' =~ '['", "RETURN duration('x')", "RETURN point({x: 1})", "RETURN date({year: 2024, month: 13})", "RETURN datetime('2024-01-01T00:00[Nowhere]')", "RETURN left('a', -1)", "RETURN round(1.5, 1, 'NOPE')", "RETURN date(1)", "RETURN localtime({minute: 3})", "RETURN duration({nope: 1})"),
        Production.AggregationFault => Pick("MATCH (n) WHERE count(n) > 1 RETURN n", "RETURN count(count(1))", "MATCH (n) RETURN n.id + count(*)", "MATCH (n) RETURN n.id AS x ORDER BY count(*)", "MATCH (n) WITH count(*) RETURN 1", "MATCH (n) RETURN count(*) LIMIT n.id"),
        Production.MissingParameter => Pick("RETURN $missing", "MATCH (n {id: $nope}) RETURN n", "RETURN 1 LIMIT $l"),
        _ => Pick("RETURN 1 AS a, 2 AS a", "WITH 1 AS a, 2 AS a RETURN a", "UNWIND [1] AS x UNWIND [2] AS x RETURN x", "RETURN 1 AS a UNION RETURN 2 AS b", "RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a", "MATCH (n) CALL (n) { RETURN 1 AS n } RETURN n", "CALL { RETURN 1 } RETURN 1 AS x", "WITH 1 RETURN 1"),
        }));
}
