using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>A table with every grid place filled: a merged cell stands at each place that it covers.</summary>
internal sealed class Grid
{
    private const int MaxColumns = 256;

    private readonly TableCell?[][] places;
    private readonly IReadOnlyList<TableCell>?[] filled;

    public Grid(Table table)
    {
        Table = table;
        Title = table.Title;
        Span = table.Span;
        Columns = Math.Min(MaxColumns, table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Count == 0 ? 0 : r.Max(c => c.Column + Math.Max(1, c.ColumnSpan))));
        places = new TableCell?[table.Rows.Count][];
        filled = new IReadOnlyList<TableCell>?[table.Rows.Count];
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = new TableCell?[Columns];
        }

        Fill(table);
    }

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>Caption or sheet name.</summary>
    public string? Title { get; }

    /// <summary>From the first cell to the last.</summary>
    public TextSpan Span { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => places.Length;

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The cell at a place; null for a place without one or with a blank one.</summary>
    public TableCell? this[int row, int column] => column < Columns && places[row][column] is { Span.IsEmpty: false } cell && cell.Text.Length > 0 ? cell : null;

    /// <summary>The distinct cells of a row that say something.</summary>
    public IReadOnlyList<TableCell> Cells(int row) => filled[row] ??= FindCells(row);

    /// <summary>The words of the rows above the header that hold one cell: title, unit, who fills it in.</summary>
    public IEnumerable<string> CaptionRows()
    {
        for (var row = 0; row < Math.Min(Rows, 4); row++)
        {
            if (Cells(row) is [var only] && Rows > row + 1)
            {
                yield return only.Text;
            }
            else if (row == 0 && Cells(row) is [var title, { Text: { Length: <= 12 } number }] && number.EndsWith('表') && Rows > 1)
            {
                yield return title.Text;
                yield return number;
            }
            else
            {
                yield break;
            }
        }
    }

    /// <summary>Whether a short cell, a head or a name but no remark, holds one of the words.</summary>
    public bool CellsWith(params string[] words) => Enumerable.Range(0, Math.Min(Rows, 200)).SelectMany(Cells).Any(c => c.Text.Length <= 24 && Array.Exists(words, w => c.Text.Contains(w, StringComparison.Ordinal)));

    private List<TableCell> FindCells(int row)
    {
        var cells = new List<TableCell>();
        for (var column = 0; column < Columns; column++)
        {
            if (this[row, column] is { } cell && (cells.Count == 0 || !ReferenceEquals(cells[^1], cell)))
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private void Fill(Table table)
    {
        for (var row = 0; row < table.Rows.Count; row++)
        {
            foreach (var cell in table.Rows[row])
            {
                var lastRow = Math.Min(places.Length, row + Math.Max(1, cell.RowSpan));
                var lastColumn = Math.Min(Columns, cell.Column + Math.Max(1, cell.ColumnSpan));
                for (var c = Math.Max(0, cell.Column); c < lastColumn; c++)
                {
                    for (var r = row; r < lastRow && places[r][c] is null; r++)
                    {
                        places[r][c] = cell; // a cell that is in the way ends it, so that no place is filled twice
                    }
                }
            }
        }
    }
}
