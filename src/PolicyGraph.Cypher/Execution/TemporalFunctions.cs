using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions that make and take apart temporal values.</summary>
internal static class TemporalFunctions
{
    private sealed record Kind(string Name, ValueKinds Shape, TemporalParts Parts, Func<string, Moment> Read, Func<Moment, GraphValue> Make);

    private static readonly Kind[] Instants =
    [
        new("date", ValueKinds.Date, new(true, false, false), TemporalReader.ReadDate, m => m.ToDate()),
        new("localtime", ValueKinds.LocalTime, new(false, true, false), TemporalReader.ReadTime, m => m.ToLocalTime()),
        new("time", ValueKinds.Time, new(false, true, true), TemporalReader.ReadTime, m => m.ToTime()),
        new("localdatetime", ValueKinds.LocalDateTime, new(true, true, false), TemporalReader.ReadDateTime, m => m.ToLocalDateTime()),
        new("datetime", ValueKinds.DateTime, new(true, true, true), TemporalReader.ReadDateTime, m => m.ToDateTime()),
    ];

    public static IEnumerable<Function> All => Instants.SelectMany(Of).Concat(
    [
        new("datetime.fromepoch", 2, 2, (a, _) => TemporalBuilder.FromEpoch(Integer(a[0]), Integer(a[1])).ToDateTime()) { Kinds = [ValueKinds.Number, ValueKinds.Number], PassesNull = true, Shape = _ => new ValueShape(ValueKinds.DateTime) },
        new("datetime.fromepochmillis", 1, 1, (a, _) => TemporalBuilder.FromEpoch(0, 0).Shift((Int128)Integer(a[0]) * 1_000_000).ToDateTime()) { Kinds = [ValueKinds.Number], Shape = _ => new ValueShape(ValueKinds.DateTime) },
        new("duration", 1, 1, (a, _) => Duration(a[0])) { Shape = _ => new ValueShape(ValueKinds.Duration) },
        Span("duration.between", TemporalSpans.Between),
        Span("duration.inMonths", TemporalSpans.InMonths),
        Span("duration.inDays", TemporalSpans.InDays),
        Span("duration.inSeconds", TemporalSpans.InSeconds),
    ]);

    private static Function Span(string name, Func<GraphValue, GraphValue, DurationValue> compute) => new(name, 2, 2, (a, _) => compute(a[0], a[1])) { Shape = _ => new ValueShape(ValueKinds.Duration) };

    private static IEnumerable<Function> Of(Kind kind)
    {
        ValueShape Shape(ValueShape[] _) => new(kind.Shape);
        yield return new(kind.Name, 0, 1, (a, c) => a.Length == 0 ? Now(kind, Zone.Utc, c) : Convert(kind, a[0], c)) { Shape = Shape };
        yield return new(kind.Name + ".truncate", 1, 3, (a, c) => Truncate(kind, a, c)) { Kinds = [ValueKinds.String, ValueKinds.Any, ValueKinds.Any], PassesNull = true, Shape = Shape };
        foreach (var clock in (string[])["transaction", "statement", "realtime"])
        {
            yield return new($"{kind.Name}.{clock}", 0, 1, (a, c) => Now(kind, a.Length == 0 ? Zone.Utc : Zone.Read(a[0] is StringValue s ? s.Value : throw Unfit(kind.Name, a[0])), c)) { Kinds = [ValueKinds.String], Shape = Shape };
        }
    }

    private static GraphValue Now(Kind kind, Zone zone, RunContext context)
    {
        var now = context.Now;
        return kind.Make(TemporalBuilder.FromEpoch(now.ToUnixTimeSeconds(), (long)now.Millisecond * 1_000_000).In(zone));
    }

    private static GraphValue Convert(Kind kind, GraphValue value, RunContext c)
    {
        switch (value)
        {
            case StringValue s:
                var read = kind.Read(s.Value);
                if (kind.Name is "date" or "localtime" or "localdatetime")
                {
                    Calendar.Require(read.Zone is null, $"{kind.Name} 的文本 {s.Value} 不能带时区。");
                }

                if (kind.Name == "time" && read.Zone is { Name: not null })
                {
                    throw CypherFault.Argument("没有日期的时间不能用时区名，请写出偏移，例如 +08:00。", "InvalidArgumentValue");
                }

                return kind.Make(kind.Parts.HasZone && read.Offset is null ? read.At(read.Zone ?? Zone.Utc) : read);
            case MapValue m:
                return Construct(kind, m, c);
            default:
                var moment = Moment.Of(value) ?? throw Unfit(kind.Name, value);
                if (kind.Parts.HasTime && moment.Nanosecond is null)
                {
                    throw CypherFault.Type("这个日期没有时间部分。", "InvalidArgumentValue");
                }

                Require(kind, moment);
                return kind.Make(kind.Parts.HasZone && moment.Offset is null ? moment.At(Zone.Utc) : moment);
        }
    }

    private static GraphValue Truncate(Kind kind, GraphValue[] a, RunContext context)
    {
        var unit = a[0] is StringValue s ? s.Value : throw Unfit(kind.Name + ".truncate", a[0]);
        var value = a.Length > 1 ? Moment.Of(a[1]) ?? throw Unfit(kind.Name + ".truncate", a[1]) : Moment.Of(Now(kind, Zone.Utc, context))!.Value;
        RequireUnit(kind, unit, value);
        var truncated = TemporalBuilder.Truncate(unit, value with { Nanosecond = kind.Parts.HasTime ? value.Nanosecond ?? 0 : null, Day = kind.Parts.HasDate ? value.Day : null });

        // Without a day a zone's name says nothing: what counts is the offset of the value.
        var zone = kind.Parts.HasDate ? value.Zone : value.Offset is { } offset ? new Zone(null, offset) : null;
        truncated = truncated with { Offset = null, Zone = null };
        if (a.Length > 2 && a[2] is MapValue { Entries.Count: > 0 } map)
        {
            var entries = new Dictionary<string, GraphValue>(map.Entries, StringComparer.Ordinal);
            zone = kind.Parts.HasZone && entries.Remove("timezone", out var z) && z is StringValue name ? Zone.Read(name.Value) : zone;
            truncated = Override(kind, truncated, entries);
        }

        return kind.Make(kind.Parts.HasZone ? truncated.At(zone ?? Zone.Utc) : truncated);
    }

    private static Moment Override(Kind kind, Moment truncated, Dictionary<string, GraphValue> entries)
    {
        if (entries.Count == 0)
        {
            return truncated;
        }

        // A smaller part is added to what was cut off, not put in place of all below the second.
        var below = (truncated.Nanosecond ?? 0) % 1_000_000_000;
        long added = 0;
        foreach (var (key, length) in (ReadOnlySpan<(string, long)>)[("millisecond", 1_000_000), ("microsecond", 1000), ("nanosecond", 1)])
        {
            added += kind.Parts.HasTime && entries.Remove(key, out var part) ? Integer(part) * length : 0;
        }

        if (truncated.Day is { } day)
        {
            entries["date"] = new DateValue(day);
        }

        if (truncated.Nanosecond is { } nanosecond)
        {
            entries["time"] = new LocalTimeValue(nanosecond - below);
        }

        var built = TemporalBuilder.Build(new MapValue(entries), kind.Parts with { HasZone = false });
        return kind.Parts.HasTime ? built.Shift(below + added) : built;
    }

    // A map of nothing but a time zone means the present there.
    private static GraphValue Construct(Kind kind, MapValue map, RunContext context) =>
        map.Entries.Count == 1 && map.Entries.TryGetValue("timezone", out var zone) && zone is StringValue name ? Now(kind, Zone.Read(name.Value), context) : kind.Make(TemporalBuilder.Build(map, kind.Parts));

    private static GraphException Unfit(string function, GraphValue value) =>
        new(GraphErrorClass.Runtime, "Neo.ClientError.Procedure.ProcedureCallFailed", $"函数 {function} 不能用{Operators.Describe(value)}作参数。", phase: "runtime", detail: "InvalidArgumentValue");

    private static void Require(Kind kind, Moment value)
    {
        if ((kind.Parts.HasDate && value.Day is null) || (kind.Parts.HasTime && !kind.Parts.HasDate && value.Nanosecond is null))
        {
            throw CypherFault.Type(kind.Parts.HasDate ? "这个时间值没有日期部分。" : "这个日期没有时间部分。", "InvalidArgumentValue");
        }
    }

    private static void RequireUnit(Kind kind, string unit, Moment value)
    {
        var isTime = unit is "hour" or "minute" or "second" or "millisecond" or "microsecond";
        var isDate = unit is "millennium" or "century" or "decade" or "year" or "weekYear" or "quarter" or "month" or "week";
        Calendar.Require(isTime || isDate || unit == "day", $"没有名为 {unit} 的时间单位。");
        Require(kind, value);
        if ((isTime && (!kind.Parts.HasTime || value.Nanosecond is null)) || (isDate && !kind.Parts.HasDate))
        {
            throw CypherFault.Type($"不能按 {unit} 截断这个值。", "InvalidArgumentValue");
        }
    }

    private static long Integer(GraphValue value) => value is IntegerValue i ? i.Value : throw Unfit("datetime", value);

    private static DurationValue Duration(GraphValue value)
    {
        switch (value)
        {
            case StringValue s:
                return TemporalReader.ReadDuration(s.Value);
            case MapValue m:
                return DurationOf(m);
            default:
                throw Unfit("duration", value);
        }
    }

    private static DurationValue DurationOf(MapValue map)
    {
        Calendar.Require(map.Entries.Count > 0, "至少要给出一个时长组成部分。");
        if (map.Entries.Values.All(v => v is IntegerValue))
        {
            Int128 Of(string key) => map.Entries.TryGetValue(key, out var v) ? ((IntegerValue)v).Value : 0;
            _ = Broken(map);
            return Temporal.Duration((Of("years") * 12) + Of("months"), (Of("weeks") * 7) + Of("days"), (Of("hours") * 3600) + (Of("minutes") * 60) + Of("seconds"), (Of("milliseconds") * 1_000_000) + (Of("microseconds") * 1000) + Of("nanoseconds"));
        }

        return Broken(map);
    }

    private static DurationValue Broken(MapValue map)
    {
        double months = 0, days = 0, seconds = 0, nanoseconds = 0;
        foreach (var (key, value) in map.Entries)
        {
            if (value is not (IntegerValue or FloatValue))
            {
                throw new GraphException(GraphErrorClass.Runtime, "Neo.DatabaseError.Statement.ExecutionFailed", $"duration 的 {key} 应当是数字，得到的是{Operators.Describe(value)}。", phase: "runtime", detail: "InvalidArgumentType");
            }

            var amount = Operators.ToDouble(value);
            switch (key)
            {
                case "years":
                    months += amount * 12;
                    break;
                case "months":
                    months += amount;
                    break;
                case "weeks":
                    days += amount * 7;
                    break;
                case "days":
                    days += amount;
                    break;
                case "hours":
                    seconds += amount * 3600;
                    break;
                case "minutes":
                    seconds += amount * 60;
                    break;
                case "seconds":
                    seconds += amount;
                    break;
                case "milliseconds":
                    nanoseconds += amount * 1_000_000;
                    break;
                case "microseconds":
                    nanoseconds += amount * 1000;
                    break;
                case "nanoseconds":
                    nanoseconds += amount;
                    break;
                default:
                    throw CypherFault.Unreadable($"时长没有名为 {key} 的组成部分。");
            }
        }

        return Temporal.Approximate(months, days, seconds, nanoseconds);
    }
}
