using System.Runtime.CompilerServices;
using PolicyGraph.Cypher.Execution;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using ValueType = PolicyGraph.Cypher.Syntax.ValueType;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Turns expressions into delegates over slots, and checks them on the way: names, types as far as they are known, aggregates.</summary>
internal sealed partial class ExpressionCompiler(StatementPlanner planner)
{
    private const ValueKinds HasProperties = ValueKinds.Map | ValueKinds.Entity | ValueKinds.Temporal | ValueKinds.Point;
    private static readonly Evaluation Nothing = (_, _) => GraphValue.Null;

    private string Text => planner.Text;

    public Compiled Compile(Expression expression, Frame frame)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw CypherFault.TextLimit(Text, expression.Span.Start, "表达式嵌套太深，请拆成几步。");
        }

        if (frame.Substitutions is { Count: > 0 } known && expression is not (Variable or Literal or Parameter) && known.TryGetValue(ExpressionTree.Canonical(Text, expression), out var binding))
        {
            return Slot(binding);
        }

        return expression switch
        {
            SlotExpression e => Slot(e.Binding),
            Literal e => new Compiled((_, _) => e.Value, ValueShape.Of(e.Value)),
            Parameter e => CompileParameter(e),
            Variable e => CompileVariable(e, frame),
            PropertyAccess e => CompileProperty(e, frame),
            ListExpression e => CompileList(e, frame),
            MapExpression e => CompileMap(e, frame),
            IndexExpression e => CompileIndex(e, frame),
            SliceExpression e => CompileSlice(e, frame),
            UnaryExpression e => CompileUnary(e, frame),
            BinaryExpression e => CompileBinary(e, frame),
            ComparisonExpression e => CompileComparison(e, frame),
            NullPredicate e => CompileNullPredicate(e, frame),
            LabelPredicate e => CompileLabelPredicate(e, frame),
            TypePredicate e => CompileTypePredicate(e, frame),
            FunctionCall e => CompileCall(e, frame),
            CountStar e => CompileAggregate(e, "count", distinct: false, [], frame),
            CaseExpression e => CompileCase(e, frame),
            ListComprehension e => CompileListComprehension(e, frame),
            Quantifier e => CompileQuantifier(e, frame),
            ReduceExpression e => CompileReduce(e, frame),
            MapProjection e => CompileMapProjection(e, frame),
            PatternComprehension e => CompilePatternComprehension(e, frame),
            PatternExpression e => CompilePattern(e, frame),
            SubqueryExpression e => CompileSubquery(e, frame),
            _ => throw new System.Diagnostics.UnreachableException(expression.GetType().Name),
        };
    }

    /// <summary>Compiles a condition.</summary>
    public Evaluation CompileCondition(Expression expression, Frame frame)
    {
        var condition = Compile(expression, frame with { AllowsPatterns = true });
        RequireTruth(condition.Shape, expression, "条件");
        return condition.Evaluate;
    }

    /// <summary>Refuses an expression that can have no truth; a list is told apart, since it once had one.</summary>
    public void RequireTruth(ValueShape shape, Expression expression, string what)
    {
        if (shape.Kinds == ValueKinds.List)
        {
            throw CypherFault.Semantic(Text, expression.Span, "InvalidArgumentType", "列表不能当作条件；判断列表是否非空请用 NOT isEmpty(列表)。", "NOT isEmpty(列表)");
        }

        RequireKind(shape, ValueKinds.Boolean, expression, what);
    }

    /// <summary>Refuses an expression that can have none of these kinds.</summary>
    public void RequireKind(ValueShape shape, ValueKinds kinds, Expression expression, string what)
    {
        if (expression is Parameter parameter)
        {
            planner.ParameterKinds.Add(new ParameterKind(parameter.Name, kinds, parameter.Span, what));
        }

        if (!shape.CanBe(kinds))
        {
            throw CypherFault.StaticType(Text, expression.Span, $"类型不符：{what}应当是{ValueShape.Describe(kinds)}，这里是{ValueShape.Describe(shape.Kinds)}。");
        }
    }

    private static Compiled Slot(Binding binding)
    {
        var slot = binding.Slot;
        return new Compiled((row, _) => row[slot], binding.Shape);
    }

    private Compiled CompileParameter(Parameter parameter)
    {
        planner.Parameters.TryAdd(parameter.Name, parameter.Span);
        var name = parameter.Name;
        return new Compiled((_, context) => context.Parameters[name], ValueShape.Any);
    }

    private Compiled CompileVariable(Variable variable, Frame frame)
    {
        if (frame.Grouping is { } grouping && !grouping.Contains(variable.Name) && !frame.Locals.Contains(variable.Name) && frame.Scope.Find(variable.Name) is not null)
        {
            throw Ambiguous(variable);
        }

        if (frame.Scope.Find(variable.Name) is { } binding)
        {
            return Slot(binding);
        }

        if (frame.Substitutions is not null && frame.ComplexKeys.Any(k => k.Split('\u0001').Contains(variable.Name)))
        {
            throw Ambiguous(variable);
        }

        throw Undefined(variable.Name, variable, frame.Scope);
    }

    private GraphException Ambiguous(Expression expression) => CypherFault.Semantic(
        Text, expression.Span, "AmbiguousAggregationExpression", $"聚合函数旁边使用了 {Text[expression.Span.Start..expression.Span.End]}，但它不是单独的分组列，含义不明确；请先用 WITH 把它单独列出。");

    public GraphException Undefined(string name, SyntaxNode node, Scope scope) => CypherFault.Semantic(
        Text, node.Span, "UndefinedVariable", $"变量 {name} 没有定义。", Spelling.Nearest(name, scope.Names));

    private Compiled CompileProperty(PropertyAccess access, Frame frame)
    {
        if (frame.Grouping is { } grouping && access.Subject is Variable v && !grouping.Contains(v.Name) && !frame.Locals.Contains(v.Name) && frame.Scope.Find(v.Name) is not null)
        {
            throw Ambiguous(access);
        }

        var subject = Compile(access.Subject, frame);
        if (!subject.Shape.CanBe(HasProperties))
        {
            throw CypherFault.StaticType(Text, access.Span, $"{ValueShape.Describe(subject.Shape.Kinds)}没有属性，不能取 .{access.Key}。");
        }

        var key = access.Key;
        var evaluate = subject.Evaluate;
        if (subject.Shape.Kinds != ValueKinds.None && (subject.Shape.Kinds & ~ValueKinds.Entity) == 0)
        {
            planner.Mention(NameKind.PropertyKey, key, access.Span);
        }

        return new Compiled((row, context) => Properties.Get(evaluate(row, context), key, context), IsEntity(subject.Shape) ? ValueShape.Stored : ValueShape.Any);
    }

    private static bool IsEntity(ValueShape shape) => shape.Kinds != ValueKinds.None && (shape.Kinds & ~ValueKinds.Entity) == 0;

    private Compiled CompileList(ListExpression list, Frame frame)
    {
        Compiled[] items = [.. list.Items.Select(i => Compile(i, frame))];
        var element = items.Length == 0 ? ValueShape.Null : items.Select(i => i.Shape).Aggregate((a, b) => a.Or(b));
        if (list.Items.All(i => i is Literal))
        {
            var constant = new ListValue([.. list.Items.Select(i => ((Literal)i).Value)]);
            return new Compiled((_, _) => constant, element.AsList());
        }

        Evaluation[] evaluations = [.. items.Select(i => i.Evaluate)];
        return new Compiled((row, context) => new ListValue(Evaluate(evaluations, row, context)), element.AsList());
    }

    private static GraphValue[] Evaluate(Evaluation[] evaluations, GraphValue[] row, RunContext context)
    {
        var values = new GraphValue[evaluations.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = evaluations[i](row, context);
        }

        return values;
    }

    private Compiled CompileMap(MapExpression map, Frame frame)
    {
        (string Key, Evaluation Value)[] entries = [.. map.Entries.Select(e => (e.Key, Compile(e.Value, frame).Evaluate))];
        entries = [.. KeyOrder.Sort(entries, e => e.Key)];
        return new Compiled(
            (row, context) =>
            {
                var values = new Dictionary<string, GraphValue>(entries.Length, StringComparer.Ordinal);
                foreach (var (key, value) in entries)
                {
                    values[key] = value(row, context);
                }

                return new MapValue(values);
            },
            ValueShape.Map);
    }

    private Compiled CompileIndex(IndexExpression index, Frame frame)
    {
        var subject = Compile(index.Subject, frame);
        var key = Compile(index.Index, frame);
        RequireKind(subject.Shape, ValueKinds.List | ValueKinds.Map | ValueKinds.Entity | (index.Index is Literal { Value: StringValue } ? ValueKinds.Temporal : 0), index.Subject, "取下标的对象");
        if (index.Index is Literal { Value: StringValue { Value.Length: 0 } })
        {
            throw CypherFault.Semantic(Text, index.Index.Span, "InvalidTokenName", "属性名不能是空字符串。");
        }

        var (s, k) = (subject.Evaluate, key.Evaluate);
        if (index.Index is Literal { Value: StringValue { Value: var name } } && subject.Shape.Kinds != ValueKinds.List)
        {
            return new Compiled((row, context) => s(row, context) is var owner && owner is ListValue ? Properties.Element(owner, k(row, context), context) : Properties.Get(owner, name, context), IsEntity(subject.Shape) ? ValueShape.Stored : ValueShape.Any);
        }

        return new Compiled((row, context) => Properties.Element(s(row, context), k(row, context), context), subject.Shape.Kinds == ValueKinds.List ? subject.Shape.Element ?? ValueShape.Any : ValueShape.Any);
    }

    private Compiled CompileSlice(SliceExpression slice, Frame frame)
    {
        var subject = Compile(slice.Subject, frame);
        RequireKind(subject.Shape, ValueKinds.List, slice.Subject, "切片的对象");
        var from = CompileBound(slice.From, frame);
        var to = CompileBound(slice.To, frame);
        var list = subject.Evaluate;
        return new Compiled((row, context) => Properties.Slice(Sized(list(row, context), context), from?.Invoke(row, context), to?.Invoke(row, context)), subject.Shape.Kinds == ValueKinds.None ? ValueShape.List : subject.Shape);
    }

    private Evaluation? CompileBound(Expression? bound, Frame frame)
    {
        if (bound is null)
        {
            return null;
        }

        var compiled = Compile(bound, frame);
        RequireKind(compiled.Shape, ValueKinds.Integer, bound, "切片的边界");
        return compiled.Evaluate;
    }

    private Compiled CompileUnary(UnaryExpression unary, Frame frame)
    {
        var operand = Compile(unary.Operand, frame);
        var evaluate = operand.Evaluate;
        if (unary.Operator == UnaryOperator.Not)
        {
            RequireTruth(operand.Shape, unary.Operand, "NOT 的对象");
            return new Compiled((row, context) => Operators.Truth(!Operators.AsTruth(evaluate(row, context))), ValueShape.Boolean);
        }

        RequireKind(operand.Shape, unary.Operator == UnaryOperator.Minus ? ValueKinds.Number : ValueKinds.Number | ValueKinds.Temporal, unary.Operand, "正负号的对象");
        return unary.Operator == UnaryOperator.Minus ? new Compiled((row, context) => Operators.Negate(evaluate(row, context)), operand.Shape) : operand;
    }

    // Texts and lists that are put together or copied: half of what may be held, so that the whole still may.
    private static GraphValue Sized(GraphValue value, RunContext context)
    {
        switch (value)
        {
            case StringValue { Value.Length: > 4096 } s:
                context.RequireRoom(4L * s.Value.Length);
                break;
            case ListValue { Values: LazyRange range }:
                context.RequireRoom(64L * range.Count);
                break;
            case ListValue { Values.Count: > 512 } l:
                context.RequireRoom(16L * l.Values.Count);
                break;
        }

        return value;
    }

    private Compiled CompileBinary(BinaryExpression binary, Frame frame)
    {
        var left = Compile(binary.Left, frame);
        var right = Compile(binary.Right, frame);
        var shape = OperatorTypes.Check(this, binary, left.Shape, right.Shape);
        var (a, b) = (left.Evaluate, right.Evaluate);
        var op = binary.Operator;
        if (Neutral(binary) is { } rest)
        {
            return ReferenceEquals(rest, binary.Left) ? left : right;
        }

        return new Compiled(
            op switch
            {
                BinaryOperator.And => (row, context) => Decide(a, b, row, context, decisive: false),
                BinaryOperator.Or => (row, context) => Decide(a, b, row, context, decisive: true),
                BinaryOperator.Add => (row, context) => Operators.Add(Sized(a(row, context), context), Sized(b(row, context), context)),
                BinaryOperator.Concatenate => (row, context) => Operators.Concatenate(Sized(a(row, context), context), Sized(b(row, context), context)),
                BinaryOperator.Multiply => (row, context) => Operators.Multiply(a(row, context), b(row, context)),
                _ => (row, context) => Operators.Apply(op, a(row, context), b(row, context)),
            },
            shape);
    }

    // x AND true, x OR false, x XOR false and x AND x are x, as Neo4j rewrites them: even where x is no truth value.
    private Expression? Neutral(BinaryExpression binary)
    {
        bool? neutral = binary.Operator switch { BinaryOperator.And => true, BinaryOperator.Or or BinaryOperator.Xor => false, _ => null };
        return neutral is null ? null
            : binary.Right is Literal { Value: BooleanValue r } && r.Value == neutral ? binary.Left
            : binary.Left is Literal { Value: BooleanValue l } && l.Value == neutral ? binary.Right
            : binary.Operator != BinaryOperator.Xor && ExpressionTree.Canonical(Text, binary.Left) == ExpressionTree.Canonical(Text, binary.Right) ? binary.Left
            : null;
    }

    // One side that decides is enough, whichever it is, even beside one that is no truth value.
    private static GraphValue Decide(Evaluation a, Evaluation b, GraphValue[] row, RunContext context, bool decisive)
    {
        var left = a(row, context);
        if (left is not (BooleanValue or NullValue or ListValue))
        {
            return Operators.AsTruth(b(row, context)) == decisive ? decisive : Operators.Truth(Operators.AsTruth(left));
        }

        var truth = Operators.AsTruth(left);
        if (truth == decisive)
        {
            return decisive;
        }

        var right = Operators.AsTruth(b(row, context));
        return right == decisive ? decisive : truth is null || right is null ? GraphValue.Null : !decisive;
    }

    private Compiled CompileComparison(ComparisonExpression comparison, Frame frame)
    {
        if (comparison is { First: Literal a, Parts: [{ Operand: Literal b, Operator: var known }] } && (a.Value, b.Value) is (IntegerValue, FloatValue) or (FloatValue, IntegerValue))
        {
            // Between two constants Neo4j compares an integer with a float as floats, elsewhere exactly.
            var constant = Operators.Compare(known, Operators.ToDouble(a.Value), Operators.ToDouble(b.Value));
            return new Compiled((_, _) => constant, ValueShape.Boolean);
        }

        var first = Compile(comparison.First, frame).Evaluate;
        (ComparisonOperator Op, Evaluation Value)[] parts = [.. comparison.Parts.Select(p => (p.Operator, Compile(p.Operand, frame).Evaluate))];
        if (parts is [var (op, second)])
        {
            return new Compiled((row, context) => Operators.Compare(op, first(row, context), second(row, context)), ValueShape.Boolean);
        }

        return new Compiled(
            (row, context) =>
            {
                var left = first(row, context);
                bool? result = true;
                foreach (var (op, value) in parts)
                {
                    var right = value(row, context);
                    var holds = Operators.AsTruth(Operators.Compare(op, left, right));
                    if (holds == false)
                    {
                        return false;
                    }

                    result = holds is null ? null : result;
                    left = right;
                }

                return Operators.Truth(result);
            },
            ValueShape.Boolean);
    }

    private Compiled CompileNullPredicate(NullPredicate predicate, Frame frame)
    {
        var operand = Compile(predicate.Operand, frame).Evaluate;
        var negated = predicate.Negated;
        return new Compiled((row, context) => operand(row, context).IsNull != negated, ValueShape.Boolean);
    }

    private Compiled CompileLabelPredicate(LabelPredicate predicate, Frame frame)
    {
        var subject = Compile(predicate.Subject, frame);
        RequireKind(subject.Shape, ValueKinds.Entity, predicate.Subject, "标签判断的对象");
        if (FindDynamic(predicate.Labels) is { } dynamic)
        {
            throw CypherFault.Semantic(Text, dynamic.Span, "InvalidLabelExpression", "$(…) 只能写在 MATCH、CREATE、MERGE、SET 和 REMOVE 的标签处；条件里请用 标签 IN labels(n)。");
        }

        var evaluate = subject.Evaluate;
        var test = planner.CompileLabels(predicate.Labels, frame);
        planner.Mention(subject.Shape.Kinds == ValueKinds.Relationship ? NameKind.RelationshipType : NameKind.Label, subject.Shape.Kinds is ValueKinds.Relationship or ValueKinds.Node ? predicate.Labels : null);
        return new Compiled(
            (row, context) => evaluate(row, context) switch
            {
                NullValue => GraphValue.Null,
                Node n => test(context.Current(n).Labels, row, context),
                Relationship r => test([r.Type], row, context),
                var other => throw CypherFault.Type($"标签判断的对象应当是节点或关系，得到的是{Operators.Describe(other)}。"),
            },
            ValueShape.Boolean);
    }

    private static DynamicLabel? FindDynamic(LabelExpression labels) => labels switch
    {
        DynamicLabel dynamic => dynamic,
        LabelNegation not => FindDynamic(not.Operand),
        LabelConjunction and => FindDynamic(and.Left) ?? FindDynamic(and.Right),
        LabelDisjunction or => FindDynamic(or.Left) ?? FindDynamic(or.Right),
        _ => null,
    };

    private Compiled CompileTypePredicate(TypePredicate predicate, Frame frame)
    {
        var operand = Compile(predicate.Operand, frame).Evaluate;
        var type = predicate.Type;
        var negated = predicate.Negated;
        TypeTests.RequireKnown(Text, type);
        return new Compiled((row, context) => TypeTests.Is(operand(row, context), type) != negated, ValueShape.Boolean);
    }

    private Compiled CompileCase(CaseExpression expression, Frame frame)
    {
        var subject = expression.Subject is null ? null : Compile(expression.Subject, frame).Evaluate;
        List<(Evaluation[] When, bool[] IsCondition, Evaluation Then)> branches = [];
        ValueShape? shape = null;
        foreach (var branch in expression.Branches)
        {
            Evaluation[] when = subject is null ? [CompileCondition(branch.When[0], frame)] : [.. branch.When.Select(w => Compile(w, frame).Evaluate)];
            bool[] isCondition = [.. branch.When.Select(w => subject is null || StartsWithSubject(w, expression.Subject!))];
            var then = Compile(branch.Result, frame);
            shape = shape is null ? then.Shape : shape.Or(then.Shape);
            branches.Add((when, isCondition, then.Evaluate));
        }

        var otherwise = expression.Else is null ? new Compiled(Nothing, ValueShape.Null) : Compile(expression.Else, frame);
        var last = otherwise.Evaluate;
        return new Compiled(
            (row, context) =>
            {
                var value = subject?.Invoke(row, context);
                foreach (var (when, isCondition, then) in branches)
                {
                    for (var i = 0; i < when.Length; i++)
                    {
                        var candidate = when[i](row, context);
                        if (isCondition[i] || value is null ? Operators.AsTruth(candidate) == true : ValueComparison.AreEqual(value, candidate) == true)
                        {
                            return then(row, context);
                        }
                    }
                }

                return last(row, context);
            },
            shape is null ? otherwise.Shape : shape.Or(otherwise.Shape));
    }

    // WHEN < 3 was read as a comparison whose left side is the very subject of CASE.
    private static bool StartsWithSubject(Expression when, Expression subject) => when switch
    {
        ComparisonExpression c => ReferenceEquals(c.First, subject),
        BinaryExpression b => ReferenceEquals(b.Left, subject),
        NullPredicate n => ReferenceEquals(n.Operand, subject),
        TypePredicate t => ReferenceEquals(t.Operand, subject),
        _ => false,
    };
}
