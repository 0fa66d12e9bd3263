using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>The time between two temporal values.</summary>
internal static class TemporalSpans
{
    /// <summary>Months, then days, then exact time.</summary>
    public static DurationValue Between(GraphValue from, GraphValue to)
    {
        var (a, b) = Align(from, to);
        if (a.Day is null || b.Day is null)
        {
            return Temporal.Duration(0, 0, 0, Nanoseconds(a, b));
        }

        var months = Months(a, b);
        var moved = Move(a, Calendar.AddMonths(a.Day.Value, months));
        var days = Days(moved, b);
        moved = Move(moved, moved.Day!.Value + days);
        return Temporal.Duration(months, days, 0, Nanoseconds(moved, b));
    }

    public static DurationValue InMonths(GraphValue from, GraphValue to) => Align(from, to) is var (a, b) && a.Day is not null && b.Day is not null ? Temporal.Duration(Months(a, b), 0, 0, 0) : throw WithoutDay();

    public static DurationValue InDays(GraphValue from, GraphValue to) => Align(from, to) is var (a, b) && a.Day is not null && b.Day is not null ? Temporal.Duration(0, Days(a, b), 0, 0) : throw WithoutDay();

    public static DurationValue InSeconds(GraphValue from, GraphValue to) => Align(from, to) is var (a, b) ? Temporal.Duration(0, 0, 0, Nanoseconds(a, b)) : throw new System.Diagnostics.UnreachableException();

    private static GraphException WithoutDay() => CypherFault.Type("两个时间都没有日期，之间没有整月和整日。", "InvalidArgumentValue");

    private static GraphException Unfit(GraphValue value) =>
        new(GraphErrorClass.Runtime, "Neo.ClientError.Procedure.ProcedureCallFailed", $"时间间隔只能在两个时间值之间计算，得到的是{Operators.Describe(value)}。", phase: "runtime", detail: "InvalidArgumentValue");

    // A date begins at midnight, a time is of the other's day, and a local value takes the other's zone.
    private static (Moment A, Moment B) Align(GraphValue from, GraphValue to)
    {
        var a = Moment.Of(from) ?? throw Unfit(from);
        var b = Moment.Of(to) ?? throw Unfit(to);
        a = a with { Nanosecond = a.Nanosecond ?? 0, Day = a.Day ?? b.Day };
        b = b with { Nanosecond = b.Nanosecond ?? 0, Day = b.Day ?? a.Day };

        if (a.Zone is { } zone && b.Zone is null)
        {
            b = b.Day is null ? b with { Offset = a.Offset, Zone = zone } : b.At(zone);
        }
        else if (b.Zone is { } other && a.Zone is null)
        {
            a = a.Day is null ? a with { Offset = b.Offset, Zone = other } : a.At(other);
        }

        return (a, b);
    }

    private static Moment Move(Moment moment, long day)
    {
        var moved = moment with { Day = day };
        return moment.Zone is { Name: not null } zone ? (moved with { Offset = null, Zone = null }).At(zone) : moved;
    }

    private static Int128 Nanoseconds(Moment a, Moment b) =>
        ((((Int128)(b.Day ?? 0) - (a.Day ?? 0)) * Calendar.NanosecondsPerDay) + (b.Nanosecond ?? 0) - (a.Nanosecond ?? 0)) - (((Int128)(b.Offset ?? 0) - (a.Offset ?? 0)) * 1_000_000_000);

    // To the local time of the first: whole days and months are counted there.
    private static Moment Localized(Moment a, Moment b) => a.Zone is { } zone && b.Offset is not null ? b.In(zone) : b;

    private static long Days(Moment a, Moment b)
    {
        b = Localized(a, b);
        var days = (b.Day ?? 0) - (a.Day ?? 0);
        return days > 0 && b.Nanosecond < a.Nanosecond ? days - 1 : days < 0 && b.Nanosecond > a.Nanosecond ? days + 1 : days;
    }

    private static long Months(Moment a, Moment b)
    {
        b = Localized(a, b);
        var end = (a.Day ?? 0) + Days(a, b);
        var (y1, m1, d1) = Calendar.Civil(a.Day ?? 0);
        var (y2, m2, d2) = Calendar.Civil(end);
        return ((((y2 * 12) + m2) * 32) + d2 - ((((y1 * 12) + m1) * 32) + d1)) / 32;
    }
}
