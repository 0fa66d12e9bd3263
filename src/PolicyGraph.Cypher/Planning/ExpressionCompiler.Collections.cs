using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Expressions that bind variables of their own: comprehensions, quantifiers, reduce, map projections, patterns and subqueries.</summary>
internal sealed partial class ExpressionCompiler
{
    private (Evaluation List, Binding Item, Frame Inner) CompileSource(Identifier item, Expression list, Frame frame)
    {
        var source = Compile(list, frame);
        RequireKind(source.Shape, ValueKinds.List, list, "IN 的右边");
        var binding = new Binding(item.Name, planner.NewSlot(), source.Shape.Element ?? ValueShape.Any);
        return (source.Evaluate, binding, frame.With(binding));
    }

    private static IReadOnlyList<GraphValue>? Items(GraphValue value) => value switch
    {
        NullValue => null,
        ListValue l => l.Values,
        _ => [value], // Only where its type was not known before.
    };

    private Compiled CompileListComprehension(ListComprehension comprehension, Frame frame)
    {
        var (list, item, inner) = CompileSource(comprehension.Item, comprehension.List, frame);
        var where = comprehension.Where is null ? null : CompileCondition(comprehension.Where, inner);
        Compiled? projection = comprehension.Projection is null ? null : Compile(comprehension.Projection, inner);
        var project = projection?.Evaluate;
        var slot = item.Slot;
        return new Compiled(
            (row, context) =>
            {
                if (Items(list(row, context)) is not { } items)
                {
                    return GraphValue.Null;
                }

                return context.Gather(Kept(items, row, context));
            },
            (projection?.Shape ?? item.Shape).AsList());

        IEnumerable<GraphValue> Kept(IReadOnlyList<GraphValue> items, GraphValue[] row, RunContext context)
        {
            foreach (var value in items)
            {
                context.Tick();
                row[slot] = value;
                if (where is null || Operators.AsTruth(where(row, context)) == true)
                {
                    yield return project is null ? value : project(row, context);
                }
            }
        }
    }

    private Compiled CompileQuantifier(Quantifier quantifier, Frame frame)
    {
        if (quantifier.Where is null)
        {
            throw CypherFault.Semantic(Text, quantifier.Span, "InvalidSyntax", "all、any、none、single 需要条件，例如 all(x IN 列表 WHERE 条件)。");
        }

        var (list, item, inner) = CompileSource(quantifier.Item, quantifier.List, frame);
        var where = CompileCondition(quantifier.Where, inner);
        var slot = item.Slot;
        var kind = quantifier.Kind;
        return new Compiled(
            (row, context) =>
            {
                if (Items(list(row, context)) is not { } items)
                {
                    return GraphValue.Null;
                }

                int holds = 0, unknown = 0;
                foreach (var value in items)
                {
                    context.Tick();
                    row[slot] = value;
                    var truth = Operators.AsTruth(where(row, context));
                    holds += truth == true ? 1 : 0;
                    unknown += truth is null ? 1 : 0;
                }

                return Operators.Truth(kind switch
                {
                    QuantifierKind.All => holds + unknown < items.Count ? false : unknown > 0 ? null : true,
                    QuantifierKind.Any => holds > 0 ? true : unknown > 0 ? null : false,
                    QuantifierKind.None => holds > 0 ? false : unknown > 0 ? null : true,
                    _ => holds > 1 ? false : unknown > 0 ? null : holds == 1,
                });
            },
            ValueShape.Boolean);
    }

    private Compiled CompileReduce(ReduceExpression reduce, Frame frame)
    {
        var initial = Compile(reduce.Initial, frame);
        var (list, item, withItem) = CompileSource(reduce.Item, reduce.List, frame);
        var accumulator = new Binding(reduce.Accumulator.Name, planner.NewSlot(), ValueShape.Any);
        var step = Compile(reduce.Step, withItem.With(accumulator)).Evaluate;
        var (itemSlot, slot, start) = (item.Slot, accumulator.Slot, initial.Evaluate);
        return new Compiled(
            (row, context) =>
            {
                var value = start(row, context);
                if (Items(list(row, context)) is not { } items)
                {
                    return GraphValue.Null;
                }

                foreach (var next in items)
                {
                    context.Tick();
                    row[slot] = value;
                    row[itemSlot] = next;
                    value = step(row, context);
                }

                return value;
            },
            ValueShape.Any);
    }

    private Compiled CompileMapProjection(MapProjection projection, Frame frame)
    {
        var subject = Compile(projection.Subject, frame);
        RequireKind(subject.Shape, ValueKinds.Map | ValueKinds.Entity, projection.Subject, "映射投影的对象");
        (string? Key, Evaluation? Value)[] items = [.. projection.Items.Select(i => (i.Key, i.Value is null ? null : Compile(i.Value, frame).Evaluate))];
        var evaluate = subject.Evaluate;
        return new Compiled(
            (row, context) =>
            {
                var value = evaluate(row, context);
                if (value.IsNull)
                {
                    return value;
                }

                var entries = new Dictionary<string, GraphValue>(StringComparer.Ordinal);
                foreach (var (key, item) in items)
                {
                    if (key is null)
                    {
                        foreach (var (k, v) in Properties.All(value, context))
                        {
                            entries[k] = v;
                        }
                    }
                    else
                    {
                        entries[key] = item is null ? Properties.Get(value, key, context) : item(row, context);
                    }
                }

                return new MapValue(entries);
            },
            ValueShape.Map);
    }

    private Compiled CompilePatternComprehension(PatternComprehension comprehension, Frame frame)
    {
        var (root, scope) = planner.PlanPattern([comprehension.Pattern], comprehension.Where, frame.Scope, mayIntroduce: true);
        var inner = frame with { Scope = scope, Aggregates = null, Grouping = null };
        var projection = Compile(comprehension.Projection, inner);
        var project = projection.Evaluate;
        return new Compiled(
            (row, context) => context.Gather(root.Run(context, row).Select(match => project(match, context))),
            projection.Shape.AsList());
    }

    private Compiled CompilePattern(PatternExpression pattern, Frame frame)
    {
        if (pattern.Pattern.IsLegacyShortest)
        {
            return CompileShortestPath(pattern, frame);
        }

        if (!frame.AllowsPatterns)
        {
            throw CypherFault.Semantic(Text, pattern.Span, "UnexpectedSyntax", "模式只能用作条件，不能当作值；计数请用 COUNT { 模式 }，取值请用 [模式 | 值]。");
        }

        var (root, _) = planner.PlanPattern([pattern.Pattern], null, frame.Scope, mayIntroduce: false);
        return new Compiled((row, context) => root.Run(context, row).Any(), ValueShape.Boolean);
    }

    private Compiled CompileShortestPath(PatternExpression pattern, Frame frame)
    {
        var name = new Identifier("  path", pattern.Span);
        var (root, scope) = planner.PlanPattern([pattern.Pattern with { Variable = name }], null, frame.Scope, mayIntroduce: true);

        // The planner has just bound the name.
        var slot = scope.Find(name.Name)!.Slot;
        var isList = pattern.Pattern.Selector == PathSelector.AllShortest;
        return new Compiled(
            (row, context) => isList ? context.Gather(root.Run(context, row).Select(r => r[slot])) : root.Run(context, row).Select(r => r[slot]).FirstOrDefault() ?? GraphValue.Null,
            isList ? ValueShape.Path.AsList() : ValueShape.Path);
    }

    private Compiled CompileSubquery(SubqueryExpression subquery, Frame frame)
    {
        var (root, columns) = planner.PlanSubquery(subquery.Query, frame.Scope, subquery);
        switch (subquery.Kind)
        {
            case SubqueryKind.Exists:
                return new Compiled((row, context) => root.Run(context, row).Any(), ValueShape.Boolean);
            case SubqueryKind.Count:
                return new Compiled((row, context) => root.Run(context, row).LongCount(), ValueShape.Integer);
            default:
                if (columns is not [var column])
                {
                    throw CypherFault.Semantic(Text, subquery.Span, "InvalidSyntax", "COLLECT {} 中的子查询应当只返回一列。");
                }

                var slot = column.Slot;
                return new Compiled((row, context) => context.Gather(root.Run(context, row).Select(r => r[slot])), column.Shape.AsList());
        }
    }
}
