using System.Globalization;
using System.Text;

namespace PolicyGraph.Graph;

/// <summary>How temporal values are written: ISO 8601 as openCypher prints it, seconds left out when there are none.</summary>
internal static class TemporalText
{
    public static string Date(long epochDay)
    {
        var (year, month, day) = Civil(epochDay);
        var sign = year < 0 ? "-" : year > 9999 ? "+" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(year):0000}-{month:00}-{day:00}");
    }

    public static string Time(long nanosecond)
    {
        var seconds = nanosecond / 1_000_000_000;
        var rest = nanosecond % 1_000_000_000;
        var text = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}");
        if (seconds % 60 == 0 && rest == 0)
        {
            return text;
        }

        text += string.Create(CultureInfo.InvariantCulture, $":{seconds % 60:00}");
        return rest == 0 ? text : text + Fraction(rest);
    }

    public static string Offset(int offset)
    {
        if (offset == 0)
        {
            return "Z";
        }

        var minutes = Math.Abs(offset) / 60;
        var seconds = Math.Abs(offset) % 60;
        return string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{minutes / 60:00}:{minutes % 60:00}") + (seconds == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{seconds:00}"));
    }

    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAnyExceptInRange('0', '9') is var i && i >= 0 && (i > 0 || text.Length > 1) && text.AsSpan().IndexOfAny(".EN∞".AsSpan()) >= 0 ? text : text + ".0";
    }

    public static string Duration(DurationValue value)
    {
        var text = new StringBuilder("P");
        Append(text, value.Months / 12, 'Y');
        Append(text, value.Months % 12, 'M');
        Append(text, value.Days, 'D');
        if (value.Seconds != 0 || value.Nanoseconds != 0)
        {
            text.Append('T');
            var total = ((Int128)value.Seconds * 1_000_000_000) + value.Nanoseconds;
            var hours = (long)(total / 3_600_000_000_000);
            var minutes = (long)(total / 60_000_000_000 % 60);
            var nanoseconds = (long)(total % 60_000_000_000);
            Append(text, hours, 'H');
            Append(text, minutes, 'M');
            if (nanoseconds != 0)
            {
                var whole = Math.Abs(nanoseconds) / 1_000_000_000;
                var rest = Math.Abs(nanoseconds) % 1_000_000_000;
                text.Append(nanoseconds < 0 ? "-" : string.Empty).Append(whole.ToString(CultureInfo.InvariantCulture)).Append(rest == 0 ? string.Empty : Fraction(rest)).Append('S');
            }
        }

        return text.Length == 1 ? "PT0S" : text.ToString();
    }

    /// <summary>Year, month and day of a day number (Howard Hinnant's civil_from_days).</summary>
    public static (long Year, int Month, int Day) Civil(long epochDay)
    {
        var z = epochDay + 719_468;
        var era = Math.DivRem(z >= 0 ? z : z - 146_096, 146_097).Quotient;
        var dayOfEra = z - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1);
        var month = (int)(shifted < 10 ? shifted + 3 : shifted - 9);
        return (yearOfEra + (era * 400) + (month <= 2 ? 1 : 0), month, day);
    }

    private static string Fraction(long nanoseconds) => "." + nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');

    private static void Append(StringBuilder text, long amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(amount.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}
