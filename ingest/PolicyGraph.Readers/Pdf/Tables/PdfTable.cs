using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf.Tables;

/// <summary>A cell with the lines that stand in it.</summary>
internal sealed record PdfCell(int Column, int RowSpan, int ColumnSpan, PageBox Box, IReadOnlyList<PdfLine> Lines)
{
    /// <summary>Points of air at the two sides of a cell together.</summary>
    public const double Padding = 12;

    /// <summary>Width for the words, as printed upright.</summary>
    public required double Width { get; init; }

    public bool IsBlank => Lines.Count == 0;

    /// <summary>Its words without white space, to compare cells by.</summary>
    public string Squeezed() => string.Concat(Lines.SelectMany(line => line.Text.Where(c => !char.IsWhiteSpace(c))));

    /// <summary>Whether the line after <paramref name="index"/> was only wrapped: it would not have fitted behind it.</summary>
    public bool Wraps(int index)
    {
        var (line, next) = (Lines[index], Lines[index + 1]);
        return line.Text[^1] is not ('。' or '；' or ';' or '：') && line.Right - line.Left + Math.Min(next.Height, next.Right - next.Left) > Width - Padding;
    }
}

/// <summary>A table, or the part of one that stands on one page.</summary>
/// <param name="Rows">From the top; a merged cell stands once.</param>
/// <param name="Edges">The x of the columns' sides, one more than there are columns.</param>
/// <param name="Top">Upper side, upright.</param>
/// <param name="Bottom">Lower side, upright.</param>
/// <param name="IsRuled">Whether lines are drawn around its cells.</param>
/// <param name="Doubt">What is doubtful about it, in the user's language; null when nothing is.</param>
internal sealed record PdfTable(IReadOnlyList<IReadOnlyList<PdfCell>> Rows, IReadOnlyList<double> Edges, double Top, double Bottom, bool IsRuled, string? Doubt)
{
    /// <summary>Points by which the sides of columns may differ from page to page.</summary>
    private const double SameEdge = 6;

    public int Columns => Edges.Count - 1;

    /// <summary>Whether <paramref name="next"/>, first on the page behind, has the same columns.</summary>
    public bool HasColumnsOf(PdfTable next)
    {
        if (next.Columns != Columns || next.IsRuled != IsRuled)
        {
            return false;
        }

        // Odd and even pages may be set a little to the side of each other.
        var shift = next.Edges[0] - Edges[0];
        return Edges.Zip(next.Edges).All(pair => Math.Abs(pair.Second - shift - pair.First) <= (IsRuled ? SameEdge : SameEdge * 4));
    }

    /// <summary>How many rows at the top of <paramref name="next"/> only repeat the first rows of this table.</summary>
    public int RepeatedRows(PdfTable next)
    {
        var count = 0;
        while (count < Math.Min(4, Math.Min(Rows.Count, next.Rows.Count)) && Same(Rows[count], next.Rows[count]))
        {
            count++;
        }

        return count;
    }

    private static bool Same(IReadOnlyList<PdfCell> row, IReadOnlyList<PdfCell> other) =>
        row.Count == other.Count && row.Any(cell => !cell.IsBlank) && row.Zip(other).All(pair => pair.First.Column == pair.Second.Column && pair.First.Squeezed() == pair.Second.Squeezed());
}
