using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>A statement that was read and, where it is a query, planned.</summary>
/// <param name="Syntax">The statement.</param>
/// <param name="Plan">The plan; null for a schema command.</param>
internal sealed record PreparedStatement(CypherStatement Syntax, QueryPlan? Plan)
{
    private bool namesAreKnown;

    /// <summary>What the graph does not know of what the statement looks for.</summary>
    /// <remarks>Once everything was known, it is not asked again: what is rare may not cost every run.</remarks>
    public IReadOnlyList<GraphNotice> Notices(GraphView view)
    {
        if (namesAreKnown || Plan is null)
        {
            return [];
        }

        NameUse[] unknown = [.. Plan.Names.Where(n => !n.IsKnownTo(view))];
        namesAreKnown = unknown.Length == 0;
        return [.. unknown.Select(n => n.ToNotice(Syntax.Text, view))];
    }

    /// <summary>Whether it changes the graph or its schema.</summary>
    public bool Writes => Plan?.Writes ?? true;
}

/// <summary>Statements by their text, so that the same text is read and planned once.</summary>
internal sealed class PlanCache(ProcedureCatalog procedures)
{
    private const int Capacity = 256;
    private const int LongestText = 16 << 10;
    private readonly Dictionary<string, (PreparedStatement Statement, int Indexes, long Nodes)> prepared = new(StringComparer.Ordinal);
    private readonly Lock access = new();

    /// <summary>The statement for a text; planned again when indexes came or went, or the graph is of another size.</summary>
    public PreparedStatement Find(string text, GraphView view)
    {
        lock (access)
        {
            if (prepared.TryGetValue(text, out var known) && known.Indexes == view.Indexes.Count && IsNear(known.Nodes, view.NodeCount))
            {
                return known.Statement;
            }
        }

        var syntax = CypherStatement.Parse(text);
        var statement = new PreparedStatement(syntax, syntax.Body is QueryBody query ? StatementPlanner.Plan(text, query.Query, view, procedures) : null);
        if (text.Length <= LongestText)
        {
            Keep(text, (statement, view.Indexes.Count, view.NodeCount));
        }

        return statement;
    }

    private void Keep(string text, (PreparedStatement Statement, int Indexes, long Nodes) entry)
    {
        lock (access)
        {
            if (prepared.Count >= Capacity)
            {
                prepared.Clear();
            }

            prepared[text] = entry;
        }
    }

    private static bool IsNear(long before, long now) => now <= (before * 8) + 64 && before <= (now * 8) + 64;
}
