namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Tells page numbers and running heads from the text: they stand at the page's edge and are a number, or come again on other pages.</summary>
internal sealed class PdfFurniture
{
    private const int LeastRepeats = 3;

    // Shares of the page's height: running heads stand at its very edge, page numbers may stand higher.
    private const double HeadEdge = 0.12;
    private const double NumberEdge = 0.18;

    // Lines from the upper or lower end of a page among which a page number stands.
    private const int OuterLines = 3;
    private readonly HashSet<string> repeated;

    /// <param name="pages">All pages.</param>
    public PdfFurniture(IReadOnlyList<PdfPage> pages)
    {
        var least = pages.Count == 2 ? 2 : Math.Max(LeastRepeats, pages.Count / 3);
        var heads = pages.SelectMany(page => page.Lines.Where(line => IsHead(line, page)).Select(line => (Key: Key(line, pages.Count), page.Number)).Distinct());
        repeated = [.. heads.GroupBy(head => head.Key, StringComparer.Ordinal).Where(group => group.Count() >= least).Select(group => group.Key)];
        Repeats = pages.Count;
    }

    private int Repeats { get; }

    /// <summary>The lines of a page that are furniture.</summary>
    public HashSet<PdfLine> Of(PdfPage page)
    {
        var found = new HashSet<PdfLine>();
        for (var i = 0; i < page.Lines.Count; i++)
        {
            var line = page.Lines[i];
            var outer = i < OuterLines || i >= page.Lines.Count - OuterLines;
            if ((outer && line.Segments.Count == 1 && AtEdge(line, page, NumberEdge) && IsPageNumber(line.Text)) || (IsHead(line, page) && repeated.Contains(Key(line, Repeats))))
            {
                found.Add(line);
            }
        }

        return found;
    }

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
            digits += char.IsDigit(c) || c is >= 'Ⅰ' and <= 'Ⅻ' ? 1 : 0;
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c) && c is not ('-' or '—' or '–' or '－' or '·' or '•' or '/' or '第' or '页' or '共' or '，' or '~' or (>= 'Ⅰ' and <= 'Ⅻ')))
            {
                return false;
            }
        }

        return digits is > 0 and <= 8;
    }

    // Of two pages only the same words at the same height are a running head.
    private static string Key(PdfLine line, int pages)
    {
        var shape = string.Concat(line.Text.Where(c => !char.IsDigit(c) && !char.IsWhiteSpace(c)));
        return pages == 2 ? $"{Math.Round(line.Middle / 2)} {shape}" : shape;
    }
}
