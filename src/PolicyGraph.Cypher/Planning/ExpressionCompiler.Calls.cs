using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Function calls: functions, aggregates and exists(pattern).</summary>
internal sealed partial class ExpressionCompiler
{
    private static readonly string[] Aggregates = ["avg", "collect", "count", "max", "min", "percentileCont", "percentileDisc", "stDev", "stDevP", "sum"];

    /// <summary>Whether an aggregate stands somewhere in the expression.</summary>
    public static bool ContainsAggregate(Expression expression) => ExpressionTree.Any(expression, e => e is CountStar || (e is FunctionCall call && IsAggregate(call)));

    private static bool IsAggregate(FunctionCall call) => Aggregates.Contains(call.Name, StringComparer.OrdinalIgnoreCase);

    private Compiled CompileCall(FunctionCall call, Frame frame)
    {
        if (IsAggregate(call))
        {
            return CompileAggregate(call, call.Name, call.Distinct, call.Arguments, frame);
        }

        var name = call.Name;
        if (string.Equals(name, "exists", StringComparison.OrdinalIgnoreCase))
        {
            return CompileExists(call, frame);
        }

        if (FunctionLibrary.Find(name) is not { } function)
        {
            throw CypherFault.Semantic(Text, call.Span, "UnknownFunction", $"没有名为 {name} 的函数。", Spelling.Nearest(name, FunctionLibrary.Names.Concat(Aggregates)));
        }

        if (call.Arguments.Count < function.Minimum || call.Arguments.Count > function.Maximum)
        {
            var wanted = function.Minimum == function.Maximum ? $"{function.Minimum}" : $"{function.Minimum} 到 {function.Maximum}";
            throw CypherFault.Semantic(Text, call.Span, "InvalidNumberOfArguments", $"函数 {function.Name} 需要 {wanted} 个参数，这里有 {call.Arguments.Count} 个。");
        }

        if (call.Distinct)
        {
            throw CypherFault.Semantic(Text, call.Span, "InvalidArgumentPassingMode", $"函数 {function.Name} 不是聚合函数，不能用 DISTINCT。");
        }

        if (frame.InsideAggregate && !function.IsDeterministic)
        {
            throw CypherFault.Semantic(Text, call.Span, "NonConstantExpression", $"聚合函数中不能使用每次结果不同的函数 {function.Name}。");
        }

        if (function.Name == "normalize" && call.Arguments.Count == 2)
        {
            // The form is a word of the language, not a value.
            call = call.Arguments[1] is Variable { Name: var form } && (form.ToUpperInvariant() is "NFC" or "NFD" or "NFKC" or "NFKD")
                ? call with { Arguments = [call.Arguments[0], new Literal(call.Arguments[1].Span, form)] }
                : throw CypherFault.Semantic(Text, call.Arguments[1].Span, "InvalidNormalForm", "normalize 的形式只能是 NFC、NFD、NFKC、NFKD，不加引号。");
        }

        // A pattern is a condition where it stands alone, and no argument.
        Compiled[] arguments = [.. call.Arguments.Select(a => Compile(a, a is PatternExpression ? frame with { AllowsPatterns = false } : frame))];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (function.Name == "range" && !arguments[i].Shape.CanBe(function.KindOf(i)))
            {
                // The one function whose arguments the kit wants to be refused as if it had run.
                throw ListFunctions.RangeOf(arguments[i].Shape.Kinds);
            }

            RequireKind(arguments[i].Shape, function.KindOf(i), call.Arguments[i], $"函数 {function.Name} 的第 {i + 1} 个参数");
        }

        var shape = function.Shape(arguments.Select(a => a.Shape).ToArray());
        return new Compiled(Bind(function, [.. arguments.Select(a => a.Evaluate)]), shape);
    }

    // What only looks at its arguments, or hands them on as they are.
    private static readonly HashSet<string> ReadsInPlace = ["size", "head", "last", "isEmpty", "coalesce", "valueType"];

    private static Evaluation Bind(Function function, Evaluation[] arguments)
    {
        if (function.Name == "coalesce")
        {
            // What stands behind the first value is not computed, and so cannot fail.
            return (row, context) =>
            {
                foreach (var argument in arguments)
                {
                    if (argument(row, context) is { IsNull: false } value)
                    {
                        return value;
                    }
                }

                return GraphValue.Null;
            };
        }

        var call = function.Call;
        var passesNull = function.PassesNull;
        var copies = !ReadsInPlace.Contains(function.Name);
        return (row, context) =>
        {
            var values = Evaluate(arguments, row, context);
            if (!passesNull)
            {
                foreach (var value in values)
                {
                    if (value.IsNull)
                    {
                        return GraphValue.Null;
                    }
                }
            }

            foreach (var value in copies ? values : [])
            {
                Sized(value, context);
            }

            return call(values, context);
        };
    }

    private Compiled CompileExists(FunctionCall call, Frame frame)
    {
        if (call.Arguments is [PatternExpression pattern])
        {
            return CompilePattern(pattern, frame with { AllowsPatterns = true });
        }

        throw CypherFault.Semantic(Text, call.Span, "InvalidSyntax", "exists(属性) 已不再支持。", "n.属性 IS NOT NULL");
    }

    private Compiled CompileAggregate(Expression call, string name, bool distinct, IReadOnlyList<Expression> arguments, Frame frame)
    {
        if (frame.InsideAggregate)
        {
            throw CypherFault.Semantic(Text, call.Span, "NestedAggregation", "聚合函数里不能再用聚合函数；请先用 WITH 算出里面的。");
        }

        if (frame.Aggregates is not { } aggregates)
        {
            throw CypherFault.Semantic(Text, call.Span, "InvalidAggregation", $"这里不能使用聚合函数 {name}；请先用 WITH 算出它，再在后面使用。");
        }

        var kind = name.ToUpperInvariant();
        var wanted = call is CountStar ? 0 : kind.StartsWith("PERCENTILE", StringComparison.Ordinal) ? 2 : 1;
        if (arguments.Count != wanted)
        {
            throw CypherFault.Semantic(Text, call.Span, "InvalidNumberOfArguments", $"函数 {name} 需要 {wanted} 个参数，这里有 {arguments.Count} 个。");
        }

        Compiled[] inputs = [.. arguments.Select(a => Compile(a, frame with { InsideAggregate = true, Grouping = null, Substitutions = null }))];
        if (kind is "AVG" or "SUM")
        {
            RequireKind(inputs[0].Shape, ValueKinds.Number | ValueKinds.Duration, arguments[0], $"函数 {name} 的参数");
        }
        else if (kind is "STDEV" or "STDEVP" || wanted == 2)
        {
            RequireKind(inputs[0].Shape, ValueKinds.Number, arguments[0], $"函数 {name} 的参数");
        }

        if (wanted == 2 && arguments[1] is UnaryExpression { Operator: UnaryOperator.Minus, Operand: Literal { Value: FloatValue { Value: > 0 } } } below)
        {
            throw CypherFault.Semantic(Text, below.Span, "NumberOutOfRange", "百分位应当在 0 到 1 之间。");
        }

        if (wanted == 2 && arguments[1] is not Literal { Value: NullValue or IntegerValue or FloatValue })
        {
            RequireKind(inputs[1].Shape, ValueKinds.Number, arguments[1], $"函数 {name} 的第 2 个参数");
        }
        else if (wanted == 2 && arguments[1] is Literal share && share.Value is NullValue or IntegerValue or FloatValue && (share.Value.IsNull || Operators.ToDouble(share.Value) is < 0 or > 1))
        {
            throw CypherFault.Semantic(Text, share.Span, "NumberOutOfRange", "百分位应当在 0 到 1 之间。");
        }

        var canonical = ExpressionTree.Canonical(Text, call);
        var shape = kind switch
        {
            "COUNT" => ValueShape.Integer,
            "COLLECT" => inputs[0].Shape.AsList(),
            "MIN" or "MAX" => inputs[0].Shape,
            "SUM" => inputs[0].Shape.Kinds == ValueKinds.Integer ? ValueShape.Integer : new ValueShape(ValueKinds.Number | ValueKinds.Duration),
            _ => ValueShape.Any,
        };
        var spec = aggregates.Find(a => a.Canonical == canonical);
        if (spec is null)
        {
            spec = new AggregateSpec(Accumulator.For(kind, call is CountStar), [.. inputs.Select(i => i.Evaluate)], distinct, planner.NewSlot(), canonical);
            aggregates.Add(spec);
        }

        var slot = spec.Slot;
        return new Compiled((row, _) => row[slot], shape);
    }
}
