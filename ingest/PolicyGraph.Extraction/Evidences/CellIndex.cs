using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds the cell of a spreadsheet in which a span begins.</summary>
internal sealed class CellIndex
{
    private readonly TableCell[] cells;
    private readonly int[] starts;

    public CellIndex(IEnumerable<Table> tables)
    {
        cells = [.. tables.SelectMany(t => t.Rows).SelectMany(r => r).Where(c => c.Cell is not null && !c.Span.IsEmpty).OrderBy(c => c.Span.Start)];
        starts = Array.ConvertAll(cells, c => c.Span.Start);
    }

    /// <summary>The cell; null outside spreadsheets and between cells.</summary>
    public TableCell? Find(TextSpan span)
    {
        var found = Array.BinarySearch(starts, span.Start);
        var at = found >= 0 ? found : ~found - 1;
        return at >= 0 && span.Start < cells[at].Span.End ? cells[at] : null;
    }
}
