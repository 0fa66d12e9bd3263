using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions that make and take apart temporal values.</summary>
internal static class TemporalFunctions
{
    private sealed record Kind(string Name, ValueKinds Shape, bool HasDate, bool HasTime, bool HasZone, Func<string, Moment> Read, Func<Moment, GraphValue> Make);

    private static readonly Kind[] Instants =
    [
        new("date", ValueKinds.Date, true, false, false, TemporalReader.ReadDate, m => m.ToDate()),
        new("localtime", ValueKinds.LocalTime, false, true, false, TemporalReader.ReadTime, m => m.ToLocalTime()),
        new("time", ValueKinds.Time, false, true, true, TemporalReader.ReadTime, m => m.ToTime()),
        new("localdatetime", ValueKinds.LocalDateTime, true, true, false, TemporalReader.ReadDateTime, m => m.ToLocalDateTime()),
        new("datetime", ValueKinds.DateTime, true, true, true, TemporalReader.ReadDateTime, m => m.ToDateTime()),
    ];

    public static IEnumerable<Function> All => Instants.SelectMany(Of).Concat(
    [
        new("datetime.fromepoch", 2, 2, (a, _) => TemporalBuilder.FromEpoch(Integer(a[0]), Integer(a[1])).ToDateTime()) { Kinds = [ValueKinds.Number, ValueKinds.Number], Shape = _ => new ValueShape(ValueKinds.DateTime) },
        new("datetime.fromepochmillis", 1, 1, (a, _) => TemporalBuilder.FromEpoch(0, 0).Shift((Int128)Integer(a[0]) * 1_000_000).ToDateTime()) { Kinds = [ValueKinds.Number], Shape = _ => new ValueShape(ValueKinds.DateTime) },
        new("duration", 1, 1, (a, _) => Duration(a[0])) { Kinds = [ValueKinds.String | ValueKinds.Map | ValueKinds.Duration], Shape = _ => new ValueShape(ValueKinds.Duration) },
        Span("duration.between", TemporalSpans.Between),
        Span("duration.inMonths", TemporalSpans.InMonths),
        Span("duration.inDays", TemporalSpans.InDays),
        Span("duration.inSeconds", TemporalSpans.InSeconds),
    ]);

    private static Function Span(string name, Func<GraphValue, GraphValue, DurationValue> compute) => new(name, 2, 2, (a, _) => compute(a[0], a[1])) { Kinds = [ValueKinds.Instant, ValueKinds.Instant], Shape = _ => new ValueShape(ValueKinds.Duration) };

    private static IEnumerable<Function> Of(Kind kind)
    {
        ValueShape Shape(ValueShape[] _) => new(kind.Shape);
        yield return new(kind.Name, 0, 1, (a, c) => a.Length == 0 ? Now(kind, Zone.Utc, c) : Convert(kind, a[0])) { Kinds = [ValueKinds.String | ValueKinds.Map | ValueKinds.Instant], Shape = Shape };
        yield return new(kind.Name + ".truncate", 1, 3, (a, c) => Truncate(kind, a, c)) { Kinds = [ValueKinds.String, ValueKinds.Instant, ValueKinds.Map], Shape = Shape };
        foreach (var clock in (string[])["transaction", "statement", "realtime"])
        {
            yield return new($"{kind.Name}.{clock}", 0, 1, (a, c) => Now(kind, a.Length == 0 ? Zone.Utc : Zone.Read(a[0] is StringValue s ? s.Value : throw Function.Mismatch(kind.Name, a[0], "字符串")), c)) { Kinds = [ValueKinds.String], Shape = Shape };
        }
    }

    private static GraphValue Now(Kind kind, Zone zone, RunContext context)
    {
        var now = context.Now;
        return kind.Make(TemporalBuilder.FromEpoch(now.ToUnixTimeSeconds(), now.Ticks % TimeSpan.TicksPerSecond * 100).In(zone));
    }

    private static GraphValue Convert(Kind kind, GraphValue value)
    {
        switch (value)
        {
            case StringValue s:
                var read = kind.Read(s.Value);
                if (kind.Name is "date" or "localtime" or "localdatetime")
                {
                    Calendar.Require(read.Zone is null, $"{kind.Name} 的文本 {s.Value} 不能带时区。");
                }

                return kind.Make(kind.HasZone && read.Offset is null ? read.At(read.Zone ?? Zone.Utc) : read);
            case MapValue m:
                return kind.Make(TemporalBuilder.Build(m, kind.HasDate, kind.HasTime, kind.HasZone));
            default:
                var moment = Moment.Of(value) ?? throw Function.Mismatch(kind.Name, value, "字符串、映射或时间值");
                return kind.Make(kind.HasZone && moment.Offset is null ? moment.At(Zone.Utc) : moment);
        }
    }

    private static GraphValue Truncate(Kind kind, GraphValue[] a, RunContext context)
    {
        var unit = a[0] is StringValue s ? s.Value : throw Function.Mismatch(kind.Name + ".truncate", a[0], "字符串");
        var value = a.Length > 1 ? Moment.Of(a[1]) ?? throw Function.Mismatch(kind.Name + ".truncate", a[1], "时间值") : Moment.Of(Now(kind, Zone.Utc, context))!.Value;
        Calendar.Require(!kind.HasDate || value.Day is not null, "不能从没有日期的值截断出日期。");
        var truncated = TemporalBuilder.Truncate(unit, value with { Nanosecond = kind.HasTime ? value.Nanosecond ?? 0 : unit == "day" ? null : value.Nanosecond });
        var zone = value.Zone;
        truncated = truncated with { Offset = null, Zone = null, Day = kind.HasDate ? truncated.Day : null, Nanosecond = kind.HasTime ? truncated.Nanosecond : null };
        if (a.Length > 2 && a[2] is MapValue { Entries.Count: > 0 } map)
        {
            var entries = new Dictionary<string, GraphValue>(map.Entries, StringComparer.Ordinal);
            zone = entries.Remove("timezone", out var z) && z is StringValue name ? Zone.Read(name.Value) : zone;
            truncated = Override(kind, truncated, entries);
        }

        return kind.Make(kind.HasZone ? truncated.At(zone ?? Zone.Utc) : truncated);
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
            added += entries.Remove(key, out var part) ? Integer(part) * length : 0;
        }

        if (truncated.Day is { } day)
        {
            entries["date"] = new DateValue(day);
        }

        if (truncated.Nanosecond is { } nanosecond)
        {
            entries["time"] = new LocalTimeValue(nanosecond - below);
        }

        return TemporalBuilder.Build(new MapValue(entries), kind.HasDate, kind.HasTime, wantsZone: false).Shift(below + added) is var moved && kind.HasTime ? moved : TemporalBuilder.Build(new MapValue(entries), kind.HasDate, kind.HasTime, wantsZone: false);
    }

    private static long Integer(GraphValue value) => value is IntegerValue i ? i.Value : throw Function.Mismatch("datetime", value, "整数");

    private static DurationValue Duration(GraphValue value)
    {
        switch (value)
        {
            case DurationValue d:
                return d;
            case StringValue s:
                return TemporalReader.ReadDuration(s.Value);
            case MapValue m:
                return DurationOf(m);
            default:
                throw Function.Mismatch("duration", value, "字符串、映射或时长");
        }
    }

    private static DurationValue DurationOf(MapValue map)
    {
        decimal months = 0, days = 0, seconds = 0, nanoseconds = 0;
        foreach (var (key, value) in map.Entries)
        {
            if (value is not (IntegerValue or FloatValue))
            {
                throw new GraphException(GraphErrorClass.Runtime, "Neo.DatabaseError.Statement.ExecutionFailed", $"duration 的 {key} 应当是数字，得到的是{Operators.Describe(value)}。", phase: "runtime", detail: "InvalidArgumentType");
            }

            var amount = value is IntegerValue i ? i.Value : Math.Abs(Operators.ToDouble(value)) < 1e19 ? (decimal)Operators.ToDouble(value) : throw CypherFault.Arithmetic("时长超出范围。");
            switch (key)
            {
                case "years":
                    months += amount * 12;
                    break;
                case "quarters":
                    months += amount * 3;
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
