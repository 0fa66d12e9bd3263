using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Walks a parenthesised part from a known node as often as its quantifier allows, no relationship twice.</summary>
/// <param name="source">The step before.</param>
/// <param name="from">Slot of the known node.</param>
/// <param name="to">Slot of the other end.</param>
/// <param name="isInto">Whether the other end is known as well.</param>
/// <param name="isReversed">Whether the walk goes against the pattern.</param>
/// <param name="bounds">Least and greatest number of turns.</param>
/// <param name="step">One turn.</param>
/// <param name="list">Slot for all its relationships in order.</param>
/// <param name="groups">Slots for its variables, each the list of what they were in every turn.</param>
/// <param name="others">Slots of relationships of the same MATCH, none of which it may walk.</param>
/// <param name="endTest">What the other end has to be; null for anything.</param>
internal sealed class QuantifiedExpand(
    PlanOperator source, int from, int to, bool isInto, bool isReversed, (int Least, int Most) bounds, QuantifiedStep step, int list, int[] groups, IReadOnlyList<int> others, LabelTest? endTest) : PlanOperator(source)
{
    public override IReadOnlyList<PlanOperator> Inner => [step.Plan(isReversed)];

    private const int MaxTurns = 10_000;

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[from] is not Node start || (isInto && row[to] is not Node))
            {
                continue;
            }

            foreach (var walk in Walks(start.Id, row, context))
            {
                yield return walk;
            }
        }
    }

    private IEnumerable<GraphValue[]> Walks(long start, GraphValue[] row, RunContext context)
    {
        HashSet<long> used = [];
        foreach (var slot in others)
        {
            used.UnionWith(row[slot] is ListValue l ? l.Values.OfType<Relationship>().Select(r => r.Id) : row[slot] is Relationship r ? [r.Id] : []);
        }

        if (bounds.Least == 0 && Emit(start, [], row, context) is { } empty)
        {
            yield return empty;
        }

        List<StepTaken> walk = [];
        var open = new Stack<IEnumerator<StepTaken>>();
        open.Push(step.Take(start, isReversed, row, context).GetEnumerator());
        while (open.TryPeek(out var turns))
        {
            context.Tick();
            if (!turns.MoveNext())
            {
                turns.Dispose();
                open.Pop();
                if (walk.Count > 0)
                {
                    used.ExceptWith(walk[^1].Relationships.Select(r => r.Id));
                    walk.RemoveAt(walk.Count - 1);
                }

                continue;
            }

            var turn = turns.Current;
            if (Array.Exists(turn.Relationships, r => used.Contains(r.Id)))
            {
                continue;
            }

            walk.Add(turn);
            if (walk.Count >= bounds.Least && Emit(turn.End, walk, row, context) is { } match)
            {
                yield return match;
            }

            if (walk.Count >= bounds.Most)
            {
                walk.RemoveAt(walk.Count - 1);
                continue;
            }

            if (walk.Count >= MaxTurns)
            {
                throw CypherFault.Limit($"路径中的一段重复超过了 {MaxTurns} 次的上限，已停止；请给出重复次数的上界。");
            }

            used.UnionWith(turn.Relationships.Select(r => r.Id));
            open.Push(step.Take(turn.End, isReversed, row, context).GetEnumerator());
        }
    }

    private GraphValue[]? Emit(long endId, List<StepTaken> walk, GraphValue[] row, RunContext context)
    {
        if (isInto && ((Node)row[to]).Id != endId)
        {
            return null;
        }

        var end = isInto ? (Node)row[to] : context.NodeOf(endId);
        if (endTest is not null && Operators.AsTruth(endTest(end.Labels, row, context)) != true)
        {
            return null;
        }

        var next = Copy(row);
        next[to] = end;
        Turns.Write(isReversed ? Enumerable.Reverse(walk).ToList() : walk, next, list, groups);
        return next;
    }
}

/// <summary>The turns of a repeated part as the lists that its variables stand for.</summary>
internal static class Turns
{
    /// <summary>Writes the lists into a row.</summary>
    /// <param name="walk">The turns, in the order of the pattern.</param>
    /// <param name="row">The row.</param>
    /// <param name="list">Slot for the relationships.</param>
    /// <param name="groups">Slots for the variables.</param>
    public static void Write(List<StepTaken> walk, GraphValue[] row, int list, int[] groups)
    {
        row[list] = new ListValue([.. walk.SelectMany(t => t.Relationships)]);
        for (var g = 0; g < groups.Length; g++)
        {
            var values = new GraphValue[walk.Count];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = walk[i].Values[g];
            }

            row[groups[g]] = new ListValue(values);
        }
    }
}
