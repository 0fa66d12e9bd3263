using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Storage;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;
using PolicyGraph.Text;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Parenthesised parts of a path: those that only group, and those that repeat.</summary>
internal sealed partial class StatementPlanner
{
    /// <summary>Plans one turn of a repeated part, from either end.</summary>
    /// <param name="part">The part.</param>
    /// <param name="outer">The variables around it.</param>
    public QuantifiedStep PlanStep(QuantifiedPart part, Scope outer) => new(new QuantifiedPlans(PlanTurn(part, outer, isBackward: false), PlanTurn(part, outer, isBackward: true)));

    private QuantifiedPlan PlanTurn(QuantifiedPart part, Scope outer, bool isBackward)
    {
        var scope = new Scope();
        foreach (var binding in outer.Bindings.Where(b => part.Groups.All(g => g.Slot != b.Slot)))
        {
            scope.Add(binding);
        }

        var solver = new PatternSolver(this, Expressions, view, scope, new Argument());
        var slotsOfTurn = Read(part.Syntax.Inner, scope, solver, mayIntroduce: true, new HashSet<string>(scope.Names, StringComparer.Ordinal));
        solver.AddInline(part.Syntax.Where);
        var (enter, exit) = isBackward ? (slotsOfTurn[^1], slotsOfTurn[0]) : (slotsOfTurn[0], slotsOfTurn[^1]);
        solver.Given = enter;
        var root = solver.Solve();

        // The names were declared outside as groups and inside just now.
        int[] variables = [.. part.Groups.Select(g => scope.Find(g.Name!)!.Slot)];
        return new QuantifiedPlan(root, enter, exit, [.. slotsOfTurn.Where((_, i) => i % 2 == 1)], variables);
    }

    // Parentheses around the whole pattern: what they say is asked before a selection is made.
    private PathPattern Ungroup(PathPattern pattern, PatternSolver solver)
    {
        while (pattern.Elements is [QuantifiedPath { Length: null } group])
        {
            if (group.Inner.Variable is not null || group.Inner.Selector != PathSelector.All)
            {
                throw Unsuitable(group.Inner.Span, "括号里的一段路径不能再有路径变量或 SHORTEST、ANY 等选择；请写在括号外面。");
            }

            solver.AddInline(group.Where);
            pattern = pattern with { Elements = group.Inner.Elements };
        }

        return pattern;
    }

    // Between two repeated parts, and at the ends, stands a node that was not written.
    private List<PatternElement> Separate(IReadOnlyList<PatternElement> elements)
    {
        List<PatternElement> separate = [];
        foreach (var element in elements)
        {
            var part = element is RelationshipPattern { Length.IsQuantifier: true, Where: not null } r ? Repeated(r) : element;
            var followsNode = separate is [.., NodePattern];
            switch (part)
            {
                case QuantifiedPath { Length: null } group:
                    throw Unsuitable(group.Span, "路径中带括号的一段后面要写重复次数，例如 ((a)-->(b)){1,3}。");
                case NodePattern when followsNode:
                    throw Unsuitable(part.Span, "两个节点之间缺少关系。");
                case QuantifiedPath when separate is [.., RelationshipPattern]:
                    throw Unsuitable(part.Span, "关系的后面应当是节点，不能直接接重复的一段。");
                case QuantifiedPath when !followsNode:
                    separate.Add(Unwritten(part.Span));
                    break;
            }

            separate.Add(part);
        }

        if (separate is [.., QuantifiedPath])
        {
            separate.Add(Unwritten(separate[^1].Span));
        }

        return separate;
    }

    private static NodePattern Unwritten(TextSpan span) => new(span, null, null, null, null);

    // -[r WHERE …]->{1,3} asks every single relationship.
    private static QuantifiedPath Repeated(RelationshipPattern r) =>
        new(r.Span, new PathPattern(r.Span, null, PathSelector.All, 1, [Unwritten(r.Span), r with { Length = null }, Unwritten(r.Span)]), null, r.Length);

    private int ReadQuantified(QuantifiedPath syntax, PatternNode left, PatternNode right, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        CheckQuantified(syntax);
        List<Binding> groups = [];
        foreach (var (variable, shape) in VariablesOf(syntax.Inner))
        {
            if (groups.Exists(g => g.Name == variable.Name))
            {
                continue;
            }

            if (scope.Find(variable.Name) is not null)
            {
                throw CypherFault.Semantic(text, variable.Span, "VariableAlreadyBound", $"变量 {variable.Name} 在重复的一段里面和外面都出现；请换一个名字。");
            }

            if (!mayIntroduce)
            {
                throw Expressions.Undefined(variable.Name, new Variable(variable.Span, variable.Name), scope);
            }

            groups.Add(Declare(variable, shape.AsList(), scope));
        }

        var words = Conditions(syntax).SelectMany(c => ExpressionTree.Words(text, c)).Except(groups.Select(g => g.Name!)).ToHashSet(StringComparer.Ordinal);
        var binding = new Binding(null, NewSlot(), ValueShape.Relationship.AsList());
        var whole = new RelationshipPattern(syntax.Span, null, null, syntax.Length, null, null, Direction.Both, BothArrows: false);
        solver.Relationships.Add(new PatternRelationship(whole, binding, WasBound: false, left, right, PathSelector.All) { Part = new QuantifiedPart(syntax, groups, words) });
        return binding.Slot;
    }

    private void CheckQuantified(QuantifiedPath syntax)
    {
        if (syntax.Inner.Variable is not null || syntax.Inner.Selector != PathSelector.All)
        {
            throw Unsuitable(syntax.Inner.Span, "重复的一段里不能有路径变量，也不能有 SHORTEST、ANY 等选择；请写在整个模式前面。");
        }

        if (syntax.Inner.Elements.Count == 1)
        {
            throw Unsuitable(syntax.Span, syntax.Inner.Elements[0] is QuantifiedPath ? "重复的一段里不能再有重复的一段。" : "重复的一段里至少要有一个关系。");
        }

        foreach (var element in syntax.Inner.Elements)
        {
            if (element is QuantifiedPath or RelationshipPattern { Length: not null })
            {
                throw Unsuitable(element.Span, "重复的一段里不能再有重复的一段或变长关系。");
            }
        }
    }

    private GraphException Unsuitable(TextSpan span, string message) => CypherFault.Semantic(text, span, "InvalidPattern", message);

    private static IEnumerable<(Identifier Name, ValueShape Shape)> VariablesOf(PathPattern pattern)
    {
        foreach (var element in pattern.Elements)
        {
            switch (element)
            {
                case NodePattern { Variable: { } node }:
                    yield return (node, ValueShape.Node);
                    break;
                case RelationshipPattern { Variable: { } relationship }:
                    yield return (relationship, ValueShape.Relationship);
                    break;
            }
        }
    }

    private static IEnumerable<Expression> Conditions(QuantifiedPath syntax) => syntax.Inner.Elements.SelectMany(e => e switch
    {
        NodePattern n => (Expression?[])[n.Properties, n.Where],
        RelationshipPattern r => [r.Properties, r.Where],
        _ => [],
    }).Append(syntax.Where).OfType<Expression>();
}
