using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Syntax;

namespace PolicyGraph.Cypher.Planning;

/// <summary>A pattern of which only some matches are wanted: one step from end to end.</summary>
internal sealed partial class PatternSolver
{
    private const double CheapEnd = 16;

    private void SolveSelection(PatternSelection selection)
    {
        // For every row of one end all of the graph may be walked; another end that an index knows makes it shorter.
        PatternNode[] ends = ReferenceEquals(selection.First, selection.Last) ? [selection.First] : [selection.First, selection.Last];
        if (!ends.Any(IsSolved))
        {
            Start(ends.MinBy(e => StartCost(e, []))!); // There is at least one.
        }

        foreach (var end in ends.Where(e => !IsSolved(e) && StartCost(e, []) < CheapEnd).ToList())
        {
            Start(end);
        }

        var isReversed = !IsSolved(selection.First);
        var isInto = ends.All(IsSolved);
        var other = isReversed ? selection.First : selection.Last;
        List<PatternNode> between = [.. Relationships.SkipLast(1).Select(r => r.To)];
        var open = Inside(selection);
        List<PathLeg> legs = [.. Relationships.Select(Leg)];
        List<PathJunction> junctions = [.. between.Select(n => Junction(n, open))];
        var check = isInto ? null : Junction(other, [.. conditions]).Check;
        root = new SelectivePath(root, new PathSelection(legs, junctions, selection.First.Binding.Slot, selection.Last.Binding.Slot, selection.Selector, selection.Count, Residual(open)), isReversed, isInto, check) { Details = $"{selection.Selector} {selection.Count}: {string.Join(' ', Relationships.Select(Written))}" };
        Relationships.ForEach(Finish);
        between.ForEach(n => solved.Add(n.Binding.Slot));
        if (!isInto)
        {
            CheckNode(other, skipLabels: true);
        }

        Apply();
    }

    private bool IsSolved(PatternNode node) => solved.Contains(node.Binding.Slot);

    // What was written inside of the pattern. What is about an end alone may as well be asked afterwards: the ends divide what is selected from.
    private List<PatternCondition> Inside(PatternSelection selection)
    {
        List<PatternCondition> open = [];
        HashSet<int> ends = [selection.First.Binding.Slot, selection.Last.Binding.Slot];
        foreach (var condition in inline)
        {
            var isAboutEnds = scope.Bindings.All(b => solved.Contains(b.Slot) || ends.Contains(b.Slot) || !condition.Words.Contains(b.Name!));
            (isAboutEnds ? conditions : open).Add(condition);
        }

        return open;
    }

    private PathLeg Leg(PatternRelationship r)
    {
        if (r.Part is { } part)
        {
            RequireKnown(part);
            return new PathLeg(planner.PlanStep(part, scope), r.Bounds.Least, r.Bounds.Most, r.Binding.Slot, IsList: true, [.. part.Groups.Select(g => g.Slot)]);
        }

        if (r.WasBound && r.IsVariable)
        {
            throw CypherFault.Semantic(planner.Text, r.Syntax.Span, "InvalidPattern", "带选择的路径模式里，变长关系的变量不能是前面已经定义的。");
        }

        // What the relationship has to be is asked before the selection, and a property of it may name another part of the path.
        var after = conditions.ToList();
        conditions.Clear();
        var demand = Demand(r, isReversed: false);
        inline.AddRange(conditions);
        conditions.Clear();
        conditions.AddRange(after);
        return r.IsVariable
            ? new PathLeg(new RelationshipStep(demand, only: -1), r.Bounds.Least, r.Bounds.Most, r.Binding.Slot, IsList: true, [])
            : new PathLeg(new RelationshipStep(demand, r.WasBound ? r.Binding.Slot : -1), 1, 1, r.Binding.Slot, IsList: false, []);
    }

    private PathJunction Junction(PatternNode node, List<PatternCondition> open)
    {
        var slot = node.Binding.Slot;
        List<Evaluation> checks = [];
        if (EndTest(node) is { } labels)
        {
            checks.Add((row, context) => labels(((Graph.Node)row[slot]).Labels, row, context));
        }

        var wasSolved = IsSolved(node);
        solved.Add(slot);
        var after = conditions.ToList();
        conditions.Clear();
        foreach (var (key, value) in node.Properties)
        {
            AddPropertyCondition(node.Binding, key, value, ExpressionTree.Words(planner.Text, value));
        }

        conditions.AddRange(open);
        open.Clear();
        foreach (var condition in conditions)
        {
            if (AreKnown(condition.Words))
            {
                checks.Add(expressions.CompileCondition(condition.Condition, Frame));
            }
            else
            {
                open.Add(condition);
            }
        }

        conditions.Clear();
        conditions.AddRange(after);
        if (!wasSolved)
        {
            solved.Remove(slot);
        }

        return new PathJunction(slot, wasSolved, AllOf(checks));
    }

    private Evaluation? Residual(List<PatternCondition> open) => AllOf([.. open.Select(c => expressions.CompileCondition(c.Condition, Frame))]);

    private static Evaluation? AllOf(List<Evaluation> checks) => checks switch
    {
        [] => null,
        [var only] => only,
        _ => (row, context) => Operators.Truth(checks.TrueForAll(c => Operators.AsTruth(c(row, context)) == true)),
    };
}
