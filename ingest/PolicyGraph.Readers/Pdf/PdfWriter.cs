using PolicyGraph.Documents;

namespace PolicyGraph.Readers.Pdf;

/// <summary>Writes pages as text: a paragraph for each run of wrapped lines, furniture behind the paragraph that it interrupts.</summary>
internal sealed class PdfWriter(DocumentBuilder output, IReadOnlyList<PdfPage> pages)
{
    private readonly PdfFurniture furniture = new(pages);
    private readonly List<(PdfLine Line, int Page)> waiting = [];
    private (PdfLine Line, PdfPage Page)? last;
    private int start;

    public void Write()
    {
        PdfMargins? before = null;
        foreach (var page in pages)
        {
            var margins = new PdfMargins(page.Lines.Where(line => !furniture.Is(line, page)).ToList());
            foreach (var line in page.Lines)
            {
                if (furniture.Is(line, page))
                {
                    waiting.Add((line, page.Number));
                    continue;
                }

                if (last is not { } above || !margins.Continues(above.Line, line, above.Page == page ? null : before))
                {
                    EndParagraph();
                }
                else if (NeedsBlank(line))
                {
                    output.Append(' ');
                }

                output.Append(line.Text);
                last = (line, page);
            }

            before = margins;
        }

        EndParagraph();
    }

    private bool NeedsBlank(PdfLine next) => char.IsAsciiLetterOrDigit(output.Last) && char.IsAsciiLetter(next.Text[0]);

    private void EndParagraph()
    {
        if (last is { } before)
        {
            output.AddBlock(BlockKind.Paragraph, start, page: before.Page.Number);
            output.Append('\n');
        }

        foreach (var (line, page) in waiting)
        {
            start = output.Length;
            output.Append(line.Text);
            output.AddBlock(BlockKind.PageFurniture, start, page: page);
            output.Append('\n');
        }

        waiting.Clear();
        (last, start) = (null, output.Length);
    }
}
