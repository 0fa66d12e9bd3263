using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Assistant.Questions;

/// <summary>Finds numbers with units, in digits or Chinese numerals, and compares units by what they count.</summary>
internal static partial class QuantityScanner
{
    private static readonly string[][] Counted =
    [
        ["家", "个", "座", "户"], ["%", "个百分点", "百分点", "个点"], ["分"], ["元", "万元", "亿元", "万亿元"], ["天", "日", "个工作日", "工作日"], ["年"], ["次", "回"], ["种", "类"], ["项", "条"], ["名", "人"], ["月", "个月"],
    ];

    /// <summary>Numbers with units of a folded text; years written with 年 are left out.</summary>
    public static IEnumerable<(int Start, int End, AskedQuantity Quantity)> Find(string folded)
    {
        foreach (Match match in Pattern().Matches(folded))
        {
            var number = match.Groups["n"].Value;
            var unit = match.Groups["u"].Value;
            if ((unit == "年" && number.Length == 4) || !TryNumber(number, out var value))
            {
                continue;
            }

            yield return (match.Index, match.Index + match.Length, new AskedQuantity(value, unit, match.Value));
        }
    }

    /// <summary>Whether two units count the same kind of thing.</summary>
    public static bool IsSameKind(string unit, string other) =>
        unit == other || (unit.Length > 1 && unit.StartsWith(other + "/", StringComparison.Ordinal)) || (other.Length > 1 && other.StartsWith(unit + "/", StringComparison.Ordinal)) || Array.Exists(Counted, g => g.Contains(unit) && g.Contains(other));

    /// <summary>Reads digits, Chinese numerals, or digits with 万 or 亿.</summary>
    public static bool TryNumber(string written, out decimal value)
    {
        var digits = written.Replace(",", string.Empty, StringComparison.Ordinal);
        var scale = 1m;
        foreach (var (word, factor) in ((string, decimal)[])[("亿", 100_000_000m), ("万", 10_000m)])
        {
            if (digits.EndsWith(word, StringComparison.Ordinal))
            {
                scale *= factor;
                digits = digits[..^1];
            }
        }

        if (digits.Length == 0)
        {
            value = scale;
            return scale > 1;
        }

        if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value))
        {
            value *= scale;
            return true;
        }

        if (digits is "百" or "千")
        {
            value = (digits == "百" ? 100 : 1000) * scale;
            return true;
        }

        if (ChineseNumeral.TryRead(digits, out var whole))
        {
            value = whole * scale;
            return true;
        }

        return false;
    }

    [GeneratedRegex(@"(?<n>\d[\d,]*(?:\.\d+)?(?:万亿|万|亿)?|[一二两三四五六七八九十百千万]+(?![〇零]))(?<u>个百分点|百分点|个工作日|工作日|个月|万亿元|亿元|万元|千瓦时|平方米|立方米|万吨|亿吨|吨标准煤|吨标煤|kwh|mwh|gwh|tce|kgce|gj|mj|m3|m³|m2|家|个|项|种|类|条|名|人|次|回|天|日|年|月|分|元|度|方|吨|公斤|千克|kg|座|户|套|台|辆|倍|%|t(?![a-z]))", RegexOptions.None, 2_000)]
    private static partial Regex Pattern();
}
