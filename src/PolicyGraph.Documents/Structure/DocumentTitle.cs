using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Tells which lines are the title of a document: of the whole file, or of a plan that a notice carries behind itself.</summary>
internal static class DocumentTitle
{
    private const int MaxLength = 90;
    private const int MaxLines = 3;

    private static readonly string[] Endings =
    [
        "规划", "计划", "方案", "意见", "办法", "通知", "条例", "规定", "纲要", "决定", "指南", "细则", "公告", "通告", "目录", "要点", "措施", "行动", "导则", "规范",
        "批复", "函", "清单", "规程", "准则", "通则", "决议", "政策", "指引", "说明", "方针", "促进法", "保护法", "防治法", "节约能源法", "法", "标准", "要求", "制度", "令",
        "规范条件", "准入条件", "行业准入", "管理规则",
    ];

    /// <summary>How many lines from <paramref name="index"/> are one title; 0 when they are none.</summary>
    /// <param name="opening">Whether nothing but furniture stands before; later titles must stand between a signature or heading and an opening paragraph.</param>
    public static int LinesAt(string text, List<TextLine> lines, int index, bool opening)
    {
        var length = 0;
        if (StartsWithDay(text, lines[index].Span))
        {
            return 0;
        }

        for (var count = 1; count <= MaxLines && index + count <= lines.Count; count++)
        {
            var line = lines[index + count - 1].Span;
            length += line.Length;
            if (length > MaxLength || !CanHold(text, line) || (count > 1 && HeadingMark.At(text, line) is not null))
            {
                return 0;
            }

            if (EndsLikeTitle(text, line) && !(count == 1 && line.Length < 4))
            {
                // 关于印发…计划 / （2022—2025年）的通知: the title goes on.
                if (index + count < lines.Count && lines[index + count].Span is { Length: < 40 } more && CanHold(text, more) && text.AsSpan(more.Start, more.Length).TrimEnd().EndsWith("的通知")
                    && !text.AsSpan(more.Start, more.Length).SequenceEqual(text.AsSpan(line.Start, line.Length))) // a page that prints its title twice
                {
                    count++;
                }
                else if (index + count < lines.Count && IsRemark(text, lines[index + count].Span))
                {
                    count++;
                }

                return opening || FollowedByBody(text, lines, index + count) ? count : 0;
            }

            if (length < 12 && !text.AsSpan(line.Start, line.Length).Contains("关于", StringComparison.Ordinal))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Whether a line ends with a kind of document, or with that and a remark in brackets: （2016-2020年）, （试行）.</summary>
    private static bool EndsLikeTitle(string text, TextSpan line)
    {
        var end = line.End;
        if (text[end - 1] is '）' or ')')
        {
            var open = text.AsSpan(line.Start, line.Length).LastIndexOfAny('（', '(');
            if (open <= 0)
            {
                return false;
            }

            end = line.Start + open;
        }

        var body = text.AsSpan(line.Start, end - line.Start).TrimEnd();
        foreach (var ending in Endings)
        {
            if (body.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>2016年11月24日（此件有删改）: what a signature leaves above a title.</summary>
    private static bool StartsWithDay(string text, TextSpan line)
    {
        var head = text.AsSpan(line.Start, Math.Min(line.Length, 16));
        return head.Length > 8 && char.IsAsciiDigit(head[0]) && char.IsAsciiDigit(head[3]) && head.IndexOf('年') is 4 or 5 && head.IndexOf('月') > 0 && head.IndexOf('日') > 0;
    }

    /// <summary>（2023—2025年）, （试行） on a line of its own below the title.</summary>
    private static bool IsRemark(string text, TextSpan line)
    {
        if (line.Length is < 4 or > 20 || text[line.Start] is not ('（' or '(') || text[line.End - 1] is not ('）' or ')'))
        {
            return false;
        }

        var words = HeadingMark.Squeeze(text[(line.Start + 1)..(line.End - 1)]);
        return words is "试行" or "暂行" or "征求意见稿" or "送审稿" or "报批稿" or "草案" || (words[^1] == '年' && words.IndexOfAny(['—', '-', '－', '–', '至']) > 0) || (words[^1] is '版' or '订' && char.IsAsciiDigit(words[0]));
    }

    private static bool CanHold(string text, TextSpan line) =>
        text.AsSpan(line.Start, line.Length).IndexOfAny("。；;！？") < 0 && text[line.End - 1] is not ('，' or '：' or ':' or ',' or '、');

    private static bool FollowedByBody(string text, List<TextLine> lines, int next)
    {
        for (var i = next; i < Math.Min(next + 3, lines.Count); i++)
        {
            var line = lines[i].Span;
            var word = text.AsSpan(line.Start, line.Length);
            if (line.Length > 40 || word.StartsWith("为") || HeadingMark.At(text, line) is { Form: MarkForm.Chapter or MarkForm.ChineseComma or MarkForm.Article, Ordinal: 1 } || UnnumberedHeading.Is(text, line))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Headings without a number that mean the same in every document: 前言, 引言, 附则.</summary>
internal static class UnnumberedHeading
{
    private static readonly HashSet<string> Words = new(["前言", "序言", "引言", "导言", "绪论", "结语", "附则", "总则"], StringComparer.Ordinal);

    /// <summary>Whether the line is such a word, blanks between its characters allowed.</summary>
    public static bool Is(string text, TextSpan line) =>
        line.Length <= 8 && Words.Contains(string.Concat(text[line.Start..line.End].Where(c => !char.IsWhiteSpace(c))));
}
