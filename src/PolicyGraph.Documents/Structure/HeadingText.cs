using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Tells how much of the line behind a number is its heading, and what a heading is about.</summary>
public static class HeadingText
{
    private const int MaxRunIn = 45;
    private const int MaxColon = 24;
    private const int MaxLine = 60;

    // Behind these a run-in sentence is the beginning of what follows, not a title for it.
    private static readonly string[] Continuations = ["包括", "其中", "主要包括", "具体包括", "即"];

    // Under these headings numbered paragraphs argue; their first sentence is a statement.
    private static readonly string[] Arguments = ["形势", "现状", "差距", "不足", "问题", "需求", "挑战", "机遇", "背景", "发展基础", "成效"];

    /// <summary>The heading that begins behind a number.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="content">The line without its number.</param>
    /// <param name="form">The number's form.</param>
    /// <param name="bare">Whether nothing belongs below the line, or it stands in an enumeration: then a whole sentence is a statement.</param>
    /// <returns>Its span without the stop behind it; null when the line is running text.</returns>
    internal static TextSpan? Find(string text, TextSpan content, MarkForm form, bool bare)
    {
        content = WithoutEmphasis(text, content);
        if (content.IsEmpty)
        {
            return null;
        }

        if (form == MarkForm.Article)
        {
            return Bracketed(text, content);
        }

        if (form is MarkForm.Letter or MarkForm.DigitParenthesis)
        {
            return null;
        }

        var stop = FirstStop(text, content);
        if (stop < 0)
        {
            var last = text[content.End - 1];
            var colon = last is '：' or ':';
            var whole = colon ? new TextSpan(content.Start, content.End - 1).Trim(text) : content;
            if (colon && (text.AsSpan(whole.Start, whole.Length).IndexOfAny('，', ',') >= 0 || text.AsSpan(whole.Start, whole.Length).Contains("下列", StringComparison.Ordinal)))
            {
                return null; // 有下列情形之一的，撤销其公告：
            }

            var cut = "；;，,、".Contains(last, StringComparison.Ordinal)
                || (form == MarkForm.Clause && ("按应和与为及至由在对以从的".Contains(last, StringComparison.Ordinal) || text.AsSpan(whole.Start, whole.Length).IndexOfAny('，', ',') >= 0 || Requires(text, whole)));
            return cut || whole.Length > MaxLine || whole.IsEmpty ? null : whole;
        }

        var lead = WithoutEmphasis(text, new TextSpan(content.Start, stop).Trim(text));
        var rest = new TextSpan(stop + 1, content.End).Trim(text);
        if (lead.IsEmpty || text.AsSpan(lead.Start, lead.Length).IndexOfAny('；', ';') >= 0)
        {
            return null;
        }

        if (text[stop] is '：' or ':')
        {
            return lead.Length <= MaxColon && !rest.IsEmpty ? lead : null;
        }

        if (rest.IsEmpty)
        {
            return lead.Length <= MaxRunIn && !bare && form is not (MarkForm.DigitBracket or MarkForm.Circle or MarkForm.Clause) ? lead : null;
        }

        return lead.Length > MaxRunIn || Continuations.Any(word => text.AsSpan(rest.Start, rest.Length).StartsWith(word)) ? null : lead;
    }

    /// <summary>Whether numbered paragraphs below this heading argue rather than announce.</summary>
    internal static bool Argues(string? heading) => heading is not null && Names(heading, Arguments);

    /// <summary>Whether a heading is about one of the subjects: it ends with the word, or 和, 与, 及 goes on with another (发展基础和面临形势, but not 提高发展基础能力).</summary>
    public static bool Names(string heading, IReadOnlyList<string> subjects)
    {
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(subjects);
        foreach (var subject in subjects)
        {
            var at = heading.IndexOf(subject, StringComparison.Ordinal);
            if (at >= 0 && (at + subject.Length == heading.Length || "和与及、（(".Contains(heading[at + subject.Length], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether 应 stands in it as the verb of a requirement, not in 应急 or 供应链.</summary>
    private static bool Requires(string text, TextSpan span)
    {
        for (var i = span.Start; i < span.End; i++)
        {
            if (text[i] == '应' && (i + 1 == span.End || !"急用对变力激".Contains(text[i + 1], StringComparison.Ordinal)) && (i == span.Start || !"供响效对反适相感".Contains(text[i - 1], StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without the stars of Markdown.</summary>
    private static TextSpan WithoutEmphasis(string text, TextSpan span)
    {
        while (!span.IsEmpty && text[span.Start] is '*')
        {
            span = new TextSpan(span.Start + 1, span.End).Trim(text);
        }

        while (!span.IsEmpty && text[span.End - 1] is '*')
        {
            span = new TextSpan(span.Start, span.End - 1).Trim(text);
        }

        return span;
    }

    /// <summary>【适用范围】 behind the number of an article.</summary>
    private static TextSpan? Bracketed(string text, TextSpan content)
    {
        if (text[content.Start] is not ('【' or '[' or '〔'))
        {
            return null;
        }

        var close = text.AsSpan(content.Start, Math.Min(content.Length, 40)).IndexOfAny('】', ']', '〕');
        return close > 1 ? new TextSpan(content.Start + 1, content.Start + close) : null;
    }

    /// <summary>The first 。 or the first ：, whichever comes first, outside quotation marks and brackets; -1 when there is none before the end of a title's length.</summary>
    private static int FirstStop(string text, TextSpan content)
    {
        var depth = 0;
        for (var i = content.Start; i < content.End; i++)
        {
            switch (text[i])
            {
                case '（' or '(' or '“' or '《':
                    depth++;
                    break;
                case '）' or ')' or '”' or '》':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '。':
                    return i;
                case '：' or ':' when depth == 0 && i + 1 < content.End:
                    return i;
                default:
                    break;
            }
        }

        return -1;
    }
}
