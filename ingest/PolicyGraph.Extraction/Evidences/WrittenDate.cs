using System.Globalization;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>A date as a paper writes it, as exact as it is written.</summary>
/// <param name="Span">The whole date.</param>
/// <param name="Year">The year.</param>
/// <param name="Month">1..12; null when only the year is written.</param>
/// <param name="Day">1..31; null when no day is written.</param>
internal sealed record WrittenDate(TextSpan Span, int Year, int? Month, int? Day)
{
    /// <summary>ISO, no more exact than the source.</summary>
    public string Iso => (Month, Day) switch
    {
        (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}"),
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{month:D2}-{day:D2}"),
    };

    /// <summary>The first day that it may mean.</summary>
    public DateOnly First => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day that it may mean.</summary>
    public DateOnly Last => new(Year, Month ?? 12, Day ?? DateTime.DaysInMonth(Year, Month ?? 12));
}
