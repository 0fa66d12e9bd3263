using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions of points.</summary>
internal static class PointFunctions
{
    private const double EarthRadius = 6_378_140.0;

    private static readonly (int Srid, string Name)[] Systems = [(4326, "wgs-84"), (4979, "wgs-84-3d"), (7203, "cartesian"), (9157, "cartesian-3d")];

    public static IEnumerable<Function> All =>
    [
        new("point", 1, 1, (a, _) => a[0] is MapValue m ? Make(m) : throw Function.Mismatch("point", a[0], "映射")) { Kinds = [ValueKinds.Map], Shape = _ => new ValueShape(ValueKinds.Point) },
        new("point.distance", 2, 2, (a, _) => a[0] is PointValue p && a[1] is PointValue q ? Distance(p, q) : GraphValue.Null) { Shape = _ => ValueShape.Float },
        new("point.withinBBox", 3, 3, (a, _) => a[0] is PointValue p && a[1] is PointValue low && a[2] is PointValue high ? Within(p, low, high) : GraphValue.Null) { Shape = _ => ValueShape.Boolean },
    ];

    public static GraphValue? Component(PointValue p, string key)
    {
        var geographic = p.Srid is 4326 or 4979;
        return key switch
        {
            "x" => p.X,
            "y" => p.Y,
            "z" when p.Z is { } z => z,
            "longitude" when geographic => p.X,
            "latitude" when geographic => p.Y,
            "height" when geographic && p.Z is { } h => h,
            "srid" => (long)p.Srid,
            "crs" => Systems.First(s => s.Srid == p.Srid).Name,
            _ => null,
        };
    }

    private static GraphValue Make(MapValue map)
    {
        if (map.Entries.Values.Any(v => v.IsNull))
        {
            return GraphValue.Null;
        }

        double? Number(string key) => !map.Entries.TryGetValue(key, out var v) ? null : v is IntegerValue or FloatValue ? Operators.ToDouble(v) : throw CypherFault.Unreadable($"点的 {key} 应当是数字。");
        // x and y come before longitude and latitude, and to each belongs a third of its own.
        var isPlain = map.Entries.ContainsKey("x") && map.Entries.ContainsKey("y");
        var geographic = !isPlain && (map.Entries.ContainsKey("longitude") || map.Entries.ContainsKey("latitude"));
        var x = isPlain ? Number("x") : Number("longitude");
        var y = isPlain ? Number("y") : Number("latitude");
        var z = isPlain ? Number("z") : Number("height") ?? Number("z");
        Calendar.Require(x is not null && y is not null, "点需要 x 和 y，或 longitude 和 latitude。");
        var srid = (geographic, z is null) switch
        {
            (true, true) => 4326,
            (true, false) => 4979,
            (false, true) => 7203,
            _ => 9157,
        };
        if (map.Entries.TryGetValue("srid", out var s) && s is IntegerValue number)
        {
            srid = (int)number.Value;
        }
        else if (map.Entries.TryGetValue("crs", out var c) && c is StringValue name)
        {
            srid = Systems.FirstOrDefault(k => string.Equals(k.Name, name.Value, StringComparison.OrdinalIgnoreCase)).Srid;
        }

        Calendar.Require(Systems.Any(k => k.Srid == srid), "没有这样的坐标系。");
        Calendar.Require(srid is 4979 or 9157 == z is not null, "坐标的个数与坐标系不符。");
        Calendar.Require(!geographic || srid is 4326 or 4979, "经纬度不能用于平面坐标系。");
        Calendar.Require(srid is 7203 or 9157 || Math.Abs(y!.Value) <= 90, "纬度应当在 -90 到 90 之间。");

        if (!double.IsFinite(x!.Value) || !double.IsFinite(y!.Value) || (z is { } third && !double.IsFinite(third)))
        {
            throw CypherFault.Argument("点的坐标应当是有限的数字。");
        }

        // Both were checked to be there.
        return new PointValue(srid, srid is 4326 or 4979 ? Wrap(x!.Value) : x!.Value, y!.Value, z);
    }

    private static double Wrap(double longitude) => longitude is >= -180 and <= 180 ? longitude : longitude % 360 is var rest && rest > 180 ? rest - 360 : rest < -180 ? rest + 360 : rest;

    private static GraphValue Distance(PointValue p, PointValue q)
    {
        if (p.Srid != q.Srid)
        {
            return GraphValue.Null;
        }

        var height = (p.Z ?? 0) - (q.Z ?? 0);
        if (p.Srid is 7203 or 9157)
        {
            return Math.Sqrt(((p.X - q.X) * (p.X - q.X)) + ((p.Y - q.Y) * (p.Y - q.Y)) + (height * height));
        }

        double lat1 = p.Y * Math.PI / 180, lat2 = q.Y * Math.PI / 180;
        var a = Haversine(lat2 - lat1) + (Math.Cos(lat1) * Math.Cos(lat2) * Haversine((q.X - p.X) * Math.PI / 180));
        var radius = EarthRadius + (((p.Z ?? 0) + (q.Z ?? 0)) / 2);
        var along = 2 * radius * Math.Atan2(Math.Sqrt(a), Math.Sqrt(1 - a));
        return Math.Sqrt((along * along) + (height * height));
    }

    private static double Haversine(double angle) => Math.Sin(angle / 2) * Math.Sin(angle / 2);

    private static GraphValue Within(PointValue p, PointValue low, PointValue high)
    {
        if (p.Srid != low.Srid || p.Srid != high.Srid)
        {
            return GraphValue.Null;
        }

        // A box of longitudes may cross the 180th meridian.
        var x = p.Srid is 4326 or 4979 && low.X > high.X ? p.X >= low.X || p.X <= high.X : p.X >= low.X && p.X <= high.X;
        return x && p.Y >= low.Y && p.Y <= high.Y && (p.Z is not { } z || (z >= low.Z && z <= high.Z));
    }
}
