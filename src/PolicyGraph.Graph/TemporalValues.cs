namespace PolicyGraph.Graph;

/// <summary>DATE: a day of the proleptic Gregorian calendar.</summary>
/// <param name="epochDay">Days since 1970-01-01; years -999999999 to 999999999.</param>
public sealed class DateValue(long epochDay) : GraphValue
{
    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay { get; } = epochDay;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is DateValue o && o.EpochDay == EpochDay;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(10, EpochDay);

    /// <summary>As openCypher prints it: <c>2024-02-29</c>.</summary>
    public override string ToString() => TemporalText.Date(EpochDay);
}

/// <summary>LOCAL TIME: a time of day without an offset.</summary>
/// <param name="nanosecond">Nanoseconds since midnight, below 86,400,000,000,000.</param>
public sealed class LocalTimeValue(long nanosecond) : GraphValue
{
    /// <summary>Nanoseconds since midnight.</summary>
    public long Nanosecond { get; } = nanosecond;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is LocalTimeValue o && o.Nanosecond == Nanosecond;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(11, Nanosecond);

    /// <summary>As openCypher prints it: <c>10:11:12.5</c>.</summary>
    public override string ToString() => TemporalText.Time(Nanosecond);
}

/// <summary>ZONED TIME: a time of day with an offset.</summary>
/// <param name="nanosecond">Nanoseconds since local midnight.</param>
/// <param name="offset">Seconds east of UTC.</param>
public sealed class TimeValue(long nanosecond, int offset) : GraphValue
{
    /// <summary>Nanoseconds since local midnight.</summary>
    public long Nanosecond { get; } = nanosecond;

    /// <summary>Seconds east of UTC.</summary>
    public int Offset { get; } = offset;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is TimeValue o && o.Nanosecond == Nanosecond && o.Offset == Offset;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(12, Nanosecond, Offset);

    /// <summary>As openCypher prints it: <c>10:11:12+08:00</c>.</summary>
    public override string ToString() => TemporalText.Time(Nanosecond) + TemporalText.Offset(Offset);
}

/// <summary>LOCAL DATETIME: a day and a time of day without an offset.</summary>
/// <param name="epochDay">Days since 1970-01-01.</param>
/// <param name="nanosecond">Nanoseconds since midnight.</param>
public sealed class LocalDateTimeValue(long epochDay, long nanosecond) : GraphValue
{
    /// <summary>Days since 1970-01-01.</summary>
    public long EpochDay { get; } = epochDay;

    /// <summary>Nanoseconds since midnight.</summary>
    public long Nanosecond { get; } = nanosecond;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is LocalDateTimeValue o && o.EpochDay == EpochDay && o.Nanosecond == Nanosecond;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(13, EpochDay, Nanosecond);

    /// <summary>As openCypher prints it: <c>2024-02-29T10:11:12</c>.</summary>
    public override string ToString() => $"{TemporalText.Date(EpochDay)}T{TemporalText.Time(Nanosecond)}";
}

/// <summary>ZONED DATETIME: an instant, seen from an offset or a named zone.</summary>
/// <param name="epochDay">Local day, in days since 1970-01-01.</param>
/// <param name="nanosecond">Nanoseconds since local midnight.</param>
/// <param name="offset">Seconds east of UTC at that instant.</param>
/// <param name="zone">Name of the zone (<c>Asia/Shanghai</c>); null when there is only the offset.</param>
public sealed class DateTimeValue(long epochDay, long nanosecond, int offset, string? zone = null) : GraphValue
{
    /// <summary>Local day, in days since 1970-01-01.</summary>
    public long EpochDay { get; } = epochDay;

    /// <summary>Nanoseconds since local midnight.</summary>
    public long Nanosecond { get; } = nanosecond;

    /// <summary>Seconds east of UTC at that instant.</summary>
    public int Offset { get; } = offset;

    /// <summary>Name of the zone; null when there is only the offset.</summary>
    public string? Zone { get; } = zone;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) =>
        other is DateTimeValue o && o.EpochDay == EpochDay && o.Nanosecond == Nanosecond && o.Offset == Offset && string.Equals(o.Zone, Zone, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(14, EpochDay, Nanosecond, Offset);

    /// <summary>As openCypher prints it: <c>2024-02-29T10:11:12+08:00[Asia/Shanghai]</c>.</summary>
    public override string ToString() =>
        $"{TemporalText.Date(EpochDay)}T{TemporalText.Time(Nanosecond)}{TemporalText.Offset(Offset)}{(Zone is null ? string.Empty : $"[{Zone}]")}";
}

/// <summary>DURATION: months, days and an exact time, which do not convert into one another.</summary>
/// <param name="months">Months.</param>
/// <param name="days">Days.</param>
/// <param name="seconds">Whole seconds, rounded down.</param>
/// <param name="nanoseconds">The rest, 0 to 999,999,999.</param>
public sealed class DurationValue(long months, long days, long seconds, int nanoseconds) : GraphValue
{
    /// <summary>Months.</summary>
    public long Months { get; } = months;

    /// <summary>Days.</summary>
    public long Days { get; } = days;

    /// <summary>Whole seconds, rounded down.</summary>
    public long Seconds { get; } = seconds;

    /// <summary>The rest of the exact time, 0 to 999,999,999.</summary>
    public int Nanoseconds { get; } = nanoseconds;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) =>
        other is DurationValue o && o.Months == Months && o.Days == Days && o.Seconds == Seconds && o.Nanoseconds == Nanoseconds;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(15, Months, Days, Seconds, Nanoseconds);

    /// <summary>As openCypher prints it: <c>P1Y2M3DT4H5M6.7S</c>.</summary>
    public override string ToString() => TemporalText.Duration(this);
}

/// <summary>POINT: two or three coordinates in a reference system.</summary>
/// <param name="srid">4326 or 4979 for WGS-84, 7203 or 9157 for Cartesian.</param>
/// <param name="x">Longitude, or x.</param>
/// <param name="y">Latitude, or y.</param>
/// <param name="z">Height, or z; null in two dimensions.</param>
public sealed class PointValue(int srid, double x, double y, double? z = null) : GraphValue
{
    /// <summary>EPSG or Neo4j number of the reference system.</summary>
    public int Srid { get; } = srid;

    /// <summary>Longitude, or x.</summary>
    public double X { get; } = x;

    /// <summary>Latitude, or y.</summary>
    public double Y { get; } = y;

    /// <summary>Height, or z; null in two dimensions.</summary>
    public double? Z { get; } = z;

    /// <inheritdoc/>
    public override bool Equals(GraphValue? other) => other is PointValue o && o.Srid == Srid && o.X.Equals(X) && o.Y.Equals(Y) && Nullable.Equals(o.Z, Z);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(16, Srid, X, Y, Z);

    /// <summary>As openCypher prints it: <c>point({srid:4326, x:112.94, y:28.23})</c>.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"point({{srid:{Srid}, x:{TemporalText.Number(X)}, y:{TemporalText.Number(Y)}{(Z is { } z ? $", z:{TemporalText.Number(z)}" : string.Empty)}}})");
}
