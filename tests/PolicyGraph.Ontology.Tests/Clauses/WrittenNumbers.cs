using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Tests.Clauses;

/// <summary>The numbers of a statement, so that its two languages can be held against each other.</summary>
internal static partial class WrittenNumbers
{
    private static readonly string[] Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Every run of digits with its decimals: without thousands separators, leading zeros and zeros after the point (07-31 is 7 and 31; 0.50 is 0.5); not formulas (CO2).</summary>
    public static IReadOnlyList<string> Of(string statement) =>
        [.. Number().Matches(Grouped().Replace(statement, string.Empty)).Select(m => decimal.Parse(m.Value, CultureInfo.InvariantCulture).ToString("0.############", CultureInfo.InvariantCulture))];

    /// <summary>The same of an English statement without its ordinals: 14th is a word there as 十四五 is in Chinese.</summary>
    public static IReadOnlyList<string> CardinalsOf(string english) => Of(Ordinal().Replace(english, string.Empty));

    /// <summary>Numbers that a Chinese statement writes as words: 三 of 三年, 十二 of 第十二条.</summary>
    public static IEnumerable<string> WordsOf(string chinese)
    {
        for (var i = 0; i < chinese.Length; i++)
        {
            var length = ChineseNumeral.RunLength(chinese, i);
            if (length > 0 && ChineseNumeral.TryRead(chinese.AsSpan(i, length), out var number))
            {
                yield return number.ToString(CultureInfo.InvariantCulture);
            }

            i += length;
        }
    }

    /// <summary>Months that an English statement names, as numbers.</summary>
    public static IEnumerable<string> MonthsOf(string english) =>
        Months.Select((name, i) => (name, number: i + 1)).Where(m => english.Contains(m.name, StringComparison.Ordinal)).Select(m => m.number.ToString(CultureInfo.InvariantCulture));

    /// <summary>The digits that count, so that 4.8亿 and 480 million agree.</summary>
    public static string Significant(string number) => number.Replace(".", string.Empty, StringComparison.Ordinal).Trim('0');

    [GeneratedRegex(@"\d+(st|nd|rd|th)\b")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"(?<![A-Za-z])\d+(\.\d+)?")] // not CO2
    private static partial Regex Number();
}
