using PolicyGraph.Readers.Pdf.Layer;
using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf.Tables;

/// <summary>The grid that ruling lines draw, and the cells that it holds.</summary>
/// <param name="columns">The x of the columns' sides, in order.</param>
/// <param name="rows">The y of the rows' sides, in order.</param>
/// <param name="horizontal">Lines between rows.</param>
/// <param name="vertical">Lines between columns.</param>
internal sealed class RuledGrid(List<double> columns, List<double> rows, List<Ruling> horizontal, List<Ruling> vertical)
{
    private readonly int[] owner = Enumerable.Range(0, (columns.Count - 1) * (rows.Count - 1)).ToArray();

    public int Columns => columns.Count - 1;

    public int Rows => rows.Count - 1;

    public double Area => (columns[^1] - columns[0]) * (rows[^1] - rows[0]);

    public bool Holds(double x, double y) => x >= columns[0] && x <= columns[^1] && y >= rows[0] && y <= rows[^1];

    /// <summary>The table; null when it is a box around running text, or empty.</summary>
    /// <param name="frame">The page.</param>
    /// <param name="words">The words within the grid's outer sides.</param>
    /// <param name="outside">Words that are not taken: a caption in a row of its own at the top.</param>
    public PdfTable? Table(PageFrame frame, IReadOnlyList<LayerWord> words, out IReadOnlyList<LayerWord> outside)
    {
        Merge();
        var places = Places(out var irregular);
        var contents = places.ToDictionary(place => place, _ => new List<LayerWord>());
        var at = new Place?[Rows, Columns];
        foreach (var place in places)
        {
            for (var r = place.Row; r < place.Row + place.RowSpan; r++)
            {
                for (var c = place.Column; c < place.Column + place.ColumnSpan; c++)
                {
                    at[r, c] ??= place;
                }
            }
        }

        foreach (var word in words)
        {
            contents[at[Index(rows, word.Middle), Index(columns, (word.Left + word.Right) / 2)]!].Add(word); // every square has its place
        }

        outside = [];
        var first = places.Where(place => place.Row == 0).ToList();
        var skipped = 0;
        if (first is [{ RowSpan: 1 } caption] && caption.ColumnSpan == Columns && IsCaption(contents[caption]))
        {
            (outside, skipped) = (contents[caption], 1);
        }

        if (contents.Count(pair => pair.Key.Row >= skipped && pair.Value.Count > 0) < 2)
        {
            return null;
        }

        var table = Enumerable.Range(skipped, Rows - skipped)
            .Select(r => places.Where(place => place.Row == r).OrderBy(place => place.Column).Select(place => Cell(frame, place, contents[place])).ToArray())
            .Where(row => row.Length > 0).ToArray();
        return table.All(row => row.All(cell => cell.ColumnSpan == Columns))
            ? null
            : new PdfTable(table, columns, rows[skipped], rows[^1], true, irregular ? "表格框线不规则，单元格的归属可能有误" : null);
    }

    private static bool IsCaption(List<LayerWord> words)
    {
        var text = string.Concat(words.OrderBy(word => word.Middle).ThenBy(word => word.Left).Select(word => word.Text));
        return text.Length < 60 && (text.StartsWith("专栏", StringComparison.Ordinal) || text.StartsWith("附表", StringComparison.Ordinal)
            || (text.StartsWith('表') && text.Length > 1 && (char.IsAsciiDigit(text[1]) || text[1] is >= '一' and <= '九')));
    }

    private PdfCell Cell(PageFrame frame, Place place, List<LayerWord> words)
    {
        var (left, top) = (columns[place.Column], rows[place.Row]);
        var (right, bottom) = (columns[place.Column + place.ColumnSpan], rows[place.Row + place.RowSpan]);
        return new PdfCell(place.Column, place.RowSpan, place.ColumnSpan, frame.Box(left, top, right, bottom), LineMaker.Make(words)) { Width = right - left };
    }

    private void Merge()
    {
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                if (c + 1 < Columns && !HasWall(vertical, columns[c + 1], (rows[r] + rows[r + 1]) / 2))
                {
                    owner[Root((r * Columns) + c + 1)] = Root((r * Columns) + c);
                }

                if (r + 1 < Rows && !HasWall(horizontal, rows[r + 1], (columns[c] + columns[c + 1]) / 2))
                {
                    owner[Root(((r + 1) * Columns) + c)] = Root((r * Columns) + c);
                }
            }
        }
    }

    private static bool HasWall(List<Ruling> lines, double at, double across) =>
        lines.Exists(line => Math.Abs(line.At - at) <= Segments.Near && line.From - 1 <= across && line.To + 1 >= across);

    // Merged squares are one cell when they fill a rectangle; otherwise each stands alone.
    private List<Place> Places(out bool irregular)
    {
        irregular = false;
        var places = new List<Place>();
        foreach (var group in Enumerable.Range(0, owner.Length).GroupBy(Root))
        {
            var squares = group.ToList();
            var (top, bottom) = (squares.Min(i => i / Columns), squares.Max(i => i / Columns));
            var (left, right) = (squares.Min(i => i % Columns), squares.Max(i => i % Columns));
            if (squares.Count == (bottom - top + 1) * (right - left + 1))
            {
                places.Add(new Place(top, left, bottom - top + 1, right - left + 1));
                continue;
            }

            irregular = true;
            places.AddRange(squares.Select(i => new Place(i / Columns, i % Columns, 1, 1)));
        }

        return places;
    }

    private int Root(int i)
    {
        while (owner[i] != i)
        {
            i = owner[i] = owner[owner[i]];
        }

        return i;
    }

    private static int Index(List<double> sides, double at)
    {
        var index = sides.FindLastIndex(side => side <= at);
        return Math.Clamp(index, 0, sides.Count - 2);
    }

    private sealed record Place(int Row, int Column, int RowSpan, int ColumnSpan);
}
