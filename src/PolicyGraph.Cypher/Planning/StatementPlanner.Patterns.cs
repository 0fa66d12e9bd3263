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

    private void Read(PathPattern pattern, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        var slotsOfPath = new int[pattern.Elements.Count];
        if (pattern.IsLegacyShortest && pattern.Elements is not [NodePattern, RelationshipPattern, NodePattern])
        {
            throw CypherFault.Semantic(text, pattern.Span, "InvalidPattern", "shortestPath 里只能有一个关系，例如 shortestPath((a)-[*]-(b))。");
        }

        PatternNode? left = null;
        RelationshipPattern? between = null;
        var betweenIndex = 0;
        for (var i = 0; i < pattern.Elements.Count; i++)
        {
            switch (pattern.Elements[i])
            {
                case RelationshipPattern relationship:
                    between = relationship;
                    betweenIndex = i;
                    break;
                case NodePattern node:
                    var right = ReadNode(node, scope, solver, mayIntroduce, before);
                    slotsOfPath[i] = right.Binding.Slot;
                    if (between is not null)
                    {
                        // A relationship stands between two nodes, so that there is one to its left.
                        slotsOfPath[betweenIndex] = ReadRelationship(between, left!, right, pattern.Selector, scope, solver, mayIntroduce, before).Slot;
                        between = null;
                    }
                    else if (left is not null)
                    {
                        throw CypherFault.Semantic(text, node.Span, "InvalidPattern", "两个节点之间缺少关系。");
                    }

                    left = right;
                    break;
                case var other:
                    throw CypherFault.Semantic(text, other.Span, "UnsupportedPattern", "暂不支持带括号的重复路径，请改用变长关系，例如 -[:类型*1..3]->。");
            }
        }

        if (pattern.Variable is { } variable)
        {
            solver.Paths.Add(new PatternPath(Declare(variable, ValueShape.Path, scope), slotsOfPath));
        }
    }

    private PatternNode ReadNode(NodePattern syntax, Scope scope, PatternSolver solver, bool mayIntroduce, HashSet<string> before)
    {
        var node = FindNode(syntax, scope, solver, mayIntroduce, before);
        if (syntax.Labels is { } labels)
        {
            node.Labels.Add(labels);
        }

        node.Properties.AddRange(ReadProperties(syntax.Properties));
        foreach (var condition in ExpressionTree.Conjuncts(syntax.Where))
        {
            solver.AddCondition(condition);
        }

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

            if (!before.Contains(variable.Name))
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

        foreach (var condition in ExpressionTree.Conjuncts(syntax.Where))
        {
            solver.AddCondition(condition);
        }

        solver.Relationships.Add(new PatternRelationship(syntax, binding, wasBound, left, right, selector));
        return binding;
    }

    // Neo4j 5 takes the older -[:A|:B]- only where nothing else stands in the brackets.
    private void CheckTypes(RelationshipPattern syntax)
    {
        switch (syntax.Types)
        {
            case LabelConjunction { IsColon: true }:
                throw CypherFault.Semantic(text, syntax.Types.Span, "InvalidRelationshipPattern", "一个关系只有一个类型；多个类型请用 | 连接。");
            case LabelDisjunction { IsColon: true } when syntax.Variable is not null || syntax.Length is not null || syntax.Properties is not null:
                throw CypherFault.Semantic(text, syntax.Types.Span, "InvalidRelationshipPattern", "带变量、长度或属性的关系不能再用 |: 分隔类型，请只用 |。", "[r:A|B]");
        }
    }

    /// <summary>The entries of a property map of a pattern that is matched.</summary>
    public IEnumerable<(string Key, Expression Value)> ReadProperties(Expression? properties) => properties switch
    {
        null => [],
        MapExpression map => map.Entries.Select(e => (e.Key, e.Value)),
        _ => throw CypherFault.Semantic(text, properties.Span, "InvalidParameterUse", "MATCH 和 MERGE 的模式中不能用整个参数作属性，请逐个写出，例如 {id: $props.id}。"),
    };
}
