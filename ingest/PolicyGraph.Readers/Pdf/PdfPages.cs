using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layer;
using PolicyGraph.Readers.Pdf.Layout;
using PolicyGraph.Readers.Pdf.Tables;

namespace PolicyGraph.Readers.Pdf;

/// <summary>One page, ready to be written.</summary>
/// <param name="Frame">Where it stands.</param>
/// <param name="Reading">How well it was read.</param>
/// <param name="Items">What stands on it, in reading order.</param>
internal sealed record ReadPage(PageFrame Frame, PageReading Reading, IReadOnlyList<PageItem> Items);

/// <summary>Makes of a text layer what stands on its pages: running heads apart, tables with their cells, columns one after the other.</summary>
internal static class PdfPages
{
    /// <summary>The pages in order.</summary>
    /// <param name="layer">Words with their places.</param>
    /// <param name="engine">Draws the pages that may hold tables.</param>
    /// <param name="source">The file.</param>
    public static IReadOnlyList<ReadPage> Read(PageLayer layer, IPdfEngine engine, PdfSource source)
    {
        var pages = layer.Pages.Select(page => new PdfPage(new PageFrame(page))).ToList();
        var readings = pages.Select((page, i) => PageGrader.Grade(page.Frame, new PageLayerSize(layer.Pages[i].Width, layer.Pages[i].Height))).ToList();
        var furniture = new PdfFurniture(pages);
        var heads = pages.Select(furniture.Of).ToList();
        var body = pages.Select((page, i) => page.Lines.Where(line => !heads[i].Contains(line)).ToList()).ToList();
        var wanted = Enumerable.Range(0, pages.Count).Where(i => readings[i].Grade != PageGrade.Unreadable && UnruledTables.MayHave(body[i])).ToList();
        var rulings = engine.ReadRulings(source, [.. wanted.Select(i => pages[i].Number)]);
        var margins = new PageMargins();
        var read = new List<ReadPage>(pages.Count);
        for (var i = 0; i < pages.Count; i++)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            read.Add(Read(pages[i].Frame, readings[i], heads[i], body[i], wanted.BinarySearch(i) >= 0, rulings, margins));
        }

        return read;
    }

    private static ReadPage Read(
        PageFrame frame, PageReading reading, HashSet<PdfLine> heads, List<PdfLine> body, bool drawn, IReadOnlyDictionary<int, IReadOnlyList<Ruling>> rulings, PageMargins margins)
    {
        IReadOnlyList<PdfLine> lines = body;
        List<PdfTable> tables = [];
        if (drawn && rulings.TryGetValue(frame.Number, out var ruled) && ruled.Count > 0)
        {
            tables = RuledTables.Find(frame, ruled.Select(frame.Upright), frame.Words, out var rest);
            if (tables.Count > 0)
            {
                // What comes again at the edge of pages but stands in a table is a cell.
                var outside = rest.ToHashSet();
                heads.RemoveWhere(line => !outside.Contains(line.Words[0]));
                outside.ExceptWith(heads.SelectMany(line => line.Words));
                lines = LineMaker.Make([.. rest.Where(outside.Contains)]);
            }
        }
        else if (drawn && !rulings.ContainsKey(frame.Number))
        {
            reading = Doubt(reading, "表格框线没有读出，表格可能不完整");
        }

        reading = tables.Select(table => table.Doubt).OfType<string>().Distinct().Aggregate(reading, Doubt);
        var order = new List<PageItem>();
        foreach (var stretch in Stretches(lines, tables))
        {
            if (stretch.Table is { } table)
            {
                order.Add(new PageItem.Grid(table));
                continue;
            }

            foreach (var group in ReadingOrder.Of(stretch.Lines, frame.Width))
            {
                Order(frame, group, margins.Of(frame.Number, group, lines), order);
            }
        }

        var upper = heads.Where(line => line.Middle < frame.Height / 2).OrderBy(line => line.Top).Select(line => (PageItem)new PageItem.Furniture(line));
        var lower = heads.Where(line => line.Middle >= frame.Height / 2).OrderBy(line => line.Top).Select(line => (PageItem)new PageItem.Furniture(line));
        return new ReadPage(frame, reading, [.. upper, .. order, .. lower]);
    }

    private static void Order(PageFrame frame, IReadOnlyList<PdfLine> lines, PdfMargins margins, List<PageItem> order)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (UnruledTables.At(frame, lines, i, out var count) is { } table)
            {
                order.Add(new PageItem.Grid(table));
                i += count - 1;
            }
            else
            {
                order.Add(new PageItem.Text(lines[i], margins));
            }
        }
    }

    /// <summary>Tables and the lines between them, from the top.</summary>
    private static IEnumerable<(IReadOnlyList<PdfLine> Lines, PdfTable? Table)> Stretches(IReadOnlyList<PdfLine> lines, List<PdfTable> tables)
    {
        var next = 0;
        foreach (var table in tables)
        {
            var above = lines.Skip(next).TakeWhile(line => line.Middle < table.Top).ToList();
            next += above.Count;
            if (above.Count > 0)
            {
                yield return (above, null);
            }

            yield return ([], table);
        }

        if (next < lines.Count)
        {
            yield return (lines.Skip(next).ToList(), null);
        }
    }

    private static PageReading Doubt(PageReading reading, string reason) =>
        reading with { Grade = reading.Grade == PageGrade.Unreadable ? PageGrade.Unreadable : PageGrade.Doubtful, Reasons = [.. reading.Reasons, reason] };
}
