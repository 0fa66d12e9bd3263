using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>WITH and RETURN: projection, aggregation, DISTINCT, ORDER BY, SKIP, LIMIT and WHERE, in this order.</summary>
internal sealed partial class StatementPlanner
{
    private (PlanOperator Root, Scope Scope, IReadOnlyList<Binding> Columns) PlanProjection(ProjectionBody body, Expression? where, Scope scope, PlanOperator source, bool isReturn)
    {
        var items = ExpandItems(body, scope, isReturn);
        CheckNames(items);
        RequireNotHidden(items);
        var aggregating = items.Any(i => ExpressionCompiler.ContainsAggregate(i.Value));
        var (root, projected, substitutions) = aggregating ? PlanAggregation(items, scope, source) : PlanPlain(items, scope, source);
        var after = new Scope();
        foreach (var binding in projected)
        {
            after.Add(binding);
        }

        if (body.IsDistinct)
        {
            root = new Distinct(root, [.. projected.Select(p => p.Slot)]) { Details = string.Join(", ", projected.Select(p => p.Name)) };
        }

        // Behind DISTINCT and aggregates only what was projected is left; otherwise ORDER BY and WHERE still see what came in.
        var closed = aggregating || body.IsDistinct;
        var visible = !closed ? Overlay(scope, after) : imported is null ? after : Overlay(imported, after);
        root = PlanOrder(body, root, new Frame(visible) { Substitutions = substitutions.Count > 0 ? substitutions : null }, items, aggregating);
        if (where is not null)
        {
            root = new Filter(root, Expressions.CompileCondition(where, new Frame(visible) { Substitutions = closed && substitutions.Count > 0 ? substitutions : null })) { Details = Written(where) };
        }

        if (!isReturn && items.Find(i => i.Alias is null && i.Value is not Variable) is { } nameless)
        {
            throw CypherFault.Semantic(text, nameless.Span, "NoExpressionAlias", "WITH 中的表达式需要用 AS 起一个名字。");
        }

        return (root, after, projected);
    }

    private static Scope Overlay(Scope below, Scope above)
    {
        var scope = new Scope(below);
        foreach (var binding in above.Bindings)
        {
            scope.Add(binding);
        }

        return scope;
    }

    private List<ProjectionItem> ExpandItems(ProjectionBody body, Scope scope, bool isReturn)
    {
        if (!body.IncludesAll)
        {
            return [.. body.Items];
        }

        if (scope.Names.Count == 0 && isReturn)
        {
            throw CypherFault.Semantic(text, body.Span, "NoVariablesInScope", "这里没有任何变量，不能使用 RETURN *。");
        }

        var names = isReturn && imported is not null ? scope.Names.Where(n => imported.Find(n) is null) : scope.Names;
        var all = names.Select(n => new ProjectionItem(body.Span, new Variable(body.Span, n), null, n));
        return [.. isReturn ? all.OrderBy(i => i.Name, StringComparer.Ordinal) : all, .. body.Items];
    }

    private void RequireNotHidden(List<ProjectionItem> items)
    {
        if (imported is not null && items.Find(i => i.Alias is { } alias && imported.Find(alias.Name) is not null && (i.Value as Variable)?.Name != alias.Name) is { Alias: { } hiding })
        {
            throw CypherFault.Semantic(text, hiding.Span, "VariableAlreadyBound", $"变量 {hiding.Name} 会遮住子查询外面的同名变量；请换一个名字。");
        }
    }

    private void CheckNames(List<ProjectionItem> items)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!seen.Add(item.Name))
            {
                throw CypherFault.Semantic(text, item.Span, "ColumnNameConflict", $"列名 {item.Name} 重复，请用 AS 换一个名字。");
            }
        }
    }

    private (PlanOperator Root, List<Binding> Projected, Dictionary<string, Binding> Substitutions) PlanPlain(List<ProjectionItem> items, Scope scope, PlanOperator source)
    {
        List<Binding> projected = [];
        List<(int Slot, Evaluation Value)> computed = [];
        Dictionary<string, Binding> substitutions = new(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var value = Expressions.Compile(item.Value, new Frame(scope));
            var binding = Project(item, value, scope, computed);
            projected.Add(binding);
            if (item.Value is not Variable)
            {
                substitutions[ExpressionTree.Canonical(text, item.Value)] = binding;
            }
        }

        return (computed.Count == 0 ? source : new Projection(source, computed) { Details = Written(items) }, projected, substitutions);
    }

    // A variable that is only passed on stays in its slot.
    private Binding Project(ProjectionItem item, Compiled value, Scope scope, List<(int Slot, Evaluation Value)> computed)
    {
        if (item.Value is Variable v && scope.Find(v.Name) is { } passed)
        {
            return passed with { Name = item.Name };
        }

        var binding = new Binding(item.Name, NewSlot(), value.Shape);
        computed.Add((binding.Slot, value.Evaluate));
        return binding;
    }

    private (PlanOperator Root, List<Binding> Projected, Dictionary<string, Binding> Substitutions) PlanAggregation(List<ProjectionItem> items, Scope scope, PlanOperator source)
    {
        List<(int Slot, Evaluation Value)> keys = [];
        Dictionary<string, Binding> known = new(StringComparer.Ordinal);
        HashSet<string> variables = new(imported?.Names ?? [], StringComparer.Ordinal);
        List<string> complex = [];
        var bindings = new Binding?[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            if (ExpressionCompiler.ContainsAggregate(items[i].Value))
            {
                continue;
            }

            var value = Expressions.Compile(items[i].Value, new Frame(scope));
            bindings[i] = Project(items[i], value, scope, keys);
            if (items[i].Value is Variable v)
            {
                variables.Add(v.Name);
                keys.Add((bindings[i]!.Slot, value.Evaluate));
            }
            else if (items[i].Value is PropertyAccess { Subject: Variable })
            {
                known[ExpressionTree.Canonical(text, items[i].Value)] = bindings[i]!;
            }
            else
            {
                complex.Add(ExpressionTree.Canonical(text, items[i].Value));
            }
        }

        List<AggregateSpec> aggregates = [];
        List<(int Slot, Evaluation Value)> computed = [];
        var frame = new Frame(scope) { Aggregates = aggregates, Grouping = variables, Substitutions = known, ComplexKeys = complex };
        for (var i = 0; i < items.Count; i++)
        {
            if (bindings[i] is null)
            {
                var value = Expressions.Compile(items[i].Value, frame);
                bindings[i] = new Binding(items[i].Name, NewSlot(), value.Shape);
                computed.Add((bindings[i]!.Slot, value.Evaluate));
            }
        }

        PlanOperator root = new Projection(new EagerAggregation(source, keys, aggregates) { Details = Written(items) }, computed) { Details = string.Join(", ", items.Select(i => i.Name)) };

        // All are bound now: as keys in the first loop, with their aggregates in the second.
        List<Binding> projected = [.. bindings.Select(b => b!)];
        var substitutions = Substitutions(items, projected);
        foreach (var aggregate in aggregates)
        {
            substitutions.TryAdd(aggregate.Canonical, new Binding(null, aggregate.Slot, ValueShape.Any));
        }

        return (root, projected, substitutions);
    }

    private Dictionary<string, Binding> Substitutions(List<ProjectionItem> items, List<Binding> projected)
    {
        Dictionary<string, Binding> substitutions = new(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            substitutions[ExpressionTree.Canonical(text, items[i].Value)] = projected[i];
        }

        return substitutions;
    }

    private PlanOperator PlanOrder(ProjectionBody body, PlanOperator source, Frame frame, List<ProjectionItem> items, bool aggregating)
    {
        var skip = body.Skip is null ? null : CompileCount(body.Skip, "SKIP");
        var limit = body.Limit is null ? null : CompileCount(body.Limit, "LIMIT");
        if (body.OrderBy.Count > 0)
        {
            List<(Evaluation Key, bool Descending)> keys = [.. body.OrderBy.Select(o => (CompileSortKey(o.Value, frame, items, aggregating), o.IsDescending))];
            if (limit is not null && !Writes)
            {
                return new Top(source, keys, skip, limit) { Details = $"{Written(body.OrderBy)} LIMIT {Written(body.Limit!)}" }; // A limit was compiled from it.
            }

            source = new Sort(source, keys) { Details = Written(body.OrderBy) };
        }

        source = skip is null ? source : new Skip(source, skip) { Details = Written(body.Skip!) };
        return limit is null ? source : new Limit(source, limit, Writes) { Details = Written(body.Limit!) };
    }

    private string Written(SyntaxNode syntax) => text[syntax.Span.Start..syntax.Span.End];

    private string Written(List<ProjectionItem> items) => string.Join(", ", items.Select(i => i.Value is Variable ? i.Name : Written(i)));

    private string Written(IEnumerable<SortItem> keys) => string.Join(", ", keys.Select(Written));

    private Evaluation CompileSortKey(Expression key, Frame frame, List<ProjectionItem> items, bool aggregating)
    {
        if (!ExpressionCompiler.ContainsAggregate(key))
        {
            return Expressions.Compile(key, frame).Evaluate;
        }

        if (!aggregating)
        {
            return Expressions.Compile(key, frame with { Aggregates = null, Substitutions = null }).Evaluate;
        }

        // Beside an aggregate only single variables and properties are grouping keys.
        var canonical = ExpressionTree.Canonical(text, key);
        if (frame.Substitutions is { } all && !all.ContainsKey(canonical))
        {
            var complex = items.Where(i => !ExpressionCompiler.ContainsAggregate(i.Value) && i.Value is not (Variable or PropertyAccess { Subject: Variable } or Literal or Parameter)).Select(i => ExpressionTree.Canonical(text, i.Value)).ToList();
            frame = frame with { Substitutions = all.Where(e => !complex.Contains(e.Key)).ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal), ComplexKeys = complex };
            if (FindForeignAggregate(key, frame.Substitutions) is { } foreign)
            {
                throw CypherFault.Semantic(text, foreign.Span, "UndefinedVariable", "ORDER BY 中的聚合函数没有出现在投影中；请先在投影里用 AS 给它起名。");
            }
        }

        return Expressions.Compile(key, frame).Evaluate;
    }

    private Expression? FindForeignAggregate(Expression key, IReadOnlyDictionary<string, Binding> known)
    {
        if (known.ContainsKey(ExpressionTree.Canonical(text, key)))
        {
            return null;
        }

        return key is CountStar || (key is FunctionCall && !ExpressionTree.Children(key).Any(ExpressionCompiler.ContainsAggregate) && ExpressionCompiler.ContainsAggregate(key))
            ? key
            : ExpressionTree.Children(key).Select(c => FindForeignAggregate(c, known)).FirstOrDefault(f => f is not null);
    }

    private Evaluation CompileCount(Expression count, string clause)
    {
        if (ExpressionTree.Any(count, e => e is Variable or PatternExpression or SubqueryExpression))
        {
            throw CypherFault.Semantic(text, count.Span, "NonConstantExpression", $"{clause} 后面不能使用变量，只能是数字、参数或由它们算出的值。");
        }

        var compiled = Expressions.Compile(count, new Frame(new Scope()));
        if (count is Literal { Value: IntegerValue { Value: < 0 } n })
        {
            throw CypherFault.Semantic(text, count.Span, "NegativeIntegerArgument", $"{clause} 不能是负数，这里是 {n.Value}。");
        }

        if (count is Literal { Value: not IntegerValue })
        {
            throw CypherFault.Semantic(text, count.Span, "InvalidArgumentType", $"{clause} 后面应当是非负整数。");
        }

        Expressions.RequireKind(compiled.Shape, count is Parameter ? ValueKinds.Number : ValueKinds.Integer, count, clause);
        return compiled.Evaluate;
    }
}
