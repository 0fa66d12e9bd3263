using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Finds an order in which to solve a pattern: from what is known, over the fewest rows, each condition as early as possible.</summary>
internal sealed partial class PatternSolver(StatementPlanner planner, ExpressionCompiler expressions, GraphView? view, Scope scope, PlanOperator source)
{
    private readonly HashSet<int> solved = [];
    private readonly List<PatternCondition> conditions = [];
    private readonly List<PatternCondition> inline = [];
    private readonly List<KnownProperty> equalities = [];
    private readonly List<int> walked = [];
    private PlanOperator root = source;

    public List<PatternNode> Nodes { get; } = [];

    public List<PatternRelationship> Relationships { get; } = [];

    public List<PatternPath> Paths { get; } = [];

    /// <summary>Whether nothing can match, such as <c>*3..1</c>.</summary>
    public bool IsImpossible { get; set; }

    /// <summary>Which matches are wanted, where not all are.</summary>
    public PatternSelection? Selection { get; set; }

    /// <summary>Slot of a node that the row holds when the plan begins; negative for none.</summary>
    public int Given { get; set; } = -1;

    private Frame Frame => new(scope);

    public PatternNode AddNode(PatternNode node)
    {
        Nodes.Add(node);
        return node;
    }

    public void AddCondition(Expression condition) => conditions.Add(new PatternCondition(string.Empty, ExpressionTree.Words(planner.Text, condition), condition));

    /// <summary>Adds what stands inside of a pattern: of a selection it is asked before the selection is made.</summary>
    public void AddInline(Expression? where)
    {
        foreach (var condition in ExpressionTree.Conjuncts(where))
        {
            inline.Add(new PatternCondition(string.Empty, ExpressionTree.Words(planner.Text, condition), condition));
        }
    }

    public PlanOperator Solve()
    {
        if (Selection is null)
        {
            conditions.InsertRange(0, inline);
        }

        CheckConditions();
        foreach (var binding in scope.Bindings.Where(b => !IsOwn(b)))
        {
            solved.Add(binding.Slot);
        }

        Prepare();
        foreach (var node in Nodes.Where(n => n.WasBound || n.Binding.Slot == Given))
        {
            root = new NodeCheck(root, node.Binding.Slot);
            CheckNode(node, skipLabels: false);
        }

        Apply();
        if (Selection is { } selection)
        {
            SolveSelection(selection);
        }

        List<PatternRelationship> open = Selection is null ? [.. Relationships] : [];
        while (open.Count > 0)
        {
            var next = Next(open);
            if (next is null)
            {
                Start(open);
                continue;
            }

            open.Remove(next);
            Walk(next);
            Apply();
        }

        while (Nodes.Find(n => !solved.Contains(n.Binding.Slot)) is not null)
        {
            Start([]);
        }

        foreach (var path in Paths)
        {
            root = new PathProjection(root, path.Binding.Slot, path.Slots) { Details = path.Binding.Name ?? string.Empty };
            solved.Add(path.Binding.Slot);
        }

        Apply();
        return IsImpossible ? new Filter(root, (_, _) => false) : root;
    }

    private bool IsOwn(Binding binding) =>
        Nodes.Any(n => !n.WasBound && n.Binding.Slot == binding.Slot) || Relationships.Any(r => !r.WasBound && (r.Binding.Slot == binding.Slot || r.Part?.Groups.Any(g => g.Slot == binding.Slot) == true)) || Paths.Any(p => p.Binding.Slot == binding.Slot);

    // Names and types are checked in the order in which they were written, before an order of solving is chosen.
    private void CheckConditions()
    {
        foreach (var node in Nodes)
        {
            foreach (var (_, value) in node.Properties)
            {
                expressions.Compile(value, Frame);
            }
        }
    }

    private void Prepare()
    {
        foreach (var node in Nodes)
        {
            foreach (var (key, value) in node.Properties)
            {
                equalities.Add(new KnownProperty(node.Binding.Slot, key, value, ExpressionTree.Words(planner.Text, value)));
            }
        }

        foreach (var (_, condition) in conditions.Select(c => (c.Words, c.Condition)))
        {
            if (condition is not ComparisonExpression { Parts: [{ Operator: ComparisonOperator.Equal } part] } equal)
            {
                continue;
            }

            AddEquality(equal.First, part.Operand);
            AddEquality(part.Operand, equal.First);
        }
    }

    private void AddEquality(Expression side, Expression value)
    {
        if (side is PropertyAccess { Subject: Variable v } access && Nodes.Find(n => n.Binding.Name == v.Name) is { } node)
        {
            var words = ExpressionTree.Words(planner.Text, value);
            if (!words.Contains(v.Name))
            {
                equalities.Add(new KnownProperty(node.Binding.Slot, access.Key, value, words));
            }
        }
    }

    private bool AreKnown(HashSet<string> words) => scope.Bindings.All(b => !words.Contains(b.Name!) || solved.Contains(b.Slot));

    private void Apply()
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (AreKnown(conditions[i].Words))
            {
                root = new Filter(root, expressions.CompileCondition(conditions[i].Condition, Frame)) { Details = conditions[i].ToText(planner.Text) };
                conditions.RemoveAt(i--);
            }
        }
    }

    // Properties of a pattern may name any variable of the MATCH, so that a check may have to wait for one.
    private void CheckNode(PatternNode node, bool skipLabels)
    {
        solved.Add(node.Binding.Slot);
        var slot = node.Binding.Slot;
        if (!skipLabels)
        {
            foreach (var labels in node.Labels)
            {
                var test = planner.CompileLabels(labels, Frame);
                root = new Filter(root, (row, context) => row[slot] is Node n ? test(context.Current(n).Labels, row, context) : false) { Details = $"{Name(node)}:{Written(labels)}" };
            }
        }

        foreach (var (key, value) in node.Properties)
        {
            AddPropertyCondition(node.Binding, key, value, ExpressionTree.Words(planner.Text, value));
        }

        Apply();
    }

    private void AddPropertyCondition(Binding owner, string key, Expression value, HashSet<string> words)
    {
        var span = value.Span;

        // Before what WHERE asks, which may rely on it.
        conditions.Insert(0, new PatternCondition($"{owner.Name ?? "_"}.{key} = ", words, new ComparisonExpression(span, new PropertyAccess(span, new SlotExpression(span, owner), key), [new ComparisonPart(span, ComparisonOperator.Equal, value)])));
    }

    private PatternRelationship? Next(List<PatternRelationship> open) => open
        .Where(r => solved.Contains(r.From.Binding.Slot) || solved.Contains(r.To.Binding.Slot) || r.WasBound)
        .Where(r => r.Part is null || AreKnown(r.Part.Words) || Nodes.TrueForAll(n => solved.Contains(n.Binding.Slot)))
        .Where(r => r.Selector == PathSelector.All || (solved.Contains(r.From.Binding.Slot) && solved.Contains(r.To.Binding.Slot)))
        .MinBy(Cost);

    private double Cost(PatternRelationship r)
    {
        if (r.WasBound)
        {
            return 0;
        }

        var both = solved.Contains(r.From.Binding.Slot) && solved.Contains(r.To.Binding.Slot);
        if (both)
        {
            return r.IsVariable ? 5 : 1;
        }

        var fanOut = 1 + FanOut(r);
        return r.IsVariable ? 10 + Math.Pow(fanOut, Math.Min(r.Bounds.Most, 4)) : 2 + fanOut;
    }

    private double FanOut(PatternRelationship r)
    {
        if (r.Part is { } part)
        {
            return part.Syntax.Inner.Elements.OfType<RelationshipPattern>().Aggregate(1.0, (product, step) => product * FanOut(step));
        }

        return FanOut(r.Syntax);
    }

    private double FanOut(RelationshipPattern r)
    {
        if (view is null || view.NodeCount == 0)
        {
            return 1;
        }

        var count = TypesOf(r.Types) is { } types ? types.Sum(view.CountRelationshipsWithType) : view.RelationshipCount;
        return (double)count * (r.Direction == Direction.Both ? 2 : 1) / view.NodeCount;
    }

    private void Start(List<PatternRelationship> open) => Start(Nodes.Where(n => !solved.Contains(n.Binding.Slot)).MinBy(n => StartCost(n, open))!);

    private void Start(PatternNode node)
    {
        var slot = node.Binding.Slot;
        var labels = LabelNames(node).ToList();
        var known = equalities.Where(e => e.Node == slot && AreKnown(e.Words)).ToList();
        if (labels.Count > 0 && known.Count > 0)
        {
            root = new NodeIndexSeek(root, slot, labels, [.. known.Select(e => (e.Key, expressions.Compile(e.Value, Frame).Evaluate))]) { Details = $"{Name(node)}:{string.Join(':', labels)}({string.Join(", ", known.Select(e => e.Key))})" };
            CheckNode(node, skipLabels: false);
            return;
        }

        var label = view is null ? labels.FirstOrDefault() : labels.MinBy(view.CountNodesWithLabel);
        root = label is null ? new AllNodesScan(root, slot) { Details = Name(node) } : new NodeByLabelScan(root, slot, label) { Details = $"{Name(node)}:{label}" };
        CheckNode(node, skipLabels: node.Labels is [LabelName]);
    }

    private double StartCost(PatternNode node, List<PatternRelationship> open)
    {
        var labels = LabelNames(node).ToList();
        var keys = equalities.Where(e => e.Node == node.Binding.Slot && AreKnown(e.Words)).Select(e => e.Key).ToHashSet();
        var rows = view is null ? 1000 : labels.Count == 0 ? view.NodeCount : labels.Min(view.CountNodesWithLabel);
        if (view is not null && keys.Count > 0 && view.Indexes.Where(i => i.FindsNodes && labels.Contains(i.Label) && i.Properties.All(keys.Contains)).MaxBy(i => i.IsUnique) is { } index)
        {
            return index.IsUnique ? 1 : Math.Min(rows, 10);
        }

        // Scanned once each, a node that few rows survive at is the better place to begin.
        var survivors = rows * Math.Pow(0.1, keys.Count) * (Selection is null ? 1 : 1000);
        var connected = open.Count == 0 || open.Any(r => ReferenceEquals(r.From, node) || ReferenceEquals(r.To, node));
        return 2 + rows + survivors + (connected ? 0 : 1e12);
    }

    private static IEnumerable<string> LabelNames(PatternNode node) => node.Labels.SelectMany(Required);

    // The names that every match has.
    private static IEnumerable<string> Required(LabelExpression labels) => labels switch
    {
        LabelName name => [name.Name],
        LabelConjunction and => Required(and.Left).Concat(Required(and.Right)),
        _ => [],
    };

    private static List<string>? TypesOf(LabelExpression? types) => types switch
    {
        LabelName name => [name.Name],
        LabelDisjunction either when TypesOf(either.Left) is { } left && TypesOf(either.Right) is { } right => [.. left, .. right],
        _ => null,
    };

    private void Walk(PatternRelationship r)
    {
        var (from, to) = (r.From, r.To);
        var isReversed = !solved.Contains(from.Binding.Slot) || (!r.IsVariable && solved.Contains(to.Binding.Slot) && !solved.Contains(from.Binding.Slot));
        if (isReversed && !r.WasBound)
        {
            (from, to) = (to, from);
        }
        else
        {
            isReversed = false;
        }

        bool fromKnown = solved.Contains(from.Binding.Slot), toKnown = solved.Contains(to.Binding.Slot);
        var demand = Demand(r, isReversed);
        if (r.WasBound)
        {
            root = r.IsVariable
                ? new KnownWalk(root, r.Binding.Slot, from.Binding.Slot, fromKnown, to.Binding.Slot, toKnown, r.Bounds, demand) { Details = Written(r) }
                : new ProjectEndpoints(root, r.Binding.Slot, from.Binding.Slot, fromKnown, to.Binding.Slot, toKnown, demand) { Details = Written(r) };
        }
        else if (r.Selector is PathSelector.Shortest or PathSelector.AllShortest)
        {
            root = new ShortestPath(root, from.Binding.Slot, r.Binding.Slot, to.Binding.Slot, r.IsVariable ? r.Bounds : (1, 1), demand, r.Selector == PathSelector.AllShortest) { Details = Written(r) };
            root = r.IsVariable ? root : new Projection(root, [(r.Binding.Slot, First(r.Binding.Slot))]);
        }
        else
        {
            var test = toKnown ? null : EndTest(to);
            root = r.Part is { } part ? Repeat(r, part, from, to, toKnown, isReversed, demand, test)
                : r.IsVariable
                ? new VarLengthExpand(root, from.Binding.Slot, r.Binding.Slot, to.Binding.Slot, toKnown, isReversed, r.Bounds, demand, test) { Details = Written(r) }
                : new Expand(root, from.Binding.Slot, r.Binding.Slot, to.Binding.Slot, toKnown, demand, test) { Details = Written(r) };
        }

        Finish(r);
        if (!fromKnown)
        {
            CheckNode(from, skipLabels: false);
        }

        if (!toKnown && !ReferenceEquals(from, to))
        {
            CheckNode(to, skipLabels: !r.WasBound && r.Selector == PathSelector.All);
        }
    }

    private QuantifiedExpand Repeat(PatternRelationship r, QuantifiedPart part, PatternNode from, PatternNode to, bool isInto, bool isReversed, RelationshipDemand demand, LabelTest? test)
    {
        RequireKnown(part);
        return new QuantifiedExpand(root, from.Binding.Slot, to.Binding.Slot, isInto, isReversed, r.Bounds, planner.PlanStep(part, scope), r.Binding.Slot, [.. part.Groups.Select(g => g.Slot)], demand.Other, test) { Details = Written(r) };
    }

    private void RequireKnown(QuantifiedPart part)
    {
        if (!AreKnown(part.Words))
        {
            throw CypherFault.Semantic(planner.Text, part.Syntax.Span, "InvalidPattern", "重复的一段里的条件用到了同一个 MATCH 中还不知道的变量；请把这个条件写到后面的 WHERE 中。");
        }
    }

    private void Finish(PatternRelationship r)
    {
        solved.Add(r.Binding.Slot);
        walked.Add(r.Binding.Slot);
        solved.UnionWith(r.Part?.Groups.Select(g => g.Slot) ?? []);
    }

    private static string Name(PatternNode node) => node.Binding.Name ?? "_";

    private string Written(SyntaxNode syntax) => planner.Text[syntax.Span.Start..syntax.Span.End];

    private string Written(PatternRelationship r) => $"({Name(r.From)}){Written(r.Syntax)}({Name(r.To)})";

    private static Evaluation First(int slot) => (row, _) => row[slot] is ListValue { Values: [var only, ..] } ? only : GraphValue.Null;

    private LabelTest? EndTest(PatternNode node)
    {
        if (node.Labels.Count == 0)
        {
            return null;
        }

        LabelTest[] tests = [.. node.Labels.Select(l => planner.CompileLabels(l, Frame))];
        return tests.Length == 1 ? tests[0] : (labels, row, context) => tests.All(t => Operators.AsTruth(t(labels, row, context)) == true);
    }

    private RelationshipDemand Demand(PatternRelationship r, bool isReversed)
    {
        var types = TypesOf(r.Syntax.Types);
        var test = r.Syntax.Types is not null && types is null ? planner.CompileLabels(r.Syntax.Types, Frame) : null;
        List<(string Key, Evaluation Value)> properties = [];
        foreach (var (key, value) in planner.ReadProperties(r.Syntax.Properties))
        {
            var words = ExpressionTree.Words(planner.Text, value);
            if (r.IsVariable || AreKnown(words))
            {
                properties.Add((key, expressions.Compile(value, Frame).Evaluate));
            }
            else
            {
                AddPropertyCondition(r.Binding, key, value, words);
            }
        }

        var direction = isReversed ? Expand.Reverse(r.Syntax.Direction) : r.Syntax.Direction;
        var others = Relationships.Where(o => walked.Contains(o.Binding.Slot) && MayBeSame(o, types)).Select(o => o.Binding.Slot).ToList();
        return new RelationshipDemand(types, direction, test, properties, others);
    }

    private static bool MayBeSame(PatternRelationship other, List<string>? types) => types is null || TypesOf(other.Syntax.Types) is not { } theirs || theirs.Intersect(types).Any();
}
