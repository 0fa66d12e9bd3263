using AngleSharp.Dom;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Html;

/// <summary>What a page states of its document beside the text: its title, its meta elements, its box of 索引号, 发文字号 and dates.</summary>
internal static class PageProperties
{
    private const int MaxValue = 200;
    private const int MaxProperties = 100;

    private static readonly string[] Labels =
    [
        "索引号", "发文字号", "文号", "发文机关", "发布机构", "发布机关", "发文单位", "成文日期", "发布日期", "发文日期", "公开日期", "生成日期", "印发日期", "实施日期",
        "施行日期", "废止日期", "主题分类", "主题词", "体裁分类", "组配分类", "公开方式", "公开形式", "有效性", "效力状态", "信息名称", "文件名称", "标题", "名称", "来源", "信息来源", "发布时间",
    ];

    private static readonly HashSet<string> MetaNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "ArticleTitle", "PubDate", "ContentSource", "Author", "Keywords", "Description", "ColumnName", "SiteName", "publishdate", "source",
    };

    public static void Write(IDocument page, DocumentBuilder output)
    {
        if (page.Title is { } title && !string.IsNullOrWhiteSpace(title))
        {
            var at = output.Written.IndexOf(title.Trim());
            output.AddProperty("title", title.Trim(), at < 0 ? null : new TextSpan(at, at + title.Trim().Length));
        }

        foreach (var meta in page.QuerySelectorAll("meta[name][content]").Take(MaxProperties))
        {
            var (name, value) = (meta.GetAttribute("name")!, meta.GetAttribute("content")!); // the selector asks for both
            if (MetaNames.Contains(name) && !string.IsNullOrWhiteSpace(value) && value.Length <= 1000)
            {
                output.AddProperty(name, value.Trim(), null);
            }
        }

        WriteLabelled(output);
    }

    // A label begins a line or follows a tab or wide blank; a colon or tab divides it from its value.
    private static void WriteLabelled(DocumentBuilder output)
    {
        var text = new string(output.Written);
        var found = 0;
        var line = 0;
        while (line < text.Length && found < MaxProperties)
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            for (var at = line; at < end && end - line <= 2000; at = NextPiece(text, at, end))
            {
                if (ReadLabel(text, at, end) is not var (label, start))
                {
                    continue;
                }

                var span = new TextSpan(start, ValueEnd(text, start, end)).Trim(text);
                if (!span.IsEmpty && span.Length <= MaxValue)
                {
                    output.AddProperty(label, text[span.Start..span.End], span);
                    found++;
                }
            }

            line = end + 1;
        }
    }

    private static int NextPiece(string text, int at, int end)
    {
        while (at < end && !IsBreak(text[at]))
        {
            at++;
        }

        while (at < end && IsBreak(text[at]))
        {
            at++;
        }

        return at;
    }

    private static (string Label, int ValueStart)? ReadLabel(string text, int at, int end)
    {
        foreach (var label in Labels)
        {
            var i = at;
            var matched = 0;
            while (i < end && matched < label.Length && i - at < 16)
            {
                if (text[i] == label[matched])
                {
                    matched++;
                }
                else if (matched == 0 || !(text[i] is ' ' or '\u3000' or '\u00a0'))
                {
                    break;
                }

                i++;
            }

            while (i < end && text[i] is ' ' or '\u3000' or '\u00a0')
            {
                i++;
            }

            if (matched == label.Length && i < end && text[i] is '：' or ':' or '\t')
            {
                i += i + 1 < end && text[i + 1] is '\t' ? 2 : 1;
                return (label, i);
            }
        }

        return null;
    }

    private static int ValueEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && char.IsWhiteSpace(text[at]) && text[at] != '\t')
        {
            at++;
        }

        while (at < end && text[at] != '\t' && !(IsBreak(text[at]) && ReadLabel(text, NextPiece(text, at, end), end) is not null))
        {
            at++;
        }

        return at;
    }

    private static bool IsBreak(char c) => c is '\t' or ' ' or '\u3000' or '\u00a0' or '|';
}
