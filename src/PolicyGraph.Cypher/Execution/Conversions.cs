using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Conversions between texts, numbers and truth values.</summary>
internal static partial class Conversions
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
        PointValue p => PointText(p),
        DateValue or DurationValue => value.ToString(),
        _ => GraphValue.Null,
    };

    public static GraphValue ToIntegerOrNull(GraphValue value) => value switch
    {
        IntegerValue => value,
        FloatValue f => FromDouble(f.Value),
        BooleanValue b => b.Value ? 1L : 0L,
        StringValue s => ParseInteger(s.Value),
        _ => GraphValue.Null,
    };

    public static GraphValue ToFloatOrNull(GraphValue value) => value switch
    {
        FloatValue => value,
        IntegerValue i => (double)i.Value,
        StringValue s => ParseFloat(s.Value) is { } d ? d : GraphValue.Null,
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

        if (size >= 1L << 53)
        {
            return LargeText(value);
        }

        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var digits = new string([.. shortest.TakeWhile(c => c != 'E').Where(char.IsAsciiDigit)]).TrimStart('0').TrimEnd('0');
        // Java writes two digits at least, and so 4.9E-324 for the smallest number.
        var scientific = value.ToString(digits.Length == 1 ? "E1" : string.Create(CultureInfo.InvariantCulture, $"E{digits.Length - 1}"), CultureInfo.InvariantCulture);
        digits = digits.Length == 1 ? new string([.. scientific.TakeWhile(c => c != 'E').Where(char.IsAsciiDigit)]).TrimEnd('0') : digits;
        var exponent = int.Parse(scientific[(scientific.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return $"{(value < 0 ? "-" : string.Empty)}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    // Java 17 writes a large number neither as short as could be nor in full: below 2^63 its digits down to the last that counts,
    // above it the shortest that lies within the number's interval and not on its edge.
    private static string LargeText(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1075;
        var mantissa = new BigInteger((bits & ((1L << 52) - 1)) | (1L << 52));
        var digits = string.Empty;
        var power = 0;
        if (exponent <= 10)
        {
            power = (int)BigInteger.Log10(BigInteger.One << Math.Max(0, exponent - 1));
            var unit = BigInteger.Pow(10, power);
            digits = (((mantissa << exponent) + (unit / 2)) / unit).ToString(CultureInfo.InvariantCulture);
        }
        else
        {
            for (var precision = 1; precision <= 17 && digits.Length == 0; precision++)
            {
                var written = Math.Abs(value).ToString(string.Create(CultureInfo.InvariantCulture, $"E{precision - 1}"), CultureInfo.InvariantCulture);
                var at = written.IndexOf('E', StringComparison.Ordinal);
                var candidate = written[..at].Replace(".", string.Empty, StringComparison.Ordinal);
                power = int.Parse(written.AsSpan(at + 1), CultureInfo.InvariantCulture) - candidate.Length + 1;
                var twice = 2 * BigInteger.Parse(candidate, CultureInfo.InvariantCulture) * BigInteger.Pow(10, Math.Max(0, power));
                var away = twice - ((mantissa << exponent) * 2);
                digits = power >= 0 && BigInteger.Abs(away) < BigInteger.One << exponent ? candidate : string.Empty;
            }
        }

        power += digits.Length - 1;
        digits = digits.TrimEnd('0');
        return $"{(value < 0 ? "-" : string.Empty)}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{power.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string PointText(PointValue p) => $"point({{x: {FloatText(p.X)}, y: {FloatText(p.Y)}, {(p.Z is { } z ? $"z: {FloatText(z)}, " : string.Empty)}crs: '{PointFunctions.Component(p, "crs")!.AsString()}'}})";

    // As Java reads a double: with a trailing d or f, and in hexadecimal with a binary exponent.
    private static double? ParseFloat(string text)
    {
        var body = text.Trim(Blanks);
        var sign = body.StartsWith('-') ? -1 : 1;
        var digits = body.StartsWith('-') || body.StartsWith('+') ? body[1..] : body;
        if (digits is "NaN" or "Infinity")
        {
            return digits == "NaN" ? double.NaN : sign * double.PositiveInfinity;
        }

        if (HexFloat().Match(digits) is { Success: true } hex && hex.Groups["w"].Length + hex.Groups["f"].Length is > 0 and < 16)
        {
            var mantissa = (double)long.Parse("0" + hex.Groups["w"].Value + hex.Groups["f"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            return sign * Math.ScaleB(mantissa, int.Parse(hex.Groups["e"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - (4 * hex.Groups["f"].Length));
        }

        return DecimalFloat().IsMatch(digits) ? sign * double.Parse(digits.TrimEnd('d', 'D', 'f', 'F'), NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    private static readonly char[] Blanks = [.. Enumerable.Range(0, 33).Select(c => (char)c)];

    [GeneratedRegex(@"^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[dDfF]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DecimalFloat();

    [GeneratedRegex(@"^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PlainDecimal();

    [GeneratedRegex(@"^0[xX](?<w>[0-9a-fA-F]*)\.?(?<f>[0-9a-fA-F]*)[pP](?<e>[+-]?[0-9]{1,6})[dDfF]?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HexFloat();

    /// <summary>A number as an integer, its fraction cut off, where its type was not known before.</summary>
    public static long ToWhole(GraphValue number) => number is IntegerValue i ? i.Value : ((IntegerValue)FromDouble(((FloatValue)number).Value)).Value;

    private static GraphValue FromDouble(double value) => double.IsNaN(value) ? 0L : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    private static GraphValue ParseInteger(string text)
    {
        // Java takes the digits of every script, and no blanks.
        var digits = text.All(char.IsAscii) ? text : string.Concat(text.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : c));
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return integer;
        }

        if (!PlainDecimal().IsMatch(text))
        {
            return GraphValue.Null;
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

        return Math.Abs(number) < 9223372036854775808d ? (long)number : throw CypherFault.Type($"整数 {text} 太大，超出 64 位范围。");
    }
}
