using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Takes the time off a label: year, month, quarter, half, 累计, 上年, 全年.</summary>
internal static partial class LabelPeriod
{
    // every word of time has one of these: a figure, 年月日, a quarter, a half, 累计
    private static readonly SearchValues<char> TimeWords = SearchValues.Create("0123456789年月日季半累〇零");

    /// <summary>The meaning with the time that the label names.</summary>
    /// <param name="meaning">What is known of the label.</param>
    /// <param name="rest">The label; the words of time are taken out of it.</param>
    public static LabelMeaning Take(LabelMeaning meaning, ref string rest)
    {
        if (rest.AsSpan().IndexOfAny(TimeWords) < 0)
        {
            return meaning;
        }

        if (DateScanner.FindRange(rest, 0, rest.Length) is { } range && range.To.Last >= range.From.First)
        {
            rest = rest.Remove(range.Span.Start, range.Span.Length);
            return meaning with { Days = Period.Between(range.From.First, range.To.Last) };
        }

        if (PeriodCaption.YearsIn(rest) is { } years)
        {
            rest = rest.Remove(years.At, years.Length);
            return meaning with { Days = years.Period };
        }

        if (SeveralYears().Match(rest) is { Success: true } several)
        {
            rest = rest.Remove(several.Index, several.Groups[2].Index - several.Index);
            return meaning with { YearCount = YearsOf(several.Groups[1].Value), IsTotal = true };
        }

        if (DateScanner.ReadFirst(rest, 0, rest.Length) is { Month: { } month } date)
        {
            rest = rest.Remove(date.Span.Start, date.Span.Length);
            return date.Day is null
                ? meaning with { Year = date.Year, Months = (month, month) }
                : meaning with { Days = new Period(date.First, date.Last, PeriodLength.Part), Year = date.Year };
        }

        var year = YearWords().Match(rest);
        if (year.Success)
        {
            meaning = meaning with { Year = int.Parse(year.Groups[1].ValueSpan, CultureInfo.InvariantCulture) };
            rest = rest.Remove(year.Index, year.Length);
        }

        var last = LastYearWords().Match(rest);
        if (last.Success)
        {
            meaning = meaning with { IsLastYear = true };
            rest = rest.Remove(last.Index, last.Length);
        }

        return TakeMonths(meaning, ref rest);
    }

    private static LabelMeaning TakeMonths(LabelMeaning meaning, ref string rest)
    {
        var months = MonthWords().Match(rest);
        if (months.Success)
        {
            var first = ReadMonth(months.Groups[1].Value);
            var last = months.Groups[2].Success ? ReadMonth(months.Groups[2].Value) : first;
            if (first >= 1 && last >= first && last <= 12)
            {
                rest = rest.Remove(months.Index, months.Length);
                return meaning with { Months = (first, last), IsTotal = first == 1 && last == 12, IsToDate = first == 1 && last > 1 };
            }
        }

        var quarters = QuarterRange().Match(rest);
        if (quarters.Success && Quarter(quarters.Groups[1].Value) is var from && Quarter(quarters.Groups[2].Value) is var until && until > from)
        {
            rest = rest.Remove(quarters.Index, quarters.Length);
            return meaning with { Months = ((from * 3) + 1, (until * 3) + 3), IsTotal = from == 0 && until == 3, IsToDate = from == 0 };
        }

        var quarter = QuarterWords().Match(rest);
        if (quarter.Success)
        {
            var index = Quarter(quarter.Groups[1].Value + quarter.Groups[2].Value);
            rest = rest.Remove(quarter.Index, quarter.Length);
            return meaning with { Months = ((index * 3) + 1, (index * 3) + 3) };
        }

        foreach (var (words, first, last) in (ReadOnlySpan<(string, int, int)>)[("前三季度", 1, 9), ("上半年", 1, 6), ("下半年", 7, 12)])
        {
            if (rest.Contains(words, StringComparison.Ordinal))
            {
                rest = rest.Replace(words, string.Empty, StringComparison.Ordinal);
                return meaning with { Months = (first, last) };
            }
        }

        var toDate = ToDateWords().Match(rest);
        if (toDate.Success)
        {
            rest = rest.Remove(toDate.Index, toDate.Length);
            return meaning with { IsToDate = true };
        }

        if (rest.StartsWith("本月", StringComparison.Ordinal) || rest.StartsWith("当月", StringComparison.Ordinal))
        {
            rest = rest[2..];
            return meaning with { IsThisMonth = true };
        }

        var whole = WholeYearWords().Match(rest);
        if (whole.Success)
        {
            rest = rest.Remove(whole.Index, whole.Length);
            return meaning with { IsTotal = true, Months = (1, 12) };
        }

        return meaning;
    }

    private static int YearsOf(string figure) => figure switch { "二" or "两" or "2" => 2, "三" or "3" => 3, "四" or "4" => 4, _ => 5 };

    // From 0; the pattern asked for one of these figures.
    private static int Quarter(string figure) => "一二三四1234".IndexOf(figure, StringComparison.Ordinal) % 4;

    private static int ReadMonth(string words)
    {
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var month))
        {
            return month;
        }

        return words switch { "十" => 10, "十一" => 11, "十二" => 12, _ => "一二三四五六七八九".IndexOf(words, StringComparison.Ordinal) + 1 };
    }

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d\d)(?:年度|年|(?=\D|$))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex YearWords();

    // 三年合计, 近三年累计投资, 3年总计
    [GeneratedRegex(@"(?<![第十\d])(?:近|前|最近|过去|上述|以上)?([二两三四五2-5])个?年度?(合计|累计|总计|共计|总和|之和)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SeveralYears();

    [GeneratedRegex(@"上年同期|去年同期|上一年度|上年度|上年|去年", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LastYearWords();

    [GeneratedRegex(@"(?<!\d)(\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月?(?:-|~|至|到)(\d{1,2}|十[一二]?))?月(?:份)?(?:累计)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex MonthWords();

    [GeneratedRegex(@"第?([一二三四1-4])(?:季度?)?(?:-|~|至|到)第?([一二三四1-4])季度?(?:累计)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex QuarterRange();

    [GeneratedRegex(@"(?<!前)第?([一二三四1-4])季度?|Q([1-4])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex QuarterWords();

    [GeneratedRegex(@"本年累计|年初至本月|1-本月|一至本月|年累计|累计", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ToDateWords();

    [GeneratedRegex(@"全年合计|全年累计|年度合计|全年|年合计", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WholeYearWords();
}
