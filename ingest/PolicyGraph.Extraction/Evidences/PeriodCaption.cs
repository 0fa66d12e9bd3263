using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads the period that a title or caption names: 2025年度, 2025年1—12月, 2025年12月, 2025年1月1日至12月31日.</summary>
internal static partial class PeriodCaption
{
    /// <summary>The period; null when the words name none or several years.</summary>
    /// <param name="words">Folded words of one line.</param>
    public static Period? In(string words)
    {
        if (DateScanner.FindRange(words, 0, words.Length) is { } range && range.To.Last >= range.From.First)
        {
            return Period.Between(range.From.First, range.To.Last);
        }

        if (ToDate().Match(words) is { Success: true } sofar && int.Parse(sofar.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var upTo)
        {
            return Period.OfMonths(int.Parse(sofar.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1, upTo);
        }

        var months = Months().Match(words);
        if (months.Success)
        {
            var year = int.Parse(months.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var first = int.Parse(months.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            var last = months.Groups[3].Success ? int.Parse(months.Groups[3].ValueSpan, CultureInfo.InvariantCulture) : first;
            return first is >= 1 and <= 12 && last >= first && last <= 12 ? Period.OfMonths(year, first, last) : null;
        }

        if (YearRange().Match(words) is { Success: true } several)
        {
            var from = int.Parse(several.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var to = int.Parse(several.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
            return to >= from ? Period.Between(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31)) : null;
        }

        var years = Years().Matches(words).Concat(FiscalYears().Matches(words)).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Distinct().ToList();
        return years is [var one] ? Period.OfYear(one) : null;
    }

    /// <summary>Whether a line says who wrote the paper and in which month: 整理：某某公司　2026年3月. That month is no period of its figures.</summary>
    /// <param name="words">Folded words of one line.</param>
    public static bool IsSigned(string words) => Signed().IsMatch(words);

    /// <summary>As <see cref="In"/>, a half or quarter of a year being that part: 2025年上半年, 2026年第一季度.</summary>
    public static Period? InClause(string words)
    {
        var part = Parts().Match(words);
        if (!part.Success)
        {
            return In(words);
        }

        var year = int.Parse(part.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return part.Groups[2].Value switch
        {
            "上半年" => Period.OfMonths(year, 1, 6),
            "下半年" => Period.OfMonths(year, 7, 12),
            "前三季度" => Period.OfMonths(year, 1, 9),
            var quarter => ("一二三四1234".IndexOf(quarter.Trim('第')[0], StringComparison.Ordinal) % 4 * 3) is var month ? Period.OfMonths(year, month + 1, month + 3) : null,
        };
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)\s?年度?\s?(上半年|下半年|前三季度|第?[一二三四1-4]季度)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Parts();

    // FY2025
    [GeneratedRegex(@"\bFY\s?((?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex FiscalYears();

    /// <summary>A range of years in a label: 2023—2025年.</summary>
    public static (int At, int Length, Period Period)? YearsIn(string words)
    {
        var match = YearRange().Match(words);
        if (!match.Success || match.Index + match.Length >= words.Length || words[match.Index + match.Length] != '年')
        {
            return null;
        }

        var from = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var to = int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture);
        return to < from ? null : (match.Index, match.Length + 1, Period.Between(new DateOnly(from, 1, 1), new DateOnly(to, 12, 31)));
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})(?:\s?月?\s?(?:-{1,2}|~|至|到)\s?(\d{1,2}))?\s?月(?!\s?\d{1,2}\s?日)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Months();

    // 2025年12月（1—12月累计）, 2025年12月累计
    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)\s?年\s?(\d{1,2})\s?月(?:末|底)?[\s(,]{0,3}(?:本年|年初至本月|(?:1|一)\s?月?\s?(?:-{1,2}|~|至|到)\s?(?:\d{1,2}|本|十二)\s?月)?\s?(?:累计|止)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ToDate();

    [GeneratedRegex(@"(?:整理|编制|编写|撰写|制表|制作|填报人|填表人|报告人|核算人|写的人|供稿|汇总人|财务|统计员)[\s:(/]?[^\n]{0,60}(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Signed();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)\s?年?\s?(?:-{1,2}|~|至|到)\s?((?:19|20)\d\d)(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"(?<![\d-])((?:19|20)\d\d)\s?(?:年度|年报|全年|财年|年(?!\s?\d{1,2}\s?月)|(?=能源|用水|取水|产|环境|生产|统计|固|原|工业))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Years();
}
