using System.Collections;
using System.Reflection;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j.Tests.Conformance;

/// <summary>The constructs of the language that a statement uses, read from its syntax tree: kinds of node, what is optional in them and there, operators, functions.</summary>
internal static class StatementConstructs
{
    /// <summary>Names of the constructs: <c>MatchClause.IsOptional</c>, <c>BinaryExpression.Operator In</c>, <c>function coalesce</c>.</summary>
    public static SortedSet<string> Of(string statement)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        Add(CypherStatement.Parse(statement).Body, found);
        return found;
    }

    private static void Add(SyntaxNode node, SortedSet<string> found)
    {
        var type = node.GetType();
        found.Add(type.Name);
        if (node is FunctionCall call)
        {
            found.Add($"function {call.Name.ToLowerInvariant()}{(call.Distinct ? " DISTINCT" : string.Empty)}");
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.Name is not ("Span" or "EqualityContract")))
        {
            switch (property.GetValue(node))
            {
                case SyntaxNode inner:
                    found.Add($"{type.Name}.{property.Name}");
                    Add(inner, found);
                    break;
                case GraphValue value:
                    found.Add($"{type.Name} {value.GetType().Name}");
                    break;
                case string:
                    break;
                case IEnumerable inner:
                    foreach (var element in inner.OfType<SyntaxNode>())
                    {
                        found.Add($"{type.Name}.{property.Name}");
                        Add(element, found);
                    }

                    break;
                case bool and true:
                    found.Add($"{type.Name}.{property.Name}");
                    break;
                case Enum choice:
                    found.Add($"{type.Name}.{property.Name} {choice}");
                    break;
            }
        }
    }
}
