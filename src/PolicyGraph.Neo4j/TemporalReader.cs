using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Temporal values as a server prints them: ISO 8601 in its full form only, never what a person may write.</summary>
internal static partial class TemporalReader
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    public static DateValue Date(string text) => new(EpochDay(text));

    public static LocalTimeValue LocalTime(string text) => new(Nanosecond(text));

    public static TimeValue Time(string text)
    {
        var at = OffsetStart(text);
        return new TimeValue(Nanosecond(text.AsSpan(0, at)), Offset(text.AsSpan(at)));
    }

    public static LocalDateTimeValue LocalDateTime(string text)
    {
        var t = text.IndexOf('T', StringComparison.Ordinal);
        return new LocalDateTimeValue(EpochDay(text.AsSpan(0, t)), Nanosecond(text.AsSpan(t + 1)));
    }

    public static DateTimeValue DateTime(string text)
    {
        var bracket = text.IndexOf('[', StringComparison.Ordinal);
        var zone = bracket < 0 ? null : text[(bracket + 1)..^1];
        var instant = bracket < 0 ? text : text[..bracket];
        var t = instant.IndexOf('T', StringComparison.Ordinal);
        var time = instant[(t + 1)..];
        var at = OffsetStart(time);
        return new DateTimeValue(EpochDay(instant.AsSpan(0, t)), Nanosecond(time.AsSpan(0, at)), Offset(time.AsSpan(at)), zone);
    }

    public static DurationValue Duration(string text)
    {
        var match = DurationForm().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"duration {text}");
        }

        long Part(string group) => match.Groups[group].Success ? long.Parse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var total = ((Int128)(Part("hours") * 3600) + (Part("minutes") * 60)) * NanosecondsPerSecond;
        if (match.Groups["seconds"].Success)
        {
            var sign = match.Groups["seconds"].ValueSpan.StartsWith("-") ? -1 : 1;
            total += ((Int128)Part("seconds") * NanosecondsPerSecond) + (sign * Fraction(match.Groups["fraction"].ValueSpan));
        }

        var seconds = total / NanosecondsPerSecond;
        var rest = total % NanosecondsPerSecond;
        return rest < 0
            ? new DurationValue((Part("years") * 12) + Part("months"), Part("days"), (long)seconds - 1, (int)(rest + NanosecondsPerSecond))
            : new DurationValue((Part("years") * 12) + Part("months"), Part("days"), (long)seconds, (int)rest);
    }

    /// <summary>Days since 1970-01-01 of <c>2024-02-29</c> (Howard Hinnant's days_from_civil); years may have a sign and more digits.</summary>
    private static long EpochDay(ReadOnlySpan<char> text)
    {
        var day = int.Parse(text[^2..], NumberStyles.None, CultureInfo.InvariantCulture);
        var month = int.Parse(text[^5..^3], NumberStyles.None, CultureInfo.InvariantCulture);
        var year = long.Parse(text[..^6], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - (month <= 2 ? 1 : 0);
        var era = (year >= 0 ? year : year - 399) / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    private static long Nanosecond(ReadOnlySpan<char> text)
    {
        var hours = long.Parse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture);
        var minutes = long.Parse(text[3..5], NumberStyles.None, CultureInfo.InvariantCulture);
        var seconds = text.Length > 5 ? long.Parse(text[6..8], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return (((((hours * 60) + minutes) * 60) + seconds) * NanosecondsPerSecond) + (text.Length > 9 ? Fraction(text[9..]) : 0);
    }

    private static long Fraction(ReadOnlySpan<char> digits)
    {
        long nanoseconds = 0;
        for (var i = 0; i < 9; i++)
        {
            nanoseconds = (nanoseconds * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return nanoseconds;
    }

    private static int OffsetStart(string time) => time.AsSpan().IndexOfAny('Z', '+', '-') is >= 0 and var at ? at : throw new FormatException($"time {time}");

    private static int Offset(ReadOnlySpan<char> text)
    {
        if (text is "Z")
        {
            return 0;
        }

        int Two(ReadOnlySpan<char> t, int at) => t.Length >= at + 2 ? int.Parse(t.Slice(at, 2), NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        return (text[0] == '-' ? -1 : 1) * ((Two(text, 1) * 3600) + (Two(text, 4) * 60) + Two(text, 7));
    }

    [GeneratedRegex(@"^P(?:(?<years>-?\d+)Y)?(?:(?<months>-?\d+)M)?(?:(?<days>-?\d+)D)?(?:T(?:(?<hours>-?\d+)H)?(?:(?<minutes>-?\d+)M)?(?:(?<seconds>-?\d+)(?:\.(?<fraction>\d{1,9}))?S)?)?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DurationForm();
}
