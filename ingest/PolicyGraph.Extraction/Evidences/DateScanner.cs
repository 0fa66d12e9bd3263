using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds dates and ranges of dates in folded text.</summary>
internal static partial class DateScanner
{
    private const string Figures = "〇零一二三四五六七八九";

    /// <summary>All dates in order: 2026年3月16日, 2026-03-16, 2026/3/16, 2026.03.16, 20260316, 2026年3月, 2026-03, 二〇二六年三月十六日.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to stop.</param>
    public static List<WrittenDate> FindAll(string text, int start, int end)
    {
        var dates = new List<WrittenDate>();
        foreach (var match in Dates().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            if (Read(text, new TextSpan(start + match.Index, start + match.Index + match.Length)) is { } date)
            {
                dates.Add(date);
            }
        }

        return dates;
    }

    /// <summary>The first range of two dates that stand around 至, 到 or a dash: 2025年1月1日至12月31日, 2023-03-01 - 2026-03-16.</summary>
    public static (WrittenDate From, WrittenDate To, TextSpan Span)? FindRange(string text, int start, int end)
    {
        var dates = FindAll(text, start, end);
        for (var i = 0; i < dates.Count; i++)
        {
            var from = dates[i];
            if (i + 1 < dates.Count && IsJoint(text, from.Span.End, dates[i + 1].Span.Start))
            {
                return (from, dates[i + 1], from.Span.Cover(dates[i + 1].Span));
            }

            var rest = ShortEnd().Match(text, from.Span.End, Math.Min(16, end - from.Span.End));
            if (rest.Success && rest.Index == from.Span.End && ReadShort(from.Year, rest) is { } to)
            {
                return (from, to, from.Span.Cover(to.Span));
            }
        }

        return null;
    }

    /// <summary>Reads one date that fills all of a value, a time of day or 止 behind it allowed.</summary>
    public static WrittenDate? ReadFirst(string text, int start, int end) => FindAll(text, start, end) is [var first, ..] ? first : null;

    private static bool IsJoint(string text, int from, int to)
    {
        if (to - from > 8)
        {
            return false;
        }

        var words = text[from..to].Trim().Trim('起', '日', '(', ')');
        return words is "至" or "到" or "-" or "--" or "~" or "起至" or "至今" or "," or "起," or "起到" or "to" or "until" or "through";
    }

    private static WrittenDate? ReadShort(int year, Match match)
    {
        var month = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        int? day = match.Groups[2].Success ? int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) : null;
        return IsDay(year, month, day) ? new WrittenDate(new TextSpan(match.Index, match.Index + match.Length), year, month, day) : null;
    }

    private static WrittenDate? Read(string text, TextSpan span)
    {
        var words = text[span.Start..span.End];
        if (words.AsSpan().ContainsAnyInRange('A', 'z'))
        {
            return ReadEnglish(words, span);
        }

        if (words[0] is '二' or '贰')
        {
            return ReadChinese(words, span);
        }

        var parts = new List<int>(3);
        var digits = words.Length == 8 && words.All(char.IsAsciiDigit)
            ? [words[..4], words[4..6], words[6..]]
            : words.Split(['年', '月', '日', '-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in digits)
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            parts.Add(value);
        }

        int? month = parts.Count > 1 ? parts[1] : null;
        int? day = parts.Count > 2 ? parts[2] : null;
        return IsDay(parts[0], month, day) ? new WrittenDate(span, parts[0], month, day) : null;
    }

    // 12 March 2027, March 12th, 2027, 12-Mar-2027
    private static WrittenDate? ReadEnglish(string words, TextSpan span)
    {
        var name = EnglishMonth().Match(words);
        var figures = Numerals().Matches(words);
        var month = "janfebmaraprmayjunjulaugsepoctnovdec".IndexOf(name.Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3;
        if (figures.Count != 2 || !int.TryParse(figures[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || !int.TryParse(figures[0].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        return IsDay(year, month + 1, day) ? new WrittenDate(span, year, month + 1, day) : null;
    }

    private static WrittenDate? ReadChinese(string words, TextSpan span)
    {
        var year = 0;
        foreach (var c in words[..4])
        {
            var figure = c == '○' ? 0 : Figures.IndexOf(c, StringComparison.Ordinal);
            year = (year * 10) + Math.Max(0, figure - 1);
        }

        var month = words.IndexOf('月', StringComparison.Ordinal);
        var day = words.IndexOf('日', StringComparison.Ordinal);
        int? m = month < 0 ? null : ReadNumeral(words[5..month]);
        int? d = day < 0 || month < 0 ? null : ReadNumeral(words[(month + 1)..day]);
        return IsDay(year, m, d) ? new WrittenDate(span, year, m, d) : null;
    }

    // 三 is 3, 十二 is 12, 三十一 is 31.
    private static int ReadNumeral(string words)
    {
        var ten = words.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
        {
            return Figures.IndexOf(words[^1], StringComparison.Ordinal) - 1;
        }

        var tens = ten == 0 ? 1 : Figures.IndexOf(words[0], StringComparison.Ordinal) - 1;
        var ones = ten == words.Length - 1 ? 0 : Figures.IndexOf(words[^1], StringComparison.Ordinal) - 1;
        return (tens * 10) + ones;
    }

    private static bool IsDay(int year, int? month, int? day) =>
        year is >= 1900 and <= 2100 && month is null or (>= 1 and <= 12) && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month ?? 1)));

    [GeneratedRegex(@"(?<![\d.])(?:19|20)\d\d\s{0,2}年\s{0,2}\d{1,2}\s{0,2}月(?:\s{0,2}\d{1,2}\s{0,2}日)?|(?<![\d.])(?:19|20)\d\d(?<s>[-/.])\d{1,2}\k<s>\d{1,2}(?![\d.]\d|\d)|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|(?<![\d.A-Za-z/-])(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])(?![\d.-])|(?<![\d.])(?:19|20)\d\d\s{0,2}年(?!\d)|二[〇零○]\s?[〇零○一二三四五六七八九]\s?[〇零○一二三四五六七八九]年(?:[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?)?|(?<![\dA-Za-z])\d{1,2}(?:st|nd|rd|th)?[ \-/.]{0,2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}[.,]?[ \-/.,]{0,2}(?:19|20)\d\d(?!\d)|(?<![A-Za-z])(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]{0,6}[.]? {0,2}\d{1,2}(?:st|nd|rd|th)?,? {0,2}(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Dates();

    [GeneratedRegex("[A-Za-z]{3,}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex EnglishMonth();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Numerals();

    [GeneratedRegex(@"\s{0,2}(?:至|到|-{1,2}|~)\s{0,2}(\d{1,2})月(?:(\d{1,2})日)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex ShortEnd();
}
