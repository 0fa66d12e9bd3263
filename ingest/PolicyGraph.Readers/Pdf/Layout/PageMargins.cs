namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Margins page by page; a page with too few lines to show its own is set like the last one on the same side of the sheet.</summary>
internal sealed class PageMargins
{
    private readonly PdfMargins?[] last = new PdfMargins?[2];

    /// <param name="number">The page.</param>
    /// <param name="group">Lines of one column, or all of the page.</param>
    /// <param name="page">All lines of the page.</param>
    public PdfMargins Of(int number, IReadOnlyList<PdfLine> group, IReadOnlyList<PdfLine> page)
    {
        var column = group.Count > 0 && page.Count > 0 && group.Max(line => line.Right) - group.Min(line => line.Left) < (page.Max(line => line.Right) - page.Min(line => line.Left)) * 0.6;
        var like = column ? null : last[number % 2] ?? last[(number + 1) % 2];
        var margins = new PdfMargins(group, like);
        if (!column && margins.IsTelling)
        {
            last[number % 2] = margins;
        }

        return margins;
    }
}
