namespace PolicyGraph.Readers.Pdf;

/// <summary>Tells page numbers and running heads from the text: they stand at the page's edge and are a number, or come again on other pages.</summary>
internal sealed class PdfFurniture
{
    private const int LeastRepeats = 3;

    // Shares of the page's height: running heads stand at its very edge, page numbers may stand higher.
    private const double HeadEdge = 0.12;
    private const double NumberEdge = 0.18;
    private readonly HashSet<string> repeated;

    /// <param name="pages">All pages.</param>
    public PdfFurniture(IReadOnlyList<PdfPage> pages)
    {
        var least = Math.Max(LeastRepeats, pages.Count / 3);
        repeated = [.. pages.SelectMany(page => page.Lines.Where(line => IsHead(line, page)).Select(line => Shape(line.Text)).Distinct())
            .GroupBy(shape => shape, StringComparer.Ordinal).Where(group => group.Count() >= least).Select(group => group.Key)];
    }

    public bool Is(PdfLine line, PdfPage page) =>
        (AtEdge(line, page, NumberEdge) && IsPageNumber(line.Text)) || (IsHead(line, page) && repeated.Contains(Shape(line.Text)));

    // A sentence that comes again is no running head.
    private static bool IsHead(PdfLine line, PdfPage page) =>
        AtEdge(line, page, HeadEdge) && line.Text.Length < 60 && line.Text[^1] is not ('。' or '；' or '：' or '，');

    private static bool AtEdge(PdfLine line, PdfPage page, double edge) => line.Bottom < page.Height * edge || line.Top > page.Height * (1 - edge);

    // — 12 —, 第 3 页 共 20 页, 3/20
    private static bool IsPageNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits += char.IsDigit(c) ? 1 : 0;
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c) && c is not ('-' or '—' or '–' or '－' or '·' or '/' or '第' or '页' or '共' or '，' or '~'))
            {
                return false;
            }
        }

        return digits is > 0 and <= 8;
    }

    private static string Shape(string text) => string.Concat(text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));
}
