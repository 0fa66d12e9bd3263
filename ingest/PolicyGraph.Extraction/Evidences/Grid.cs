using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>A table with every grid place filled: a merged cell stands at each place that it covers.</summary>
internal sealed class Grid
{
    private const int MaxColumns = 256;
    private static readonly string[] TitleLabels = ["报告", "报告名称", "文件名称", "证书名称", "合同名称", "表名", "标题", "题名", "台账名称", "资料名称", "文件标题", "项目名称", "系统名称", "平台名称"];

    private static readonly string[] Numbers = ["表号", "表单", "表格", "附表", "编号", "表　号", "报表"];

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

    /// <summary>The words of the rows above the header: title, unit, who fills it in, alone in their row or side by side; and the title that a form gives as a value (报告名称 | 清洁生产审核报告).</summary>
    public IEnumerable<string> CaptionRows()
    {
        for (var row = 0; row < Math.Min(Rows, 4); row++)
        {
            var cells = Cells(row);
            if (cells is [var only] && Rows > row + 1)
            {
                yield return only.Text;
            }
            else if (cells is [var name, var value] && Array.Exists(TitleLabels, l => NormalizedText.Fold(name.Text).Squeeze().Text.TrimEnd(':') == l))
            {
                yield return value.Text;
            }
            else if (IsTitleRow(row))
            {
                foreach (var cell in cells)
                {
                    yield return cell.Text;
                }
            }
            else if (row == 0 && cells is [var title, { Text: { Length: <= 12 } number }] && number.EndsWith('表') && Rows > 1)
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

    /// <summary>Whether a row above the head holds a title beside the company, the year or the unit: no figure, and a company in one of its cells, which no head has.</summary>
    public bool IsTitleRow(int row)
    {
        var cells = Cells(row);
        return row < 4 && Rows > row + 1 && cells.Count is >= 2 and <= 6 && (IsNumbered(row) || cells.Any(c => c.Text.Contains("公司", StringComparison.Ordinal) && (c.Text.EndsWith("公司", StringComparison.Ordinal) || c.Text.EndsWith('厂')))) && !Array.Exists(TitleLabels, l => cells[0].Text == l)
            && cells.All(c => c.Text.Length <= 60 && !IsAmount(c.Text)) && (cells[0].Text.Length >= 6 || cells[0].Text.Contains("公司", StringComparison.Ordinal));
    }

    // 表号：205-1 | 能源购进、消费与库存 on the first row
    private bool IsNumbered(int row) => row == 0 && Cells(0) is { Count: <= 4 } cells && Array.Exists(Numbers, n => cells[0].Text.StartsWith(n, StringComparison.Ordinal)) && cells[0].Text.AsSpan().IndexOfAny(':', '：') > 0 && cells[1].Text.Length >= 5 && !cells.Skip(1).Any(c => c.Text.AsSpan().IndexOfAny(':', '：') >= 0);

    private static bool IsAmount(string text) => text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',') && !(text.Length == 4 && text.StartsWith("20", StringComparison.Ordinal));

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
