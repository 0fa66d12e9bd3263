using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>A step of a plan: pulls rows from the step before and hands on rows of its own.</summary>
/// <remarks>A row that was handed on belongs to whoever took it: the step that made it does not touch it again.</remarks>
internal abstract class PlanOperator(PlanOperator? source)
{
    /// <summary>The step before; null where rows begin.</summary>
    public PlanOperator? Source { get; } = source;

    /// <summary>What it works on, in the words of the statement.</summary>
    public string Details { get; init; } = string.Empty;

    /// <summary>Plans that it runs for its rows.</summary>
    public virtual IReadOnlyList<PlanOperator> Inner => [];

    /// <summary>Its rows, counted where the statement is profiled.</summary>
    /// <param name="context">The run.</param>
    /// <param name="argument">The row of the outer query; it is copied, never changed.</param>
    public IEnumerable<GraphValue[]> Run(RunContext context, GraphValue[] argument) => context.Profile is { } profile ? profile.Count(this, Rows(context, argument)) : Rows(context, argument);

    /// <summary>Its rows.</summary>
    protected abstract IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument);

    protected IEnumerable<GraphValue[]> Input(RunContext context, GraphValue[] argument) => Source!.Run(context, argument);

    protected static GraphValue[] Copy(GraphValue[] row) => (GraphValue[])row.Clone();
}

/// <summary>One row: the outer query's.</summary>
internal sealed class Argument() : PlanOperator(null)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument) => [Copy(argument)];
}

/// <summary>Keeps the rows for which a condition is true.</summary>
internal sealed class Filter(PlanOperator source, Evaluation condition) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            context.Tick();
            if (Operators.AsTruth(condition(row, context)) == true)
            {
                yield return row;
            }
        }
    }
}

/// <summary>Computes values into slots.</summary>
internal sealed class Projection(PlanOperator source, IReadOnlyList<(int Slot, Evaluation Value)> items) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            context.Tick();
            foreach (var (slot, value) in items)
            {
                row[slot] = value(row, context);
            }

            yield return row;
        }
    }
}

/// <summary>One row for each element of a list; ranges are counted through, never held.</summary>
internal sealed class Unwind(PlanOperator source, Evaluation list, int slot) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        foreach (var row in Input(context, argument))
        {
            var value = list(row, context);
            if (value.IsNull)
            {
                continue;
            }

            // What is no list counts as a list of one.
            var items = value is ListValue l ? l.Values : [value];
            for (var i = 0; i < items.Count; i++)
            {
                context.Tick();
                var next = Copy(row);
                next[slot] = items[i];
                yield return next;
            }
        }
    }
}

/// <summary>Drops rows that equal an earlier one in some slots.</summary>
internal sealed class Distinct(PlanOperator source, int[] slots) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var seen = new HashSet<GroupKey>();
        long held = 0;
        foreach (var row in Input(context, argument))
        {
            context.Tick();
            var key = new GroupKey([.. slots.Select(s => row[s])]);
            if (seen.Add(key))
            {
                var bytes = 64 + key.EstimateBytes();
                held += bytes;
                context.Charge(bytes);
                yield return row;
            }
        }

        context.Release(held);
    }
}

/// <summary>Leaves out the first rows.</summary>
internal sealed class Skip(PlanOperator source, Evaluation count) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var left = RowCount.Read(count, "SKIP", argument, context);
        foreach (var row in Input(context, argument))
        {
            if (left > 0)
            {
                left--;
            }
            else
            {
                yield return row;
            }
        }
    }
}

/// <summary>Ends after so many rows.</summary>
/// <param name="source">The step before.</param>
/// <param name="count">How many.</param>
/// <param name="drains">Whether what comes later still has to run, because it writes.</param>
internal sealed class Limit(PlanOperator source, Evaluation count, bool drains) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var left = RowCount.Read(count, "LIMIT", argument, context);
        if (left == 0 && !drains)
        {
            yield break;
        }

        foreach (var row in Input(context, argument))
        {
            if (left-- > 0)
            {
                yield return row;
            }

            if (left <= 0 && !drains)
            {
                yield break;
            }
        }
    }
}

/// <summary>The number of SKIP and LIMIT.</summary>
internal static class RowCount
{
    public static long Read(Evaluation count, string clause, GraphValue[] row, RunContext context) => count(row, context) switch
    {
        IntegerValue { Value: >= 0 } i => i.Value,
        IntegerValue i => throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Statement.SyntaxError", $"{clause} 不能是负数，这里是 {i.Value}。", phase: "runtime", detail: "NegativeIntegerArgument"),
        var other => throw new GraphException(other is FloatValue ? GraphErrorClass.Runtime : GraphErrorClass.Type, "Neo.ClientError.Statement.SyntaxError", $"{clause} 应当是非负整数，得到的是{Operators.Describe(other)}。", phase: "runtime", detail: "InvalidArgumentType"),
    };
}

/// <summary>Sorts all rows; the order of equal ones stays.</summary>
internal sealed class Sort(PlanOperator source, IReadOnlyList<(Evaluation Key, bool Descending)> keys) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        List<SortedRow> rows = [];
        long held = 0;
        foreach (var row in Input(context, argument))
        {
            context.Tick();
            var bytes = 64 + (8L * (context.RowWidth + keys.Count));
            held += bytes;
            context.Charge(bytes);
            rows.Add(SortedRow.Of(row, keys, rows.Count, context));
        }

        rows.Sort(SortedRow.Comparison(keys, context));
        foreach (var row in rows)
        {
            yield return row.Row;
        }

        context.Release(held);
    }
}

/// <summary>The first rows of an order, holding no more than these.</summary>
internal sealed class Top(PlanOperator source, IReadOnlyList<(Evaluation Key, bool Descending)> keys, Evaluation? skip, Evaluation limit) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var left = skip is null ? 0 : RowCount.Read(skip, "SKIP", argument, context);
        var count = RowCount.Read(limit, "LIMIT", argument, context);
        var wanted = count > long.MaxValue - left ? long.MaxValue : left + count;
        var comparison = SortedRow.Comparison(keys, context);
        List<SortedRow> rows = [];
        SortedRow? last = null; // of the rows wanted so far; what comes behind it is not wanted
        long number = 0;
        foreach (var row in Input(context, argument))
        {
            context.Tick();
            var sorted = SortedRow.Of(row, keys, number++, context);
            if (last is { } worst && comparison(sorted, worst) > 0)
            {
                continue;
            }

            rows.Add(sorted);
            context.ChargeRow();
            if (rows.Count >= 256 && rows.Count / 2 >= wanted)
            {
                rows.Sort(comparison);
                context.Release((rows.Count - wanted) * (48 + (8L * context.RowWidth)));
                rows.RemoveRange((int)wanted, rows.Count - (int)wanted);
                last = wanted > 0 ? rows[^1] : null;
            }
        }

        rows.Sort(comparison);
        for (var i = left; i < Math.Min(wanted, rows.Count); i++)
        {
            yield return rows[(int)i].Row;
        }
    }
}

/// <summary>A row with its sort keys and the number it came as.</summary>
internal readonly record struct SortedRow(GraphValue[] Row, GraphValue[] Keys, long Number)
{
    public static SortedRow Of(GraphValue[] row, IReadOnlyList<(Evaluation Key, bool Descending)> keys, long number, RunContext context)
    {
        var values = new GraphValue[keys.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = keys[i].Key(row, context);
        }

        return new SortedRow(row, values, number);
    }

    public static Comparison<SortedRow> Comparison(IReadOnlyList<(Evaluation Key, bool Descending)> keys, RunContext context) => (a, b) =>
    {
        context.Tick();
        for (var i = 0; i < keys.Count; i++)
        {
            var order = ValueComparison.Order(a.Keys[i], b.Keys[i]);
            if (order != 0)
            {
                return keys[i].Descending ? -order : order;
            }
        }

        return a.Number.CompareTo(b.Number);
    };
}

/// <summary>Values by which rows are grouped.</summary>
internal readonly struct GroupKey(GraphValue[] values) : IEquatable<GroupKey>
{
    public IReadOnlyList<GraphValue> Values => values;

    public bool Equals(GroupKey other)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!ValueComparison.Equivalence.Equals(values[i], other.Values[i]))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is GroupKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in values)
        {
            hash.Add(ValueComparison.Equivalence.GetHashCode(value));
        }

        return hash.ToHashCode();
    }

    public long EstimateBytes() => values.Sum(MemoryEstimate.Of);
}

/// <summary>How much memory a value takes that was computed; nodes and relationships belong to the store.</summary>
internal static class MemoryEstimate
{
    private const int MaxDepth = 200;
    private const double Beyond = 1e15;

    /// <summary>Counts a value that leaves the query: all of it is looked at, and what was lazy inside is counted out there.</summary>
    /// <exception cref="GraphException">It is too large or too deep (class limit).</exception>
    public static void ChargeResult(GraphValue value, RunContext context, int depth = 0)
    {
        if (depth > MaxDepth)
        {
            throw CypherFault.Limit($"结果中的列表和映射嵌套超过了 {MaxDepth} 层的上限，已停止。");
        }

        switch (value)
        {
            case ListValue { Values: LazyRange range }:
                context.Charge(32 + (32L * range.Count));
                break;
            case ListValue l:
                context.Charge(32 + (8L * l.Values.Count));
                foreach (var item in l.Values)
                {
                    ChargeResult(item, context, depth + 1);
                }

                break;
            case MapValue m:
                context.Charge(100 + (40L * m.Entries.Count));
                foreach (var entry in m.Entries)
                {
                    ChargeResult(entry.Value, context, depth + 1);
                }

                break;
            default:
                context.Charge(Of(value));
                break;
        }
    }

    /// <summary>An estimate from the first of the elements.</summary>
    public static long Of(GraphValue value)
    {
        RunContext.Descend();
        return value switch
        {
            StringValue s => 40 + (2L * s.Value.Length),
            ListValue { Values: LazyRange } => 48,
            ListValue { Values: [var first, ..] } l => (long)Math.Min(Beyond, 32 + (l.Values.Count * (8.0 + Of(first)))),
            ListValue => 32,
            MapValue m => 100 + m.Entries.Sum(e => 40 + Of(e.Value)),
            Graph.Path p => 64 + (16L * p.Nodes.Count),
            _ => 24,
        };
    }
}

/// <summary>The integers of range(), counted when they are asked for.</summary>
/// <param name="start">The first.</param>
/// <param name="step">From one to the next.</param>
/// <param name="count">How many.</param>
/// <param name="context">The run, whose clock ticks with every one that is asked for.</param>
internal sealed class LazyRange(long start, long step, int count, RunContext context) : IReadOnlyList<GraphValue>
{
    public int Count => count;

    /// <summary>Whether a value is among them, without counting through them; null for null.</summary>
    public bool? Has(GraphValue value) => value switch
    {
        NullValue => null,
        IntegerValue i => Has(i.Value),
        FloatValue f => Math.Floor(f.Value).Equals(f.Value) && Math.Abs(f.Value) < 1L << 62 && Has((long)f.Value),
        _ => false,
    };

    public GraphValue this[int index]
    {
        get
        {
            context.Tick();
            return index >= 0 && index < count ? start + (index * step) : throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    public IEnumerator<GraphValue> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            context.Tick();
            yield return start + (i * step);
        }
    }

    private bool Has(long value) => ((Int128)value - start) is var distance && distance % step == 0 && distance / step >= 0 && distance / step < count;

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
