using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Cypher.Syntax;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>What the operators of the language do with two values.</summary>
internal static class Operators
{
    public static GraphValue Truth(bool? value) => value is { } known ? BooleanValue.Of(known) : GraphValue.Null;

    /// <summary>The truth of a value that stands as a condition; null is unknown.</summary>
    /// <exception cref="GraphException">It is no boolean (class type).</exception>
    public static bool? AsTruth(GraphValue value) => value switch
    {
        BooleanValue b => b.Value,
        NullValue => null,
        MapValue => true,
        ListValue l => l.Values.Count > 0, // Only where its type was not known before: a list that is written as a condition is refused.
        _ => throw CypherFault.Type($"条件应当是布尔值，得到的是{Describe(value)}。"),
    };

    public static string Describe(GraphValue value) => value is NullValue ? "null" : ValueShape.Describe(ValueShape.KindOf(value));

    public static GraphValue Apply(BinaryOperator op, GraphValue a, GraphValue b) => op switch
    {
        BinaryOperator.Or => Or(AsTruth(a), AsTruth(b)),
        BinaryOperator.And => And(AsTruth(a), AsTruth(b)),
        BinaryOperator.Xor => Truth(AsTruth(a) ^ AsTruth(b)),
        BinaryOperator.Add => Add(a, b),
        BinaryOperator.Subtract => Subtract(a, b),
        BinaryOperator.Multiply => Multiply(a, b),
        BinaryOperator.Divide => Divide(a, b),
        BinaryOperator.Modulo => Modulo(a, b),
        BinaryOperator.Power => Numeric("^", a, b) ? Math.Pow(ToDouble(a), ToDouble(b)) : GraphValue.Null,
        BinaryOperator.Concatenate => Concatenate(a, b),
        BinaryOperator.In => In(a, b),
        BinaryOperator.Contains => Texts(a, b) is var (p, q) ? p.Contains(q, StringComparison.Ordinal) : GraphValue.Null,
        BinaryOperator.StartsWith => Texts(a, b) is var (p, q) ? p.StartsWith(q, StringComparison.Ordinal) : GraphValue.Null,
        BinaryOperator.EndsWith => Texts(a, b) is var (p, q) ? p.EndsWith(q, StringComparison.Ordinal) : GraphValue.Null,
        BinaryOperator.Matches => a is not StringValue text || b.IsNull ? GraphValue.Null : b is StringValue pattern ? RegexCache.IsMatch(text.Value, pattern.Value) : throw Unsuitable("=~", a, b),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static GraphValue Compare(ComparisonOperator op, GraphValue a, GraphValue b)
    {
        switch (op)
        {
            case ComparisonOperator.Equal:
                return Truth(ValueComparison.AreEqual(a, b));
            case ComparisonOperator.NotEqual:
                return Truth(!ValueComparison.AreEqual(a, b));
        }

        if (a.IsNull || b.IsNull)
        {
            return GraphValue.Null;
        }

        if (ValueComparison.Compare(a, b) is not { } order)
        {
            // What has no order can still be equal.
            if (op is ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual && a is DurationValue or PointValue && a.Equals(b))
            {
                return true;
            }

            return (ValueComparison.IsNaN(a) || ValueComparison.IsNaN(b)) && ValueComparison.AreComparable(a, b) ? false : GraphValue.Null;
        }

        return op switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            _ => order >= 0,
        };
    }

    public static GraphValue And(bool? a, bool? b) => Truth(a == false || b == false ? false : a is null || b is null ? null : true);

    public static GraphValue Or(bool? a, bool? b) => Truth(a == true || b == true ? true : a is null || b is null ? null : false);

    public static double ToDouble(GraphValue value) => value is IntegerValue i ? i.Value : ((FloatValue)value).Value;

    public static GraphValue Negate(GraphValue value) => value switch
    {
        NullValue => value,
        IntegerValue i => i.Value == long.MinValue ? throw Overflow("-") : -i.Value,
        FloatValue f => -f.Value,
        _ => throw Unsuitable("-", value),
    };

    public static GraphValue Add(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (IntegerValue x, IntegerValue y):
                var sum = unchecked(x.Value + y.Value);
                return ((x.Value ^ sum) & (y.Value ^ sum)) < 0 ? throw Overflow("+") : sum;
            case (ListValue x, ListValue y):
                return new ListValue([.. x.Values, .. y.Values]);
            case (ListValue x, _) when !b.IsNull:
                return new ListValue([.. x.Values, b]);
            case (_, ListValue y) when !a.IsNull:
                return new ListValue([a, .. y.Values]);
            case (NullValue, _) or (_, NullValue):
                return GraphValue.Null;
            case (IntegerValue or FloatValue, IntegerValue or FloatValue):
                return ToDouble(a) + ToDouble(b);
            case (StringValue x, StringValue y):
                return x.Value + y.Value;
            case (StringValue x, IntegerValue or FloatValue):
                return x.Value + Conversions.ToText(b);
            case (IntegerValue or FloatValue, StringValue y):
                return Conversions.ToText(a) + y.Value;
            case (StringValue x, not (MapValue or Node or Relationship or Graph.Path)):
                return x.Value + Conversions.ToStringOrNull(b).AsString();
            case (not (MapValue or Node or Relationship or Graph.Path), StringValue y):
                return Conversions.ToStringOrNull(a).AsString() + y.Value;
            default:
                return Temporal.TryAdd(a, b, 1) ?? throw Unsuitable("+", a, b);
        }
    }

    public static GraphValue Subtract(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (NullValue, _) or (_, NullValue):
                return GraphValue.Null;
            case (IntegerValue x, IntegerValue y):
                var difference = unchecked(x.Value - y.Value);
                return ((x.Value ^ y.Value) & (x.Value ^ difference)) < 0 ? throw Overflow("-") : difference;
            case (IntegerValue or FloatValue, IntegerValue or FloatValue):
                return ToDouble(a) - ToDouble(b);
            default:
                return b is DurationValue ? Temporal.TryAdd(a, b, -1) ?? throw Unsuitable("-", a, b) : throw Unsuitable("-", a, b);
        }
    }

    public static GraphValue Multiply(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (NullValue, _) or (_, NullValue):
                return GraphValue.Null;
            case (IntegerValue x, IntegerValue y):
                var high = Math.BigMul(x.Value, y.Value, out var low);
                return (high == 0 && low >= 0) || (high == -1 && low < 0) ? low : throw Overflow("*");
            case (DurationValue d, IntegerValue or FloatValue):
                return Temporal.Scale(d, b, divide: false);
            case (IntegerValue or FloatValue, DurationValue d):
                return Temporal.Scale(d, a, divide: false);
            default:
                return Numeric("*", a, b) ? ToDouble(a) * ToDouble(b) : GraphValue.Null;
        }
    }

    public static GraphValue Divide(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (IntegerValue x, IntegerValue y):
                return y.Value == 0 ? throw CypherFault.Arithmetic("整数不能除以 0。") : y.Value == -1 ? unchecked(-x.Value) : x.Value / y.Value;
            case (DurationValue d, IntegerValue or FloatValue):
                return Temporal.Scale(d, b, divide: true);
            default:
                return Numeric("/", a, b) ? ToDouble(a) / ToDouble(b) : GraphValue.Null;
        }
    }

    public static GraphValue Modulo(GraphValue a, GraphValue b) => (a, b) switch
    {
        (IntegerValue x, IntegerValue y) => y.Value == 0 ? throw CypherFault.Arithmetic("整数不能对 0 取余。") : y.Value == -1 ? 0L : x.Value % y.Value,
        _ => Numeric("%", a, b) ? ToDouble(a) % ToDouble(b) : GraphValue.Null,
    };

    public static GraphValue Concatenate(GraphValue a, GraphValue b) => (a, b) switch
    {
        (NullValue, NullValue or StringValue or ListValue) or (StringValue or ListValue, NullValue) => GraphValue.Null,
        (StringValue x, StringValue y) => x.Value + y.Value,
        (ListValue x, ListValue y) => new ListValue([.. x.Values, .. y.Values]),
        _ => throw Unsuitable("||", a, b),
    };

    public static GraphValue In(GraphValue item, GraphValue list)
    {
        if (list is NullValue)
        {
            return GraphValue.Null;
        }

        if (list is ListValue { Values: LazyRange range })
        {
            return range.Count == 0 ? false : Truth(range.Has(item));
        }

        // A single value whose type was not known before counts as a list of one.
        var unknown = false;
        foreach (var value in list is ListValue values ? values.Values : [list])
        {
            switch (ValueComparison.AreEqual(item, value))
            {
                case true:
                    return true;
                case null:
                    unknown = true;
                    break;
            }
        }

        return unknown ? GraphValue.Null : false;
    }

    private static (string, string)? Texts(GraphValue a, GraphValue b) => a is StringValue x && b is StringValue y ? (x.Value, y.Value) : null;

    private static bool Numeric(string op, GraphValue a, GraphValue b) => (a, b) switch
    {
        (IntegerValue or FloatValue, IntegerValue or FloatValue) => true,
        (NullValue, _) or (_, NullValue) => false,
        _ => throw Unsuitable(op, a, b),
    };

    private static GraphException Overflow(string op) => CypherFault.Arithmetic($"整数运算 {op} 的结果超出 64 位范围。");

    private static GraphException Unsuitable(string op, params GraphValue[] values) =>
        CypherFault.Type($"运算符 {op} 不能用于{string.Join("和", values.Select(Describe))}。");
}

/// <summary>Regular expressions of <c>=~</c>: the whole text has to match, and matching takes time in proportion to the text.</summary>
internal static class RegexCache
{
    private const int Capacity = 64;
    private static readonly Dictionary<string, Regex> Known = new(StringComparer.Ordinal);

    public static bool IsMatch(string text, string pattern)
    {
        Regex regex;
        lock (Known)
        {
            if (!Known.TryGetValue(pattern, out regex!))
            {
                regex = Compile(pattern);
                if (Known.Count >= Capacity)
                {
                    Known.Clear();
                }

                Known[pattern] = regex;
            }
        }

        try
        {
            return regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            throw CypherFault.Limit($"正则表达式 {pattern} 匹配得太久，已停止。");
        }
    }

    private static Regex Compile(string pattern)
    {
        var whole = string.Empty;
        try
        {
            whole = $@"\A(?:{JavaRegex.Translate(pattern)})\z";
            return new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking, which then has a clock.
            return new Regex(whole, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Statement.SemanticError", string.Create(CultureInfo.InvariantCulture, $"正则表达式 {pattern} 写得不对：{e.Message}"), phase: "runtime", detail: "InvalidRegex", innerException: e);
        }
    }
}
