using System.Globalization;

namespace PolicyGraph.Tracing.Facts;

/// <summary>Dates that are only as exact as their source: <c>2016</c>, <c>2016-10</c>, <c>2016-10-31</c>.</summary>
public static class Day
{
    /// <summary>The first day that is meant; null for what is no date.</summary>
    public static DateOnly? First(string? written) => written?.Length switch
    {
        4 => Read(written + "-01-01"),
        7 => Read(written + "-01"),
        10 => Read(written),
        _ => null,
    };

    /// <summary>The last day that is meant; null for what is no date.</summary>
    public static DateOnly? Last(string? written) => First(written) is { } day
        ? written!.Length switch { 4 => day.AddYears(1).AddDays(-1), 7 => day.AddMonths(1).AddDays(-1), _ => day } // First says that it is there
        : null;

    private static DateOnly? Read(string written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
