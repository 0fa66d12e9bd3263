using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>The numbers of standards and guides: 4, 4.2, 4.2.1, A.1, a), 1), and captions 表1, 图A.2.</summary>
/// <remarks>What looks like such a number is often a quantity or a reference; whether it is a number here, its place in the sequence decides (<see cref="ProvisionParser"/>).</remarks>
internal static class ClauseMark
{
    private const int MaxDepth = 6;
    private const int MaxTitle = 40;
    private const int MaxCaption = 60;

    // What continues a sentence: 4.2 和 4.3 的规定, 3 年内, 1.8 亿吨.
    private const string Continuing = "的和与及或、，。；：至～~—-–/）)%％℃亿万年月日吨倍";

    private static readonly string[] ContinuingWords = ["规定", "给出", "所列", "所示", "所述", "中规定", "中给出", "中的", "条规", "条的", "条所", "章的", "款", "个月", "个百分点", "千瓦", "千克", "小时", "家以", "项以", "次"];

    // The first clause of a standard or guide.
    private static readonly HashSet<string> FirstTitles = new(["范围", "适用范围", "总则", "目的", "概述", "编制目的", "目的和范围", "范围和目的", "总体要求", "基本要求", "引言", "说明"], StringComparer.Ordinal);

    /// <summary>Reads such a number at the start of <paramref name="line"/>; a number without dots (4 总体要求) too, which only <see cref="Chapters"/> tells from a quantity.</summary>
    public static HeadingMark? At(string text, TextSpan line)
    {
        var c = text[line.Start];
        if (c is '表' or '图')
        {
            return Caption(text, line);
        }

        if (c is >= 'a' and <= 'z' && line.Length > 2 && text[line.Start + 1] is '）' or ')')
        {
            var number = text[line.Start..(line.Start + 2)];
            return new HeadingMark(MarkForm.Letter, number, $"{c}）", c - 'a' + 1, line.Start + 2);
        }

        return ChineseAmount.IsDigit(c) || (c is >= 'A' and <= 'H' && line.Length > 2 && text[line.Start + 1] is '.' or '．') ? Numbered(text, line) : null;
    }

    /// <summary>The depth of a clause: 1 for 4, 2 for 4.2 and A.1.</summary>
    public static int Depth(HeadingMark mark) => 1 + mark.Segment.Count(c => c == '.');

    /// <summary>Whether the words behind a number go on with a sentence that stands before it.</summary>
    public static bool Continues(string text, TextSpan content) =>
        !content.IsEmpty && (Continuing.Contains(text[content.Start], StringComparison.Ordinal) || Array.Exists(ContinuingWords, word => string.CompareOrdinal(text, content.Start, word, 0, word.Length) == 0));

    /// <summary>The lines that begin the chapters of a standard: 1 范围, 2 规范性引用文件, …; empty when the document is none.</summary>
    public static HashSet<int> Chapters(string text, IReadOnlyList<TextLine> lines, IReadOnlyList<HeadingMark?> marks)
    {
        var chapters = new HashSet<int>();
        var isStandard = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (marks[i] is not { Form: MarkForm.Clause } mark)
            {
                continue;
            }

            if (Depth(mark) > 1)
            {
                isStandard |= chapters.Count > 0 && mark.Segment == $"{chapters.Count}.1";
                continue;
            }

            var title = new TextSpan(mark.End, lines[i].Span.End).Trim(text);
            if (mark.Ordinal == chapters.Count + 1 && title.Length is > 0 and <= MaxTitle && !Continues(text, title) && text.AsSpan(title.Start, title.Length).IndexOfAny('。', '；', '，') < 0)
            {
                isStandard |= chapters.Count == 0 && FirstTitles.Contains(HeadingMark.Squeeze(text[title.Start..title.End]));
                chapters.Add(i);
            }
        }

        return isStandard && chapters.Count > 1 ? chapters : [];
    }

    private static HeadingMark? Numbered(string text, TextSpan line)
    {
        var (i, ordinal, depth) = (line.Start, 0, 0);
        while (depth < MaxDepth)
        {
            var start = i;
            ordinal = 0;
            while (i < line.End && i - start < 3 && ChineseAmount.IsDigit(text[i]))
            {
                ordinal = (ordinal * 10) + (text[i] <= '9' ? text[i] - '0' : text[i] - '０');
                i++;
            }

            if (i == start && depth == 0)
            {
                (ordinal, i) = (text[i] - 'A' + 1, i + 1);
            }

            depth++;
            if (ordinal == 0 || i - start > 2 || (i < line.End && ChineseAmount.IsDigit(text[i])))
            {
                return null;
            }

            if (i + 1 >= line.End || text[i] is not ('.' or '．') || !ChineseAmount.IsDigit(text[i + 1]))
            {
                break;
            }

            i++;
        }

        if (depth == 1)
        {
            return AfterOne(text, line, i, ordinal);
        }

        var segment = text[line.Start..i].Replace('．', '.');
        return new HeadingMark(MarkForm.Clause, segment, segment, ordinal, i);
    }

    private static HeadingMark? AfterOne(string text, TextSpan line, int end, int ordinal)
    {
        var number = text[line.Start..end];
        if (end + 1 < line.End && text[end] is '）' or ')')
        {
            return new HeadingMark(MarkForm.DigitParenthesis, text[line.Start..(end + 1)], $"{ordinal}）", ordinal, end + 1);
        }

        return end + 1 < line.End && char.IsWhiteSpace(text[end]) && !ChineseAmount.IsDigit(text[HeadingMark.SkipBlanks(text, end, line.End - 1)]) ? new HeadingMark(MarkForm.Clause, number, number, ordinal, end) : null;
    }

    /// <summary>表1 单位产品取水量指标, 表 A.1 评分表; not 表1中的, 图2所示.</summary>
    private static HeadingMark? Caption(string text, TextSpan line)
    {
        var i = HeadingMark.SkipBlanks(text, line.Start + 1, line.End);
        var start = i;
        if (i + 1 < line.End && text[i] is >= 'A' and <= 'Z' && text[i + 1] is '.' or '．')
        {
            i += 2;
        }

        var (ordinal, end) = HeadingMark.NumeralOrDigits(text, i, line.End);
        if (ordinal is 0 or > 200 || line.Length > MaxCaption)
        {
            return null;
        }

        while (end + 1 < line.End && text[end] is '.' or '-' or '—' && ChineseAmount.IsDigit(text[end + 1]))
        {
            end = HeadingMark.NumeralOrDigits(text, end + 1, line.End).End;
        }

        var title = new TextSpan(end, line.End).Trim(text);
        if (!title.IsEmpty && (Continues(text, title) || text[title.Start] is '（' or '(' || text.AsSpan(title.Start, title.Length).IndexOfAny('。', '；', '，') >= 0))
        {
            return null; // a sentence, or 表1（续）
        }

        var number = HeadingMark.Squeeze(text[line.Start..end]);
        return new HeadingMark(MarkForm.Caption, number, number, ordinal, end > start ? end : line.End);
    }
}
