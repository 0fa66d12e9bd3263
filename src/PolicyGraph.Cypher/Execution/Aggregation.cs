using PolicyGraph.Cypher.Planning;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Groups all rows and aggregates each group; without keys there is always one group.</summary>
internal sealed class EagerAggregation(PlanOperator source, IReadOnlyList<(int Slot, Evaluation Value)> keys, IReadOnlyList<AggregateSpec> aggregates) : PlanOperator(source)
{
    protected override IEnumerable<GraphValue[]> Rows(RunContext context, GraphValue[] argument)
    {
        var groups = new Dictionary<GroupKey, Accumulator[]>();
        List<(GroupKey Key, Accumulator[] Values)> order = [];
        if (keys.Count == 0)
        {
            Open(new GroupKey([]));
        }

        foreach (var row in Input(context, argument))
        {
            context.Tick();
            var key = new GroupKey([.. keys.Select(k => k.Value(row, context))]);
            var accumulators = groups.TryGetValue(key, out var known) ? known : Open(key);
            for (var i = 0; i < aggregates.Count; i++)
            {
                var arguments = aggregates[i].Arguments;
                accumulators[i].Add(arguments.Count == 0 ? BooleanValue.Of(true) : arguments[0](row, context), arguments.Count > 1 ? arguments[1](row, context) : null, context);
            }
        }

        foreach (var (key, values) in order)
        {
            var row = Copy(argument);
            for (var i = 0; i < keys.Count; i++)
            {
                row[keys[i].Slot] = key.Values[i];
            }

            for (var i = 0; i < aggregates.Count; i++)
            {
                row[aggregates[i].Slot] = values[i].Result();
            }

            yield return row;
        }

        Accumulator[] Open(GroupKey key)
        {
            context.Charge(128 + key.EstimateBytes() + (64L * aggregates.Count));
            Accumulator[] accumulators = [.. aggregates.Select(a => a.IsDistinct ? new DistinctAccumulator(a.Create()) : a.Create())];
            groups.TryAdd(key, accumulators);
            order.Add((key, accumulators));
            return accumulators;
        }
    }
}

/// <summary>One aggregate of one group.</summary>
internal abstract class Accumulator
{
    /// <summary>Takes one value; null is passed over by all aggregates but count(*).</summary>
    public void Add(GraphValue value, GraphValue? second, RunContext context)
    {
        if (!value.IsNull)
        {
            Take(value, second, context);
        }
    }

    public abstract GraphValue Result();

    protected internal abstract void Take(GraphValue value, GraphValue? second, RunContext context);

    /// <summary>What makes accumulators for an aggregate, its name in capitals.</summary>
    public static Func<Accumulator> For(string name, bool star) => name switch
    {
        "COUNT" => () => new CountAccumulator(),
        "SUM" => () => new SumAccumulator(isAverage: false),
        "AVG" => () => new SumAccumulator(isAverage: true),
        "MIN" => () => new ExtremeAccumulator(-1),
        "MAX" => () => new ExtremeAccumulator(1),
        "COLLECT" => () => new CollectAccumulator(),
        "STDEV" => () => new DeviationAccumulator(ofSample: true),
        "STDEVP" => () => new DeviationAccumulator(ofSample: false),
        "PERCENTILECONT" => () => new PercentileAccumulator(isContinuous: true),
        "PERCENTILEDISC" => () => new PercentileAccumulator(isContinuous: false),
        _ => throw new System.Diagnostics.UnreachableException($"{name} {star}"),
    };
}

internal sealed class DistinctAccumulator(Accumulator inner) : Accumulator
{
    private readonly HashSet<GraphValue> seen = new(ValueComparison.Equivalence);

    public override GraphValue Result() => inner.Result();

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        if (seen.Add(value))
        {
            context.Charge(32 + MemoryEstimate.Of(value));
            inner.Take(value, second, context);
        }
    }
}

internal sealed class CountAccumulator : Accumulator
{
    private long count;

    public override GraphValue Result() => count;

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context) => count++;
}

internal sealed class SumAccumulator(bool isAverage) : Accumulator
{
    private GraphValue sum = 0L;
    private double total;
    private double compensation;
    private bool allIntegers = true;
    private long count;

    public override GraphValue Result()
    {
        if (!isAverage)
        {
            return sum is DurationValue || allIntegers ? sum : total + compensation;
        }

        return count == 0 ? GraphValue.Null : sum is DurationValue d ? Temporal.Scale(d, count, divide: true) : (total + compensation) / count;
    }

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        count++;
        if (count > 1 && value is DurationValue != sum is DurationValue)
        {
            throw CypherFault.Type("sum 和 avg 不能把时长与数字加在一起。");
        }

        switch (value)
        {
            case DurationValue d:
                sum = sum is DurationValue so ? Temporal.TryAdd(so, d, 1)! : d;
                return;
            case IntegerValue i when allIntegers && !isAverage:
                // A sum beyond 64 bits goes on as a float.
                var exact = (Int128)((IntegerValue)sum).Value + i.Value;
                allIntegers = exact >= long.MinValue && exact <= long.MaxValue;
                sum = allIntegers ? (long)exact : sum;
                break;
            case FloatValue:
                allIntegers = false;
                break;
            case IntegerValue:
                break;
            default:
                throw CypherFault.Type($"sum 和 avg 只能用于数字和时长，得到的是{Operators.Describe(value)}。");
        }

        // Neumaier's summation keeps what a running sum would round away.
        var number = Operators.ToDouble(value);
        var next = total + number;
        if (double.IsFinite(next))
        {
            compensation += Math.Abs(total) >= Math.Abs(number) ? total - next + number : number - next + total;
        }

        total = next;
    }
}

internal sealed class ExtremeAccumulator(int direction) : Accumulator
{
    private GraphValue? best;

    public override GraphValue Result() => best ?? GraphValue.Null;

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        if (best is null || Math.Sign(ValueComparison.Order(value, best)) == direction)
        {
            best = value;
        }
    }
}

internal sealed class CollectAccumulator : Accumulator
{
    private readonly List<GraphValue> values = [];

    public override GraphValue Result() => new ListValue(values);

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        context.Charge(16 + MemoryEstimate.Of(value));
        values.Add(value);
    }
}

internal sealed class DeviationAccumulator(bool ofSample) : Accumulator
{
    private long count;
    private double mean;
    private double squares;

    public override GraphValue Result() => count == 0 ? GraphValue.Null : count < 2 ? 0.0 : Math.Sqrt(squares / (ofSample ? count - 1 : count));

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        if (value is not (IntegerValue or FloatValue))
        {
            throw CypherFault.Type($"标准差只能用于数字，得到的是{Operators.Describe(value)}。");
        }

        // Welford
        var number = Operators.ToDouble(value);
        count++;
        var delta = number - mean;
        mean += delta / count;
        squares += delta * (number - mean);
    }
}

internal sealed class PercentileAccumulator(bool isContinuous) : Accumulator
{
    private readonly List<GraphValue> values = [];
    private double? percentile;

    public override GraphValue Result()
    {
        if (values.Count == 0)
        {
            return GraphValue.Null;
        }

        values.Sort(ValueComparison.CompareNumbers);

        // Take has set the percentile with the first value.
        var p = percentile!.Value;
        if (!isContinuous)
        {
            return values[Math.Max(0, (int)Math.Ceiling(p * values.Count) - 1)];
        }

        var place = p * (values.Count - 1);
        int low = (int)Math.Floor(place), high = (int)Math.Ceiling(place);
        var lower = Operators.ToDouble(values[low]);
        return low == high ? values[low] : lower + ((Operators.ToDouble(values[high]) - lower) * (place - low));
    }

    protected internal override void Take(GraphValue value, GraphValue? second, RunContext context)
    {
        if (value is not (IntegerValue or FloatValue) || second is not (IntegerValue or FloatValue))
        {
            throw CypherFault.Type($"百分位数只能用于数字，得到的是{Operators.Describe(value)}。");
        }

        percentile ??= Operators.ToDouble(second);
        if (percentile is < 0 or > 1 or double.NaN)
        {
            throw CypherFault.Argument($"百分位应当在 0 到 1 之间，这里是 {percentile}。");
        }

        context.Charge(32);
        values.Add(value);
    }
}
