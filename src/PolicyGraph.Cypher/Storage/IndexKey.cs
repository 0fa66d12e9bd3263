using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Storage;

/// <summary>What an index compares: openCypher's equality, in which 1 and 1.0 are equal, and null and NaN equal nothing.</summary>
internal static class IndexKey
{
    private const double TwoTo63 = 9223372036854775808d;

    /// <summary>A hash that is the same for values that are equal.</summary>
    public static uint Hash(ReadOnlySpan<GraphValue> values)
    {
        var hash = 17;
        foreach (var value in values)
        {
            hash = HashCode.Combine(hash, Hash(value));
        }

        return (uint)hash;
    }

    /// <summary>Whether two values are equal in a query.</summary>
    public static bool AreEqual(GraphValue left, GraphValue right) => (left, right) switch
    {
        (NullValue, _) or (_, NullValue) => false,
        (FloatValue l, FloatValue r) => l.Value == r.Value,
        (IntegerValue l, FloatValue r) => AreEqual(l.Value, r.Value),
        (FloatValue l, IntegerValue r) => AreEqual(r.Value, l.Value),
        (ListValue l, ListValue r) => l.Values.Count == r.Values.Count && l.Values.Zip(r.Values).All(pair => AreEqual(pair.First, pair.Second)),
        _ => left.Equals(right),
    };

    private static bool AreEqual(long integer, double number) =>
        number >= -TwoTo63 && number < TwoTo63 && Math.Floor(number) == number && (long)number == integer;

    private static int Hash(GraphValue value) => value switch
    {
        FloatValue { Value: >= -TwoTo63 and < TwoTo63 } f when Math.Floor(f.Value) == f.Value => ((long)f.Value).GetHashCode(),
        ListValue l => l.Values.Aggregate(31, (hash, item) => HashCode.Combine(hash, Hash(item))),
        _ => value.GetHashCode(),
    };
}
