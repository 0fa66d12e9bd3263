using System.Buffers;

namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Where the text of a page or column begins and ends, and so which line goes on where the one before it was full.</summary>
internal sealed class PdfMargins
{
    private static readonly SearchValues<char> Numerals = SearchValues.Create("一二三四五六七八九十百零〇0123456789０１２３４５６７８９");

    // Fewer running lines than this do not show where the margins are.
    private const int TellingLines = 5;
    private readonly bool indents;

    /// <param name="lines">The running lines of a page or column.</param>
    /// <param name="like">Margins of a page or column set alike, for one with too few lines; null when there is none.</param>
    public PdfMargins(IReadOnlyList<PdfLine> lines, PdfMargins? like = null)
    {
        var running = lines.Where(line => !line.IsRow).ToList();
        if (running.Count == 0)
        {
            (Left, Right, indents) = (like?.Left ?? 0, like?.Right ?? 0, like?.indents ?? false);
            return;
        }

        Left = CommonLeft(running);
        Right = running.Select(line => line.Right).Order().ElementAt(running.Count * 9 / 10);
        IsTelling = running.Count >= TellingLines;
        IsKnown = running.Count > 1 || like is not null;
        if (!IsTelling && like is not null)
        {
            (Left, Right) = (Math.Min(Left, like.Left), Math.Max(Right, like.Right));
        }

        indents = running.Any(IsIndented) || (!IsTelling && like is { indents: true });
    }

    public double Left { get; }

    public double Right { get; }

    /// <summary>Whether there were lines enough to show them.</summary>
    public bool IsTelling { get; }

    /// <summary>Whether they are more than the sides of one line.</summary>
    public bool IsKnown { get; }

    /// <summary>Whether <paramref name="next"/>, a line in these margins, belongs to the paragraph of <paramref name="line"/>.</summary>
    /// <param name="line">The line above.</param>
    /// <param name="next">The line in question.</param>
    /// <param name="before">Margins of the page or column before when <paramref name="line"/> stands in it; null when it stands in these.</param>
    public bool Continues(PdfLine line, PdfLine next, PdfMargins? before)
    {
        var unit = Math.Max(1, line.Height);
        var settled = indents || before is { indents: true };
        if (before is { IsKnown: false } || Math.Abs(next.Size - line.Size) > Math.Max(next.Size, line.Size) * 0.12)
        {
            return false;
        }

        if ((line.IsRow && !IsFull(line, next, unit, before)) || (before is null && next.Top - line.Bottom > unit * 1.6))
        {
            return false;
        }

        if (IsNumbered(next.Text) && !(settled && next.Left < Left + (unit * 0.5) && !EndsSentence(line.Text)))
        {
            return false;
        }

        return IsFull(line, next, unit, before) && next.Left <= Left + (unit * 0.9) && !next.IsRow && (settled || !EndsSentence(line.Text));
    }

    // Up to the margin, or as far as the next unbroken word lets it.
    private bool IsFull(PdfLine line, PdfLine next, double unit, PdfMargins? before)
    {
        var right = before?.Right ?? Right;
        if (line.Right >= right - (unit * 1.6))
        {
            return true;
        }

        var word = 0;
        while (word < next.Text.Length && word < 40 && next.Text[word] is > ' ' and < '\u2e80')
        {
            word++;
        }

        var width = word * unit * 0.5;
        return word > 2 && line.Right + width >= right && width < (right - Left) / 2;
    }

    private bool IsIndented(PdfLine line) =>
        line.Left - Left > line.Height * 1.2 && line.Left - Left < line.Height * 3.5 && line.Right > Left + ((Right - Left) / 2);

    // The leftmost place where several lines begin: a sign that hangs out is no margin.
    private static double CommonLeft(List<PdfLine> lines)
    {
        var lefts = lines.Select(line => line.Left).Order().ToList();
        var least = Math.Max(2, lines.Count / 12);
        for (var i = 0; i + least <= lefts.Count; i++)
        {
            if (lefts[i + least - 1] - lefts[i] < 4)
            {
                return lefts[i];
            }
        }

        return lefts[0];
    }

    private static bool EndsSentence(string text) => text[^1] is '。' or '！' or '？' or '；' or '：' or '.' or ';' or ':';

    /// <summary>Whether a line begins with a number or mark of its own: 一、 （一） 1. 1、 (1) 第一条 附件 专栏.</summary>
    public static bool IsNumbered(string text)
    {
        var rest = text[0] is '（' or '(' or '第' ? text.AsSpan(1) : text;
        var length = rest.IndexOfAnyExcept(Numerals);
        if (length > 0)
        {
            return text[0] is '（' or '(' ? rest[length] is '）' or ')'
                : text[0] is '第' ? rest[length] is '条' or '章' or '节' or '款'
                : rest[length] is '、' or '．' || (rest[length] == '.' && rest.Length > length + 1 && !char.IsAsciiDigit(rest[length + 1]));
        }

        return text.StartsWith("附件", StringComparison.Ordinal) || text.StartsWith("专栏", StringComparison.Ordinal) || text[0] is '●' or '■' || text.StartsWith("——", StringComparison.Ordinal);
    }
}
