using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Reads temporal values as ISO 8601 writes them, in the extended and the basic form.</summary>
internal static partial class TemporalReader
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    public static Moment ReadDate(string text)
    {
        var match = DateForm().Match(text);
        Calendar.Require(match.Success, $"日期 {Shorten(text)} 的写法不对，应写作 2024-02-29。");
        var year = Number(match, "y") ?? 0;
        if (Number(match, "w") is { } week)
        {
            return Day(Calendar.WeekDate(year, week, Number(match, "wd") ?? 1));
        }

        if (Number(match, "q") is { } quarter)
        {
            return Day(TemporalBuilder.QuarterDay(year, quarter, Number(match, "qd") ?? 1));
        }

        if (Number(match, "o") is { } ordinal)
        {
            Calendar.Require(ordinal >= 1 && ordinal <= (Calendar.IsLeap(year) ? 366 : 365), $"{year} 年没有第 {ordinal} 天。");
            return Day(Calendar.DayOf(year, 1, 1) + ordinal - 1);
        }

        return Day(Calendar.Checked(year, Number(match, "m") ?? 1, Number(match, "d") ?? 1));
    }

    public static Moment ReadTime(string text)
    {
        var match = TimeForm().Match(text);
        Calendar.Require(match.Success, $"时间 {Shorten(text)} 的写法不对，应写作 10:11:12。");
        Calendar.Require(match.Groups["h"].Length == 2 || match.Groups["mi"].Success, $"时间 {Shorten(text)} 的写法不对，应写作 10:11:12。");
        var (hour, minute, second) = (Number(match, "h") ?? 0, Number(match, "mi") ?? 0, Number(match, "s") ?? 0);
        Calendar.Require(hour < 24 && minute < 60 && second < 60, $"时间 {Shorten(text)} 超出范围。");
        var fraction = match.Groups["f"].Value;
        var nanosecond = fraction.Length == 0 ? 0 : long.Parse(fraction.PadRight(9, '0')[..9], CultureInfo.InvariantCulture);
        var moment = new Moment(null, (((hour * 3600) + (minute * 60) + second) * 1_000_000_000) + nanosecond, null, null);
        var offset = match.Groups["z"].Value;
        var name = match.Groups["n"].Value;
        if (offset.Length == 0 && name.Length == 0)
        {
            return moment;
        }

        var zone = Zone.Read(name.Length > 0 ? name : offset);
        return moment with { Offset = offset.Length > 0 ? Zone.Read(offset).Offset : null, Zone = zone };
    }

    public static Moment ReadDateTime(string text)
    {
        var at = text.IndexOfAny(['T', 't']);
        if (at < 0)
        {
            return ReadDate(text);
        }

        var date = ReadDate(text[..at]);
        var time = ReadTime(text[(at + 1)..]);
        var moment = date with { Nanosecond = time.Nanosecond };
        if (time.Zone is null)
        {
            return moment;
        }

        var zoned = moment.At(time.Zone);
        if (time.Offset is not { } offset || offset == zoned.Offset)
        {
            return zoned;
        }

        // An offset beside a name says which of two equal local times is meant.
        var other = (moment with { Offset = offset, Zone = time.Zone }).In(time.Zone);
        Calendar.Require(other.Offset == offset, $"{Shorten(text)} 的时区与偏移不符。");
        return other;
    }

    public static DurationValue ReadDuration(string text)
    {
        text = text.ToUpperInvariant();
        var dated = DurationDateForm().Match(text);
        if (dated.Success)
        {
            var months = ((Number(dated, "y") ?? 0) * 12) + (Number(dated, "m") ?? 0);
            var time = dated.Groups["t"].Success ? ReadTime(dated.Groups["t"].Value).Nanosecond ?? 0 : 0;
            return Temporal.Duration(months, Number(dated, "d") ?? 0, 0, time);
        }

        if (text.StartsWith("PT", StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal))
        {
            return Temporal.Duration(0, 0, 0, ReadTime(text[2..]).Nanosecond ?? 0);
        }

        var match = DurationForm().Match(text);
        var parts = Parts.Where(p => match.Groups[p].Success).ToList();
        Calendar.Require(match.Success && parts.Count > 0 && !text.EndsWith('T') && parts.SkipLast(1).All(p => !match.Groups[p].ValueSpan.ContainsAny('.', ',')), $"时长 {Shorten(text)} 的写法不对，应写作 P1Y2M3DT4H5M6S，只有最后一部分可以有小数。");
        var sign = match.Groups["sign"].Value == "-" ? -1 : 1;
        if (parts[^1] is "s" || !match.Groups[parts[^1]].ValueSpan.ContainsAny('.', ','))
        {
            Int128 Exact(string name) => match.Groups[name].Success && name != "s" ? sign * Int128.Parse(match.Groups[name].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
            return Temporal.Duration((Exact("y") * 12) + Exact("mo"), (Exact("w") * 7) + Exact("d"), (Exact("h") * 3600) + (Exact("mi") * 60), match.Groups["s"].Success ? sign * (Int128)(decimal.Parse(match.Groups["s"].Value.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * 1_000_000_000) : 0);
        }

        double Part(string name) => match.Groups[name].Success ? sign * double.Parse(match.Groups[name].Value.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture) : 0;
        return Temporal.Approximate((Part("y") * 12) + Part("mo"), (Part("w") * 7) + Part("d"), (Part("h") * 3600) + (Part("mi") * 60), 0);
    }

    private static readonly string[] Parts = ["y", "mo", "w", "d", "h", "mi", "s"];

    private static Moment Day(long day) => new(day, null, null, null);

    private static long? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? long.Parse(found.Value.Replace("+", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : null;

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    [GeneratedRegex(@"^(?:(?<y>[+-]\d{4,9}|\d{4})(?:-(?:(?<m>\d{1,2})(?:-(?<d>\d{1,2}))?|W(?<w>\d{1,2})(?:-(?<wd>\d))?|Q(?<q>\d)(?:-(?<qd>\d{1,2}))?|(?<o>\d{3})))?|(?<y>\d{4})(?:(?<m>\d{2})(?<d>\d{2})?|W(?<w>\d{2})(?<wd>\d)?|Q(?<q>\d)(?<qd>\d{2})?|(?<o>\d{3})))$", Options)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:(?::(?<mi>\d{1,2})(?::(?<s>\d{1,2})(?:[.,](?<f>\d{1,9}))?)?)|(?:(?<mi>\d{2})(?:(?<s>\d{2})(?:[.,](?<f>\d{1,9}))?)?))?(?<z>[Zz]|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)?(?:\[(?<n>[A-Za-z0-9_+/ -]+)\])?$", Options)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"^P(?<y>\d{4})(?:-(?<m>\d{2})-(?<d>\d{2})|(?<m>\d{2})(?<d>\d{2}))(?:T(?<t>.+))?$", Options)]
    private static partial Regex DurationDateForm();

    [GeneratedRegex(@"^(?<sign>[+-])?P(?:(?<y>[+-]?\d{1,18}(?:[.,]\d+)?)Y)?(?:(?<mo>[+-]?\d{1,18}(?:[.,]\d+)?)M)?(?:(?<w>[+-]?\d{1,18}(?:[.,]\d+)?)W)?(?:(?<d>[+-]?\d{1,18}(?:[.,]\d+)?)D)?(?:T(?:(?<h>[+-]?\d{1,18}(?:[.,]\d+)?)H)?(?:(?<mi>[+-]?\d{1,18}(?:[.,]\d+)?)M)?(?:(?<s>[+-]?\d{1,18}(?:[.,]\d{1,9})?)S)?)?$", Options)]
    private static partial Regex DurationForm();
}
