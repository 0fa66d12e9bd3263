namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>One page: its lines, and which of them are running heads and page numbers.</summary>
internal sealed class PdfPage(PageFrame frame)
{
    public PageFrame Frame { get; } = frame;

    public int Number => Frame.Number;

    public double Height => Frame.Height;

    /// <summary>All lines from the top.</summary>
    public IReadOnlyList<PdfLine> Lines { get; } = LineMaker.Make(frame.Words);
}

/// <summary>What stands on a page, in reading order.</summary>
internal abstract record PageItem
{
    private protected PageItem()
    {
    }

    /// <summary>A printed line of running text with the margins of its column.</summary>
    public sealed record Text(PdfLine Line, PdfMargins Margins) : PageItem;

    /// <summary>A table, or the part of one that stands on this page.</summary>
    public sealed record Grid(Tables.PdfTable Table) : PageItem;

    /// <summary>A running head or page number.</summary>
    public sealed record Furniture(PdfLine Line) : PageItem;
}
