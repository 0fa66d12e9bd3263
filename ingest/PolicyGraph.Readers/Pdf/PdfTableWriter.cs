using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layout;
using PolicyGraph.Readers.Pdf.Tables;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Writes tables cell by cell, and goes on with one that the end of a page has cut.</summary>
internal sealed class PdfTableWriter(DocumentBuilder output)
{
    private TableDraft? draft;
    private PdfTable? first;
    private PdfTable? part;
    private int page;
    private List<CellDraft> columns = [];

    /// <summary>Whether a table may still go on.</summary>
    public bool IsOpen => draft is not null;

    /// <summary>Whether <paramref name="next"/> is the rest of the table being written: right behind it, on the next page, in the same columns.</summary>
    public bool Continues(PdfTable next, ReadPage on) =>
        part is not null && on.Frame.Number == page + 1 && part.HasColumnsOf(next);

    public void Begin(PdfTable table, ReadPage on, string? title)
    {
        draft = new TableDraft(output.Cells) { Title = IsCaption(title) ? title : null, Page = on.Frame.Number, Box = on.Frame.Box(table.Edges[0], table.Top, table.Edges[^1], table.Bottom) };
        (first, columns) = (table, []);
        Write(table, on, 0);
    }

    public void Extend(PdfTable table, ReadPage on)
    {
        // first is the part with the header; it was set when the table began.
        var skipped = first!.RepeatedRows(table);
        while (skipped < table.Rows.Count && table.Rows[skipped].All(cell => cell.IsBlank && cell.RowSpan == 1))
        {
            skipped++; // a header that stands on every page was taken for a running head
        }

        Write(table, on, skipped < table.Rows.Count ? skipped : 0);
    }

    public void End()
    {
        if (draft is not null)
        {
            output.AddTable(draft);
        }

        (draft, first, part) = (null, null, null);
    }

    private void Write(PdfTable table, ReadPage on, int from)
    {
        for (var r = from; r < table.Rows.Count; r++)
        {
            WriteRow(table.Rows[r], on, r == from && part is not null);
        }

        (part, page) = (table, on.Frame.Number);
    }

    private void WriteRow(IReadOnlyList<PdfCell> row, ReadPage on, bool cut)
    {
        draft!.BeginRow(); // only Begin and Extend come here
        for (var c = 0; c < row.Count; c++)
        {
            if (c > 0)
            {
                output.Append('\t');
            }

            // A merged cell that goes on behind the page's end is blank there.
            if (cut && row[c].IsBlank && columns.Find(above => above.Column == row[c].Column && above.ColumnSpan == row[c].ColumnSpan && above.RowSpan > 1) is { } above)
            {
                above.RowSpan += row[c].RowSpan;
                continue;
            }

            draft.Add(WriteCell(row[c], on));
        }

        output.Append('\n');
    }

    private CellDraft WriteCell(PdfCell cell, ReadPage on)
    {
        var start = output.Length;
        for (var i = 0; i < cell.Lines.Count; i++)
        {
            if (i > 0)
            {
                Divide(cell, i);
            }

            var line = cell.Lines[i];
            var at = output.Length;
            output.Append(line.Text.Replace('\t', ' '));
            output.Place(at, on.Frame.Box(line.Left, line.Top, line.Right, line.Bottom));
        }

        var written = new CellDraft(output.Since(start), cell.Column) { RowSpan = cell.RowSpan, ColumnSpan = cell.ColumnSpan, Box = cell.Box };
        columns.RemoveAll(other => other.Column == cell.Column);
        columns.Add(written);
        return written;
    }

    private void Divide(PdfCell cell, int i)
    {
        if (!cell.Wraps(i - 1))
        {
            output.Append('\n');
        }
        else if (char.IsAsciiLetter(output.Last) && char.IsAsciiLetter(cell.Lines[i].Text[0]))
        {
            output.Append(' ');
        }
    }

    private static bool IsCaption(string? text) =>
        text is { Length: < 80 } && (text.StartsWith('表') || text.StartsWith("附表", StringComparison.Ordinal) || text.EndsWith('表') || text.StartsWith("专栏", StringComparison.Ordinal));
}
