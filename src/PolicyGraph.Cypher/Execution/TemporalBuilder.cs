using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Makes temporal values from maps of components, and moves existing ones to the start of a unit.</summary>
internal static class TemporalBuilder
{
    private static readonly string[] TimeKeys = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"];

    /// <summary>Builds the parts that a target type wants.</summary>
    /// <param name="map">The components; one that is null counts as its least value.</param>
    /// <param name="target">What the target type has.</param>
    /// <exception cref="GraphException">A component that the type does not have, or two that exclude each other (class type); a value out of range, or a part without the greater one before it (class runtime).</exception>
    public static Moment Build(MapValue map, TemporalParts target)
    {
        Check(map, target);
        var zone = map.Entries.TryGetValue("timezone", out var z) ? Zone.Read(z is StringValue s ? s.Value : throw NotInteger("timezone", z, "文本")) : null;
        var whole = Base(map, "datetime") ?? Epoch(map);
        var date = Base(map, "date") ?? whole;
        var time = Base(map, "time") ?? whole;
        if (target.HasDate && date is { Day: null })
        {
            throw CypherFault.Type("所给的时间值没有日期部分。");
        }

        if (target.HasTime && time is { Nanosecond: null })
        {
            throw CypherFault.Type("所给的日期没有时间部分。");
        }

        var day = target.HasDate ? BuildDay(map, date?.Day, target.HasTime && (time is not null || TimeKeys.Any(map.Entries.ContainsKey))) : (long?)null;
        var nanosecond = target.HasTime ? BuildTime(map, time?.Nanosecond) : (long?)null;
        var moment = new Moment(day, nanosecond, null, null);
        if (!target.HasZone)
        {
            return moment;
        }

        // A time that has a zone already is seen from the other one, after what was overridden.
        return zone is not null && time?.Zone is { } own ? moment.At(own).In(zone) : moment.At(zone ?? time?.Zone ?? Zone.Utc);
    }

    // The entries are judged in the order of the map, so that of several faults the first is told.
    private static void Check(MapValue map, TemporalParts target)
    {
        Calendar.Require(map.Entries.Count > 0, "至少要给出一个时间组成部分。");
        string? form = null;
        foreach (var key in map.Entries.Keys)
        {
            var (fits, own) = key switch
            {
                "year" or "date" => (target.HasDate, null),
                "month" or "day" => (target.HasDate, "月日"),
                "week" or "dayOfWeek" => (target.HasDate, "周"),
                "quarter" or "dayOfQuarter" => (target.HasDate, "季度"),
                "ordinalDay" => (target.HasDate, "年内天数"),
                "hour" or "minute" or "second" or "millisecond" or "microsecond" or "nanosecond" or "time" => (target.HasTime, null),
                "datetime" => (target.HasDate && target.HasTime, null),
                "epochSeconds" or "epochMillis" => (target is { HasDate: true, HasTime: true, HasZone: true }, null),
                "timezone" => (target.HasZone, (string?)null),
                _ => throw CypherFault.Argument($"没有名为 {key} 的时间组成部分。", "InvalidArgumentValue"),
            };
            if (!fits)
            {
                throw CypherFault.Type($"这种时间值没有 {key} 部分。", "InvalidArgumentValue");
            }

            if (own is not null && form is not null && own != form)
            {
                throw CypherFault.Type($"{key} 不能与按{form}写出的日期并用。", "InvalidArgumentValue");
            }

            form = own ?? form;
        }

        string[] wholes = [.. map.Entries.Keys.Where(k => k is "datetime" or "epochSeconds" or "epochMillis")];
        Calendar.Require(wholes.Length == 0 || (wholes.Length == 1 && !map.Entries.ContainsKey("date") && !map.Entries.ContainsKey("time")), "datetime、epochSeconds 和 epochMillis 不能并用，也不能与 date 或 time 并用。");
    }

    private static Moment? Epoch(MapValue map) =>
        Number(map, "epochSeconds") is { } seconds ? FromEpoch(seconds, 0) : Number(map, "epochMillis") is { } millis ? FromEpoch(0, 0).Shift((Int128)millis * 1_000_000) : null;

    private static GraphException NotInteger(string key, GraphValue value, string wanted) =>
        new(GraphErrorClass.Runtime, "Neo.DatabaseError.Statement.ExecutionFailed", $"{key} 应当是{wanted}，得到的是{Operators.Describe(value)}。", phase: "runtime", detail: "InvalidArgumentType");

    /// <summary>The day of a quarter.</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <param name="day">From 1.</param>
    /// <param name="mayRunOver">Whether a 92nd day of a shorter quarter is a day of the next one.</param>
    public static long QuarterDay(long year, long quarter, long day, bool mayRunOver = false)
    {
        Calendar.Require(quarter is >= 1 and <= 4, $"没有第 {quarter} 季度。");
        var first = Calendar.DayOf(year, (((int)quarter - 1) * 3) + 1, 1);
        var next = quarter == 4 ? Calendar.DayOf(year + 1, 1, 1) : Calendar.DayOf(year, ((int)quarter * 3) + 1, 1);
        Calendar.Require(day >= 1 && day <= (mayRunOver ? 92 : next - first), $"第 {quarter} 季度没有第 {day} 天。");
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
            _ => throw CypherFault.Unreadable($"没有名为 {unit} 的时间单位。"),
        };
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

    private static Moment? Base(MapValue map, string key) => !map.Entries.TryGetValue(key, out var value) ? null : Moment.Of(value) ?? throw CypherFault.Argument($"{key} 应当是时间值，得到的是{Operators.Describe(value)}。", "InvalidArgumentValue");

    private static long? Number(MapValue map, string key) => !map.Entries.TryGetValue(key, out var value) ? null : value switch
    {
        IntegerValue i => i.Value,
        NullValue => key is "month" or "day" or "week" or "dayOfWeek" or "quarter" or "dayOfQuarter" or "ordinalDay" ? 1 : 0,
        _ => throw NotInteger(key, value, "整数"),
    };

    private static long BuildDay(MapValue map, long? from, bool isWhole)
    {
        Calendar.Require(from is not null || !isWhole || map.Entries.ContainsKey("ordinalDay") || (map.Entries.ContainsKey("month") && map.Entries.ContainsKey("day")) || (map.Entries.ContainsKey("week") && map.Entries.ContainsKey("dayOfWeek")) || (map.Entries.ContainsKey("quarter") && map.Entries.ContainsKey("dayOfQuarter")), "给出时间时，日期要写到天。");
        var (baseYear, baseMonth, baseDay) = from is { } f ? Calendar.Civil(f) : (0, 1, 1);
        var year = Number(map, "year");
        Calendar.Require(year is null or (>= -Calendar.MaxYear and <= Calendar.MaxYear), $"年份 {year} 超出范围。");
        Calendar.Require(year is not null || from is not null || (!isWhole && map.Entries.ContainsKey("ordinalDay")), "日期需要 year。");
        if (Number(map, "week") is not null || Number(map, "dayOfWeek") is not null)
        {
            Calendar.Require(Number(map, "week") is not null || from is not null, "给出 dayOfWeek 时也要给出 week。");
            var (weekYear, week) = from is { } w ? Calendar.WeekOf(w) : (0, 1);
            return Calendar.WeekDate(year ?? weekYear, Number(map, "week") ?? week, Number(map, "dayOfWeek") ?? (from is { } d ? Calendar.DayOfWeek(d) : 1), mayRunOver: true);
        }

        if (Number(map, "quarter") is not null || Number(map, "dayOfQuarter") is not null)
        {
            Calendar.Require(Number(map, "quarter") is not null || from is not null, "给出 dayOfQuarter 时也要给出 quarter。");
            var quarter = (baseMonth + 2) / 3;
            var wanted = Number(map, "quarter") ?? quarter;
            if (from is { } moved && Number(map, "dayOfQuarter") is null)
            {
                // The same month of the quarter and, as far as there is one, the same day.
                Calendar.Require(wanted is >= 1 and <= 4, $"没有第 {wanted} 季度。");
                return Calendar.AddMonths(moved, (((year ?? baseYear) - baseYear) * 12) + ((wanted - quarter) * 3));
            }

            return QuarterDay(year ?? baseYear, wanted, Number(map, "dayOfQuarter") ?? 1, mayRunOver: true);
        }

        if (Number(map, "ordinalDay") is { } ordinal)
        {
            var of = year ?? baseYear;
            Calendar.Require(ordinal >= 1 && ordinal <= (Calendar.IsLeap(of) ? 366 : 365), $"{of} 年没有第 {ordinal} 天。");
            return Calendar.DayOf(of, 1, 1) + ordinal - 1;
        }

        Calendar.Require(from is not null || Number(map, "month") is not null || Number(map, "day") is null, "给出 day 时也要给出 month。");
        var (inYear, month) = (year ?? baseYear, Number(map, "month") ?? baseMonth);
        Calendar.Require(month is >= 1 and <= 12, $"月份 {month} 不在 1 到 12 之间。");

        // A day that is only taken along gives way to a shorter month.
        return Calendar.Checked(inYear, month, Number(map, "day") ?? Math.Min(baseDay, Calendar.DaysInMonth(inYear, (int)month)));
    }

    private static long BuildTime(MapValue map, long? from)
    {
        var known = from ?? 0;
        var given = TimeKeys.Select(k => Number(map, k)).ToArray();
        if (from is null)
        {
            Calendar.Require(given[0] is not null || given.All(g => g is null), "时间需要 hour。");
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

/// <summary>Which parts a temporal type has.</summary>
internal readonly record struct TemporalParts(bool HasDate, bool HasTime, bool HasZone);
