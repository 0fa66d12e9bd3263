using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Says how far the words of a page can be trusted, from the words themselves.</summary>
internal static class PageGrader
{
    private const int LeastSigns = 8;

    /// <summary>The grade before tables are looked for.</summary>
    public static PageReading Grade(PageFrame frame, PageLayerSize size)
    {
        if (frame.Words.Count == 0)
        {
            return new PageReading(frame.Number, size.Width, size.Height, PageGrade.Unreadable, ["没有文字层（可能是扫描件）"]);
        }

        int shown = 0, letters = 0, strange = 0, missing = 0;
        foreach (var c in frame.Words.SelectMany(word => word.Text))
        {
            if (!char.IsWhiteSpace(c) && c is not ('…' or '.' or '·' or '-' or '—' or '_' or '/'))
            {
                shown++;
                letters += char.IsLetterOrDigit(c) ? 1 : 0;
                missing += c == '\ufffd' ? 1 : 0;
                strange += IsStrange(c) ? 1 : 0;
            }
        }

        var garbled = shown >= LeastSigns && (letters * 10 < shown * 6 || strange * 10 > shown);
        return garbled ? new PageReading(frame.Number, size.Width, size.Height, PageGrade.Unreadable, ["文字层是乱码（字体缺少编码映射）"])
            : missing > 0 ? new PageReading(frame.Number, size.Width, size.Height, PageGrade.Doubtful, [$"有 {missing} 处缺字（U+FFFD）"])
            : strange > 0 ? new PageReading(frame.Number, size.Width, size.Height, PageGrade.Doubtful, [$"有 {strange} 个字符没有通用编码，可能是错字"])
            : new PageReading(frame.Number, size.Width, size.Height, PageGrade.Good, []);
    }

    // Without a table from glyphs to letters a font gives signs, private codes, or letters of scripts that no Chinese paper is written in.
    private static bool IsStrange(char c) => c is '\ufffd' or (>= '\ue000' and <= '\uf8ff') or (>= '\u0500' and <= '\u1fff') or (>= '\ua000' and <= '\uabff') or (>= '\ufb50' and <= '\ufdff');
}

/// <summary>Size of a page as shown, in points.</summary>
internal readonly record struct PageLayerSize(double Width, double Height);
