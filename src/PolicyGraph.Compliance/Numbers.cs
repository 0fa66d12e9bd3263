using System.Globalization;

namespace PolicyGraph.Compliance;

/// <summary>Numbers for people.</summary>
internal static class Numbers
{
    /// <summary>A number without trailing zeros and without an exponent.</summary>
    internal static string Plain(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture); // a decimal never prints an exponent
        return text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>A number to at most six significant digits behind the point, as arithmetic prints it.</summary>
    internal static string Short(decimal value) => Math.Abs(value) switch
    {
        >= 100 => decimal.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture),
        >= 1 => decimal.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture),
        _ => decimal.Round(value, 8).ToString("0.########", CultureInfo.InvariantCulture),
    };
}
