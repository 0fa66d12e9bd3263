namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>The cells that lie under a merged one and are not seen.</summary>
internal sealed class CoveredCells(IReadOnlyDictionary<CellAddress, CellAddress> merges)
{
    private readonly List<(CellAddress First, CellAddress Last)> ranges = [.. merges.Select(merge => (merge.Key, merge.Value)).OrderBy(range => range.Key.Row)];
    private readonly List<(CellAddress First, CellAddress Last)> active = [];
    private int next;
    private int current = -1;

    /// <summary>Filled cells that were hidden.</summary>
    public int Dropped { get; private set; }

    public string FirstDropped { get; private set; } = "";

    /// <summary>Whether a cell lies under a merged one. Rows are asked for from the top down.</summary>
    public bool Covers(int row, int column)
    {
        if (row != current)
        {
            current = row;
            active.RemoveAll(range => range.Last.Row < row);
            for (; next < ranges.Count && ranges[next].First.Row <= row; next++)
            {
                if (ranges[next].Last.Row >= row)
                {
                    active.Add(ranges[next]);
                }
            }
        }

        foreach (var (first, last) in active)
        {
            if (column >= first.Column && column <= last.Column && !(row == first.Row && column == first.Column))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>As <see cref="Covers"/>, for a filled cell, which is counted.</summary>
    public bool Hides(int row, int column, string text)
    {
        if (!Covers(row, column))
        {
            return false;
        }

        FirstDropped = Dropped++ == 0 ? text : FirstDropped;
        return true;
    }
}
