using System.Globalization;

namespace PolicyGraph.Compliance.Evidence;

/// <summary>A date as exact as its source: the days that it may mean.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
internal readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Reads <c>2026</c>, <c>2026-03</c> or <c>2026-03-16</c>; null for anything else.</summary>
    internal static DateRange? Parse(string? written)
    {
        if (written is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new DateRange(day, day);
        }

        if (DateOnly.TryParseExact(written, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new DateRange(month, month.AddMonths(1).AddDays(-1));
        }

        return DateOnly.TryParseExact(written, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? new DateRange(year, new DateOnly(year.Year, 12, 31)) : null;
    }
}
