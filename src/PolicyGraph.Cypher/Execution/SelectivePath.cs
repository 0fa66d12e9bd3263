using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>A part of a path between two of its named places.</summary>
/// <param name="Step">What is walked.</param>
/// <param name="Least">How often at least.</param>
/// <param name="Most">How often at most.</param>
/// <param name="Slot">Slot of its relationship, or of the list of them.</param>
/// <param name="IsList">Whether it is a list.</param>
/// <param name="Groups">Slots of the variables of a parenthesised part.</param>
internal sealed record PathLeg(PathStep Step, int Least, int Most, int Slot, bool IsList, int[] Groups);

/// <summary>The node between two legs.</summary>
/// <param name="Slot">Its slot.</param>
/// <param name="IsKnown">Whether it is known before the path is.</param>
/// <param name="Check">What it has to fulfil, seen from a row that holds it; null for nothing.</param>
internal sealed record PathJunction(int Slot, bool IsKnown, Evaluation? Check);

/// <summary>A path pattern of which only the shortest matches are wanted, for each pair of its ends.</summary>
/// <param name="Legs">From left to right.</param>
/// <param name="Junctions">The nodes between them.</param>
/// <param name="First">Slot of the left end.</param>
/// <param name="Last">Slot of the right end.</param>
/// <param name="Selector">Which are wanted.</param>
/// <param name="Count">How many, or how many lengths.</param>
/// <param name="Residual">What only a whole path can be asked, before it is counted; null for nothing.</param>
internal sealed record PathSelection(IReadOnlyList<PathLeg> Legs, IReadOnlyList<PathJunction> Junctions, int First, int Last, PathSelector Selector, int Count, Evaluation? Residual);

/// <summary>Finds the wanted paths from a known end to another, known or not.</summary>
/// <param name="source">The step before.</param>
/// <param name="selection">What is wanted.</param>
/// <param name="isReversed">Whether the known end is the right one.</param>
/// <param name="isInto">Whether the other end is known as well.</param>
/// <param name="endCheck">What the other end has to be, seen from a row that holds it; null for anything.</param>
internal sealed class SelectivePath(PlanOperator source, PathSelection selection, bool isReversed, bool isInto, Evaluation? endCheck) : PlanOperator(source)
{
    private readonly BidirectionalSearch? direct = isInto ? Direct(selection) : null;

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var (from, to) = isReversed ? (selection.Last, selection.First) : (selection.First, selection.Last);
        foreach (var row in Input(context, argument))
        {
            if (row[from] is not Node start || (isInto && row[to] is not Node))
            {
                continue;
            }

            if (direct is not null && ((Node)row[to]).Id != start.Id)
            {
                foreach (var walk in direct.Between(((Node)row[selection.First]).Id, ((Node)row[selection.Last]).Id, row, context))
                {
                    var next = Copy(row);
                    next[selection.Legs[0].Slot] = new ListValue(walk);
                    yield return next;
                }

                continue;
            }

            var search = new TrailSearch(selection, isReversed, start.Id, row, context);
            if (isInto)
            {
                foreach (var found in To(search, ((Node)row[to]).Id, to, row, context))
                {
                    yield return found;
                }
            }
            else
            {
                search.Explore(int.MaxValue);
                var probe = Copy(row);
                foreach (var target in search.Targets)
                {
                    probe[to] = context.NodeOf(target);
                    if (endCheck is not null && Operators.AsTruth(endCheck(probe, context)) != true)
                    {
                        continue;
                    }

                    foreach (var found in Select(search, target, int.MaxValue, to, row, context).Rows)
                    {
                        yield return found;
                    }
                }
            }

            search.Release();
        }
    }

    // A plain relationship walked again and again needs no thought of its place in the pattern, and a shortest walk between two nodes repeats nothing.
    private static BidirectionalSearch? Direct(PathSelection selection) =>
        selection is { Legs: [{ Step: RelationshipStep { Demand: { } demand }, Least: <= 1, IsList: true } leg], Residual: null }
        && (selection.Selector == PathSelector.AllShortest || (selection.Selector is PathSelector.Any or PathSelector.Shortest && selection.Count == 1))
            ? new BidirectionalSearch(demand, leg.Most, selection.Selector == PathSelector.AllShortest)
            : null;

    // Between two known ends the graph is looked at no further than the wanted paths are long.
    private List<GraphValue[]> To(TrailSearch search, long target, int to, GraphValue[] row, RunContext context)
    {
        if (!search.ExploreTo(target))
        {
            return [];
        }

        while (true)
        {
            // Once all distances are known, longer walks than the longest of these can still be found.
            var (rows, isEnough) = Select(search, target, search.IsComplete ? int.MaxValue : search.Explored, to, row, context);
            if (isEnough || search.IsComplete)
            {
                return rows;
            }

            search.Explore((2 * search.Explored) + 1);
        }
    }

    private (List<GraphValue[]> Rows, bool IsEnough) Select(TrailSearch search, long target, int longest, int to, GraphValue[] row, RunContext context)
    {
        List<GraphValue[]> rows = [];
        var (lengths, last) = (0, -1);
        foreach (var trail in search.Trails(target, longest))
        {
            var isNewLength = trail.Length != last;
            if (isNewLength && rows.Count > 0 && IsEnough(rows.Count, lengths))
            {
                break;
            }

            var next = Copy(row);
            next[to] = context.NodeOf(target);
            if (!search.Write(trail, next) || (selection.Residual is { } condition && Operators.AsTruth(condition(next, context)) != true))
            {
                continue;
            }

            context.ChargeRow();
            rows.Add(next);
            lengths += isNewLength ? 1 : 0;
            last = trail.Length;
            if (selection.Selector is PathSelector.Any or PathSelector.Shortest && rows.Count >= selection.Count)
            {
                break;
            }
        }

        context.Release(rows.Count * (48 + (8L * context.RowWidth)));
        return (rows, IsEnough(rows.Count, lengths));
    }

    private bool IsEnough(int count, int lengths) => selection.Selector switch
    {
        PathSelector.AllShortest => lengths >= 1,
        PathSelector.ShortestGroups => lengths >= selection.Count,
        _ => count >= selection.Count,
    };
}
