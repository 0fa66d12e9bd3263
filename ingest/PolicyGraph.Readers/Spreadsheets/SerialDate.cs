using System.Globalization;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>Day counts of spreadsheets as dates.</summary>
internal static class SerialDate
{
    private const int Last = 2958465;
    private static readonly DateTime From1900 = new(1899, 12, 30);
    private static readonly DateTime From1904 = new(1904, 1, 1);

    /// <summary>The date and time as yyyy-MM-dd HH:mm:ss, with the parts that the format displays; null when the count is no day.</summary>
    /// <remarks>Counts below 61 are a day early in the 1900 system, which has a 29 February 1900.</remarks>
    public static string? Display(double count, FormatSection format, bool from1904)
    {
        if (count is < 0 or > Last)
        {
            return null;
        }

        if (format.IsDuration)
        {
            return Duration(count, format.HasSeconds);
        }

        var seconds = Math.Round(count * 86400, MidpointRounding.AwayFromZero);
        var moment = (from1904 ? From1904 : From1900.AddDays(count is >= 1 and < 60 ? 1 : 0)).AddSeconds(seconds);
        var date = format switch
        {
            { HasDay: true } or { HasYear: false, HasMonth: true } => "yyyy-MM-dd",
            { HasYear: true, HasMonth: true } => "yyyy-MM",
            { HasYear: true } => "yyyy",
            _ => "",
        };
        var time = !format.HasTime ? "" : format.HasSeconds ? "HH:mm:ss" : "HH:mm";
        var pattern = date.Length > 0 && time.Length > 0 ? $"{date} {time}" : date + time;
        return moment.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string Duration(double days, bool seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Round(days * 86400, MidpointRounding.AwayFromZero));
        var hours = (long)span.TotalHours;
        return seconds
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{span.Minutes:00}:{span.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{hours}:{span.Minutes:00}");
    }
}
