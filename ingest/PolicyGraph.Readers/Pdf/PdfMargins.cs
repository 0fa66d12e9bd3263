using System.Buffers;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Where the text of a page begins and ends, and so which line goes on where the one before it was full.</summary>
internal sealed class PdfMargins
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十百零〇0123456789０１２３４５６７８９");
    private readonly double left;
    private readonly double right;
    private readonly bool indents;

    public PdfMargins(IReadOnlyList<PdfLine> lines)
    {
        var running = lines.Where(line => !line.IsRow).ToList();
        if (running.Count == 0)
        {
            return;
        }

        left = running.Min(line => line.Left);
        right = running.Select(line => line.Right).Order().ElementAt(running.Count * 9 / 10);
        indents = running.Any(line => line.Left - left > line.Height * 1.2 && line.Left - left < line.Height * 3.5 && line.Right > left + ((right - left) / 2));
    }

    /// <summary>Whether <paramref name="next"/>, a line of this page, belongs to the paragraph of <paramref name="line"/>.</summary>
    /// <param name="line">The line above.</param>
    /// <param name="next">The line in question.</param>
    /// <param name="before">Margins of the page before when <paramref name="line"/> stands on it; null when it stands on this page.</param>
    public bool Continues(PdfLine line, PdfLine next, PdfMargins? before)
    {
        var unit = Math.Max(1, line.Height);
        if (line.IsRow || next.IsRow || IsNumbered(next.Text) || Math.Abs(next.Height - line.Height) > unit * 0.35)
        {
            return false;
        }

        if (line.Right < Math.Max(right, before?.right ?? 0) - (unit * 1.6) || next.Left > left + (unit * 0.9) || (before is null && next.Top - line.Bottom > unit * 1.6))
        {
            return false;
        }

        return indents || before is { indents: true } || line.Text[^1] is not ('。' or '！' or '？' or '；' or '：' or '.' or ';' or ':');
    }

    // 一、 （一） 1. 1、 (1) 第一条 附件 专栏
    private static bool IsNumbered(string text)
    {
        var rest = text[0] is '（' or '(' or '第' ? text.AsSpan(1) : text;
        var length = rest.IndexOfAnyExcept(Numerals);
        if (length > 0)
        {
            return text[0] is '（' or '(' ? rest[length] is '）' or ')'
                : text[0] is '第' ? rest[length] is '条' or '章' or '节' or '款'
                : rest[length] is '、' or '．' || (rest[length] == '.' && rest.Length > length + 1 && !char.IsAsciiDigit(rest[length + 1]));
        }

        return text.StartsWith("附件", StringComparison.Ordinal) || text.StartsWith("专栏", StringComparison.Ordinal) || text[0] is '●' or '■' or '—' && text.StartsWith("——", StringComparison.Ordinal);
    }
}
