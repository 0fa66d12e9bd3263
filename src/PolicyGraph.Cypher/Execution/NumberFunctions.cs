using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions of numbers and conversions to them.</summary>
internal static class NumberFunctions
{
    private const ValueKinds N = ValueKinds.Number;
    private const ValueKinds Convertible = ValueKinds.Number | ValueKinds.String | ValueKinds.Boolean;
    private static readonly Func<ValueShape[], ValueShape> Float = _ => ValueShape.Float;

    public static IEnumerable<Function> All =>
    [
        new("abs", 1, 1, (a, _) => a[0] is IntegerValue i ? i.Value < 0 ? unchecked(-i.Value) : i.Value : (GraphValue)Math.Abs(Of("abs", a[0]))) { Kinds = [N], Shape = s => s[0].Kinds == ValueKinds.Integer ? ValueShape.Integer : ValueShape.Number },
        new("sign", 1, 1, (a, _) => Of("sign", a[0]) is var d && double.IsNaN(d) ? 0L : (long)Math.Sign(d)) { Kinds = [N], Shape = _ => ValueShape.Integer },
        Math1("ceil", Math.Ceiling),
        Math1("floor", Math.Floor),
        Math1("sqrt", Math.Sqrt),
        Math1("exp", Math.Exp),
        Math1("log", Math.Log),
        Math1("log10", Math.Log10),
        Math1("sin", Math.Sin),
        Math1("cos", Math.Cos),
        Math1("tan", Math.Tan),
        Math1("cot", x => 1 / Math.Tan(x)),
        Math1("asin", Math.Asin),
        Math1("acos", Math.Acos),
        Math1("atan", Math.Atan),
        Math1("degrees", x => x * (180 / Math.PI)),
        Math1("radians", x => x * (Math.PI / 180)),
        Math1("haversin", x => (1 - Math.Cos(x)) / 2),
        new("atan2", 2, 2, (a, _) => Math.Atan2(Of("atan2", a[0]), Of("atan2", a[1]))) { Kinds = [N, N], Shape = Float },
        new("round", 1, 3, (a, _) => Rounding.Round(Of("round", a[0]), a)) { Kinds = [N, N, ValueKinds.String], Shape = Float },
        new("isNaN", 1, 1, (a, _) => double.IsNaN(Of("isNaN", a[0]))) { Kinds = [N], Shape = _ => ValueShape.Boolean },
        new("pi", 0, 0, (_, _) => Math.PI) { Shape = Float },
        new("e", 0, 0, (_, _) => Math.E) { Shape = Float },
        new("rand", 0, 0, (_, c) => NextRandom(c)) { IsDeterministic = false, Shape = Float },
        new("toInteger", 1, 1, (a, _) => a[0] is IntegerValue or FloatValue or StringValue or BooleanValue ? Conversions.ToIntegerOrNull(a[0]) : throw Function.Mismatch("toInteger", a[0], "数字、字符串或布尔值")) { Kinds = [Convertible], Shape = _ => ValueShape.Integer },
        new("toIntegerOrNull", 1, 1, (a, _) => Conversions.ToIntegerOrNull(a[0])) { Shape = _ => ValueShape.Integer },
        new("toFloat", 1, 1, (a, _) => a[0] is IntegerValue or FloatValue or StringValue ? Conversions.ToFloatOrNull(a[0]) : throw Function.Mismatch("toFloat", a[0], "数字或字符串")) { Kinds = [N | ValueKinds.String], Shape = Float },
        new("toFloatOrNull", 1, 1, (a, _) => Conversions.ToFloatOrNull(a[0])) { Shape = Float },
        new("toBoolean", 1, 1, (a, _) => a[0] is BooleanValue or StringValue or IntegerValue ? Conversions.ToBooleanOrNull(a[0]) : throw Function.Mismatch("toBoolean", a[0], "布尔值、字符串或整数")) { Kinds = [ValueKinds.Boolean | ValueKinds.String | ValueKinds.Integer], Shape = _ => ValueShape.Boolean },
        new("toBooleanOrNull", 1, 1, (a, _) => Conversions.ToBooleanOrNull(a[0])) { Shape = _ => ValueShape.Boolean },
    ];

    private static Function Math1(string name, Func<double, double> compute) => new(name, 1, 1, (a, _) => compute(Of(name, a[0]))) { Kinds = [N], Shape = Float };

    private static double Of(string name, GraphValue value) => value is IntegerValue or FloatValue ? Operators.ToDouble(value) : throw Function.Mismatch(name, value, "数字");

    // rand() promises nothing that a stronger generator would keep.
#pragma warning disable CA5394
    private static double NextRandom(RunContext context) => context.Random.NextDouble();
#pragma warning restore CA5394
}

/// <summary>round(): half away from zero towards positive infinity without a precision, and by named modes with one.</summary>
internal static class Rounding
{
    public static GraphValue Round(double value, GraphValue[] arguments)
    {
        if (arguments.Length == 1)
        {
            return ToWhole(value);
        }

        var precision = arguments[1] is IntegerValue or FloatValue ? Operators.ToDouble(arguments[1]) : throw Function.Mismatch("round", arguments[1], "整数");
        if (precision is < 0 or > 300)
        {
            throw CypherFault.Argument($"round 的小数位数应当在 0 到 300 之间，这里是 {precision}。");
        }

        var mode = arguments.Length > 2 ? arguments[2] is StringValue s ? s.Value : throw Function.Mismatch("round", arguments[2], "字符串") : "HALF_UP";
        if (mode is not ("CEILING" or "FLOOR" or "UP" or "DOWN" or "HALF_UP" or "HALF_DOWN" or "HALF_EVEN" or "UNNECESSARY"))
        {
            throw CypherFault.Argument($"round 没有名为 {mode} 的方式；可用 CEILING、FLOOR、UP、DOWN、HALF_UP、HALF_DOWN、HALF_EVEN、UNNECESSARY。", "InvalidArgumentValue");
        }

        if (precision == 0 && arguments.Length == 2)
        {
            return ToWhole(value);
        }

        return double.IsFinite(value) && Math.Abs(value) < 1e20 && precision < 20 ? ByMode((decimal)value, (int)precision, mode) : value;
    }

    // As Java rounds: through a 64-bit integer, a half towards positive infinity.
    private static double ToWhole(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) >= 9.3e18)
        {
            return double.IsFinite(value) ? value > 0 ? long.MaxValue : long.MinValue : value;
        }

        var below = Math.Floor(value);
        return value - below >= 0.5 ? below + 1 : below;
    }

    // Decimal, since 1.005 is to be rounded as it is written.
    private static double ByMode(decimal value, int precision, string mode)
    {
        var scale = 1m;
        for (var i = 0; i < precision; i++)
        {
            scale *= 10;
        }

        if (scale > 1e8m && Math.Abs(value) > 1e18m / 1e8m)
        {
            return (double)value;
        }

        var scaled = value * scale;
        var whole = decimal.Truncate(scaled);
        var rest = Math.Abs(scaled - whole);
        var away = whole + Math.Sign(scaled);
        var rounded = mode switch
        {
            "CEILING" => decimal.Ceiling(scaled),
            "FLOOR" => decimal.Floor(scaled),
            "UP" => rest == 0 ? whole : away,
            "DOWN" => whole,
            "UNNECESSARY" => rest == 0 ? whole : throw CypherFault.Argument("round 的方式是 UNNECESSARY，但这个数需要舍入。", "InvalidArgumentValue"),
            "HALF_UP" => rest >= 0.5m ? away : whole,
            "HALF_DOWN" => rest > 0.5m ? away : whole,
            _ => rest > 0.5m || (rest == 0.5m && whole % 2 != 0) ? away : whole,
        };
        return (double)(rounded / scale);
    }
}
