namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Clauses one after another, each on what the one before left in scope.</summary>
internal sealed partial class QueryGenerator
{
    private GeneratedQuery SeveralClauses()
    {
        var text = Use(Production.Match, $"MATCH (n:{Pick("Document", "Document", "Policy", "Firm")}) {Where("n")}");
        List<string> names = [];
        var hasNode = true;
        for (var step = 0; step < 2 + random.Next(3); step++)
        {
            var name = Name("v");
            (text, hasNode) = (text + " " + Next(name, names, hasNode, out var left), hasNode && left is null);
            names = left is null ? [.. names, name] : [.. left, name];
        }

        var node = hasNode ? "n" : null;
        return Read($"{text} RETURN {(hasNode ? "n.id AS id, " : string.Empty)}{string.Join(", ", names)}{Pick(string.Empty, $", {Any(node, 1)} AS last")}");
    }

    // What is left in scope beside the new name; null where everything is.
    private string Next(string name, List<string> names, bool hasNode, out IReadOnlyList<string>? left)
    {
        left = null;
        var (node, kept) = (hasNode ? "n" : null, string.Concat(names.Select(n => ", " + n)));
        var number = names.Count > 0 ? Pick([.. names]) : Number(node, 1);
        switch (random.Next(hasNode ? 8 : 4))
        {
            case 0:
                return Use(Production.Unwind, $"UNWIND {Pick(ListOf(1, node), "[1, 2]", "[1, null]")} AS {name}");
            case 1:
                return Use(Production.WithStar, $"WITH *, {Any(node, 1)} AS {name}{Pick(string.Empty, Use(Production.WithWhere, $" WHERE {name} IS NOT NULL"), $" WHERE {Truth(node, 1)}")}");
            case 2:
                left = names.Count == 0 ? [] : [names[0]];
                return Use(Production.With, $"WITH {(names.Count == 0 ? string.Empty : names[0] + ", ")}{Pick("count(*)", $"collect(DISTINCT {number}) IS NOT NULL", $"count({number})", $"min({number})", $"size(collect({number}))")} AS {name}");
            case 3:
                return Use(Production.CallSubquery, $"CALL {{ MATCH (x:Firm) RETURN {Aggregate("x", out _)} AS {name} }}");
            case 4:
                return Use(Production.OptionalMatch, $"OPTIONAL MATCH (n)-[:{Types()}]{Pick("->", "-")}({name} {{id: {1 + random.Next(12)}}})");
            case 5:
                return Use(Production.Match, $"MATCH (n)-[{name}:{Types()}]{Pick("->", "-")}()");
            case 6:
                return Use(Production.CallScope, $"CALL (n) {{ OPTIONAL MATCH (n)-[:{Types()}]->(y) RETURN {Aggregate("y", out _)} AS {name} }}");
            default:
                return Use(Production.With, $"WITH DISTINCT n{kept}, {Any("n", 1)} AS {name}");
        }
    }
}
