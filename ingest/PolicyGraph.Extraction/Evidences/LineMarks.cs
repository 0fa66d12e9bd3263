using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>What stands around label and value on a line and says nothing: bullets, boxes, numbers of notes before them, dots and arrows between them.</summary>
internal static partial class LineMarks
{
    private const int FewestDots = 3;

    /// <summary>The line without what leads it: □取水量, —取水总量, 附注1 取水量, 第1项 取水量.</summary>
    public static TextSpan Unmarked(string text, TextSpan line)
    {
        foreach (var match in Lead().EnumerateMatches(text.AsSpan(line.Start, line.Length)))
        {
            return new TextSpan(line.Start + match.Length, line.End).Trim(text);
        }

        return line;
    }

    /// <summary>How many characters at a place part label and value; 0 where none do.</summary>
    public static int GapAt(string text, int at, int end)
    {
        var c = text[at];
        if (c is '→' or '⇒')
        {
            return 1;
        }

        if (c is '/' or ':' && at + 1 < end && text[at + 1] == c && (at == 0 || text[at - 1] != ':') && (at + 2 >= end || text[at + 2] != c))
        {
            return 2; // a // b, a :: b, but no http://
        }

        if (c is not ('…' or '.' or '·' or '_'))
        {
            return 0;
        }

        var width = 1;
        while (at + width < end && text[at + width] == c)
        {
            width++;
        }

        return width >= FewestDots || (c == '…' && width == 2) ? width : 0;
    }

    /// <summary>Where an amount begins behind words that only say that it is one: 实盘 38,400, 全年实绩 12.</summary>
    public static int SkipLead(string text, int start, int end)
    {
        foreach (var match in SaidOfAmount().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            var at = start + match.Length;
            return at < end && (char.IsAsciiDigit(text[at]) || NumberWords.Begins(text[at])) ? at : start;
        }

        return start;
    }

    /// <summary>Whether words say nothing but that an amount follows.</summary>
    public static bool IsLead(string words) => OnlySaid().IsMatch(words);

    [GeneratedRegex(@"^(?:[>*•●○◆◇□☑■▪·-]{1,3}\s{0,4}|(?:附注|注)\s?\d{1,2}\s{1,4}|第\s?\d{1,2}\s?项\s{1,4}){1,2}(?=[\u4e00-\u9fffA-Za-z])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Lead();

    [GeneratedRegex(@"^(?:本期发生额|(?:全年|本年|当年|本期)?(?:实绩|实际|实盘|完成|发生|合计|累计)(?:数|值|量)?|全年|共计|总计|共|计|为)\s{0,4}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex SaidOfAmount();

    [GeneratedRegex(@"^[,、]?(?:本期发生额|(?:全年|本年|当年|本期)?(?:实绩|实际|实盘|完成|发生|合计|累计)?(?:数|值|量)?)(?:为|是|共|计|达|:)?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OnlySaid();
}
