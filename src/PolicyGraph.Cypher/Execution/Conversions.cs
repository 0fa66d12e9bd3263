using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Conversions between texts, numbers and truth values.</summary>
internal static class Conversions
{
    /// <summary>A number as a query prints it: <c>1</c>, <c>1.5</c>, <c>1.0E21</c>.</summary>
    public static string ToText(GraphValue number) => number is IntegerValue i ? i.Value.ToString(CultureInfo.InvariantCulture) : FloatText(((FloatValue)number).Value);

    public static GraphValue ToStringOrNull(GraphValue value) => value switch
    {
        StringValue => value,
        IntegerValue or FloatValue => ToText(value),
        BooleanValue b => b.Value ? "true" : "false",
        LocalTimeValue or TimeValue => WithSeconds(value.ToString()!, 0),
        LocalDateTimeValue or DateTimeValue => WithSeconds(value.ToString()!, value.ToString()!.IndexOf('T', StringComparison.Ordinal) + 1),
        DateValue or DurationValue or PointValue => value.ToString(),
        _ => GraphValue.Null,
    };

    public static GraphValue ToIntegerOrNull(GraphValue value) => value switch
    {
        IntegerValue => value,
        FloatValue f => FromDouble(f.Value),
        BooleanValue b => b.Value ? 1L : 0L,
        StringValue s => ParseInteger(s.Value.Trim()),
        _ => GraphValue.Null,
    };

    public static GraphValue ToFloatOrNull(GraphValue value) => value switch
    {
        FloatValue => value,
        IntegerValue i => (double)i.Value,
        StringValue s => double.TryParse(s.Value.Trim(), NumberStyles.Float & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var d) ? d : GraphValue.Null,
        _ => GraphValue.Null,
    };

    public static GraphValue ToBooleanOrNull(GraphValue value) => value switch
    {
        BooleanValue => value,
        IntegerValue i => i.Value != 0,
        StringValue s => s.Value.Trim().ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            _ => GraphValue.Null,
        },
        _ => GraphValue.Null,
    };

    // toString() writes seconds even where there are none, which printing leaves out. Temporal values always have a text.
    private static string WithSeconds(string text, int start) => text.Length > start + 5 && text[start + 5] == ':' ? text : text.Insert(start + 5, ":00");

    // As Java writes a double: plain from a thousandth to ten million, else with an exponent.
    private static string FloatText(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var size = Math.Abs(value);
        if (size == 0 || size is >= 1e-3 and < 1e7)
        {
            var plain = value.ToString("0.0##################", CultureInfo.InvariantCulture);
            return double.Parse(plain, CultureInfo.InvariantCulture).Equals(value) ? plain : decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.0###########################", CultureInfo.InvariantCulture);
        }

        var scientific = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var digits = new string([.. shortest.TakeWhile(c => c != 'E').Where(char.IsAsciiDigit)]).TrimStart('0').TrimEnd('0');
        var exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return $"{(value < 0 ? "-" : string.Empty)}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    private static GraphValue FromDouble(double value) => double.IsNaN(value) ? 0L : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    private static GraphValue ParseInteger(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 9.3e18 && !double.IsNaN(number) ? FromDouble(number) : GraphValue.Null;
    }
}
