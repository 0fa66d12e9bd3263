using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions of lists.</summary>
internal static class ListFunctions
{
    private const ValueKinds Sized = ValueKinds.List | ValueKinds.String;
    private static readonly Func<ValueShape[], ValueShape> Element = s => s[0].Element ?? ValueShape.Any;
    private static readonly Func<ValueShape[], ValueShape> Same = s => s[0].Kinds == ValueKinds.List ? s[0] : s[0].CanBe(ValueKinds.List) ? ValueShape.Any : s[0];

    public static IEnumerable<Function> All =>
    [
        new("size", 1, 1, (a, _) => a[0] switch
        {
            ListValue l => (long)l.Values.Count,
            StringValue s => TextFunctions.Length(s.Value),
            var v => throw Function.Mismatch("size", v, "列表或字符串"),
        }) { Kinds = [Sized], Shape = _ => ValueShape.Integer },
        new("head", 1, 1, (a, _) => List("head", a[0]) is [var first, ..] ? first : GraphValue.Null) { Kinds = [ValueKinds.List], Shape = Element },
        new("last", 1, 1, (a, _) => List("last", a[0]) is [.., var last] ? last : GraphValue.Null) { Kinds = [ValueKinds.List], Shape = Element },
        new("tail", 1, 1, (a, _) => new ListValue(a[0] is ListValue l ? [.. l.Values.Skip(1)] : [])) { Kinds = [ValueKinds.List], Shape = Same },
        new("reverse", 1, 1, (a, _) => a[0] is StringValue s ? TextFunctions.Reverse(s.Value) : new ListValue([.. List("reverse", a[0]).Reverse()])) { Kinds = [Sized], Shape = Same },
        new("range", 2, 3, (a, c) => Range(a, c)) { Kinds = [ValueKinds.Integer, ValueKinds.Integer, ValueKinds.Integer], PassesNull = true, Shape = _ => ValueShape.Integer.AsList() },
        new("isEmpty", 1, 1, (a, _) => a[0] switch
        {
            ListValue l => l.Values.Count == 0,
            StringValue s => s.Value.Length == 0,
            MapValue m => m.Entries.Count == 0,
            var v => throw Function.Mismatch("isEmpty", v, "列表、字符串或映射"),
        }) { Kinds = [Sized | ValueKinds.Map], Shape = _ => ValueShape.Boolean },
        new("toIntegerList", 1, 1, (a, _) => Each("toIntegerList", a[0], Conversions.ToIntegerOrNull)) { Kinds = [ValueKinds.List] },
        new("toFloatList", 1, 1, (a, _) => Each("toFloatList", a[0], Conversions.ToFloatOrNull)) { Kinds = [ValueKinds.List] },
        new("toStringList", 1, 1, (a, _) => Each("toStringList", a[0], Conversions.ToStringOrNull)) { Kinds = [ValueKinds.List] },
        new("toBooleanList", 1, 1, (a, _) => Each("toBooleanList", a[0], Conversions.ToBooleanOrNull)) { Kinds = [ValueKinds.List] },
    ];

    /// <summary>The fault of a range whose bound or step is no number.</summary>
    public static GraphException RangeOf(ValueKinds kinds) => new(
        GraphErrorClass.Type, "Neo.ClientError.Statement.ArgumentError", $"range 的参数应当是整数，得到的是{(kinds == ValueKinds.None ? "null" : ValueShape.Describe(kinds))}。", phase: "runtime", detail: "InvalidArgumentType");

    private static IReadOnlyList<GraphValue> List(string name, GraphValue value) => value is ListValue l ? l.Values : throw Function.Mismatch(name, value, "列表");

    private static ListValue Each(string name, GraphValue list, Func<GraphValue, GraphValue> convert) => new([.. List(name, list).Select(convert)]);

    private static ListValue Range(GraphValue[] arguments, RunContext context)
    {
        foreach (var argument in arguments)
        {
            if (argument is not (IntegerValue or FloatValue))
            {
                throw RangeOf(ValueShape.KindOf(argument));
            }
        }

        var start = Conversions.ToWhole(arguments[0]);
        var end = Conversions.ToWhole(arguments[1]);
        var step = arguments.Length > 2 ? Conversions.ToWhole(arguments[2]) : 1;
        if (step == 0)
        {
            throw CypherFault.Argument("range 的步长不能是 0。");
        }

        var count = step > 0 ? (end >= start ? (((Int128)end - start) / step) + 1 : 0) : (start >= end ? (((Int128)start - end) / -(Int128)step) + 1 : 0);
        return count <= int.MaxValue ? new ListValue(new LazyRange(start, step, (int)count, context)) : throw CypherFault.Argument($"range 的元素太多，最多 {int.MaxValue} 个。");
    }
}
