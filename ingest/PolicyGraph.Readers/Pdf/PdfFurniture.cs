namespace PolicyGraph.Readers.Pdf;

/// <summary>Tells page numbers and running heads from the text: they stand at the page's edge and are a number, or come again on other pages.</summary>
internal sealed class PdfFurniture
{
    private const int LeastRepeats = 3;
    private readonly double edge;
    private readonly HashSet<string> repeated;

    /// <param name="pages">All pages.</param>
    /// <param name="edge">Share of the page's height at its head and foot.</param>
    public PdfFurniture(IReadOnlyList<PdfPage> pages, double edge)
    {
        this.edge = edge;
        var least = Math.Max(LeastRepeats, pages.Count / 3);
        repeated = [.. pages.SelectMany(page => page.Lines.Where(line => AtEdge(line, page)).Select(line => Shape(line.Text)).Distinct())
            .GroupBy(shape => shape, StringComparer.Ordinal).Where(group => group.Count() >= least && group.Key.Length < 40).Select(group => group.Key)];
    }

    public bool Is(PdfLine line, PdfPage page) => AtEdge(line, page) && (IsPageNumber(line.Text) || repeated.Contains(Shape(line.Text)));

    private bool AtEdge(PdfLine line, PdfPage page) => line.Bottom < page.Height * edge || line.Top > page.Height * (1 - edge);

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
