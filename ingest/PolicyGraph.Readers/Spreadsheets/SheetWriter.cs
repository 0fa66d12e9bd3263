using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>Writes one sheet: its name on a line, then a line for each row that has something, its cells joined by a tab.</summary>
/// <remarks>Blank cells before the last filled one of a row are kept, so that columns line up; in very wide gaps they are not.</remarks>
internal sealed class SheetWriter(DocumentBuilder output, Sheet sheet, SheetRows rows)
{
    private const int WidestGap = 64;

    public void Write()
    {
        if (rows.Rows.Count == 0)
        {
            return;
        }

        Announce();
        output.EndLine();
        var start = output.Length;
        output.Append(sheet.Name);
        output.AddBlock(BlockKind.Heading, start, 1);
        output.Append('\n');
        var covered = new CoveredCells(rows.Merges);
        var draft = new TableDraft(new CellCounter(int.MaxValue)) { Title = sheet.Name, Sheet = sheet.Name };
        foreach (var (row, cells) in rows.Rows.OrderBy(line => line.Row))
        {
            draft.BeginRow();
            WriteRow(row, cells, covered, draft);
            output.Append('\n');
        }

        output.AddTable(draft);
        if (covered.Dropped > 0)
        {
            output.Remark(Remark.HiddenText(covered.Dropped, $"{sheet.Name}：{covered.FirstDropped}"));
        }
    }

    private void WriteRow(int row, List<(int Column, string Text)> cells, CoveredCells covered, TableDraft draft)
    {
        var next = 0;
        foreach (var (column, text) in cells.OrderBy(cell => cell.Column))
        {
            if (column < next || covered.Hides(row, column, text))
            {
                continue;
            }

            if (column - next <= WidestGap)
            {
                for (; next < column; next++)
                {
                    WriteCell(row, next, "", covered, draft);
                }
            }

            next = column;
            WriteCell(row, next++, text, covered, draft);
        }

        // The tab behind the last cell.
        output.Truncate(Math.Max(0, output.Length - (next > 0 ? 1 : 0)));
    }

    private void WriteCell(int row, int column, string text, CoveredCells covered, TableDraft draft)
    {
        if (text.Length == 0 && covered.Covers(row, column))
        {
            output.Append('\t');
            return;
        }

        var place = new CellAddress(row, column);
        var start = output.Length;
        output.Append(text);
        var span = output.Since(start);
        output.Append('\t');
        var extent = rows.Merges.GetValueOrDefault(place, place);
        if (text.Length == 0)
        {
            output.Cells.Count();
        }

        draft.Add(new CellDraft(span, column)
        {
            RowSpan = Math.Max(1, extent.Row - row + 1),
            ColumnSpan = Math.Max(1, extent.Column - column + 1),
            Address = place.ToString(),
        });
    }

    private void Announce()
    {
        if (sheet.IsHidden)
        {
            output.Remark(Remark.HiddenCells($"工作表“{Refusal.Clean(sheet.Name)}”"));
        }

        if (rows.HiddenRows > 0)
        {
            output.Remark(Remark.HiddenCells($"工作表“{Refusal.Clean(sheet.Name)}”中有 {rows.HiddenRows} 行"));
        }

        if (rows.HiddenColumns > 0)
        {
            output.Remark(Remark.HiddenCells($"工作表“{Refusal.Clean(sheet.Name)}”中有列"));
        }
    }
}
