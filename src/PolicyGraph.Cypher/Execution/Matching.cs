using PolicyGraph.Cypher.Storage;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Looks at the labels of a node, or at the type of a relationship.</summary>
internal delegate GraphValue LabelTest(IReadOnlyList<string> labels, GraphValue[] row, RunContext context);

/// <summary>All nodes, for each row.</summary>
internal sealed class AllNodesScan(PlanOperator source, int slot) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            foreach (var node in context.View.Nodes())
            {
                context.Tick();
                var next = Copy(row);
                next[slot] = node;
                yield return next;
            }
        }
    }
}

/// <summary>The nodes with a label, for each row.</summary>
internal sealed class NodeByLabelScan(PlanOperator source, int slot, string label) : PlanOperator(source)
{
    public string Label => label;

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            foreach (var node in context.View.NodesWithLabel(label))
            {
                context.Tick();
                var next = Copy(row);
                next[slot] = node;
                yield return next;
            }
        }
    }
}

/// <summary>The nodes that an index holds for known values; where no index covers them, a scan, whose rows the filter behind it sorts out.</summary>
internal sealed class NodeIndexSeek(PlanOperator source, int slot, IReadOnlyList<string> labels, IReadOnlyList<(string Key, Evaluation Value)> equalities) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var index = Best(context.View);
        if (index is null)
        {
            var label = labels.MinBy(context.View.CountNodesWithLabel)!;
            foreach (var row in new NodeByLabelScan(Source!, slot, label).Run(context, argument))
            {
                yield return row;
            }

            yield break;
        }

        Evaluation[] values = [.. index.Properties.Select(p => equalities.First(e => e.Key == p).Value)];
        foreach (var row in Input(context, argument))
        {
            GraphValue[] wanted = [.. values.Select(v => v(row, context))];
            if (wanted.Any(v => v.IsNull) || !context.View.TrySeek(index.Label, index.Properties, wanted, out var nodes))
            {
                continue;
            }

            foreach (var node in nodes)
            {
                context.Tick();
                var next = Copy(row);
                next[slot] = node;
                yield return next;
            }
        }
    }

    // Asked for by every run, so that it is a loop.
    private GraphIndex? Best(GraphView view)
    {
        GraphIndex? best = null;
        foreach (var index in view.Indexes)
        {
            if (index.FindsNodes && labels.Contains(index.Label) && Covers(index) && (best is null || (index.IsUnique, index.Properties.Count).CompareTo((best.IsUnique, best.Properties.Count)) > 0))
            {
                best = index;
            }
        }

        return best;
    }

    private bool Covers(GraphIndex index)
    {
        foreach (var key in index.Properties)
        {
            if (!Asks(key))
            {
                return false;
            }
        }

        return true;
    }

    private bool Asks(string key)
    {
        foreach (var equality in equalities)
        {
            if (equality.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Keeps rows whose slot holds a node.</summary>
internal sealed class NodeCheck(PlanOperator source, int slot) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument) => Input(context, argument).Where(row => row[slot] is Node);
}

/// <summary>What a relationship of a pattern asks for, whichever way it is walked.</summary>
/// <param name="Types">Only these types; null for all.</param>
/// <param name="Direction">Which way, from the side that is known.</param>
/// <param name="TypeTest">A test that a list of types cannot say; null when there is none.</param>
/// <param name="Properties">Properties that it has to have.</param>
/// <param name="Other">Slots of relationships of the same MATCH, none of which it may be.</param>
internal sealed record RelationshipDemand(IReadOnlyCollection<string>? Types, Direction Direction, LabelTest? TypeTest, IReadOnlyList<(string Key, Evaluation Value)> Properties, IReadOnlyList<int> Other)
{
    /// <summary>Whether a relationship fulfils it, direction apart.</summary>
    public bool Fits(Relationship relationship, GraphValue[] row, RunContext context)
    {
        foreach (var slot in Other)
        {
            if (row[slot] is Relationship r ? r.Id == relationship.Id : row[slot] is ListValue l && Contains(l, relationship))
            {
                return false;
            }
        }

        if (TypeTest is not null && Operators.AsTruth(TypeTest([relationship.Type], row, context)) != true)
        {
            return false;
        }

        foreach (var (key, value) in Properties)
        {
            if (!relationship.Properties.TryGetValue(key, out var actual) || ValueComparison.AreEqual(actual, value(row, context)) != true)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(ListValue list, Relationship relationship)
    {
        foreach (var value in list.Values)
        {
            if (value is Relationship r && r.Id == relationship.Id)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Walks the relationships of a known node, to a node that is not known yet or to one that is.</summary>
internal sealed class Expand(PlanOperator source, int from, int relationship, int to, bool isInto, RelationshipDemand demand, LabelTest? endTest) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[from] is not Node start || (isInto && row[to] is not Node))
            {
                continue;
            }

            var end = isInto ? ((Node)row[to]).Id : 0;
            var (near, far, direction) = (start.Id, end, demand.Direction);
            if (isInto && context.View.DegreeOf(end, Reverse(direction)) < context.View.DegreeOf(near, direction))
            {
                (near, far, direction) = (far, near, Reverse(direction));
            }

            foreach (var r in context.View.RelationshipsOf(near, direction, demand.Types))
            {
                context.Tick();
                var other = r.StartId == near ? r.EndId : r.StartId;
                if ((isInto && other != far) || !demand.Fits(r, row, context))
                {
                    continue;
                }

                if (isInto)
                {
                    var into = Copy(row);
                    into[relationship] = r;
                    yield return into;
                    continue;
                }

                var node = context.NodeOf(other);
                if (endTest is not null && Operators.AsTruth(endTest(node.Labels, row, context)) != true)
                {
                    continue;
                }

                var next = Copy(row);
                next[relationship] = r;
                next[to] = node;
                yield return next;
            }
        }
    }

    public static Direction Reverse(Direction direction) => direction switch
    {
        Direction.Outgoing => Direction.Incoming,
        Direction.Incoming => Direction.Outgoing,
        _ => Direction.Both,
    };
}

/// <summary>The two ends of a relationship that is known already.</summary>
internal sealed class ProjectEndpoints(PlanOperator source, int relationship, int from, bool fromKnown, int to, bool toKnown, RelationshipDemand demand) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            if (row[relationship] is not Relationship r || (demand.Types is { } types && !types.Contains(r.Type)) || !demand.Fits(r, row, context))
            {
                continue;
            }

            if (demand.Direction != Direction.Incoming && Bind(row, r.StartId, r.EndId, context) is { } forward)
            {
                yield return forward;
            }

            if (demand.Direction != Direction.Outgoing && (r.StartId != r.EndId || demand.Direction == Direction.Incoming) && Bind(row, r.EndId, r.StartId, context) is { } backward)
            {
                yield return backward;
            }
        }
    }

    private GraphValue[]? Bind(GraphValue[] row, long start, long end, RunContext context)
    {
        if ((fromKnown && (row[from] as Node)?.Id != start) || (toKnown && (row[to] as Node)?.Id != end) || (from == to && start != end))
        {
            return null;
        }

        var next = Copy(row);
        next[from] = fromKnown ? row[from] : context.NodeOf(start);
        next[to] = toKnown ? row[to] : context.NodeOf(end);
        return next;
    }
}

/// <summary>Puts nodes and relationships of a pattern together as a path.</summary>
internal sealed class PathProjection(PlanOperator source, int slot, int[] elements) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            row[slot] = Build(row, context);
            yield return row;
        }
    }

    private Graph.Path Build(GraphValue[] row, RunContext context)
    {
        List<Node> nodes = [(Node)row[elements[0]]];
        List<Relationship> relationships = [];
        for (var i = 1; i < elements.Length; i += 2)
        {
            foreach (var r in row[elements[i]] is ListValue l ? l.Values.Cast<Relationship>() : [(Relationship)row[elements[i]]])
            {
                var last = nodes[^1].Id;
                relationships.Add(r);
                nodes.Add(context.NodeOf(r.StartId == last ? r.EndId : r.StartId));
            }
        }

        return new Graph.Path(nodes, relationships);
    }
}

/// <summary>For each row the rows of an inner plan; where there are none, the row itself with null for what the inner plan would have bound.</summary>
internal sealed class OptionalApply(PlanOperator source, PlanOperator inner, int[] introduced) : PlanOperator(source)
{
    public override IReadOnlyList<PlanOperator> Inner => [inner];

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            var found = false;
            foreach (var match in inner.Run(context, row))
            {
                found = true;
                yield return match;
            }

            if (!found)
            {
                foreach (var slot in introduced)
                {
                    row[slot] = GraphValue.Null;
                }

                yield return row;
            }
        }
    }
}

/// <summary>For each row the rows of an inner plan.</summary>
/// <param name="source">The step before.</param>
/// <param name="inner">The inner plan.</param>
/// <param name="isUnit">Whether the inner plan only has effects: each row goes on once.</param>
/// <param name="isEager">Whether all rows are read before the inner plan runs, because it writes.</param>
internal sealed class Apply(PlanOperator source, PlanOperator inner, bool isUnit, bool isEager) : PlanOperator(source)
{
    public override IReadOnlyList<PlanOperator> Inner => [inner];

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var input = isEager ? Eager.Read(Input(context, argument), context) : Input(context, argument);
        var rows = Matches(input, context);
        return isEager ? Eager.Read(rows, context) : rows;
    }

    private IEnumerable<GraphValue[]> Matches(IEnumerable<GraphValue[]> input, RunContext context)
    {
        foreach (var row in input)
        {
            foreach (var match in inner.Run(context, row))
            {
                context.Tick();
                if (!isUnit)
                {
                    yield return match;
                }
            }

            if (isUnit)
            {
                yield return row;
            }
        }
    }
}

/// <summary>Reads all rows before the first is handed on, so that what is read does not see what is written.</summary>
internal static class Eager
{
    public static List<GraphValue[]> Read(IEnumerable<GraphValue[]> rows, RunContext context)
    {
        List<GraphValue[]> all = [];
        foreach (var row in rows)
        {
            context.Tick();
            context.ChargeRow();
            all.Add(row);
        }

        return all;
    }
}

/// <summary>The rows of several plans, one plan after the other.</summary>
internal sealed class Union(IReadOnlyList<(PlanOperator Plan, int[] Slots)> branches, int[] output) : PlanOperator(null)
{
    public override IReadOnlyList<PlanOperator> Inner => [.. branches.Select(b => b.Plan)];

    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var (plan, slots) in branches)
        {
            foreach (var row in plan.Run(context, argument))
            {
                var next = Copy(argument);
                for (var i = 0; i < slots.Length; i++)
                {
                    next[output[i]] = row[slots[i]];
                }

                yield return next;
            }
        }
    }
}
