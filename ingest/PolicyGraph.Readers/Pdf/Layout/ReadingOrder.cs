using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Puts the lines of a page in the order in which they are read: a page set in two columns, one after the other.</summary>
internal static class ReadingOrder
{
    // Lines on both sides that a gutter must part before it is believed; a table of so many lines with cells so long has rulings.
    private const int LeastLines = 6;

    // Heights of a letter.
    private const double Gutter = 1.2;

    /// <summary>Groups of lines in reading order; each has margins of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<PdfLine>> Of(IReadOnlyList<PdfLine> lines, double width)
    {
        if (FindGutter(lines, width) is not { } gutter)
        {
            return [lines];
        }

        var groups = new List<IReadOnlyList<PdfLine>>();
        List<PdfLine> across = [], left = [], right = [];
        foreach (var line in lines)
        {
            if (Parts(line, gutter))
            {
                End(across);
                Split(line, gutter, left, right);
            }
            else
            {
                End(left);
                End(right);
                across.Add(line);
            }
        }

        End(across);
        End(left);
        End(right);
        return groups;

        void End(List<PdfLine> group)
        {
            if (group.Count > 0)
            {
                groups.Add([.. group]);
                group.Clear();
            }
        }
    }

    // The middle of the longest run of lines that a blank strip parts, long text on both of its sides.
    private static double? FindGutter(IReadOnlyList<PdfLine> lines, double width)
    {
        foreach (var candidate in lines.SelectMany(Gaps).Where(gap => gap > width * 0.35 && gap < width * 0.65).GroupBy(gap => Math.Round(gap / 6)).OrderByDescending(group => group.Count()).Take(3))
        {
            var gutter = candidate.Average();
            var parted = lines.Where(line => line.Left < gutter && line.Right > gutter && Parts(line, gutter)).ToList();
            var crossed = lines.Count(line => !Parts(line, gutter));
            if (parted.Count < LeastLines || crossed > parted.Count)
            {
                continue;
            }

            var (from, to) = (parted.Min(line => line.Left), parted.Max(line => line.Right));
            var full = parted.Count(line => Filled(line, from, gutter) > 0.75 && Filled(line, gutter, to) > 0.75);
            if (full * 2 > parted.Count)
            {
                return gutter;
            }
        }

        return null;
    }

    private static IEnumerable<double> Gaps(PdfLine line)
    {
        for (var i = 1; i < line.Words.Count; i++)
        {
            if (PdfLine.Gap(line.Words[i - 1], line.Words[i]) > Gutter)
            {
                yield return (line.Words[i - 1].Right + line.Words[i].Left) / 2;
            }
        }
    }

    private static bool Parts(PdfLine line, double gutter) =>
        line.Words.All(word => word.Right < gutter || word.Left > gutter)
        && (line.Right < gutter || line.Left > gutter || line.Words.Where(word => word.Left > gutter).Min(word => word.Left) - line.Words.Where(word => word.Right < gutter).Max(word => word.Right) > line.Height);

    private static double Filled(PdfLine line, double from, double to) =>
        line.Words.Where(word => word.Left >= from - 1 && word.Right <= to + 1).Sum(word => word.Width) / (to - from);

    private static void Split(PdfLine line, double gutter, List<PdfLine> left, List<PdfLine> right)
    {
        Add([.. line.Words.Where(word => word.Right < gutter)], left);
        Add([.. line.Words.Where(word => word.Right >= gutter)], right);

        static void Add(List<LayerWord> words, List<PdfLine> group)
        {
            if (words.Count > 0)
            {
                group.Add(new PdfLine(words));
            }
        }
    }
}
