using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Puts words that stand at one height into lines; raised and lowered signs (CO₂, m³) go with the line that they touch.</summary>
internal static class LineMaker
{
    // Shares of the usual height: smaller words may be raised or lowered; lines whose middles are this near are one.
    private const double Small = 0.75;
    private const double SameLine = 0.5;

    // Heights of a letter between the end of a paragraph and a number that stands at its height.
    private const double ParagraphGap = 1.5;

    // With more words on one page than any paper has, raised signs are not looked for.
    private const int MaxWords = 20_000;

    /// <summary>Lines from the top.</summary>
    public static List<PdfLine> Make(IReadOnlyList<LayerWord> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var usual = words.Select(word => word.Height).Order().ElementAt(words.Count / 2);
        var least = words.Count > MaxWords ? 0 : usual * Small;
        var lines = Cluster(words.Where(word => word.Height >= least));
        var middles = lines.ConvertAll(line => line[0].Middle);
        var apart = new List<LayerWord>();
        foreach (var word in words.Where(word => word.Height < least))
        {
            if (Touched(lines, middles, word, usual) is { } touched)
            {
                touched.Add(word);
            }
            else
            {
                apart.Add(word);
            }
        }

        lines.AddRange(Cluster(apart));
        return [.. lines.SelectMany(Lines).OrderBy(line => Math.Round(line.Middle, 1)).ThenBy(line => line.Left)];
    }

    private static List<LayerWord>? Touched(List<List<LayerWord>> lines, List<double> middles, LayerWord word, double usual)
    {
        var first = middles.BinarySearch(word.Middle - (usual * 1.5));
        for (var i = first < 0 ? ~first : first; i < lines.Count && middles[i] <= word.Middle + (usual * 1.5); i++)
        {
            if (Touches(lines[i], word))
            {
                return lines[i];
            }
        }

        return null;
    }

    private static List<List<LayerWord>> Cluster(IEnumerable<LayerWord> words)
    {
        var lines = new List<List<LayerWord>>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (lines.Count > 0 && word.Middle - lines[^1][0].Middle <= Math.Min(word.Height, lines[^1][0].Height) * SameLine)
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        return lines;
    }

    private static bool Touches(List<LayerWord> line, LayerWord word)
    {
        foreach (var other in line)
        {
            var overlap = Math.Min(other.Bottom, word.Bottom) - Math.Max(other.Top, word.Top);
            var gap = Math.Max(word.Left - other.Right, other.Left - word.Right);
            if (overlap > word.Height * 0.3 && gap < other.Height * 0.6)
            {
                return true;
            }
        }

        return false;
    }

    // The end of a paragraph and, far behind it, the number of the next: two lines at one height.
    private static IEnumerable<PdfLine> Lines(List<LayerWord> words)
    {
        words.Sort(static (one, other) => one.Left.CompareTo(other.Left));
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Text[^1] == '。' && PdfLine.Gap(words[i - 1], words[i]) > ParagraphGap && PdfMargins.IsNumbered(words[i].Text))
            {
                return [new PdfLine(words[..i]), new PdfLine(words[i..])];
            }
        }

        return [new PdfLine(words)];
    }
}
