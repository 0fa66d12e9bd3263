using System.Globalization;
using AngleSharp.Dom;

namespace PolicyGraph.Readers.Html;

/// <summary>Writes the rows of one table: cells joined by a tab, each row a line, with their place in the grid.</summary>
internal sealed class HtmlTable(DocumentBuilder output, HtmlVisibility visibility, HtmlWriter writer)
{
    // HTML's own limit for colspan.
    private const int MaxSpan = 1000;

    private readonly Dictionary<int, int> taken = [];
    private int clamped;

    /// <summary>Whether a table only places other blocks on the page.</summary>
    public static bool IsLayout(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table,h1,h2,h3") is not null)
        {
            return true;
        }

        var cells = table.QuerySelectorAll("td,th");
        return cells.Length < 2 || cells.Any(cell => cell.Children.Count(child => child.LocalName is "p" or "div") > 8);
    }

    /// <summary>Writes <paramref name="table"/>.</summary>
    /// <param name="table">The element.</param>
    /// <param name="nested">Whether it stands within another table's cell.</param>
    public void Write(IElement table, bool nested)
    {
        var draft = new TableDraft(output.Cells) { Title = Caption(table) };
        var rows = Rows(table).Where(row => !visibility.Hides(row)).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            draft.BeginRow();
            Row(rows[i], rows.Count - i, draft);
            output.Append('\n');
        }

        output.AddTable(draft, nested);
        if (clamped > 0)
        {
            output.Remark(Remark.SpanClamped(clamped));
        }
    }

    private static string? Caption(IElement table)
    {
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption")?.TextContent.Trim();
        return string.IsNullOrEmpty(caption) ? null : caption;
    }

    private static IEnumerable<IElement> Rows(IElement table) =>
        table.Children.SelectMany(child => child.LocalName == "tr" ? [child]
            : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr") : []);

    private void Row(IElement row, int rowsLeft, TableDraft draft)
    {
        var column = 0;
        var first = true;
        foreach (var cell in row.Children.Where(child => child.LocalName is "td" or "th"))
        {
            if (visibility.Hides(cell))
            {
                continue;
            }

            while (taken.GetValueOrDefault(column) > 0)
            {
                column++;
            }

            if (!first)
            {
                output.Append('\t');
            }

            first = false;
            var (width, height) = (Span(cell, "colspan", MaxSpan), Math.Min(Span(cell, "rowspan", 65534), rowsLeft));
            if (width * height > 1 && !output.Cells.MayCover((long)width * height))
            {
                (width, height) = (1, 1);
                clamped++;
            }

            draft.Add(new CellDraft(writer.WriteCell(cell), column) { ColumnSpan = width, RowSpan = height });
            for (var i = 0; height > 1 && i < width; i++)
            {
                taken[column + i] = height;
            }

            column += width;
        }

        foreach (var (at, rows) in taken.ToList())
        {
            if (rows <= 1)
            {
                taken.Remove(at);
            }
            else
            {
                taken[at] = rows - 1;
            }
        }
    }

    private int Span(IElement cell, string name, int most)
    {
        if (cell.GetAttribute(name) is not { } text)
        {
            return 1;
        }

        var read = double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var asked);
        var span = read ? (int)Math.Clamp(asked, 1, most) : 1;
        clamped += read && asked == span ? 0 : 1;
        return span;
    }
}
