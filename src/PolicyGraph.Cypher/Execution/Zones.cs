using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>A time zone: a fixed offset, or a name whose offset depends on the day.</summary>
/// <param name="Name">Null for a fixed offset.</param>
/// <param name="Offset">Seconds east of UTC of a fixed offset.</param>
internal sealed record Zone(string? Name, int Offset)
{
    public static readonly Zone Utc = new(null, 0);

    /// <summary>Reads <c>Z</c>, <c>+08</c>, <c>+0800</c>, <c>+08:00</c> or <c>Asia/Shanghai</c>.</summary>
    /// <exception cref="GraphException">There is no such zone (class runtime).</exception>
    public static Zone Read(string text)
    {
        if (text is "Z" or "z")
        {
            return Utc;
        }

        if (text.Length > 1 && text[0] is '+' or '-')
        {
            return new Zone(null, ReadOffset(text));
        }

        text = text.Replace(' ', '_');
        if (text.ToUpperInvariant() is var universal && universal is "UTC" or "GMT" or "UT")
        {
            return new Zone(universal, 0);
        }

        // Java has no zones of these names, though other systems do.
        Calendar.Require(text is not ("EST" or "MST" or "HST") && Find(text) is not null, $"没有名为 {text} 的时区。");
        return new Zone(text.Split('/').Any(p => p.Length > 0 && char.IsAsciiLetterLower(p[0])) ? Spelled(text) : text, 0);
    }

    /// <summary>The offset at a local time; in a gap or overlap the earlier offset.</summary>
    public int OffsetAtLocal(long epochDay, long nanosecond)
    {
        if (Name is null)
        {
            return Offset;
        }

        // Read has found the zone.
        var zone = Find(Name)!;
        var local = ToDateTime(epochDay, nanosecond, DateTimeKind.Unspecified);
        if (zone.IsAmbiguousTime(local))
        {
            return (int)zone.GetAmbiguousTimeOffsets(local).Max().TotalSeconds;
        }

        return zone.IsInvalidTime(local) ? (int)zone.GetUtcOffset(local.AddHours(-2)).TotalSeconds : (int)zone.GetUtcOffset(local).TotalSeconds;
    }

    /// <summary>The offset at an instant.</summary>
    public int OffsetAtInstant(long epochSecond)
    {
        if (Name is null)
        {
            return Offset;
        }

        var day = Math.DivRem(epochSecond, 86_400, out var second);
        (day, second) = second < 0 ? (day - 1, second + 86_400) : (day, second);
        return (int)Find(Name)!.GetUtcOffset(ToDateTime(day, second * 1_000_000_000, DateTimeKind.Utc)).TotalSeconds;
    }

    private static DateTime ToDateTime(long epochDay, long nanosecond, DateTimeKind kind)
    {
        // .NET knows the years 1 to 9999; beyond them the rules of the nearest year hold.
        var day = Math.Clamp(epochDay, -719_160, 2_932_890);
        return new DateTime(((day + 719_162) * TimeSpan.TicksPerDay) + (nanosecond / 100), kind);
    }

    // Zones are found in any case and named as they are listed.
    private static string Spelled(string name) => TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(z => string.Equals(z.Id, name, StringComparison.OrdinalIgnoreCase))?.Id ?? name;

    private static TimeZoneInfo? Find(string name) => name is "UTC" or "GMT" or "UT" ? TimeZoneInfo.Utc : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static int ReadOffset(string text)
    {
        var digits = text[1..].Replace(":", string.Empty, StringComparison.Ordinal);
        Calendar.Require(digits.Length is 1 or 2 or 4 or 6 && digits.All(char.IsAsciiDigit), $"时区偏移 {text} 的写法不对，应写作 +08:00。");
        var hours = int.Parse(digits.AsSpan(0, Math.Min(2, digits.Length)), CultureInfo.InvariantCulture);
        var minutes = digits.Length >= 4 ? int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) : 0;
        var seconds = digits.Length >= 6 ? int.Parse(digits.AsSpan(4, 2), CultureInfo.InvariantCulture) : 0;
        Calendar.Require(hours <= 18 && minutes < 60 && seconds < 60, $"时区偏移 {text} 超出范围。");
        var total = (hours * 3600) + (minutes * 60) + seconds;
        Calendar.Require(total <= 18 * 3600, $"时区偏移 {text} 超出范围。");
        return text[0] == '-' ? -total : total;
    }
}
