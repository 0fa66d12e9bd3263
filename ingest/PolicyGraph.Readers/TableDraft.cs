using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers;

/// <summary>A cell whose extent may still grow while later rows are read.</summary>
internal sealed class CellDraft(TextSpan span, int column)
{
    public TextSpan Span { get; } = span;

    public int Column { get; } = column;

    public int RowSpan { get; set; } = 1;

    public int ColumnSpan { get; set; } = 1;

    public string? Address { get; init; }

    public PageBox? Box { get; init; }
}

/// <summary>A table while it is being read.</summary>
/// <param name="cells">Counts the cells of the whole document against their limit.</param>
internal sealed class TableDraft(CellCounter cells)
{
    private readonly List<List<CellDraft>> rows = [];

    public string? Title { get; init; }

    public string? Sheet { get; init; }

    /// <summary>Page on which it begins; null where the format has no pages.</summary>
    public int? Page { get; init; }

    /// <summary>Its place on that page.</summary>
    public PageBox? Box { get; init; }

    public int RowCount => rows.Count;

    public void BeginRow() => rows.Add([]);

    /// <summary>Puts a cell at the end of the last row.</summary>
    public void Add(CellDraft cell)
    {
        cells.Count();
        rows[^1].Add(cell);
    }

    /// <summary>The table with the words that stand at its spans; null when it has no cell.</summary>
    /// <param name="slice">Gives the text at a span.</param>
    public Table? Build(Func<TextSpan, string> slice)
    {
        if (rows.All(row => row.Count == 0))
        {
            return null;
        }

        var filled = rows.SelectMany(row => row).Where(cell => !cell.Span.IsEmpty).Select(cell => cell.Span).ToList();
        var first = rows.First(row => row.Count > 0)[0].Span;
        var span = filled.Count == 0 ? first : new TextSpan(filled.Min(cell => cell.Start), filled.Max(cell => cell.End));
        return new Table(Title, span, [.. rows.Where(row => row.Count > 0).Select(row => Freeze(row, slice))], Page, Sheet);
    }

    private TableCell[] Freeze(List<CellDraft> row, Func<TextSpan, string> slice) =>
        [.. row.Select(cell => new TableCell(slice(cell.Span), cell.Span, cell.Column, cell.RowSpan, cell.ColumnSpan, Sheet, cell.Address, cell.Box))];
}

/// <summary>Holds the limit on cells over all tables of one document.</summary>
internal sealed class CellCounter(int limit)
{
    private int count;
    private long covered;

    /// <summary>Whether merged cells may cover so many more places of the grid: they cost time though nothing is written there.</summary>
    public bool MayCover(long places) => (covered += places) <= limit;

    /// <exception cref="DocumentReadException">This cell is one too many.</exception>
    public void Count()
    {
        if (++count > limit)
        {
            throw Refusal.TooManyCells(limit);
        }
    }
}
