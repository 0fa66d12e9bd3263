using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Writes pages as text: a paragraph for each run of wrapped lines, tables with their cells, furniture behind the paragraph or table that it interrupts.</summary>
internal sealed class PdfWriter(DocumentBuilder output, IReadOnlyList<ReadPage> pages)
{
    // Heights of a letter between a table and its caption.
    private const double CaptionGap = 3;
    private readonly List<(PdfLine Line, PageFrame Frame)> waiting = [];
    private readonly PdfTableWriter tables = new(output);
    private (PdfLine Line, ReadPage Page, PdfMargins Margins)? last;
    private (string Text, PdfLine Line, int Page)? caption;
    private PageBox? box;
    private int start;

    public void Write()
    {
        foreach (var page in pages)
        {
            if (page.Reading.Grade == PageGrade.Unreadable)
            {
                WriteUnreadable(page);
                continue;
            }

            foreach (var item in page.Items)
            {
                switch (item)
                {
                    case PageItem.Furniture head:
                        waiting.Add((head.Line, page.Frame));
                        break;
                    case PageItem.Grid grid:
                        AddTable(grid, page);
                        break;
                    case PageItem.Text text when tables.IsOpen && IsContinuedCaption(text.Line):
                        waiting.Add((text.Line, page.Frame));
                        break;
                    case PageItem.Text text:
                        AddLine(text, page);
                        break;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            }
        }

        EndAll();
    }

    private void AddTable(PageItem.Grid grid, ReadPage page)
    {
        if (tables.Continues(grid.Table, page))
        {
            tables.Extend(grid.Table, page);
            return;
        }

        EndAll();
        var title = caption is { } above && above.Page == page.Frame.Number && grid.Table.Top - above.Line.Bottom < above.Line.Height * CaptionGap ? above.Text : null;
        tables.Begin(grid.Table, page, title);
        start = output.Length;
    }

    private void AddLine(PageItem.Text item, ReadPage page)
    {
        if (tables.IsOpen)
        {
            EndAll();
        }

        var line = item.Line;
        if (last is not { } above || !item.Margins.Continues(above.Line, line, above.Page == page && above.Margins == item.Margins ? null : above.Margins))
        {
            EndParagraph();
        }
        else if (char.IsAsciiLetterOrDigit(output.Last) && char.IsAsciiLetter(line.Text[0]))
        {
            output.Append(' ');
        }

        WriteLine(line, page.Frame);
        last = (line, page, item.Margins);
    }

    private void WriteLine(PdfLine line, PageFrame frame)
    {
        for (var i = 0; i < line.Segments.Count; i++)
        {
            var segment = line.Segments[i];
            if (i > 0)
            {
                output.Append('\t');
            }

            var at = output.Length;
            output.Append(segment.Text);
            var place = frame.Box(segment.Left, segment.Top, segment.Right, segment.Bottom);
            output.Place(at, place);
            box = box is { } begun ? begun.Page == place.Page ? begun.Cover(place) : begun : place;
        }
    }

    // The words of an unreadable page stay in the text, but nothing is made of them.
    private void WriteUnreadable(ReadPage page)
    {
        var lines = page.Items.Select(item => item switch
        {
            PageItem.Furniture head => head.Line,
            PageItem.Text text => text.Line,
            _ => null,
        }).OfType<PdfLine>().ToList();
        if (lines.Count == 0)
        {
            return;
        }

        EndAll();
        var from = output.Length;
        foreach (var line in lines)
        {
            WriteFurniture(line, page.Frame);
        }

        output.AddUnread(output.Since(from), string.Join('；', page.Reading.Reasons));
        start = output.Length;
    }

    private void EndAll()
    {
        tables.End();
        EndParagraph();
    }

    private void EndParagraph()
    {
        if (last is { } ended)
        {
            caption = (output.Slice(output.Since(start)), ended.Line, ended.Page.Frame.Number);
            output.AddBlock(BlockKind.Paragraph, start, page: box?.Page, box: box);
            output.Append('\n');
        }

        foreach (var (line, frame) in waiting)
        {
            WriteFurniture(line, frame);
        }

        waiting.Clear();
        (last, box, start) = (null, null, output.Length);
    }

    private void WriteFurniture(PdfLine line, PageFrame frame)
    {
        var from = output.Length;
        box = null;
        WriteLine(line, frame);
        output.AddBlock(BlockKind.PageFurniture, from, page: frame.Number, box: box);
        output.Append('\n');
        box = null;
    }

    // 续表, 表2（续）: printed only because the page is over.
    private static bool IsContinuedCaption(PdfLine line) =>
        line.Text.Length < 40 && (line.Text.StartsWith("续表", StringComparison.Ordinal) || (line.Text.StartsWith('表') && line.Text.AsSpan().TrimEnd().EndsWith("续）")));
}
