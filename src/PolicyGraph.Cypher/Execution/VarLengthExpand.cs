using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Walks from a known node over several relationships, no relationship twice.</summary>
/// <param name="source">The step before.</param>
/// <param name="from">Slot of the known node.</param>
/// <param name="list">Slot of the list of relationships.</param>
/// <param name="to">Slot of the other end.</param>
/// <param name="isInto">Whether the other end is known as well.</param>
/// <param name="isReversed">Whether the walk goes against the pattern, so that the list is turned round.</param>
/// <param name="bounds">Least and greatest length.</param>
/// <param name="demand">What each relationship has to be.</param>
/// <param name="endTest">What the other end has to be; null for anything.</param>
internal sealed class VarLengthExpand(PlanOperator source, int from, int list, int to, bool isInto, bool isReversed, (int Least, int Most) bounds, RelationshipDemand demand, LabelTest? endTest) : PlanOperator(source)
{
    private const int MaxLength = 10_000;

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[from] is not Node start || (isInto && row[to] is not Node))
            {
                continue;
            }

            foreach (var walk in Walks(start, row, context))
            {
                yield return walk;
            }
        }
    }

    private IEnumerable<GraphValue[]> Walks(Node start, GraphValue[] row, RunContext context)
    {
        if (bounds.Least == 0 && Emit(start, [], row, context) is { } empty)
        {
            yield return empty;
        }

        if (bounds.Most == 0)
        {
            yield break;
        }

        List<Relationship> walk = [];
        HashSet<long> used = [];
        var open = new Stack<(long Node, IEnumerator<Relationship> Next)>();
        open.Push((start.Id, Steps(start.Id, context)));
        while (open.Count > 0)
        {
            context.Tick();
            var (node, steps) = open.Peek();
            if (!steps.MoveNext())
            {
                steps.Dispose();
                open.Pop();
                if (walk.Count > 0)
                {
                    used.Remove(walk[^1].Id);
                    walk.RemoveAt(walk.Count - 1);
                }

                continue;
            }

            var step = steps.Current;
            if (used.Contains(step.Id) || !demand.Fits(step, row, context))
            {
                continue;
            }

            var end = step.StartId == node ? step.EndId : step.StartId;
            walk.Add(step);
            if (walk.Count >= bounds.Least && Emit(null, walk, row, context, end) is { } match)
            {
                yield return match;
            }

            if (walk.Count >= bounds.Most)
            {
                walk.RemoveAt(walk.Count - 1);
                continue;
            }

            if (walk.Count >= MaxLength)
            {
                throw CypherFault.Limit($"变长路径超过了 {MaxLength} 段的上限，已停止；请给出路径长度的上界。");
            }

            used.Add(step.Id);
            open.Push((end, Steps(end, context)));
        }
    }

    private IEnumerator<Relationship> Steps(long node, RunContext context) => context.View.RelationshipsOf(node, demand.Direction, demand.Types).GetEnumerator();

    private GraphValue[]? Emit(Node? end, List<Relationship> walk, GraphValue[] row, RunContext context, long endId = 0)
    {
        if (isInto && ((Node)row[to]).Id != (end?.Id ?? endId))
        {
            return null;
        }

        end ??= context.NodeOf(endId);
        if (endTest is not null && Operators.AsTruth(endTest(end.Labels, row, context)) != true)
        {
            return null;
        }

        GraphValue[] relationships = [.. walk];
        if (isReversed)
        {
            Array.Reverse(relationships);
        }

        var next = Copy(row);
        next[list] = new ListValue(relationships);
        next[to] = isInto ? row[to] : end;
        return next;
    }
}

/// <summary>Follows a list of relationships that is known already.</summary>
internal sealed class KnownWalk(PlanOperator source, int list, int from, bool fromKnown, int to, bool toKnown, (int Least, int Most) bounds, RelationshipDemand demand) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[list] is not ListValue { Values: var values } || values.Count < bounds.Least || values.Count > bounds.Most || values.Any(v => v is not Relationship))
            {
                continue;
            }

            Relationship[] walk = [.. values.Cast<Relationship>()];
            IEnumerable<long> starts = fromKnown ? row[from] is Node n ? [n.Id] : [] : walk.Length == 0 ? [] : walk[0].StartId == walk[0].EndId ? [walk[0].StartId] : [walk[0].StartId, walk[0].EndId];
            foreach (var start in starts)
            {
                if (Follow(start, walk, row, context) is { } end && (!toKnown || (row[to] as Node)?.Id == end))
                {
                    var next = Copy(row);
                    next[from] = context.NodeOf(start);
                    next[to] = context.NodeOf(end);
                    yield return next;
                }
            }
        }
    }

    private long? Follow(long start, Relationship[] walk, GraphValue[] row, RunContext context)
    {
        var at = start;
        foreach (var r in walk)
        {
            var forward = r.StartId == at && demand.Direction != Storage.Direction.Incoming;
            var backward = r.EndId == at && demand.Direction != Storage.Direction.Outgoing;
            if ((!forward && !backward) || (demand.Types is { } types && !types.Contains(r.Type)) || !demand.Fits(r, row, context))
            {
                return null;
            }

            at = forward ? r.EndId : r.StartId;
        }

        return at;
    }
}

/// <summary>The shortest walks between two known nodes, breadth first.</summary>
internal sealed class ShortestPath(PlanOperator source, int from, int list, int to, (int Least, int Most) bounds, RelationshipDemand demand, bool isAll) : PlanOperator(source)
{
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

        var reached = new Dictionary<long, (int Depth, List<(long Node, Relationship By)> From)> { [start] = (0, []) };
        List<long> frontier = [start];
        for (var depth = 1; depth <= bounds.Most && frontier.Count > 0 && !reached.ContainsKey(end); depth++)
        {
            List<long> next = [];
            foreach (var node in frontier)
            {
                foreach (var r in context.View.RelationshipsOf(node, demand.Direction, demand.Types))
                {
                    context.Tick();
                    var other = r.StartId == node ? r.EndId : r.StartId;
                    var known = reached.TryGetValue(other, out var entry);
                    if ((known && (entry.Depth != depth || !isAll)) || !demand.Fits(r, row, context))
                    {
                        continue;
                    }

                    if (!known)
                    {
                        context.Charge(120);
                        entry = (depth, []);
                        reached.Add(other, entry);
                        next.Add(other);
                    }

                    entry.From.Add((node, r));
                }
            }

            frontier = next;
        }

        return reached.ContainsKey(end) ? Unfold(end) : [];

        IEnumerable<GraphValue[]> Unfold(long node)
        {
            if (node == start)
            {
                yield return [];
                yield break;
            }

            foreach (var (before, by) in reached[node].From)
            {
                foreach (var walk in Unfold(before))
                {
                    yield return [.. walk, by];
                }
            }
        }
    }
}
