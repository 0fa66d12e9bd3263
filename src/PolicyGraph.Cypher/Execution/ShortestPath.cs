using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>The shortest walks between two known nodes.</summary>
internal sealed class ShortestPath(PlanOperator source, int from, int list, int to, (int Least, int Most) bounds, RelationshipDemand demand, bool isAll) : PlanOperator(source)
{
    private readonly BidirectionalSearch paths = new(demand, bounds.Most, isAll);

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[from] is not Node start || row[to] is not Node end)
            {
                continue;
            }

            foreach (var walk in Search(start.Id, end.Id, row, context))
            {
                var next = Copy(row);
                next[list] = new ListValue(walk);
                yield return next;
            }
        }
    }

    private IEnumerable<GraphValue[]> Search(long start, long end, GraphValue[] row, RunContext context)
    {
        if (start == end)
        {
            return bounds.Least == 0 ? [[]] : throw CypherFault.SameEnds();
        }

        return paths.Between(start, end, row, context);
    }
}
