using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Looks into values: properties, elements and slices.</summary>
internal static class Properties
{
    /// <summary><c>value.key</c>.</summary>
    public static GraphValue Get(GraphValue value, string key, RunContext context)
    {
        switch (value)
        {
            case NullValue:
                return value;
            case Node n:
                return context.Current(n).Properties.TryGetValue(key, out var p) ? p : GraphValue.Null;
            case Relationship r:
                return context.Current(r).Properties.TryGetValue(key, out var q) ? q : GraphValue.Null;
            case MapValue m:
                return m.Entries.TryGetValue(key, out var v) ? v : GraphValue.Null;
            default:
                return Temporal.Component(value, key) ?? throw (value is PointValue ? CypherFault.Argument($"点没有属性 {key}。", "InvalidArgumentValue") : CypherFault.Type($"{Operators.Describe(value)}没有属性 {key}。"));
        }
    }

    /// <summary><c>value[index]</c>.</summary>
    public static GraphValue Element(GraphValue value, GraphValue index, RunContext context)
    {
        if (value is ListValue list && index is IntegerValue i)
        {
            var at = i.Value < 0 ? i.Value + list.Values.Count : i.Value;
            return at >= 0 && at < list.Values.Count ? list.Values[(int)at] : GraphValue.Null;
        }

        if (value.IsNull || index.IsNull)
        {
            return GraphValue.Null;
        }

        if (value is MapValue or Node or Relationship)
        {
            return index is StringValue key ? Get(value, key.Value, context) : throw CypherFault.Type($"映射、节点和关系的键应当是字符串，得到的是{Operators.Describe(index)}。", "MapElementAccessByNonString");
        }

        throw value is ListValue
            ? CypherFault.Type($"列表的下标应当是整数，得到的是{Operators.Describe(index)}。", "ListElementAccessByNonInteger")
            : CypherFault.Type($"{Operators.Describe(value)}不能取下标。");
    }

    /// <summary><c>list[from..to]</c>; negative bounds count from the end.</summary>
    public static GraphValue Slice(GraphValue value, GraphValue? from, GraphValue? to)
    {
        if (value.IsNull)
        {
            return value;
        }

        // What is no list and was not known before counts as a list of one.
        var list = value as ListValue ?? new ListValue([value]);
        if (from is NullValue || to is NullValue)
        {
            return GraphValue.Null;
        }

        var start = Bound(from, 0, list.Values.Count);
        var end = Bound(to, list.Values.Count, list.Values.Count);
        return new ListValue(start >= end ? [] : [.. list.Values.Skip(start).Take(end - start)]);
    }

    /// <summary>All entries of a map, or properties of a node or relationship.</summary>
    public static IEnumerable<KeyValuePair<string, GraphValue>> All(GraphValue value, RunContext context) => value is MapValue m ? m.Entries : Stored(value, context);

    /// <summary>The properties of a node or relationship as they are now.</summary>
    public static IReadOnlyDictionary<string, GraphValue> Stored(GraphValue value, RunContext context) => value switch
    {
        Node n => context.Current(n).Properties,
        Relationship r => context.Current(r).Properties,
        _ => throw CypherFault.Type($"这里应当是映射、节点或关系，得到的是{Operators.Describe(value)}。", "InvalidArgumentValue"),
    };

    private static int Bound(GraphValue? bound, int otherwise, int count)
    {
        if (bound is null)
        {
            return otherwise;
        }

        var at = bound is IntegerValue or FloatValue ? Conversions.ToWhole(bound) : throw CypherFault.Type($"切片的边界应当是整数，得到的是{Operators.Describe(bound)}。");
        return (int)Math.Clamp(at < 0 ? at + count : at, 0, count);
    }
}
