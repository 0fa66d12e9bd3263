using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Makes temporal values from maps of components, and moves existing ones to the start of a unit.</summary>
internal static class TemporalBuilder
{
    private static readonly string[] Known =
    [
        "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
        "timezone", "date", "time", "datetime", "localtime", "localdatetime", "epochSeconds", "epochMillis",
    ];

    private static readonly string[] TimeKeys = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    /// <summary>Builds the parts that a target type wants.</summary>
    public static Moment Build(MapValue map, bool wantsDate, bool wantsTime, bool wantsZone)
    {
        foreach (var key in map.Entries.Keys)
        {
            Calendar.Require(Known.Contains(key, StringComparer.Ordinal), $"没有名为 {key} 的时间组成部分。");
        }

        var zone = map.Entries.TryGetValue("timezone", out var z) ? Zone.Read(z is StringValue s ? s.Value : throw Function.Mismatch("timezone", z, "字符串")) : null;
        if (Number(map, "epochSeconds") is { } seconds)
        {
            return FromEpoch(seconds, Number(map, "nanosecond") ?? 0).In(zone ?? Zone.Utc);
        }

        if (Number(map, "epochMillis") is { } millis)
        {
            return FromEpoch(Math.DivRem(millis, 1000).Quotient, (millis % 1000 * 1_000_000) + (Number(map, "nanosecond") ?? 0)).In(zone ?? Zone.Utc);
        }

        var whole = Base(map, "datetime") ?? Base(map, "localdatetime");
        var date = Base(map, "date") ?? whole;
        var time = Base(map, "time") ?? Base(map, "localtime") ?? whole;
        Calendar.Require(!wantsDate || date is null || date.Value.Day is not null, "所给的值没有日期部分。");
        Calendar.Require(!wantsTime || time is null || time.Value.Nanosecond is not null || date is not null, "所给的值没有时间部分。");

        var day = wantsDate ? BuildDay(map, date?.Day) : (long?)null;
        var nanosecond = wantsTime ? BuildTime(map, time?.Nanosecond) : (long?)null;
        var moment = new Moment(day, nanosecond, null, null);
        if (!wantsZone)
        {
            return moment;
        }

        // A time that has a zone already is seen from the other one, after what was overridden.
        return zone is not null && time?.Zone is { } own ? moment.At(own).In(zone) : moment.At(zone ?? time?.Zone ?? Zone.Utc);
    }

    /// <summary>The day of a quarter.</summary>
    public static long QuarterDay(long year, long quarter, long day)
    {
        Calendar.Require(quarter is >= 1 and <= 4, $"没有第 {quarter} 季度。");
        var first = Calendar.DayOf(year, (((int)quarter - 1) * 3) + 1, 1);
        var next = quarter == 4 ? Calendar.DayOf(year + 1, 1, 1) : Calendar.DayOf(year, ((int)quarter * 3) + 1, 1);
        Calendar.Require(day >= 1 && day <= next - first, $"第 {quarter} 季度没有第 {day} 天。");
        return first + day - 1;
    }

    /// <summary>The start of the unit that a value lies in.</summary>
    public static Moment Truncate(string unit, Moment value)
    {
        if (value.Day is { } day && StartOf(unit, day) is { } start)
        {
            return value with { Day = start, Nanosecond = value.Nanosecond is null ? null : 0 };
        }

        var length = unit switch
        {
            "day" => Calendar.NanosecondsPerDay,
            "hour" => 3_600_000_000_000,
            "minute" => 60_000_000_000,
            "second" => 1_000_000_000,
            "millisecond" => 1_000_000,
            "microsecond" => 1_000,
            _ => throw CypherFault.Unreadable($"不能按 {unit} 截断这个值。"),
        };
        Calendar.Require(value.Nanosecond is not null || unit == "day", $"不能按 {unit} 截断日期。");
        return value with { Nanosecond = value.Nanosecond - (value.Nanosecond % length) };
    }

    public static Moment FromEpoch(long seconds, long nanoseconds) => new Moment(0, 0, 0, Zone.Utc).Shift(((Int128)seconds * 1_000_000_000) + nanoseconds);

    private static long? StartOf(string unit, long day)
    {
        var (year, month, _) = Calendar.Civil(day);
        return unit switch
        {
            "millennium" => Calendar.DayOf(year - Modulo(year, 1000), 1, 1),
            "century" => Calendar.DayOf(year - Modulo(year, 100), 1, 1),
            "decade" => Calendar.DayOf(year - Modulo(year, 10), 1, 1),
            "year" => Calendar.DayOf(year, 1, 1),
            "weekYear" => Calendar.WeekDate(Calendar.WeekOf(day).Year, 1, 1),
            "quarter" => Calendar.DayOf(year, ((month - 1) / 3 * 3) + 1, 1),
            "month" => Calendar.DayOf(year, month, 1),
            "week" => day - Calendar.DayOfWeek(day) + 1,
            _ => null,
        };
    }

    private static long Modulo(long value, long by) => ((value % by) + by) % by;

    private static Moment? Base(MapValue map, string key) => !map.Entries.TryGetValue(key, out var value) ? null : Moment.Of(value) ?? throw Function.Mismatch(key, value, "时间值");

    private static long? Number(MapValue map, string key) => !map.Entries.TryGetValue(key, out var value) ? null : value switch
    {
        IntegerValue i => i.Value,
        _ => throw new GraphException(GraphErrorClass.Runtime, "Neo.ClientError.Statement.SyntaxError", $"{key} 应当是整数，得到的是{Operators.Describe(value)}。", phase: "runtime", detail: "InvalidArgumentType"),
    };

    private static long BuildDay(MapValue map, long? from)
    {
        var (baseYear, baseMonth, baseDay) = from is { } f ? Calendar.Civil(f) : (0, 1, 1);
        var year = Number(map, "year");
        Calendar.Require(year is not null || from is not null, "日期需要 year。");
        if (Number(map, "week") is not null || Number(map, "dayOfWeek") is not null)
        {
            Calendar.Require(Number(map, "week") is not null || from is not null, "给出 dayOfWeek 时也要给出 week。");
            var (weekYear, week) = from is { } w ? Calendar.WeekOf(w) : (0, 1);
            return Calendar.WeekDate(year ?? weekYear, Number(map, "week") ?? week, Number(map, "dayOfWeek") ?? (from is { } d ? Calendar.DayOfWeek(d) : 1));
        }

        if (Number(map, "quarter") is not null || Number(map, "dayOfQuarter") is not null)
        {
            var quarter = (baseMonth + 2) / 3;
            var dayOfQuarter = from is { } q ? q - Calendar.DayOf(baseYear, ((quarter - 1) * 3) + 1, 1) + 1 : 1;
            return QuarterDay(year ?? baseYear, Number(map, "quarter") ?? quarter, Number(map, "dayOfQuarter") ?? dayOfQuarter);
        }

        if (Number(map, "ordinalDay") is { } ordinal)
        {
            var of = year ?? baseYear;
            Calendar.Require(ordinal >= 1 && ordinal <= (Calendar.IsLeap(of) ? 366 : 365), $"{of} 年没有第 {ordinal} 天。");
            return Calendar.DayOf(of, 1, 1) + ordinal - 1;
        }

        Calendar.Require(from is not null || Number(map, "month") is not null || Number(map, "day") is null, "给出 day 时也要给出 month。");
        return Calendar.Checked(year ?? baseYear, Number(map, "month") ?? baseMonth, Number(map, "day") ?? baseDay);
    }

    private static long BuildTime(MapValue map, long? from)
    {
        var known = from ?? 0;
        var given = TimeKeys.Select(k => Number(map, k)).ToArray();
        if (from is null)
        {
            for (var i = 1; i < 3; i++)
            {
                Calendar.Require(given[i] is null || given[i - 1] is not null, $"给出 {TimeKeys[i]} 时也要给出 {TimeKeys[i - 1]}。");
            }

            Calendar.Require(given[2] is not null || (given[3] ?? given[4] ?? given[5]) is null, "给出比秒更小的部分时也要给出 second。");
        }

        var hour = given[0] ?? known / 3_600_000_000_000;
        var minute = given[1] ?? known / 60_000_000_000 % 60;
        var second = given[2] ?? known / 1_000_000_000 % 60;
        Calendar.Require(hour is >= 0 and < 24 && minute is >= 0 and < 60 && second is >= 0 and < 60, "时、分、秒超出范围。");
        var rest = (given[3] ?? given[4] ?? given[5]) is null ? known % 1_000_000_000 : SubSecond(given[3], given[4], given[5]);
        return (((hour * 3600) + (minute * 60) + second) * 1_000_000_000) + rest;
    }

    private static long SubSecond(long? milli, long? micro, long? nano)
    {
        Calendar.Require(milli is null or (>= 0 and < 1000), "millisecond 应当在 0 到 999 之间。");
        Calendar.Require(micro is null || (micro >= 0 && micro < (milli is null ? 1_000_000 : 1000)), "microsecond 超出范围。");
        Calendar.Require(nano is null || (nano >= 0 && nano < (micro is not null ? 1000 : milli is not null ? 1_000_000 : 1_000_000_000)), "nanosecond 超出范围。");
        return ((milli ?? 0) * 1_000_000) + ((micro ?? 0) * 1000) + (nano ?? 0);
    }
}
