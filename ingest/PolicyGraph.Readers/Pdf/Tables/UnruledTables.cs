using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf.Tables;

/// <summary>Finds the tables that have no lines around their cells: rows right below each other whose words stand in the same columns.</summary>
internal static class UnruledTables
{
    private const int MaxColumns = 40;
    private const int MaxRows = 400;

    // Lines of a wrapped cell below the first line of its row.
    private const int MaxWraps = 3;

    /// <summary>Whether a page shows anything like a table, so that its lines are worth drawing.</summary>
    public static bool MayHave(IReadOnlyList<PdfLine> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            var cells = lines[i].Cells();
            if (cells.Count == 1)
            {
                continue;
            }

            for (var j = Math.Max(0, i - 3); j < i; j++)
            {
                if (SharesGap(cells, lines[j].Cells()))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The table that begins at a line; null when none does.</summary>
    /// <param name="frame">The page.</param>
    /// <param name="lines">The lines of the page or column.</param>
    /// <param name="first">Index of the line.</param>
    /// <param name="count">How many lines it takes.</param>
    public static PdfTable? At(PageFrame frame, IReadOnlyList<PdfLine> lines, int first, out int count)
    {
        count = 0;
        var rows = new List<Row>();
        var columns = new List<(double Left, double Right)>();
        for (var i = first; i < lines.Count && rows.Count < MaxRows; i++)
        {
            var cells = lines[i].Cells();
            if (IsContents(lines[i]) || (i > first && lines[i].Top - lines[i - 1].Bottom > lines[i].Height * 2.2))
            {
                break;
            }

            if (cells.Count > 1 && Take(columns, cells))
            {
                count = i + 1 - first;
                rows.Add(new Row(cells, i, i));
            }
            else if (cells.Count > 1 || rows.Count == 0 || i - rows[^1].Last > MaxWraps || !Wraps(lines[i], lines[i - 1], columns))
            {
                break;
            }
        }

        // Lines between two rows are the rest of wrapped cells.
        for (var r = 0; r + 1 < rows.Count; r++)
        {
            rows[r] = rows[r] with { Last = rows[r + 1].First - 1 };
        }

        var narrow = rows.Count >= 2 && columns.Count is >= 2 and <= MaxColumns && rows.All(row => row.Cells.Count * 2 > columns.Count);
        return narrow && (columns.Count >= 3 || rows.Count >= 3) && HasFigures(rows) ? Table(frame, lines, rows, columns) : null;
    }

    private static PdfTable Table(PageFrame frame, IReadOnlyList<PdfLine> lines, List<Row> rows, List<(double Left, double Right)> columns)
    {
        double[] edges = [columns[0].Left, .. columns.Zip(columns.Skip(1), (one, next) => (one.Right + next.Left) / 2), columns[^1].Right];
        var table = new List<IReadOnlyList<PdfCell>>();
        foreach (var row in rows)
        {
            var printed = lines.Skip(row.First).Take(row.Last + 1 - row.First).ToList();
            var cells = new List<PdfCell>();
            for (var c = 0; c < columns.Count; c++)
            {
                var (left, right) = (c == 0 ? double.MinValue : edges[c], c + 1 == columns.Count ? double.MaxValue : edges[c + 1]);
                var inside = printed.Select(line => line.Words.Where(word => left <= (word.Left + word.Right) / 2 && (word.Left + word.Right) / 2 < right).ToList())
                    .Where(words => words.Count > 0).Select(words => new PdfLine(words)).ToList();
                cells.Add(new PdfCell(c, 1, 1, frame.Box(edges[c], printed[0].Top, edges[c + 1], printed[^1].Bottom), inside) { Width = columns[c].Right - columns[c].Left + PdfCell.Padding });
            }

            table.Add(cells);
        }

        return new PdfTable(table, edges, lines[rows[0].First].Top, lines[rows[^1].Last].Bottom, false, null);
    }

    private static bool Wraps(PdfLine line, PdfLine above, List<(double Left, double Right)> columns) =>
        line.Top - above.Bottom < line.Height * 0.9 && columns.Exists(column => column.Left - line.Height < line.Left && line.Right < column.Right + line.Height);

    // Widens the columns by a row's cells; a cell that reaches over two of them does not belong.
    private static bool Take(List<(double Left, double Right)> columns, IReadOnlyList<PdfSegment> cells)
    {
        var taken = columns.ToList();
        foreach (var cell in cells)
        {
            var touched = taken.FindAll(column => column.Left < cell.Right && cell.Left < column.Right);
            if (touched.Count > 1)
            {
                return false;
            }

            taken.RemoveAll(touched.Contains);
            taken.Add(touched.Count == 0 ? (cell.Left, cell.Right) : (Math.Min(touched[0].Left, cell.Left), Math.Max(touched[0].Right, cell.Right)));
        }

        if (cells.Select(cell => taken.FindIndex(column => column.Left <= cell.Left && cell.Right <= column.Right)).Distinct().Count() < cells.Count)
        {
            return false; // two cells in one column
        }

        columns.Clear();
        columns.AddRange(taken.OrderBy(column => column.Left));
        return true;
    }

    // Signatures and lists of names also stand in columns; a table has figures.
    private static bool HasFigures(List<Row> rows) =>
        rows.Skip(1).SelectMany(row => row.Cells.Skip(1)).Any(cell => cell.Text.Count(char.IsDigit) * 2 >= cell.Text.Length);

    private static bool IsContents(PdfLine line) => line.Text.Contains('…') || line.Text.Contains("....", StringComparison.Ordinal) || line.Text.Contains("····", StringComparison.Ordinal);

    private static bool SharesGap(IReadOnlyList<PdfSegment> cells, IReadOnlyList<PdfSegment> above)
    {
        for (var i = 1; i < cells.Count; i++)
        {
            for (var j = 1; j < above.Count; j++)
            {
                if (Math.Min(cells[i].Left, above[j].Left) - Math.Max(cells[i - 1].Right, above[j - 1].Right) > 3)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private sealed record Row(IReadOnlyList<PdfSegment> Cells, int First, int Last);
}
