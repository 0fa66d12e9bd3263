using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Days of the proleptic Gregorian calendar, and ISO weeks.</summary>
internal static class Calendar
{
    public const long MaxYear = 999_999_999;
    public const long NanosecondsPerDay = 86_400_000_000_000;

    /// <summary>Day number of a date (Howard Hinnant's days_from_civil).</summary>
    public static long DayOf(long year, int month, int day)
    {
        var y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>Year, month and day of a day number.</summary>
    public static (long Year, int Month, int Day) Civil(long epochDay)
    {
        var z = epochDay + 719_468;
        var era = (z >= 0 ? z : z - 146_096) / 146_097;
        var dayOfEra = z - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1));
    }

    /// <summary>Day number of a date that is checked.</summary>
    /// <exception cref="GraphException">There is no such day (class runtime).</exception>
    public static long Checked(long year, long month, long day)
    {
        Require(year is >= -MaxYear and <= MaxYear, $"年份 {year} 超出范围。");
        Require(month is >= 1 and <= 12, $"月份 {month} 不在 1 到 12 之间。");
        Require(day >= 1 && day <= DaysInMonth(year, (int)month), $"{year} 年 {month} 月没有 {day} 日。");
        return DayOf(year, (int)month, (int)day);
    }

    public static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(long year, int month) => month == 2 ? IsLeap(year) ? 29 : 28 : month is 4 or 6 or 9 or 11 ? 30 : 31;

    /// <summary>Monday is 1.</summary>
    public static int DayOfWeek(long epochDay) => (int)(((((epochDay + 3) % 7) + 7) % 7) + 1);

    public static int DayOfYear(long epochDay) => (int)(epochDay - DayOf(Civil(epochDay).Year, 1, 1) + 1);

    /// <summary>Year and number of the ISO week.</summary>
    public static (long Year, int Week) WeekOf(long epochDay)
    {
        var thursday = epochDay - DayOfWeek(epochDay) + 4;
        var year = Civil(thursday).Year;
        return (year, (int)((thursday - DayOf(year, 1, 1)) / 7) + 1);
    }

    /// <summary>The day of an ISO week date.</summary>
    public static long WeekDate(long year, long week, long dayOfWeek, bool mayRunOver = false)
    {
        Require(week is >= 1 and <= 53 && dayOfWeek is >= 1 and <= 7, $"没有 {year} 年第 {week} 周第 {dayOfWeek} 天。");
        var fourth = DayOf(year, 1, 4);
        var day = fourth - DayOfWeek(fourth) + 1 + ((week - 1) * 7) + dayOfWeek - 1;
        Require(mayRunOver || week < 53 || WeekOf(day).Year == year, $"{year} 年没有第 53 周。");
        return day;
    }

    /// <summary>The same day of a later month, or its last day where that month is shorter.</summary>
    public static long AddMonths(long epochDay, long months)
    {
        if (months == 0)
        {
            return epochDay;
        }

        var (year, month, day) = Civil(epochDay);
        var total = (year * 12) + month - 1 + months;
        var y = Math.DivRem(total, 12, out var m);
        (y, m) = m < 0 ? (y - 1, m + 12) : (y, m);
        Require(y is >= -MaxYear and <= MaxYear, "日期运算的结果超出范围。");
        return DayOf(y, (int)m + 1, Math.Min(day, DaysInMonth(y, (int)m + 1)));
    }

    public static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw CypherFault.Unreadable(message);
        }
    }
}
