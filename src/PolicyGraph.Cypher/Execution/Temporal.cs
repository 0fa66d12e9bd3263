using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Arithmetic and components of temporal values.</summary>
internal static class Temporal
{
    // A year of the Gregorian calendar has 365.2425 days.
    private const double NanosecondsPerMonth = 2_629_746e9;

    /// <summary>A duration whose exact time is given in seconds and any number of nanoseconds.</summary>
    public static DurationValue Duration(Int128 months, Int128 days, Int128 seconds, Int128 nanoseconds)
    {
        var total = (seconds * 1_000_000_000) + nanoseconds;
        var whole = total / 1_000_000_000;
        var rest = total % 1_000_000_000;
        (whole, rest) = rest < 0 ? (whole - 1, rest + 1_000_000_000) : (whole, rest);
        if (Beyond(months) || Beyond(days) || Beyond(whole))
        {
            throw CypherFault.Arithmetic("时长超出 64 位范围。");
        }

        return new DurationValue((long)months, (long)days, (long)whole, (int)rest);

        static bool Beyond(Int128 value) => value > long.MaxValue || value < long.MinValue;
    }

    /// <summary>A duration of broken parts: what is left of a month becomes days, what is left of a day becomes seconds.</summary>
    /// <remarks>In doubles and in this order, so that the last digits come out as Neo4j's do.</remarks>
    public static DurationValue Approximate(double months, double days, double seconds, double nanoseconds)
    {
        const double PerDay = 86_400e9;
        var wholeMonths = Whole(months);
        days += NanosecondsPerMonth * (months - wholeMonths) / PerDay;
        var wholeDays = Whole(days);
        seconds += PerDay * (days - wholeDays) / 1e9;
        var wholeSeconds = Whole(seconds);
        nanoseconds += 1e9 * (seconds - wholeSeconds);
        return Duration(wholeMonths, wholeDays, wholeSeconds, Whole(nanoseconds));

        static long Whole(double value) => Math.Abs(value) < 9.2e18 ? (long)value : throw CypherFault.Arithmetic("时长超出范围。");
    }

    public static DurationValue Negate(DurationValue d) => Duration(-(Int128)d.Months, -(Int128)d.Days, -(Int128)d.Seconds, -d.Nanoseconds);

    /// <summary>Multiplies or divides a duration by a number.</summary>
    public static DurationValue Scale(DurationValue d, GraphValue number, bool divide)
    {
        var factor = Operators.ToDouble(number);
        if (divide && factor == 0)
        {
            throw number is IntegerValue ? CypherFault.Arithmetic("时长不能除以 0。") : CypherFault.Argument("时长不能除以 0.0。");
        }

        if (!double.IsFinite(factor) || Math.Abs(factor) > 1e18)
        {
            throw CypherFault.Argument("时长乘除的数太大。");
        }

        double Part(double part) => divide ? part / factor : part * factor;
        return number is IntegerValue { Value: var whole } && !divide
            ? Duration((Int128)d.Months * whole, (Int128)d.Days * whole, (Int128)d.Seconds * whole, (Int128)d.Nanoseconds * whole)
            : Approximate(Part(d.Months), Part(d.Days), Part(d.Seconds), Part(d.Nanoseconds));
    }

    /// <summary>Instant plus duration, duration plus instant, or two durations; null when it is none of these.</summary>
    public static GraphValue? TryAdd(GraphValue a, GraphValue b, int sign)
    {
        if (a is DurationValue x && b is DurationValue y)
        {
            return Duration(x.Months + ((Int128)sign * y.Months), x.Days + ((Int128)sign * y.Days), x.Seconds + ((Int128)sign * y.Seconds), x.Nanoseconds + ((Int128)sign * y.Nanoseconds));
        }

        if (a is DurationValue && sign > 0)
        {
            (a, b) = (b, a);
        }

        if (b is not DurationValue d || Moment.Of(a) is not { } moment)
        {
            return null;
        }

        d = sign > 0 ? d : Negate(d);
        var time = ((Int128)d.Seconds * 1_000_000_000) + d.Nanoseconds;
        switch (a)
        {
            case DateValue date:
                return new DateValue(InRange(Calendar.AddMonths(date.EpochDay, d.Months) + (Int128)d.Days + (d.Seconds / 86_400)));
            case LocalTimeValue:
                return moment.Shift(time).ToLocalTime();
            case TimeValue:
                return moment.Shift(time).ToTime();
            case LocalDateTimeValue local:
                return (moment with { Day = InRange(Calendar.AddMonths(local.EpochDay, d.Months) + (Int128)d.Days) }).Shift(time).ToLocalDateTime();
            case DateTimeValue zoned:
                var zone = new Zone(zoned.Zone, zoned.Offset);
                var days = moment with { Day = InRange(Calendar.AddMonths(zoned.EpochDay, d.Months) + (Int128)d.Days) };
                days = d.Months == 0 && d.Days == 0 ? days : (days with { Offset = null, Zone = null }).At(zone);
                return days.Shift(time).In(zone).ToDateTime();
            default:
                return null;
        }
    }

    private static long InRange(Int128 day) => day is var d && d > -366_000_000_000 && d < 366_000_000_000 ? (long)day : throw CypherFault.Arithmetic("日期运算的结果超出范围。");

    /// <summary><c>value.component</c>; null when the value has none of this name, or is not temporal.</summary>
    public static GraphValue? Component(GraphValue value, string key)
    {
        if (value is PointValue p)
        {
            return PointFunctions.Component(p, key);
        }

        // Components are found in any case.
        key = Components.TryGetValue(key, out var spelled) ? spelled : key;
        if (value is DurationValue d)
        {
            return DurationComponent(d, key);
        }

        if (Moment.Of(value) is not { } moment)
        {
            return null;
        }

        return (moment.Day is { } day ? DayComponent(day, key) : null)
            ?? (moment.Nanosecond is { } nanosecond ? TimeComponent(nanosecond, key) : null)
            ?? (moment.Offset is { } offset ? ZoneComponent(value, moment, offset, key) : null);
    }

    private static readonly HashSet<string> Components = new(StringComparer.OrdinalIgnoreCase)
    {
        "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "weekDay", "dayOfWeek", "dayOfQuarter", "quarterDay", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond",
        "timezone", "offset", "offsetMinutes", "offsetSeconds", "epochSeconds", "epochMillis", "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
        "nanoseconds", "quartersOfYear", "monthsOfQuarter", "monthsOfYear", "daysOfWeek", "minutesOfHour", "secondsOfMinute", "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
    };

    private static GraphValue? DayComponent(long day, string key)
    {
        var (year, month, dayOfMonth) = Calendar.Civil(day);
        var quarter = (month + 2) / 3;
        return key switch
        {
            "year" => year,
            "quarter" => (long)quarter,
            "month" => (long)month,
            "week" => (long)Calendar.WeekOf(day).Week,
            "weekYear" => Calendar.WeekOf(day).Year,
            "day" => (long)dayOfMonth,
            "ordinalDay" => (long)Calendar.DayOfYear(day),
            "weekDay" or "dayOfWeek" => (long)Calendar.DayOfWeek(day),
            "dayOfQuarter" or "quarterDay" => day - Calendar.DayOf(year, ((quarter - 1) * 3) + 1, 1) + 1,
            _ => null,
        };
    }

    private static GraphValue? TimeComponent(long nanosecond, string key) => key switch
    {
        "hour" => nanosecond / 3_600_000_000_000,
        "minute" => nanosecond / 60_000_000_000 % 60,
        "second" => nanosecond / 1_000_000_000 % 60,
        "millisecond" => nanosecond / 1_000_000 % 1000,
        "microsecond" => nanosecond / 1000 % 1_000_000,
        "nanosecond" => nanosecond % 1_000_000_000,
        _ => null,
    };

    private static GraphValue? ZoneComponent(GraphValue value, Moment moment, int offset, string key) => key switch
    {
        "timezone" => moment.Zone?.Name ?? OffsetText(offset),
        "offset" => OffsetText(offset),
        "offsetMinutes" => (long)(offset / 60),
        "offsetSeconds" => (long)offset,
        "epochSeconds" when value is DateTimeValue => EpochMillis(moment) / 1000,
        "epochMillis" when value is DateTimeValue => EpochMillis(moment),
        _ => null,
    };

    private static long EpochMillis(Moment moment) => (moment.EpochSecond * 1000) + ((moment.Nanosecond ?? 0) / 1_000_000 % 1000);

    private static string OffsetText(int offset) => new TimeValue(0, offset).ToString()["00:00".Length..];

    private static GraphValue? DurationComponent(DurationValue d, string key)
    {
        var nanoseconds = ((Int128)d.Seconds * 1_000_000_000) + d.Nanoseconds;
        return key switch
        {
            "years" => d.Months / 12,
            "quarters" => d.Months / 3,
            "months" => d.Months,
            "weeks" => d.Days / 7,
            "days" => d.Days,
            "hours" => d.Seconds / 3600,
            "minutes" => d.Seconds / 60,
            "seconds" => d.Seconds,
            "milliseconds" => (long)(((Int128)d.Seconds * 1000) + (d.Nanoseconds / 1_000_000)),
            "microseconds" => (long)(((Int128)d.Seconds * 1_000_000) + (d.Nanoseconds / 1000)),
            "nanoseconds" => (long)nanoseconds,
            "quartersOfYear" => d.Months / 3 % 4,
            "monthsOfQuarter" => d.Months % 3,
            "monthsOfYear" => d.Months % 12,
            "daysOfWeek" => d.Days % 7,
            "minutesOfHour" => d.Seconds / 60 % 60,
            "secondsOfMinute" => d.Seconds % 60,
            "millisecondsOfSecond" => (long)(d.Nanoseconds / 1_000_000),
            "microsecondsOfSecond" => (long)(d.Nanoseconds / 1000),
            "nanosecondsOfSecond" => (long)d.Nanoseconds,
            _ => null,
        };
    }
}
