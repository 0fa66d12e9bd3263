using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>Finds tables that a converter flattened into one cell per line, and puts their rows together again.</summary>
/// <remarks>
/// Two shapes occur: rows parted by an empty line, a blank cell being a line of blanks or a tab; and cells without anything between rows.
/// A table is taken only where every row has as many cells as the header (or lacks the last ones), the first cell is words and no other is a sentence.
/// </remarks>
public static class FlattenedTableReader
{
    private const int MaxCell = 60;
    private const int MinRows = 3;
    private const int MaxColumns = 10;
    private const int MaxCells = 1000;
    private const int MaxAttempts = 200;

    /// <summary>Reads the tables in the running text, in order.</summary>
    /// <param name="document">A document; tables that its format marks are not read again.</param>
    public static IReadOnlyList<Table> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Text.Text;
        var lines = RawLines(document);
        var tables = new List<Table>();
        var attempts = 0;
        for (var i = 0; i < lines.Count;)
        {
            if (attempts < MaxAttempts && IsHeaderCell(text, lines[i]) && attempts++ >= 0 && (Parted(text, lines, i) ?? Packed(text, lines, i)) is { } found)
            {
                tables.Add(found.Table);
                i = found.Next;
            }
            else
            {
                i++;
            }
        }

        return tables;
    }

    /// <summary>All lines, blank ones too, outside of what the format marks as a table.</summary>
    private static List<TextSpan> RawLines(Document document)
    {
        var text = document.Text.Text;
        var marked = document.Tables.Select(t => t.Span).OrderBy(s => s.Start).ToList();
        var lines = new List<TextSpan>();
        var start = 0;
        var next = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != '\n')
            {
                continue;
            }

            var span = new TextSpan(start, i > start && text[i - 1] == '\r' ? i - 1 : i);
            while (next < marked.Count && marked[next].End <= span.Start)
            {
                next++;
            }

            if (next == marked.Count || !marked[next].Overlaps(span))
            {
                lines.Add(span);
            }

            start = i + 1;
        }

        return lines;
    }

    /// <summary>A first header cell: 指标, 指标名称, 项目, 序号, blanks between the characters allowed.</summary>
    private static bool IsHeaderCell(string text, TextSpan line)
    {
        var cell = line.Trim(text);
        if (cell.Length is 0 or > 16)
        {
            return false;
        }

        var word = string.Concat(text[cell.Start..cell.End].Where(c => !char.IsWhiteSpace(c)));
        return word is "指标" or "指标名称" or "主要指标" or "项目" or "序号" or "类别" or "名称" or "领域" or "行业" or "指标项";
    }

    /// <summary>Rows parted by empty lines.</summary>
    private static (Table Table, int Next)? Parted(string text, List<TextSpan> lines, int first)
    {
        var rows = new List<IReadOnlyList<TableCell>>();
        var i = first;
        var next = first;
        while (i < lines.Count)
        {
            var row = new List<TableCell>();
            for (; i < lines.Count && lines[i].Length > 0 && row.Count <= MaxColumns; i++)
            {
                row.Add(Cell(text, lines[i], row.Count));
            }

            if (row.Count < 2 || row.Count > MaxColumns || !IsRow(row, rows.Count > 0 ? rows[0].Count : row.Count, rows.Count == 0))
            {
                break;
            }

            rows.Add(row);
            next = i;
            while (i < lines.Count && lines[i].Length == 0)
            {
                i++;
            }
        }

        return rows.Count < MinRows ? null : (Make(text, lines, first, rows), next);
    }

    /// <summary>Cells one behind another; the number of columns is the one with which every row begins with words and goes on with figures.</summary>
    private static (Table Table, int Next)? Packed(string text, List<TextSpan> lines, int first)
    {
        var cells = new List<TextSpan>();
        for (var i = first; i < lines.Count && cells.Count < MaxCells; i++)
        {
            var cell = lines[i].Trim(text);
            if (cell.Length > MaxCell || (!cell.IsEmpty && text[cell.End - 1] is '。' or '；') || (!cell.IsEmpty && HeadingMark.At(text, cell) is { Form: MarkForm.ChineseComma or MarkForm.ChineseBracket or MarkForm.Article or MarkForm.Chapter }))
            {
                break;
            }

            if (!cell.IsEmpty)
            {
                cells.Add(cell);
            }
        }

        for (var columns = 3; columns <= Math.Min(MaxColumns, cells.Count / MinRows); columns++)
        {
            var rows = new List<IReadOnlyList<TableCell>>();
            for (var start = 0; start + columns <= cells.Count; start += columns)
            {
                var row = Enumerable.Range(0, columns).Select(c => Cell(text, cells[start + c], c)).ToList();
                if (!IsRow(row, columns, start == 0) || (start > 0 && !row.Skip(1).Any(c => IsFigure(c.Text))))
                {
                    break;
                }

                rows.Add(row);
            }

            if (rows.Count >= MinRows && rows.Skip(1).All(r => IsFigure(r[^1].Text) == IsFigure(rows[1][^1].Text)))
            {
                var last = rows[^1][^1].Span.End;
                return (Make(text, lines, first, rows), lines.FindIndex(first, l => l.End >= last) + 1);
            }
        }

        return null;
    }

    private static TableCell Cell(string text, TextSpan line, int column)
    {
        var span = line.Trim(text);
        return new TableCell(text[span.Start..span.End], span, column);
    }

    /// <summary>The integrity check: as many cells as the header, words in front, no sentence anywhere.</summary>
    private static bool IsRow(List<TableCell> row, int columns, bool header) =>
        row.Count <= columns && row.Count >= Math.Max(2, columns - 1)
        && row[0].Text.Length > 0 && (header || !IsFigure(row[0].Text) || row.Skip(1).Any(c => c.Text.Length > 0 && !IsFigure(c.Text)))
        && row.All(c => c.Text.Length <= MaxCell && !c.Text.Contains('。', StringComparison.Ordinal))
        && (!header || row.Skip(1).All(c => c.Text.Length is > 0 and <= 20));

    private static bool IsFigure(string cell)
    {
        var digits = false;
        foreach (var c in cell)
        {
            if (ChineseAmount.IsDigit(c))
            {
                digits = true;
            }
            else if (!(c is '.' or '．' or ',' or '%' or '％' or '—' or '-' or '–' or '±' or '+' or '＞' or '＜' or '>' or '<' or '≥' or '≤' or '[' or ']' or '〔' or '〕' or '(' or ')' or '（' or '）' or '～' or '~' || char.IsWhiteSpace(c)))
            {
                return false;
            }
        }

        return digits || cell.Contains('—', StringComparison.Ordinal) || cell is "-" or "/";
    }

    private static Table Make(string text, List<TextSpan> lines, int first, List<IReadOnlyList<TableCell>> rows)
    {
        string? title = null;
        for (var i = first - 1; i >= 0 && i >= first - 3 && title is null; i--)
        {
            var above = lines[i].Trim(text);
            if (above.Length is > 0 and <= MaxCell && text[above.End - 1] is not ('。' or '；'))
            {
                title = text[above.Start..above.End];
            }
        }

        var span = new TextSpan(rows[0][0].Span.Start, rows[^1].Max(c => c.Span.End));
        return new Table(title, span, rows);
    }
}
