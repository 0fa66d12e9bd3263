using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>MATCH and the patterns of expressions: what was written becomes a graph of nodes and relationships to solve.</summary>
internal sealed partial class StatementPlanner
{
    private PlanOperator PlanMatch(MatchClause match, Scope scope, PlanOperator source)
    {
        if (!match.IsOptional)
        {
            return PlanPatterns(match.Patterns, match.Where, scope, source, mayIntroduce: true);
        }

        var before = slots;
        var inner = PlanPatterns(match.Patterns, match.Where, scope, new Argument(), mayIntroduce: true);
        return new OptionalApply(source, inner, [.. scope.Bindings.Where(b => b.Slot >= before).Select(b => b.Slot)]);
    }

    /// <summary>Plans a pattern that stands in an expression.</summary>
    public (PlanOperator Root, Scope Scope) PlanPattern(IReadOnlyList<PathPattern> patterns, Expression? where, Scope outer, bool mayIntroduce)
    {
        var scope = new Scope(outer);
        var root = PlanPatterns(patterns, where, scope, new Argument(), mayIntroduce);
        return (root, scope);
    }

    private PlanOperator PlanPatterns(IReadOnlyList<PathPattern> patterns, Expression? where, Scope scope, PlanOperator source, bool mayIntroduce)
    {
        var solver = new PatternSolver(this, Expressions, view, scope, source);
        var known = new HashSet<string>(scope.Names, StringComparer.Ordinal);
        if (patterns.Count > 1 && patterns.FirstOrDefault(IsSelective) is { } selective)
        {
            throw CypherFault.Semantic(text, selective.Span, "InvalidPattern", "带 SHORTEST、ANY 等选择的路径模式必须单独写在一个 MATCH 中。");
        }

        foreach (var pattern in patterns)
        {
            Read(pattern, scope, solver, mayIntroduce, known);
        }

        foreach (var condition in ExpressionTree.Conjuncts(where))
        {
            solver.AddCondition(condition);
        }

        return solver.Solve();
    }

    private static bool IsSelective(PathPattern pattern) => pattern.Selector != PathSelector.All && !pattern.IsLegacyShortest;

    // Gives the slots of what the pattern consists of: nodes and, between them, relationships or lists of these.
    private int[] Read(PathPattern pattern, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        pattern = Ungroup(pattern, solver);
        if (pattern.IsLegacyShortest && pattern.Elements is not [NodePattern, RelationshipPattern { Length: not { IsQuantifier: true } }, NodePattern])
        {
            throw CypherFault.Semantic(text, pattern.Span, "InvalidPattern", "shortestPath 里只能有一个关系，例如 shortestPath((a)-[*]-(b))。");
        }

        if (pattern.IsLegacyShortest && pattern.Elements[1] is RelationshipPattern { Length: { Minimum: > 1 } tooLong })
        {
            throw CypherFault.Semantic(text, tooLong.Span, "InvalidPattern", "shortestPath 的最小长度只能是 0 或 1；更长的最短路径请用 SHORTEST 1 和 {2,}。");
        }

        var elements = Separate(pattern.Elements);
        var slotsOfPath = new int[elements.Count];
        var first = ReadNode((NodePattern)elements[0], scope, solver, mayIntroduce, before);
        slotsOfPath[0] = first.Binding.Slot;
        var left = first;
        for (var i = 2; i < elements.Count; i += 2)
        {
            // Separate has seen to it that nodes and what connects them take turns.
            var right = ReadNode((NodePattern)elements[i], scope, solver, mayIntroduce, before);
            slotsOfPath[i] = right.Binding.Slot;
            slotsOfPath[i - 1] = elements[i - 1] is QuantifiedPath part
                ? ReadQuantified(part, left, right, scope, solver, mayIntroduce, before)
                : ReadRelationship((RelationshipPattern)elements[i - 1], left, right, pattern.IsLegacyShortest ? pattern.Selector : PathSelector.All, scope, solver, mayIntroduce, before).Slot;
            left = right;
        }

        if (IsSelective(pattern) && elements.Count > 1)
        {
            solver.Selection = new PatternSelection(pattern.Selector, pattern.Count, first, left);
        }

        if (pattern.Variable is { } variable)
        {
            solver.Paths.Add(new PatternPath(Declare(variable, ValueShape.Path, scope), slotsOfPath));
        }

        return slotsOfPath;
    }

    private PatternNode ReadNode(NodePattern syntax, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        var node = FindNode(syntax, scope, solver, mayIntroduce, before);
        Mention(NameKind.Label, syntax.Labels);
        if (syntax.Labels is { } labels)
        {
            node.Labels.Add(labels);
        }

        node.Properties.AddRange(ReadProperties(syntax.Properties));
        solver.AddInline(syntax.Where);

        return node;
    }

    private PatternNode FindNode(NodePattern syntax, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        if (syntax.Variable is not { } variable)
        {
            return solver.AddNode(new PatternNode(new Binding(null, NewSlot(), ValueShape.Node), WasBound: false));
        }

        if (scope.Find(variable.Name) is not { } bound)
        {
            if (!mayIntroduce)
            {
                throw Expressions.Undefined(variable.Name, new Variable(variable.Span, variable.Name), scope);
            }

            return solver.AddNode(new PatternNode(Declare(variable, ValueShape.Node, scope), WasBound: false));
        }

        RequireEntity(bound, ValueKinds.Node, variable, "节点");
        return solver.Nodes.Find(n => n.Binding.Slot == bound.Slot) ?? solver.AddNode(new PatternNode(bound, before.Contains(variable.Name)));
    }

    private void RequireEntity(Binding bound, ValueKinds kind, Identifier variable, string what)
    {
        if (bound.Shape.Kinds == ValueKinds.None ? false : !bound.Shape.CanBe(kind))
        {
            throw CypherFault.StaticType(text, variable.Span, $"变量 {variable.Name} 已经是{ValueShape.Describe(bound.Shape.Kinds)}，不能再当作{what}。", "VariableTypeConflict");
        }
    }

    private Binding ReadRelationship(RelationshipPattern syntax, PatternNode left, PatternNode right, PathSelector selector, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        CheckTypes(syntax);
        Mention(NameKind.RelationshipType, syntax.Types);
        if (syntax.Length is { Minimum: { } least, Maximum: { } most } && least > most)
        {
            // An empty range matches nothing; it is no error.
            solver.IsImpossible = true;
        }

        var isList = syntax.Length is not null;
        var shape = isList ? ValueShape.Relationship.AsList() : ValueShape.Relationship;
        Binding binding;
        var wasBound = false;
        if (syntax.Variable is not { } variable)
        {
            binding = new Binding(null, NewSlot(), shape);
        }
        else if (scope.Find(variable.Name) is { } bound)
        {
            if (solver.Relationships.Any(r => r.Binding.Slot == bound.Slot))
            {
                throw CypherFault.Semantic(text, variable.Span, "RelationshipUniquenessViolation", $"关系变量 {variable.Name} 在同一个模式中用了两次。");
            }

            RequireEntity(bound, isList ? ValueKinds.List : ValueKinds.Relationship, variable, isList ? "关系列表" : "关系");
            if (isList && bound.Shape.Element is { } element && !element.CanBe(ValueKinds.Relationship))
            {
                RequireEntity(bound with { Shape = element }, ValueKinds.Relationship, variable, "关系列表");
            }

            if (!before.Contains(variable.Name) || syntax.Length is { IsQuantifier: true })
            {
                RequireFree(variable, scope);
            }

            binding = bound;
            wasBound = true;
        }
        else
        {
            if (!mayIntroduce)
            {
                throw Expressions.Undefined(variable.Name, new Variable(variable.Span, variable.Name), scope);
            }

            binding = Declare(variable, shape, scope);
        }

        solver.AddInline(syntax.Where);

        solver.Relationships.Add(new PatternRelationship(syntax, binding, wasBound, left, right, selector));
        return binding;
    }

    // Neo4j 5 takes the older -[:A|:B]- only where nothing else stands in the brackets.
    private void CheckTypes(RelationshipPattern syntax)
    {
        switch (syntax.Types)
        {
            case LabelConjunction { IsColon: true } or LabelDisjunction { Left: LabelConjunction { IsColon: true } } or LabelDisjunction { Right: LabelConjunction { IsColon: true } }:
                throw CypherFault.Semantic(text, syntax.Types.Span, "InvalidRelationshipPattern", "一个关系只有一个类型；多个类型请用 | 连接。");
            case LabelDisjunction { IsColon: true } when syntax.Variable is not null || syntax.Length is not null || syntax.Properties is not null:
                throw CypherFault.Semantic(text, syntax.Types.Span, "InvalidRelationshipPattern", "带变量、长度或属性的关系不能再用 |: 分隔类型，请只用 |。", "[r:A|B]");
        }
    }

    /// <summary>The entries of a property map of a pattern that is matched.</summary>
    public IEnumerable<(string Key, Expression Value)> ReadProperties(Expression? properties) => properties switch
    {
        null => [],
        MapExpression map => map.Entries.Select(e =>
        {
            Mention(NameKind.PropertyKey, e.Key, e.Span);
            return (e.Key, e.Value);
        }),
        _ => throw CypherFault.Semantic(text, properties.Span, "InvalidParameterUse", "MATCH 和 MERGE 的模式中不能用整个参数作属性，请逐个写出，例如 {id: $props.id}。"),
    };
}
