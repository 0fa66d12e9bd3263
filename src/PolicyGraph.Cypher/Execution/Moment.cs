using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>The parts of a temporal value, each where it has one: what conversions and arithmetic work on.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="Nanosecond">Nanoseconds since midnight.</param>
/// <param name="Offset">Seconds east of UTC.</param>
/// <param name="Zone">The zone behind the offset.</param>
internal readonly record struct Moment(long? Day, long? Nanosecond, int? Offset, Zone? Zone)
{
    public static Moment? Of(GraphValue value) => value switch
    {
        DateValue d => new Moment(d.EpochDay, null, null, null),
        LocalTimeValue t => new Moment(null, t.Nanosecond, null, null),
        TimeValue t => new Moment(null, t.Nanosecond, t.Offset, new Zone(null, t.Offset)),
        LocalDateTimeValue t => new Moment(t.EpochDay, t.Nanosecond, null, null),
        DateTimeValue t => new Moment(t.EpochDay, t.Nanosecond, t.Offset, new Zone(t.Zone, t.Offset)),
        _ => null,
    };

    /// <summary>Seconds since 1970-01-01T00:00Z; a missing day is the first, a missing offset none.</summary>
    public long EpochSecond => ((Day ?? 0) * 86_400) + ((Nanosecond ?? 0) / 1_000_000_000) - (Offset ?? 0);

    /// <summary>The same instant seen from another zone.</summary>
    public Moment In(Zone zone)
    {
        var second = EpochSecond;
        var offset = Day is null ? zone.Name is null ? zone.Offset : zone.OffsetAtInstant(0) : zone.OffsetAtInstant(second);
        second += offset;
        var day = Math.DivRem(second, 86_400, out var rest);
        (day, rest) = rest < 0 ? (day - 1, rest + 86_400) : (day, rest);
        return new Moment(Day is null ? null : day, (rest * 1_000_000_000) + ((Nanosecond ?? 0) % 1_000_000_000), offset, zone);
    }

    /// <summary>The same local time, said to be in a zone.</summary>
    public Moment At(Zone zone)
    {
        var offset = zone.OffsetAtLocal(Day ?? 0, Nanosecond ?? 0);
        var moved = this;

        // A local time that a zone leaps over moves on by the gap.
        if (zone.Name is not null && Day is { } day && zone.OffsetAtInstant((day * 86_400) + ((Nanosecond ?? 0) / 1_000_000_000) - offset) is var actual && actual != offset)
        {
            moved = Shift((actual - offset) * 1_000_000_000L);
            offset = actual;
        }

        return moved with { Offset = offset, Zone = zone };
    }

    /// <summary>The local time moved by so many nanoseconds; the day moves along, or wraps where there is none.</summary>
    public Moment Shift(Int128 nanoseconds)
    {
        var total = (Nanosecond ?? 0) + nanoseconds;
        var days = total / Calendar.NanosecondsPerDay;
        var rest = total % Calendar.NanosecondsPerDay;
        (days, rest) = rest < 0 ? (days - 1, rest + Calendar.NanosecondsPerDay) : (days, rest);
        return this with { Day = Day is null ? null : Day + (long)days, Nanosecond = (long)rest };
    }

    public DateValue ToDate() => new(Day ?? throw Missing("日期"));

    public LocalTimeValue ToLocalTime() => new(Nanosecond ?? throw Missing("时间"));

    public TimeValue ToTime() => new(Nanosecond ?? throw Missing("时间"), Offset ?? 0);

    public LocalDateTimeValue ToLocalDateTime() => new(Day ?? throw Missing("日期"), Nanosecond ?? 0);

    public DateTimeValue ToDateTime()
    {
        var zoned = Offset is null ? At(Zone.Utc) : this;
        return new DateTimeValue(zoned.Day ?? throw Missing("日期"), zoned.Nanosecond ?? 0, zoned.Offset ?? 0, zoned.Zone?.Name);
    }

    private static GraphException Missing(string what) => CypherFault.Unreadable($"这个时间值没有{what}部分。");
}
