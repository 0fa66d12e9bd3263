using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>A document as the evidence readers see it: folded text with the offsets of the original, lines outside tables, tables as grids.</summary>
internal sealed class Paper
{
    private const int MaxTitle = 4000;

    private readonly IReadOnlyList<Block> blocks;
    private readonly Block[] paged;
    private readonly int[] pagedStarts;
    private readonly CellIndex cells;
    private readonly int[] gridStarts;

    public Paper(Document document)
    {
        Source = document.Text.Text;
        Text = NormalizedText.Fold(Source).Text; // folding keeps every unit in its place, so offsets here are offsets of the source
        blocks = document.Blocks.Count > 0 ? document.Blocks : Block.FromLines(document.Text);
        paged = [.. blocks.Where(b => b.Page is not null).OrderBy(b => b.Span.Start)];
        pagedStarts = Array.ConvertAll(paged, b => b.Span.Start);
        cells = new CellIndex(document.Tables);
        var grids = document.Tables.Select(t => new Grid(t)).ToList();
        var lines = FindLines(document.Tables);
        grids.AddRange(TextTables.Take(Text, Source, lines));
        Grids = [.. grids.OrderBy(g => g.Span.Start)];
        gridStarts = [.. Grids.Select(g => g.Span.Start)];
        Lines = lines;
        Paragraphs = document.Format is DocumentFormat.Text or DocumentFormat.Markdown ? WrappedLines.Join(Text, lines, Grids) : lines;
        Title = FindTitle(document);
    }

    /// <summary>The text as read.</summary>
    public string Source { get; }

    /// <summary>The text with half-width figures, letters and punctuation; every offset is one of <see cref="Source"/>.</summary>
    public string Text { get; }

    /// <summary>Paragraphs and lines outside tables, in reading order, trimmed and not empty.</summary>
    public IReadOnlyList<TextSpan> Lines { get; }

    /// <summary>The lines as sentences run through them: those that a text file breaks at its right edge are one.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; }

    /// <summary>The tables, those that are flattened into lines included.</summary>
    public IReadOnlyList<Grid> Grids { get; }

    /// <summary>The words that title the paper: headings, first lines, captions; one on a line.</summary>
    public string Title { get; }

    /// <summary>The words of a span in folded form.</summary>
    public string Words(TextSpan span) => Text[span.Start..span.End];

    /// <summary>The words of a span as written.</summary>
    public string Written(TextSpan span) => Source[span.Start..span.End];

    /// <summary>The page of an offset; null where the format has none.</summary>
    public int? PageAt(int offset)
    {
        var found = Array.BinarySearch(pagedStarts, offset);
        var at = found >= 0 ? found : ~found - 1;
        return at >= 0 && paged[at].Span.Contains(offset) ? paged[at].Page : null;
    }

    /// <summary>The spreadsheet cell in which a span begins; null elsewhere.</summary>
    public TableCell? CellAt(TextSpan span) => cells.Find(span);

    /// <summary>Whether a span lies in a table.</summary>
    public bool IsInTable(TextSpan span)
    {
        var found = Array.BinarySearch(gridStarts, span.Start);
        var at = found >= 0 ? found : ~found - 1;
        return at >= 0 && Grids[at].Span.Contains(span);
    }

    /// <summary>The lines that end shortly before an offset, in reading order.</summary>
    /// <param name="offset">Where the table or section begins.</param>
    /// <param name="distance">How many characters may lie between.</param>
    public IEnumerable<TextSpan> LinesBefore(int offset, int distance)
    {
        var (low, high) = (0, Lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = offset - Lines[middle].End >= distance ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < Lines.Count && Lines[i].End <= offset; i++)
        {
            yield return Lines[i];
        }
    }

    // A block may hold several lines (a wrapped paragraph): its line ends stay inside, the readers squeeze them out.
    private List<TextSpan> FindLines(IReadOnlyList<Table> tables)
    {
        var lines = new List<TextSpan>();
        TextSpan[] taken = [.. tables.Select(t => t.Span).OrderBy(s => s.Start).ThenByDescending(s => s.End)];
        var next = 0;
        foreach (var block in blocks)
        {
            while (next < taken.Length && taken[next].End <= block.Span.Start && !taken[next].Contains(block.Span))
            {
                next++;
            }

            if (block.Kind == BlockKind.Table || (next < taken.Length && taken[next].Contains(block.Span)))
            {
                continue;
            }

            var span = block.Span.Trim(Source);
            if (!span.IsEmpty)
            {
                lines.Add(span);
            }
        }

        return lines;
    }

    private string FindTitle(Document document)
    {
        var title = new List<string>();
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Heading && block.Level is null or <= 2 && block.Kind == BlockKind.Heading)
            {
                title.Add(Words(block.Span.Trim(Source)));
            }
        }

        title.AddRange(document.Properties.Where(p => p.Name is "title" or "Title" or "标题").Select(p => NormalizedText.Fold(p.Value).Text));
        title.AddRange(Lines.Take(4).Where(l => IsShort(Words(l)) && Source[l.End - 1] is not ('。' or '；' or '，' or '：')).Select(Words));
        foreach (var grid in Grids.Take(8))
        {
            if (grid.Title is { Length: <= 80 } caption)
            {
                title.Add(NormalizedText.Fold(caption).Text);
            }

            title.AddRange(grid.CaptionRows().Select(NormalizedFold));
        }

        var words = string.Join('\n', title.Select(t => t.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("\t", string.Empty, StringComparison.Ordinal)));
        return words.Length <= MaxTitle ? words : words[..MaxTitle];
    }

    // a title in two languages is longer
    private static bool IsShort(string words) => words.Length <= 60 || (words.Length <= 140 && words.Count(char.IsAsciiLetter) * 2 > words.Length);

    private static string NormalizedFold(string words) => NormalizedText.Fold(words).Text;
}
