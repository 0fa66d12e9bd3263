using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;

namespace PolicyGraph.Cypher.Planning;

/// <summary>Which operands an operator takes, and what comes of them, as far as it is known before a statement runs.</summary>
internal static class OperatorTypes
{
    public static ValueShape Check(ExpressionCompiler compiler, BinaryExpression e, ValueShape left, ValueShape right)
    {
        switch (e.Operator)
        {
            case BinaryOperator.And or BinaryOperator.Or or BinaryOperator.Xor:
                compiler.RequireTruth(left, e.Left, "逻辑运算的左边");
                compiler.RequireTruth(right, e.Right, "逻辑运算的右边");
                return ValueShape.Boolean;
            case BinaryOperator.In:
                compiler.RequireKind(right, ValueKinds.List, e.Right, "IN 的右边");
                return ValueShape.Boolean;
            case BinaryOperator.Matches:
                compiler.RequireKind(left, ValueKinds.String, e.Left, "=~ 的左边");
                compiler.RequireKind(right, ValueKinds.String, e.Right, "=~ 的右边");
                return ValueShape.Boolean;
            case BinaryOperator.Contains or BinaryOperator.StartsWith or BinaryOperator.EndsWith:
                return ValueShape.Boolean;
            case BinaryOperator.Add:
                return Add(compiler, e, left, right);
            case BinaryOperator.Concatenate:
                compiler.RequireKind(left, ValueKinds.String | ValueKinds.List, e.Left, "|| 的左边");
                compiler.RequireKind(right, ValueKinds.String | ValueKinds.List, e.Right, "|| 的右边");
                return left.Or(right);
            default:
                return Arithmetic(compiler, e, left, right);
        }
    }

    private static ValueShape Add(ExpressionCompiler compiler, BinaryExpression e, ValueShape left, ValueShape right)
    {
        if (left.Kinds == ValueKinds.None || right.Kinds == ValueKinds.None)
        {
            return left.Or(right) is { Kinds: ValueKinds.List } ? ValueShape.List : ValueShape.Any;
        }

        if (left.Kinds == ValueKinds.List || right.Kinds == ValueKinds.List)
        {
            return ValueShape.List;
        }

        var summable = ValueKinds.Number | ValueKinds.String | ValueKinds.List | ValueKinds.Temporal;
        if (left.CanBe(ValueKinds.List) || right.CanBe(ValueKinds.List))
        {
            return ValueShape.Any;
        }

        compiler.RequireKind(left, summable, e.Left, "加号的左边");
        var partner = ValueKinds.None;
        partner |= left.CanBe(ValueKinds.Number | ValueKinds.String) ? ValueKinds.Number | ValueKinds.String : 0;
        partner |= left.CanBe(ValueKinds.Temporal) ? ValueKinds.Duration : 0;
        partner |= left.CanBe(ValueKinds.Duration) ? ValueKinds.Temporal : 0;
        compiler.RequireKind(right, partner, e.Right, "加号的右边");
        return (left.Kinds, right.Kinds) switch
        {
            (ValueKinds.Integer, ValueKinds.Integer) => ValueShape.Integer,
            (ValueKinds.String, _) or (_, ValueKinds.String) => ValueShape.String,
            (var a, var b) when ((a | b) & ~ValueKinds.Number) == 0 => ValueShape.Number,
            _ => ValueShape.Any,
        };
    }

    private static bool IsNumber(ValueShape shape) => shape.Kinds != ValueKinds.None && (shape.Kinds & ~ValueKinds.Number) == 0;

    private static ValueShape Arithmetic(ExpressionCompiler compiler, BinaryExpression e, ValueShape left, ValueShape right)
    {
        var kinds = e.Operator switch
        {
            BinaryOperator.Subtract => ValueKinds.Number | ValueKinds.Temporal,
            BinaryOperator.Multiply or BinaryOperator.Divide => ValueKinds.Number | ValueKinds.Duration,
            _ => ValueKinds.Number,
        };
        compiler.RequireKind(left, kinds, e.Left, "算术运算的左边");
        var second = e.Operator switch
        {
            BinaryOperator.Subtract => ValueKinds.Number | ValueKinds.Duration,
            BinaryOperator.Divide => ValueKinds.Number,
            _ => kinds,
        };
        compiler.RequireKind(right, second, e.Right, "算术运算的右边");
        return e.Operator == BinaryOperator.Power ? ValueShape.Float
            : (left.Kinds, right.Kinds) is (ValueKinds.Integer, ValueKinds.Integer) ? ValueShape.Integer
            : (left.Kinds == ValueKinds.Float && IsNumber(right)) || (right.Kinds == ValueKinds.Float && IsNumber(left)) ? ValueShape.Float
            : ((left.Kinds | right.Kinds) & ~ValueKinds.Number) == 0 ? ValueShape.Number
            : ValueShape.Any;
    }
}
