using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyGraph.Graph;

namespace PolicyGraph.Api.Hosting;

/// <summary>Values as Cypher writes them, so that reading the text gives the value again; keys of maps in ordinal order.</summary>
public static class CypherLiteral
{
    /// <summary>Writes a value that a property can have, or a map of such.</summary>
    public static string Write(GraphValue value) => value switch
    {
        NullValue => "null",
        BooleanValue b => b.Value ? "true" : "false",
        IntegerValue { Value: long.MinValue } => "(-9223372036854775807 - 1)", // Its digits alone are no integer.
        IntegerValue i => i.Value.ToString(CultureInfo.InvariantCulture),
        FloatValue f => Float(f.Value),
        StringValue s => Text(s.Value),
        ListValue l => $"[{string.Join(", ", l.Values.Select(Write))}]",
        MapValue m => $"{{{string.Join(", ", m.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{GraphCopy.Quoted(e.Key)}: {Write(e.Value)}"))}}}",
        DateValue => $"date('{value}')",
        TimeValue => $"time('{value}')",
        LocalTimeValue => $"localtime('{value}')",
        LocalDateTimeValue => $"localdatetime('{value}')",
        DateTimeValue => $"datetime('{value}')",
        DurationValue d => string.Create(CultureInfo.InvariantCulture, $"duration({{months: {d.Months}, days: {d.Days}, seconds: {d.Seconds}, nanoseconds: {d.Nanoseconds}}})"),
        PointValue p => $"point({{srid: {p.Srid.ToString(CultureInfo.InvariantCulture)}, x: {Float(p.X)}, y: {Float(p.Y)}{(p.Z is { } z ? $", z: {Float(z)}" : string.Empty)}}})",
        _ => throw new UnreachableException($"{value.GetType().Name} is no property"),
    };

    private static string Float(double value)
    {
        if (double.IsNaN(value))
        {
            return "(0.0 / 0.0)";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }

    private static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('\'');
        foreach (var c in value)
        {
            _ = c switch
            {
                '\'' => text.Append("\\'"),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ => text.Append(c),
            };
        }

        return text.Append('\'').ToString();
    }
}
