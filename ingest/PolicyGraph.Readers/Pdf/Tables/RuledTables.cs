using PolicyGraph.Readers.Pdf.Layer;
using PolicyGraph.Readers.Pdf.Layout;

namespace PolicyGraph.Readers.Pdf.Tables;

/// <summary>Finds the tables whose cells are drawn: lines that meet make a grid, cells without a line between them are one.</summary>
internal static class RuledTables
{
    private const int MaxLines = 3000;
    private const int MaxPieces = 6000;
    private const int MaxGrid = 10_000;

    /// <summary>The tables of a page, and what of its words stands outside of them.</summary>
    /// <param name="frame">The page.</param>
    /// <param name="rulings">Its lines, upright.</param>
    /// <param name="words">Its words without running heads and page numbers.</param>
    /// <param name="rest">The words that stand in no table.</param>
    public static List<PdfTable> Find(PageFrame frame, IEnumerable<Ruling> rulings, IReadOnlyList<LayerWord> words, out IReadOnlyList<LayerWord> rest)
    {
        var all = rulings.ToList();
        rest = words;
        if (all.Count > MaxPieces)
        {
            return [];
        }

        var (horizontal, vertical) = (Segments.Joined(all, true), Segments.Joined(all, false));
        if (horizontal.Count + vertical.Count > MaxLines)
        {
            return [];
        }

        var tables = new List<PdfTable>();
        var left = words.ToList();
        foreach (var grid in Segments.Groups(horizontal, vertical).Select(Grid).OfType<RuledGrid>().Where(grid => grid.Columns * grid.Rows <= MaxGrid).OrderBy(grid => grid.Area))
        {
            var inside = left.Where(word => grid.Holds((word.Left + word.Right) / 2, word.Middle)).ToList();
            if (grid.Table(frame, inside, out var outside) is { } table)
            {
                tables.Add(table);
                var taken = new HashSet<LayerWord>(inside, ReferenceByPlace.Instance);
                taken.ExceptWith(outside);
                left.RemoveAll(taken.Contains);
            }
        }

        rest = left;
        return [.. tables.OrderBy(table => table.Top)];
    }

    // Tables open at their sides, or cut by the page's end, have no line there.
    private static RuledGrid? Grid((List<Ruling> Horizontal, List<Ruling> Vertical) group)
    {
        if (group.Horizontal.Count < 2 || group.Vertical.Count == 0)
        {
            return null;
        }

        var columns = Segments.Places(group.Vertical.Select(line => line.At));
        var rows = Segments.Places(group.Horizontal.Select(line => line.At));
        AddEnds(columns, group.Horizontal);
        AddEnds(rows, group.Vertical);
        return columns.Count < 3 || rows.Count < 2 ? null : new RuledGrid(columns, rows, group.Horizontal, group.Vertical);
    }

    private static void AddEnds(List<double> places, List<Ruling> across)
    {
        var (first, last) = (across.Min(line => line.From), across.Max(line => line.To));
        if (first < places[0] - 8)
        {
            places.Insert(0, first);
        }

        if (last > places[^1] + 8)
        {
            places.Add(last);
        }
    }

    private sealed class ReferenceByPlace : IEqualityComparer<LayerWord>
    {
        public static readonly ReferenceByPlace Instance = new();

        public bool Equals(LayerWord one, LayerWord other) => one == other;

        public int GetHashCode(LayerWord word) => HashCode.Combine(word.Left, word.Top);
    }
}
