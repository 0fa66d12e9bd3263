namespace PolicyGraph.Extraction.Evidences;

/// <summary>Puts year, months and the paper's own period together.</summary>
internal static class PeriodChoice
{
    /// <summary>The period of a value; null when neither label nor surroundings say a year.</summary>
    /// <param name="meaning">The label, or the merged labels of row and column.</param>
    /// <param name="around">The period of table or paper.</param>
    public static Period? Resolve(LabelMeaning meaning, Period? around)
    {
        if (meaning.Days is { } days)
        {
            return days;
        }

        var year = meaning.Year ?? around?.End.Year;
        if (year is null)
        {
            return around;
        }

        if (meaning.YearCount is { } count)
        {
            return Period.Between(new DateOnly(year.Value - count + 1, 1, 1), new DateOnly(year.Value, 12, 31)); // 三年合计
        }

        if (meaning.IsLastYear)
        {
            // 上年同期 in a report of one month: the same months, if the label says which
            return around is not { Length: PeriodLength.Part } report || meaning.Year is not null ? Period.OfYear(year.Value - 1)
                : meaning.IsToDate ? Period.OfMonths(year.Value - 1, 1, report.End.Month)
                : meaning.IsThisMonth ? Period.OfMonths(year.Value - 1, report.Start.Month, report.End.Month)
                : null;
        }

        if (meaning.IsThisMonth)
        {
            return around is { Length: PeriodLength.Part } month ? month : null;
        }

        if (meaning.Months is { } months)
        {
            return Period.OfMonths(year.Value, months.First, months.Last);
        }

        if (meaning.IsToDate)
        {
            return around is { Length: PeriodLength.Part } && meaning.Year is null ? Period.OfMonths(year.Value, 1, around.Value.End.Month) : Period.OfYear(year.Value);
        }

        return meaning.Year is null ? around : Period.OfYear(year.Value);
    }

    /// <summary>Months and quarters are parts; 合计, 全年 and 累计 are totals.</summary>
    public static FieldRole RoleOf(LabelMeaning meaning, Period? period)
    {
        if (meaning is { IsTotal: true, IsPart: true })
        {
            return FieldRole.Part; // 其中：光伏 under 全年累计
        }

        if (meaning.IsTotal || (meaning.IsToDate && period is { Length: PeriodLength.Year }))
        {
            return FieldRole.Total;
        }

        var isPart = meaning.IsPart || (meaning.HasPeriod && period is { Length: PeriodLength.Part }) || (meaning.Months is { } months && months != (1, 12));
        return isPart ? FieldRole.Part : FieldRole.Value;
    }
}
