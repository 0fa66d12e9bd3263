using System.Text;
using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>Words of one line that stand together; a wide gap divides it from the next.</summary>
internal readonly record struct PdfSegment(string Text, double Left, double Top, double Right, double Bottom);

/// <summary>One printed line.</summary>
internal sealed class PdfLine
{
    // Heights of a letter: wider than a column's gap, a blank, the air that typesetters put between Chinese and figures.
    private const double ColumnGap = 2.2;
    private const double CellGap = 0.9;
    private const double WideBlank = 0.8;
    private const double NarrowBlank = 0.45;

    /// <param name="words">From left to right, at least one.</param>
    public PdfLine(IReadOnlyList<LayerWord> words)
    {
        Words = words;
        (Left, Right) = (words[0].Left, words.Max(word => word.Right));
        (Top, Bottom) = (words.Min(word => word.Top), words.Max(word => word.Bottom));
        Height = words.Max(word => word.Height);
        Size = words.MaxBy(word => word.Width * (word.Text[0] >= '\u2e80' ? 2 : 1)).Height;
        Segments = Cut(words, ColumnGap);
        Text = Segments.Count == 1 ? Segments[0].Text : string.Join('\t', Segments.Select(segment => segment.Text));
    }

    public string Text { get; }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>Height of its highest word.</summary>
    public double Height { get; }

    /// <summary>Height of the type that most of it is set in.</summary>
    public double Size { get; }

    public double Middle => (Top + Bottom) / 2;

    public IReadOnlyList<LayerWord> Words { get; }

    public IReadOnlyList<PdfSegment> Segments { get; }

    /// <summary>Whether words stand far apart on it, as in a table.</summary>
    public bool IsRow => Segments.Count > 1;

    /// <summary>Its words, divided where a table's cells would be: at gaps too narrow for a heading's blanks to be told from them.</summary>
    public IReadOnlyList<PdfSegment> Cells() => Cut(Words, CellGap);

    /// <summary>What comes between two words.</summary>
    public static string Blank(LayerWord left, LayerWord right)
    {
        var gap = Gap(left, right);
        var (leftWide, rightWide) = (left.Text[^1] >= '\u2e80', right.Text[0] >= '\u2e80');
        return gap > (leftWide && rightWide ? WideBlank : leftWide || rightWide ? NarrowBlank : 0.05) ? " " : "";
    }

    /// <summary>The distance of two words in heights of a letter.</summary>
    public static double Gap(LayerWord left, LayerWord right) => (right.Left - left.Right) / Math.Max(1, Math.Min(left.Height, right.Height));

    private static List<PdfSegment> Cut(IReadOnlyList<LayerWord> words, double gap)
    {
        var segments = new List<PdfSegment>();
        var first = 0;
        for (var i = 1; i <= words.Count; i++)
        {
            if (i == words.Count || Gap(words[i - 1], words[i]) > gap)
            {
                segments.Add(Segment(words, first, i));
                first = i;
            }
        }

        return segments;
    }

    private static PdfSegment Segment(IReadOnlyList<LayerWord> words, int first, int end)
    {
        if (end - first == 1)
        {
            return new PdfSegment(words[first].Text, words[first].Left, words[first].Top, words[first].Right, words[first].Bottom);
        }

        var text = new StringBuilder(words[first].Text);
        var (top, right, bottom) = (words[first].Top, words[first].Right, words[first].Bottom);
        for (var i = first + 1; i < end; i++)
        {
            text.Append(Blank(words[i - 1], words[i])).Append(words[i].Text);
            (top, right, bottom) = (Math.Min(top, words[i].Top), Math.Max(right, words[i].Right), Math.Max(bottom, words[i].Bottom));
        }

        return new PdfSegment(text.ToString(), words[first].Left, top, right, bottom);
    }
}
