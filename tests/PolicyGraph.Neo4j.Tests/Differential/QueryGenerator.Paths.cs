using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Patterns of paths as Neo4j 5 writes them, and labels that are values.</summary>
internal sealed partial class QueryGenerator
{
    private GeneratedQuery MatchingPaths(Production production)
    {
        var from = $"(a:Document {{id: {1 + random.Next(12)}}})";
        var to = $"(b:Document{Pick(string.Empty, ":Policy", $" {{id: {1 + random.Next(12)}}}", " WHERE b.id > 3")})";
        var hop = $"-[:{Types()}]{Pick("->", "-")}";
        var many = $"{hop}{Pick("+", "*", "{1,3}", "{0,4}", "{2}")}";
        var query = production switch
        {
            Production.DynamicLabel => $"MATCH (n:{Pick("$('Policy')", "$(['Document', 'Policy'])", "$any(['Policy', 'Firm'])", "$('No' + 'pe')", "!$('Policy')", "Document&$('Policy')")}) RETURN n.id",
            Production.RelationshipIs => $"MATCH (n)-[r IS {Types()}]->(m) RETURN n.id, type(r), m.id",
            Production.RelationshipNot => $"MATCH (n:Document)-[r:{Pick("!NEXT", "!(NEXT|CITES)", "%", "!%", "CITES&!NEXT", "$('CITES')")}]-(m) RETURN n.id, type(r), m.id",
            Production.QuantifiedPath => $"MATCH {from} ((x){Pick("-[r:NEXT]->", "-[r:CITES]-", "<-[r:NEXT]-")}(y)){Pick("{1,2}", "{2}", "+", "{0,2}", string.Empty)} {to} RETURN b.id{Pick(string.Empty, ", a.id")}",
            Production.QuantifiedWhere => $"MATCH {from} ((x)-[r:NEXT|CITES]->(y) WHERE {Pick("r.w > 1", "x.id <> y.id", Truth("y", 1))}){Pick("{1,3}", "+", "*")} {to} RETURN b.id",
            Production.GroupVariable => $"MATCH {from} ((x)-[r:NEXT]->(y)){Pick("{1,3}", "{0,2}", "+")} (b) RETURN [i IN x | i.id] AS xs, size(r) AS hops, [i IN y | i.id][-1] AS last, b.id",
            Production.ParenthesizedPath => $"MATCH {Pick("p = ", string.Empty)}({from}{hop}{to}{Pick(string.Empty, " WHERE a.id > 2")}) RETURN a.id, b.id",
            Production.AnyPath => $"MATCH p = ANY {Pick(string.Empty, "1 ", "PATH ", "1 PATHS ")}{from}{hop}+{to} RETURN b.id, length(p) > 0 AS some",
            Production.AnyShortest => $"MATCH p = ANY SHORTEST {Pick(string.Empty, "PATH ", "PATHS ")}{from}{many}{to} RETURN b.id, length(p)",
            Production.AllShortest => $"MATCH p = ALL SHORTEST {Pick(string.Empty, "PATHS ")}{from}{many}{to} RETURN b.id, length(p), [n IN nodes(p) | n.id] AS ids",
            Production.ShortestSeveral => $"MATCH p = SHORTEST {1 + random.Next(3)} {Pick(string.Empty, "PATHS ")}{from}-[:NEXT|CITES]-+{to} RETURN b.id, length(p)",
            Production.ShortestGroups => $"MATCH p = SHORTEST {1 + random.Next(3)} {Pick(string.Empty, "PATH ")}GROUP{Pick(string.Empty, "S")} {from}-[:NEXT|CITES]->+{to} RETURN b.id, length(p), count(*) AS c",
            Production.BoundTwice => $"MATCH {from} MATCH (a){hop}(x) MATCH (x)-[:{Types()}]-(y) {Where("y")} RETURN x.id, y.id",
            _ => $"MATCH (n:{Pick("Document", "Policy")} {{id: {GivenAs(Pick<GraphValue>(1L, 2.0, "1", GraphValue.Null))}}}){Pick(string.Empty, "-->(m)")} RETURN n.id",
        };
        return Read(Use(production, query));
    }
}
