namespace PolicyGraph.Extraction.Evidences;

/// <summary>How long a period is.</summary>
internal enum PeriodLength
{
    Year,
    Part,
    Range,
}

/// <summary>A span of days that values are about.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Length">A calendar year, a part of one (month, quarter, half), or any other range.</param>
internal readonly record struct Period(DateOnly Start, DateOnly End, PeriodLength Length)
{
    public static Period OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), PeriodLength.Year);

    public static Period OfMonths(int year, int first, int last) =>
        new(new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)), first == 1 && last == 12 ? PeriodLength.Year : PeriodLength.Part);

    public static Period Between(DateOnly start, DateOnly end)
    {
        var year = start.Year == end.Year && start is { Month: 1, Day: 1 } && end is { Month: 12, Day: 31 };
        return new Period(start, end, year ? PeriodLength.Year : PeriodLength.Range);
    }
}
