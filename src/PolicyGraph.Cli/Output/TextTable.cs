using System.Text;

namespace PolicyGraph.Cli.Output;

/// <summary>A plain table for people: aligned by display width, Chinese counting two columns.</summary>
public static class TextTable
{
    private const int MaxCell = 60;

    /// <summary>Renders a table; cells are put on one line and cut at 60 columns.</summary>
    public static string Render(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        if (columns.Count == 0)
        {
            return string.Empty;
        }

        var cells = rows.Select(r => r.Select(c => Fit(Terminal.Visible(c, keepLines: false))).ToArray()).Prepend([.. columns.Select(c => Fit(Terminal.Visible(c, keepLines: false)))]).ToList();
        var widths = Enumerable.Range(0, columns.Count).Select(i => cells.Max(r => Width(r[i]))).ToArray();
        var text = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            text.AppendJoin("  ", cells[i].Select((c, column) => column == widths.Length - 1 ? c : c + new string(' ', widths[column] - Width(c)))).Append('\n');
            if (i == 0)
            {
                text.AppendJoin("  ", widths.Select(w => new string('-', w))).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Columns that a text takes on a terminal.</summary>
    public static int Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EnumerateRunes().Sum(Width);
    }

    private static int Width(Rune rune) => rune.Value switch
    {
        >= 0x1100 and <= 0x115f or >= 0x2e80 and <= 0xa4cf or >= 0xac00 and <= 0xd7a3 or >= 0xf900 and <= 0xfaff or >= 0xfe30 and <= 0xfe6f or >= 0xff00 and <= 0xff60 or >= 0xffe0 and <= 0xffe6 or >= 0x1f300 and <= 0x1faff or >= 0x20000 => 2,
        0x200b or 0xfeff => 0,
        _ => 1,
    };

    private static string Fit(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (Width(line) <= MaxCell)
        {
            return line;
        }

        var cut = new StringBuilder();
        var width = 1;
        foreach (var rune in line.EnumerateRunes())
        {
            width += Width(rune);
            if (width > MaxCell)
            {
                break;
            }

            cut.Append(rune.ToString());
        }

        return cut.Append('…').ToString();
    }
}
