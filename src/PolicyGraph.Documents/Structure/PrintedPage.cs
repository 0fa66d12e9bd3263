using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Finds what printing has added to the lines of a text: page numbers, running heads, the table of contents.</summary>
internal static class PrintedPage
{
    private const int MaxContents = 400;
    private const int MaxHead = 40;
    private const int MinPages = 3;

    /// <summary>A line of a table of contents: dots or a tab, then a page, in Arabic or Roman figures.</summary>
    public static bool IsContentsEntry(string text, TextSpan line)
    {
        var i = line.End;
        while (i > line.Start && (ChineseAmount.IsDigit(text[i - 1]) || text[i - 1] is ' ' or '-' or 'I' or 'V' or 'X' or (>= 'Ⅰ' and <= 'Ⅻ')))
        {
            i--;
        }

        return i < line.End && i - 3 > line.Start && (text.AsSpan(i - 2, 2) is "……" or ".." or "··" or "．．" || text[i - 1] == '\t');
    }

    /// <summary>Drops — 3 — and - 3 -, and the short lines beside them that stand so on most pages.</summary>
    public static List<TextLine> WithoutMargins(string text, List<TextLine> lines)
    {
        var numbers = new List<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (IsPageNumber(text, lines[i].Span))
            {
                numbers.Add(i);
            }
        }

        if (numbers.Count == 0)
        {
            return lines;
        }

        var heads = RunningHeads(text, lines, numbers);
        var dropped = new HashSet<int>(numbers);
        foreach (var number in numbers)
        {
            dropped.UnionWith(Beside(number, lines.Count).Where(i => heads.Contains(Squeezed(text, lines[i]))));
        }

        // The head of the first page and the foot of the last have no number before or behind them.
        dropped.UnionWith(((int[])[0, lines.Count - 1]).Where(i => heads.Contains(Squeezed(text, lines[i]))));
        return [.. lines.Where((_, i) => !dropped.Contains(i))];
    }

    /// <summary>Drops what stands between 目录 and the place where its first entry begins again.</summary>
    public static List<TextLine> WithoutContents(string text, List<TextLine> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var word = lines[i].Span.Length <= 6 ? Squeezed(text, lines[i]) : "";
            var width = word is "目录" or "目次" ? 1 : word == "目" && Squeezed(text, lines[i + 1]) is "录" or "次" ? 2 : 0;
            if (width == 0)
            {
                continue;
            }

            var end = EndOfContents(text, lines, i + width);
            return [.. lines[..i], .. lines[end..]];
        }

        return lines;
    }

    private static int EndOfContents(string text, List<TextLine> lines, int first)
    {
        if (first >= lines.Count)
        {
            return first;
        }

        var entry = Squeezed(text, lines[first]);
        for (var i = first + 1; i < Math.Min(lines.Count, first + MaxContents); i++)
        {
            if (lines[i].Span.Length > 1 && entry.StartsWith(Squeezed(text, lines[i]), StringComparison.Ordinal))
            {
                return i;
            }

            if (text[lines[i].Span.End - 1] == '。')
            {
                break;
            }
        }

        return first;
    }

    private static HashSet<string> RunningHeads(string text, List<TextLine> lines, List<int> numbers)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var beside in numbers.SelectMany(number => Beside(number, lines.Count)).Where(i => lines[i].Span.Length <= MaxHead))
        {
            var words = Squeezed(text, lines[beside]);
            counts[words] = counts.GetValueOrDefault(words) + 1;
        }

        return [.. counts.Where(count => count.Value >= MinPages && count.Value * 2 > numbers.Count).Select(count => count.Key)];
    }

    private static IEnumerable<int> Beside(int number, int count) =>
        Enumerable.Range(number - 2, 5).Where(i => i != number && i >= 0 && i < count);

    private static bool IsPageNumber(string text, TextSpan line)
    {
        if (line.Length is < 3 or > 12 || !IsDash(text[line.Start]) || !IsDash(text[line.End - 1]))
        {
            return false;
        }

        var digits = 0;
        for (var i = line.Start; i < line.End; i++)
        {
            digits += ChineseAmount.IsDigit(text[i]) ? 1 : 0;
            if (!ChineseAmount.IsDigit(text[i]) && !IsDash(text[i]) && !char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return digits is > 0 and <= 4;
    }

    private static bool IsDash(char c) => c is '—' or '-' or '–' or '－' or '―' or '─';

    private static string Squeezed(string text, TextLine line) => HeadingMark.Squeeze(text[line.Span.Start..line.Span.End]);
}
