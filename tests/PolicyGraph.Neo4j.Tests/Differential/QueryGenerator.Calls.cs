namespace PolicyGraph.Neo4j.Tests.Differential;

/// <summary>Functions by their family.</summary>
internal sealed partial class QueryGenerator
{
    private string Called(string n, Production production) => production switch
    {
        Production.NumberFunction => $"{Pick("abs", "ceil", "floor", "round", "sign", "sqrt", "exp", "log", "log10", "sin", "atan", "isNaN", "degrees", "radians")}({Number(n, 1)})",
        Production.TextFunction => Pick(
            $"{Pick("toUpper", "toLower", "trim", "ltrim", "rtrim", "reverse", "size", "char_length")}({Text(n, 1)})", $"substring({Text(n, 1)}, {random.Next(4)}, {random.Next(4)})", $"split({Text(n, 1)}, {Pick("','", "''", "'绿'")})",
            $"replace({Text(n, 1)}, {Text(n, 0)}, 'x')", $"left({Text(n, 1)}, {random.Next(5)})", $"btrim({Text(n, 0)}, 'a')", $"trim(BOTH 'a' FROM {Text(n, 0)})", $"isEmpty({Text(n, 1)})"),
        Production.ListFunction => Pick($"{Pick("size", "head", "last", "tail", "reverse", "isEmpty")}({ListOf(1, n)})", $"range({random.Next(5)}, {random.Next(9)}, {Pick("1", "2", "-1")})", $"toIntegerList({ListOf(1, n)})", $"toFloatList({ListOf(1, n)})", $"keys({{b: 1, a: 2, total: 3}})"),
        Production.GraphFunction => Pick($"size(labels({n}))", $"{n}:Firm", $"size(keys({n}))", $"properties({n}).id", $"id({n}) >= 0", $"elementId({n}) IS NOT NULL", $"valueType({Any(n, 0)})"),
        Production.Conversion => Pick($"toInteger({Pick(Text(n, 1), Number(n, 1), "true")})", $"toFloat({Pick(Text(n, 1), Number(n, 1))})", $"toString({Pick(Number(n, 1), Truth(n, 0), Temporal(n))})", $"toBoolean({Pick(Text(n, 1), Truth(n, 0), "1")})", $"{Pick("toIntegerOrNull", "toFloatOrNull", "toStringOrNull", "toBooleanOrNull")}({Any(n, 1)})"),
        Production.Coalesce => Pick($"coalesce({n}.nope, {Any(n, 1)})", $"coalesce(null, {n}.year, {Number(n, 0)})", $"nullIf({Any(n, 0)}, {Any(n, 0)})"),
        Production.TemporalFunction => Pick(Temporal(n), $"toString({Temporal(n)})", "date(datetime('2024-02-29T10:11:12+08:00'))", "localtime(datetime('2024-02-29T10:11:12+08:00'))", "datetime({epochSeconds: 1700000000, nanosecond: 5})", "datetime({epochMillis: 1700000000123})"),
        Production.TemporalMap => Pick("date({year: 2024, ordinalDay: 60})", "date({date: date('2024-02-29'), year: 2023})", "date({year: 2024, week: 53, dayOfWeek: 1})", "localdatetime({date: date('2024-02-29'), hour: 3})", "time({hour: 10, timezone: '-03:30'})", "datetime({datetime: datetime('2024-02-29T10:00+01:00'), timezone: '+08:00'})", "date({year: 2024, quarter: 2, dayOfQuarter: 5})"),
        Production.TemporalComponent => Pick(
            $"{n}.issued.{Pick("year", "month", "day", "week", "weekYear", "quarter", "dayOfWeek", "ordinalDay", "dayOfQuarter")}", $"{n}.founded.{Pick("hour", "offset", "timezone", "epochSeconds", "epochMillis", "offsetMinutes")}",
            $"{n}.lasts.{Pick("months", "days", "hours", "seconds", "monthsOfYear", "minutesOfHour")}", $"{n}.opens.{Pick("hour", "minute", "nanosecond")}"),
        Production.Truncate => Pick($"date.truncate('{Pick("year", "month", "week", "quarter", "decade", "weekYear")}', {n}.issued)", $"datetime.truncate('{Pick("hour", "day", "month")}', {n}.founded)", "localtime.truncate('minute', localtime('10:11:12.5'))", "date.truncate('month', date('2024-02-29'), {day: 7})"),
        Production.Duration => Pick("duration('P1Y2M3DT4H5M6.789S')", "duration({days: 1.5, hours: -2})", "duration('P-1M') + duration('P2D')", $"{n}.lasts * {Pick("2", "0.5", "-1")}", $"{n}.lasts + duration('PT1H')", "duration('P2W')"),
        Production.DurationBetween => $"duration.{Pick("between", "inMonths", "inDays", "inSeconds")}({Pick("date('2024-01-31')", $"{n}.issued", "datetime('2020-02-29T12:00Z')")}, {Pick("date('2021-03-01')", "localdatetime('2024-02-29T10:11:12')", $"{n}.founded")})",
        Production.Point => Pick("point({x: 1, y: 2})", "point({x: 1, y: 2, z: 3})", "point({longitude: 112.9, latitude: 28.2})", $"{n}.place.x", "point({x: 1, y: null})", "point({latitude: 1, longitude: 2, height: 3})", "point({x: 1, y: 2, crs: 'WGS-84'})"),
        _ => Pick($"round(point.distance({n}.place, point({{longitude: 113, latitude: 23}})), 3)", "point.distance(point({x: 0, y: 0}), point({x: 3, y: 4}))", "point.withinBBox(point({x: 1, y: 1}), point({x: 0, y: 0}), point({x: 2, y: 2}))"),
    };
}
