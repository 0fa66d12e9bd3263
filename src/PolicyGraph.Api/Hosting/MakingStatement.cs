using System.Globalization;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>A statement that only makes nodes and relationships and names each of them, such as those of an exported script: it can be asked what it made, where others need the whole graph compared.</summary>
/// <param name="Text">The statement.</param>
/// <param name="Nodes">Variables of the nodes that it makes.</param>
/// <param name="Relationships">Variables of the relationships that it makes.</param>
internal sealed record MakingStatement(string Text, IReadOnlyList<string> Nodes, IReadOnlyList<string> Relationships)
{
    /// <summary>The statement with a RETURN that <see cref="MadeOnServer"/> reads.</summary>
    public string Returning
    {
        get
        {
            var columns = Nodes.SelectMany((n, i) => (string[])[Column(GraphCopy.Quoted(n), "n", i), Column($"elementId({GraphCopy.Quoted(n)})", "ne", i)])
                .Concat(Relationships.SelectMany((r, i) => (string[])
                [
                    Column(GraphCopy.Quoted(r), "r", i), Column($"elementId({GraphCopy.Quoted(r)})", "re", i),
                    .. End(GraphCopy.Quoted(r), "startNode", "s", i), .. End(GraphCopy.Quoted(r), "endNode", "t", i),
                ]));
            return $"{Text.TrimEnd().TrimEnd(';')}\nRETURN {string.Join(", ", columns)}";
        }
    }

    /// <summary>Reads a statement; null where it does something else, or makes what it does not name.</summary>
    public static MakingStatement? Of(string text, StatementBody body)
    {
        if (body is not QueryBody { Query: SingleQuery { Clauses: var clauses } })
        {
            return null;
        }

        var bound = new HashSet<string>(StringComparer.Ordinal);
        var (nodes, relationships) = (new List<string>(), new List<string>());
        foreach (var clause in clauses)
        {
            var isKnown = clause switch
            {
                MatchClause match when nodes.Count + relationships.Count == 0 => Bind(match.Patterns, bound),
                UnwindClause unwind when nodes.Count + relationships.Count == 0 => bound.Add(unwind.Variable.Name),
                CreateClause create => create.Patterns.All(p => Make(p, bound, nodes, relationships)),
                SetClause set => set.Items.All(i => Subject(i) is { } name && (nodes.Contains(name) || relationships.Contains(name))),
                _ => false,
            };
            if (!isKnown)
            {
                return null;
            }
        }

        return nodes.Count + relationships.Count > 0 ? new MakingStatement(text, nodes, relationships) : null;
    }

    private static string Column(string value, string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{value} AS {kind}{number}");

    private static IEnumerable<string> End(string relationship, string function, string kind, int number)
    {
        yield return Column($"{function}({relationship})", kind, number);
        yield return Column($"{function}({relationship}).journalName", kind + "n", number);
        yield return Column($"{function}({relationship}):PolicyGraph", kind + "p", number);
    }

    private static bool Bind(IEnumerable<PathPattern> patterns, HashSet<string> bound)
    {
        foreach (var pattern in patterns)
        {
            bound.UnionWith(pattern.Elements.Select(e => e switch { NodePattern n => n.Variable?.Name, RelationshipPattern r => r.Variable?.Name, _ => null }).Append(pattern.Variable?.Name).OfType<string>());
        }

        return true;
    }

    private static bool Make(PathPattern pattern, HashSet<string> bound, List<string> nodes, List<string> relationships)
    {
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case NodePattern { Variable: { } node }:
                    if (bound.Add(node.Name))
                    {
                        nodes.Add(node.Name);
                    }

                    break;
                case RelationshipPattern { Variable: { } relationship } when bound.Add(relationship.Name):
                    relationships.Add(relationship.Name);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static string? Subject(SetItem item) => item switch
    {
        SetProperties all => all.Subject.Name,
        SetLabels labels => labels.Subject.Name,
        SetProperty { Subject: Variable variable } => variable.Name,
        _ => null,
    };
}
