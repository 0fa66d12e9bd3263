using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds tables that are flattened into lines: cells between bars of any kind, drawn boxes, semicolons, tabs, two and more blanks, or one as wide as a character.</summary>
internal static class TextTables
{
    private const int FewestColumns = 3;
    private const int WidestCell = 40;
    private const char Blank = '\0';

    /// <summary>Takes the lines of tables out of <paramref name="lines"/>.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="source">The same text as it was written, where a blank may be as wide as a character.</param>
    /// <param name="lines">The lines; those that belong to a table are removed.</param>
    public static List<Grid> Take(string text, string source, List<TextSpan> lines)
    {
        var grids = new List<Grid>();
        var kept = new List<TextSpan>(lines.Count);
        for (var i = 0; i < lines.Count;)
        {
            var rows = new List<(List<TextSpan> Cells, int Line)>();
            var next = i;
            while (next < lines.Count && IsBox(text, lines[next]))
            {
                next++; // ┌──┬──┐ above the head
            }

            var mark = next < lines.Count ? MarkOf(text, lines[next]) : Blank;
            var bars = next < lines.Count && mark != Blank && text[lines[next].Start] == mark;
            while (next < lines.Count)
            {
                if (!IsBox(text, lines[next]))
                {
                    if (MarkOf(text, lines[next]) != mark || (mark != Blank && text[lines[next].Start] == mark) != bars || Split(text, source, lines[next], mark) is not { } cells || cells.Count < (bars ? 2 : FewestColumns))
                    {
                        break;
                    }

                    if (!cells.TrueForAll(c => c.IsEmpty || IsRule(text, c)))
                    {
                        rows.Add((cells, next));
                    }
                }

                next++;
            }

            var head = bars ? 0 : FindHead(text, rows);
            if (head >= 0 && rows.Count - head >= 2 && (mark is not ';' || rows.TrueForAll(r => r.Cells.TrueForAll(c => c.Length <= WidestCell))))
            {
                grids.Add(new Grid(ToTable(text, rows.ConvertAll(r => r.Cells)[head..])));
                kept.AddRange(lines[i..(head == 0 ? i : rows[head].Line)]);
            }
            else
            {
                kept.AddRange(lines[i..Math.Max(next, i + 1)]);
            }

            i = Math.Max(next, i + 1);
        }

        lines.Clear();
        lines.AddRange(kept);
        return grids;
    }

    // Forms with several labels on a line look alike; a table has a head without colons and figures below. The row of its head, or -1.
    private static int FindHead(string text, List<(List<TextSpan> Cells, int Line)> rows)
    {
        var last = rows.FindLastIndex(r => r.Cells.Exists(c => !c.IsEmpty && char.IsAsciiDigit(text[c.Start])));
        var head = rows.FindIndex(r => !r.Cells.Exists(c => text.AsSpan(c.Start, c.Length).Contains(':')));
        return head >= 0 && head < last ? head : -1;
    }

    private static bool IsRule(string text, TextSpan cell)
    {
        for (var i = cell.Start; i < cell.End; i++)
        {
            if (text[i] is not ('-' or ':' or '=' or ' '))
            {
                return false;
            }
        }

        return true;
    }

    // What parts the cells of a line: a bar at its begin, two bars or three semicolons within; blank for tabs and gaps.
    private static char MarkOf(string text, TextSpan line)
    {
        var words = text.AsSpan(line.Start, line.Length);
        foreach (var bar in (ReadOnlySpan<char>)['|', '│', '┃', '‖'])
        {
            if (words[0] == bar || words.Count(bar) >= FewestColumns - 1)
            {
                return bar;
            }
        }

        return words.Count(';') >= FewestColumns && words.IndexOfAny('。', '\n') < 0 ? ';' : Blank;
    }

    private static bool IsBox(string text, TextSpan line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (text[i] is not ((>= '─' and <= '╿') or ' ') || text[i] is '│' or '┃')
            {
                return false;
            }
        }

        return line.Length >= 3;
    }

    private static List<TextSpan> Split(string text, string source, TextSpan line, char mark)
    {
        var cells = new List<TextSpan>();
        var words = text.AsSpan(line.Start, line.Length);
        if (words.Contains('\n'))
        {
            return cells;
        }

        var marked = mark != Blank;
        var tabs = words.Contains('\t');
        var start = marked && words[0] == mark ? line.Start + 1 : line.Start;
        var end = marked && text[line.End - 1] == mark ? line.End - 1 : line.End;
        for (var at = start; at < end; at++)
        {
            var width = marked ? (text[at] == mark ? 1 : 0) : tabs ? (text[at] == '\t' ? 1 : 0) : Gap(text, source, at, end);
            if (width > 0)
            {
                cells.Add(new TextSpan(start, at).Trim(text));
                start = at + width;
                at = start - 1;
            }
        }

        cells.Add(new TextSpan(Math.Min(start, end), end).Trim(text));
        return cells;
    }

    private static int Gap(string text, string source, int at, int end)
    {
        var width = 0;
        while (at + width < end && text[at + width] == ' ')
        {
            width++;
        }

        return width >= 2 || (width == 1 && source[at] == '\u3000') ? width : 0;
    }

    private static Table ToTable(string text, List<List<TextSpan>> rows)
    {
        var span = new TextSpan(rows[0][0].Start, rows[^1][^1].End);
        IReadOnlyList<IReadOnlyList<TableCell>> cells = [.. rows.Select(r => (IReadOnlyList<TableCell>)[.. r.Select((c, column) => new TableCell(text[c.Start..c.End], c, column))])];
        return new Table(null, span, cells);
    }
}
