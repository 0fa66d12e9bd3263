using System.Text;

namespace PolicyGraph.Readers.Pdf;

/// <summary>A word and its box, in points from the page's upper left corner.</summary>
internal readonly record struct PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    public double Height => Bottom - Top;

    public double Middle => (Top + Bottom) / 2;
}

/// <summary>One printed line.</summary>
internal sealed record PdfLine(string Text, double Left, double Right, double Top, double Bottom)
{
    public double Height => Bottom - Top;

    /// <summary>Whether words stand far apart on it, as in a table.</summary>
    public bool IsRow => Text.Contains('\t', StringComparison.Ordinal);
}

/// <summary>One page, its words put into lines.</summary>
internal sealed class PdfPage
{
    // Heights of a letter: wider than a column's gap, a blank, the air that typesetters put between Chinese and figures.
    private const double ColumnGap = 2.2;
    private const double WideBlank = 0.8;
    private const double NarrowBlank = 0.45;

    public PdfPage(int number, double width, double height, List<PdfWord> words)
    {
        (Number, Width, Height) = (number, width, height);
        Lines = MakeLines(words);
    }

    public int Number { get; }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<PdfLine> Lines { get; }

    private static List<PdfLine> MakeLines(List<PdfWord> words)
    {
        var lines = new List<PdfLine>();
        var line = new List<PdfWord>();
        foreach (var word in words.OrderBy(word => word.Middle))
        {
            if (line.Count > 0 && word.Middle - line[0].Middle > Math.Min(word.Height, line[0].Height) * 0.5)
            {
                lines.Add(Join(line));
                line.Clear();
            }

            line.Add(word);
        }

        if (line.Count > 0)
        {
            lines.Add(Join(line));
        }

        return lines;
    }

    private static PdfLine Join(List<PdfWord> words)
    {
        words.Sort((one, other) => one.Left.CompareTo(other.Left));
        var text = new StringBuilder(words[0].Text);
        for (var i = 1; i < words.Count; i++)
        {
            text.Append(Divider(words[i - 1], words[i])).Append(words[i].Text);
        }

        return new PdfLine(text.ToString(), words[0].Left, words.Max(word => word.Right), words.Min(word => word.Top), words.Max(word => word.Bottom));
    }

    private static string Divider(PdfWord left, PdfWord right)
    {
        var gap = (right.Left - left.Right) / Math.Max(1, Math.Min(left.Height, right.Height));
        if (gap > ColumnGap)
        {
            return "\t";
        }

        var (leftWide, rightWide) = (left.Text[^1] >= '\u2e80', right.Text[0] >= '\u2e80');
        return gap > (leftWide && rightWide ? WideBlank : leftWide || rightWide ? NarrowBlank : 0.05) ? " " : "";
    }
}
