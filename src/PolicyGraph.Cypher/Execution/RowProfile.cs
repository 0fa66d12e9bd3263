using PolicyGraph.Cypher.Planning;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>How many rows each operator of one run handed on.</summary>
internal sealed class RowProfile
{
    private readonly Dictionary<PlanOperator, long> rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Lets rows pass and counts them.</summary>
    public IEnumerable<GraphValue[]> Count(PlanOperator step, IEnumerable<GraphValue[]> passing)
    {
        rows.TryAdd(step, 0);
        foreach (var row in passing)
        {
            rows[step]++;
            yield return row;
        }
    }

    /// <summary>A plan for people, with rows where they were counted.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="profile">What was counted; null when it did not run.</param>
    /// <param name="results">Rows of the result; null when it did not run.</param>
    public static GraphPlan Describe(QueryPlan plan, RowProfile? profile, long? results) =>
        new("ProduceResults", string.Join(", ", plan.Columns.Select(c => c.Name)), results, [Describe(plan.Root, profile)]);

    private static GraphPlan Describe(PlanOperator step, RowProfile? profile)
    {
        // A chain of operators is as long as the statement; only plans inside of plans are deep.
        List<PlanOperator> chain = [];
        for (var at = step; at is not null; at = at.Source)
        {
            chain.Add(at);
        }

        GraphPlan? below = null;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            var at = chain[i];
            List<GraphPlan> children = below is null ? [] : [below];
            children.AddRange(at.Inner.Select(inner => Describe(inner, profile)));
            below = new GraphPlan(at.GetType().Name, at.Details, profile?.rows.GetValueOrDefault(at), children);
        }

        return below!; // The chain begins with the step itself.
    }
}
