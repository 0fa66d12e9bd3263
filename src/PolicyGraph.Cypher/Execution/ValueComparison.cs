using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>openCypher's three ways to compare: equality and comparability, which can be unknown, and orderability, which is total.</summary>
internal static class ValueComparison
{
    /// <summary>Equality and order of groups: null is null, NaN is no other NaN, and 1 is 1.0.</summary>
    public static IEqualityComparer<GraphValue> Equivalence { get; } = new EquivalenceComparer();

    /// <summary>Whether two values are equal; null where it is unknown.</summary>
    public static bool? AreEqual(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (NullValue, _) or (_, NullValue):
                return null;
            case (IntegerValue x, IntegerValue y):
                return x.Value == y.Value;
            case (StringValue x, StringValue y):
                return string.Equals(x.Value, y.Value, StringComparison.Ordinal);
            case (IntegerValue or FloatValue, IntegerValue or FloatValue):
                return AreNumbersEqual(a, b);
            case (ListValue x, ListValue y):
                return AreListsEqual(x.Values, y.Values);
            case (MapValue x, MapValue y):
                return AreMapsEqual(x.Entries, y.Entries);
            case (DateTimeValue x, DateTimeValue y):
                return x.Equals(y);
            default:
                return a.Equals(b);
        }
    }

    /// <summary>-1, 0 or 1 where two values can be compared; null where they cannot; NaN compares with nothing.</summary>
    public static int? Compare(GraphValue a, GraphValue b)
    {
        switch (a, b)
        {
            case (IntegerValue or FloatValue, IntegerValue or FloatValue):
                return IsNaN(a) || IsNaN(b) ? null : CompareNumbers(a, b);
            case (StringValue x, StringValue y):
                return CompareText(x.Value, y.Value);
            case (BooleanValue x, BooleanValue y):
                return x.Value.CompareTo(y.Value);
            case (ListValue x, ListValue y):
                return CompareLists(x.Values, y.Values);
            case (DateValue x, DateValue y):
                return x.EpochDay.CompareTo(y.EpochDay);
            case (LocalTimeValue x, LocalTimeValue y):
                return x.Nanosecond.CompareTo(y.Nanosecond);
            case (LocalDateTimeValue x, LocalDateTimeValue y):
                return (x.EpochDay, x.Nanosecond).CompareTo((y.EpochDay, y.Nanosecond));
            case (TimeValue x, TimeValue y):
                return Instant(x).CompareTo(Instant(y)) is var t and not 0 ? t : x.Offset.CompareTo(y.Offset);
            case (DateTimeValue x, DateTimeValue y):
                return CompareDateTimes(x, y);
            case (MapValue x, MapValue y):
                return IsNullFirst(x.Entries, y.Entries) ? null : OrderMaps(x.Entries, y.Entries);
            case (Node or Relationship or Graph.Path, _) when a.GetType() == b.GetType():
                return Order(a, b);
            default:
                return null;
        }
    }

    /// <summary>Whether two values of these types can be compared at all, NaN and nested nulls apart.</summary>
    public static bool AreComparable(GraphValue a, GraphValue b) => a is IntegerValue or FloatValue ? b is IntegerValue or FloatValue : a.GetType() == b.GetType();

    /// <summary>The order of ORDER BY, min and max: total, null last.</summary>
    public static int Order(GraphValue a, GraphValue b)
    {
        int x = Rank(a), y = Rank(b);
        if (x != y)
        {
            return x.CompareTo(y);
        }

        switch (a, b)
        {
            case (IntegerValue or FloatValue, IntegerValue or FloatValue):
                return (IsNaN(a), IsNaN(b)) is var (m, n) && (m || n) ? m.CompareTo(n) : CompareNumbers(a, b);
            case (ListValue p, ListValue q):
                return OrderLists(p.Values, q.Values);
            case (MapValue p, MapValue q):
                return OrderMaps(p.Entries, q.Entries);
            case (Node p, Node q):
                return p.Id.CompareTo(q.Id);
            case (Relationship p, Relationship q):
                return p.Id.CompareTo(q.Id);
            case (Graph.Path p, Graph.Path q):
                return OrderPaths(p, q);
            case (DurationValue p, DurationValue q):
                return Length(p).CompareTo(Length(q)) is var d and not 0 ? d : (p.Months, p.Days).CompareTo((q.Months, q.Days));
            case (PointValue p, PointValue q):
                return (p.Srid, p.X, p.Y, p.Z ?? 0).CompareTo((q.Srid, q.X, q.Y, q.Z ?? 0));
            default:
                return Compare(a, b) ?? 0;
        }
    }

    /// <summary>By code points, which differs from UTF-16 where surrogates meet U+E000 to U+FFFF.</summary>
    public static int CompareText(string a, string b)
    {
        var i = a.AsSpan().CommonPrefixLength(b);
        if (i == a.Length || i == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        return (char.IsSurrogate(a[i]), char.IsSurrogate(b[i])) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => a[i].CompareTo(b[i]),
        };
    }

    public static int CompareNumbers(GraphValue a, GraphValue b) => (a, b) switch
    {
        (IntegerValue x, IntegerValue y) => x.Value.CompareTo(y.Value),
        (FloatValue x, FloatValue y) => CompareDoubles(x.Value, y.Value),
        (IntegerValue x, FloatValue y) => CompareExactly(x.Value, y.Value),
        (FloatValue x, IntegerValue y) => -CompareExactly(y.Value, x.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Without rounding: 9007199254740993 is not 9007199254740992.0.
    private static int CompareExactly(long a, double b)
    {
        if (double.IsNaN(b) || b >= 9223372036854775808d)
        {
            return -1;
        }

        return b < -9223372036854775808d ? 1 : a.CompareTo((long)b) is var order and not 0 ? order : a == 0 && b == 0 ? CompareDoubles(0.0, b) : 0.0.CompareTo(b - Math.Truncate(b));
    }

    // As Java orders doubles: -0.0 comes before 0.0, to which it is equal all the same.
    private static int CompareDoubles(double a, double b) => a != b || a != 0 ? a.CompareTo(b) : double.IsNegative(b).CompareTo(double.IsNegative(a));

    private static bool AreNumbersEqual(GraphValue a, GraphValue b) => (a, b) switch
    {
        (FloatValue x, FloatValue y) => x.Value == y.Value,
        _ => !IsNaN(a) && !IsNaN(b) && (CompareNumbers(a, b) == 0 || (Operators.ToDouble(a) == 0 && Operators.ToDouble(b) == 0)),
    };

    public static bool IsNaN(GraphValue value) => value is FloatValue f && double.IsNaN(f.Value);

    private static long Instant(TimeValue time) => time.Nanosecond - (time.Offset * 1_000_000_000L);

    private static int CompareDateTimes(DateTimeValue x, DateTimeValue y)
    {
        var order = (((Int128)x.EpochDay * 86_400) - x.Offset + (x.Nanosecond / 1_000_000_000)).CompareTo(((Int128)y.EpochDay * 86_400) - y.Offset + (y.Nanosecond / 1_000_000_000));
        order = order != 0 ? order : (x.Nanosecond % 1_000_000_000).CompareTo(y.Nanosecond % 1_000_000_000);
        order = order != 0 ? order : x.Offset.CompareTo(y.Offset);
        return order != 0 ? order : string.CompareOrdinal(x.Zone, y.Zone);
    }

    private static double Length(DurationValue d) => (d.Months * 2_629_746.0) + (d.Days * 86_400.0) + d.Seconds + (d.Nanoseconds / 1e9);

    private static bool? AreListsEqual(IReadOnlyList<GraphValue> a, IReadOnlyList<GraphValue> b)
    {
        RunContext.Descend();
        if (a.Count != b.Count)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < a.Count; i++)
        {
            var equal = AreEqual(a[i], b[i]);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static bool? AreMapsEqual(IReadOnlyDictionary<string, GraphValue> a, IReadOnlyDictionary<string, GraphValue> b)
    {
        RunContext.Descend();
        if (a.Count != b.Count || a.Keys.Any(k => !b.ContainsKey(k)))
        {
            return false;
        }

        bool? result = true;
        foreach (var (key, value) in a)
        {
            var equal = AreEqual(value, b[key]);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static int? CompareLists(IReadOnlyList<GraphValue> a, IReadOnlyList<GraphValue> b)
    {
        RunContext.Descend();
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i].IsNull || b[i].IsNull)
            {
                return null;
            }

            var order = Compare(a[i], b[i]);
            if (order is not 0)
            {
                return order;
            }
        }

        return a.Count.CompareTo(b.Count);
    }

    private static int OrderLists(IReadOnlyList<GraphValue> a, IReadOnlyList<GraphValue> b)
    {
        RunContext.Descend();
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            var order = Order(a[i], b[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Count.CompareTo(b.Count);
    }

    // Of two maps with the same keys, in the order of these, the first difference decides; a null before it leaves all open.
    private static bool IsNullFirst(IReadOnlyDictionary<string, GraphValue> a, IReadOnlyDictionary<string, GraphValue> b)
    {
        foreach (var key in a.Keys.Order(StringComparer.Ordinal))
        {
            if (!b.TryGetValue(key, out var other) || a.Count != b.Count)
            {
                return a.Values.Concat(b.Values).Any(v => v.IsNull);
            }

            if (a[key].IsNull || other.IsNull)
            {
                return true;
            }

            if (Order(a[key], other) != 0)
            {
                return false;
            }
        }

        return false;
    }

    private static int OrderMaps(IReadOnlyDictionary<string, GraphValue> a, IReadOnlyDictionary<string, GraphValue> b)
    {
        RunContext.Descend();
        if (a.Count != b.Count)
        {
            return a.Count.CompareTo(b.Count);
        }

        string[] x = [.. a.Keys.Order(StringComparer.Ordinal)];
        string[] y = [.. b.Keys.Order(StringComparer.Ordinal)];
        for (var i = 0; i < x.Length; i++)
        {
            var order = string.CompareOrdinal(x[i], y[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return x.Select(k => Order(a[k], b[k])).FirstOrDefault(o => o != 0);
    }

    private static int OrderPaths(Graph.Path a, Graph.Path b)
    {
        for (var i = 0; i < Math.Min(a.Nodes.Count, b.Nodes.Count); i++)
        {
            var order = a.Nodes[i].Id.CompareTo(b.Nodes[i].Id);
            order = order != 0 || i >= Math.Min(a.Relationships.Count, b.Relationships.Count) ? order : a.Relationships[i].Id.CompareTo(b.Relationships[i].Id);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Nodes.Count.CompareTo(b.Nodes.Count);
    }

    private static int Rank(GraphValue value) => value switch
    {
        MapValue => 0,
        Node => 1,
        Relationship => 2,
        ListValue => 3,
        Graph.Path => 4,
        PointValue => 5,
        DateTimeValue => 6,
        LocalDateTimeValue => 7,
        DateValue => 8,
        TimeValue => 9,
        LocalTimeValue => 10,
        DurationValue => 11,
        StringValue => 12,
        BooleanValue => 13,
        IntegerValue or FloatValue => 14,
        _ => 15,
    };

    private sealed class EquivalenceComparer : IEqualityComparer<GraphValue>
    {
        public bool Equals(GraphValue? a, GraphValue? b) => (a, b) switch
        {
            (null, _) or (_, null) => ReferenceEquals(a, b),
            (IntegerValue x, IntegerValue y) => x.Value == y.Value,
            (IntegerValue or FloatValue, IntegerValue or FloatValue) => AreNumbersEqual(a, b),
            (ListValue x, ListValue y) => x.Values.Count == y.Values.Count && x.Values.SequenceEqual(y.Values, this),
            (MapValue x, MapValue y) => x.Entries.Count == y.Entries.Count && x.Entries.All(e => y.Entries.TryGetValue(e.Key, out var v) && Equals(e.Value, v)),
            _ => a.Equals(b),
        };

        public int GetHashCode(GraphValue value)
        {
            RunContext.Descend();
            return HashOf(value);
        }

        private int HashOf(GraphValue value) => value switch
        {
            IntegerValue i => ((double)i.Value).GetHashCode(),
            FloatValue f => f.Value == 0 ? 0 : f.Value.GetHashCode(),
            ListValue l => l.Values.Aggregate(17, (hash, v) => HashCode.Combine(hash, GetHashCode(v))),
            MapValue m => m.Entries.Aggregate(19, (hash, e) => hash ^ HashCode.Combine(StringComparer.Ordinal.GetHashCode(e.Key), GetHashCode(e.Value))),
            _ => value.GetHashCode(),
        };
    }
}
