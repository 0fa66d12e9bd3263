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
            return bounds.Least == 0 ? [[]] : Loops(start, row, context);
        }

        return paths.Between(start, end, row, context);
    }

    // From a node back to itself: the shortest round trip, which breadth first from the node itself would not see.
    private IEnumerable<GraphValue[]> Loops(long start, GraphValue[] row, RunContext context)
    {
        List<GraphValue[]> best = [];
        foreach (var first in context.View.RelationshipsOf(start, demand.Direction, demand.Types))
        {
            if (!demand.Fits(first, row, context))
            {
                continue;
            }

            var other = first.StartId == start ? first.EndId : first.StartId;
            IEnumerable<GraphValue[]> rests = other == start ? [[]] : Search(other, start, row, context).Where(w => !w.Contains(first));
            foreach (var rest in rests)
            {
                GraphValue[] walk = [first, .. rest];
                if (best.Count > 0 && walk.Length > best[0].Length)
                {
                    continue;
                }

                if (best.Count > 0 && walk.Length < best[0].Length)
                {
                    best.Clear();
                }

                best.Add(walk);
            }
        }

        return best.Where(w => w.Length <= bounds.Most).Take(isAll ? int.MaxValue : 1);
    }
}
