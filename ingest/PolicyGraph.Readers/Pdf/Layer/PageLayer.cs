namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>A run of characters without a blank in it, and its box in points from the upper left corner of the page as it is shown.</summary>
/// <param name="Text">Not empty, no white space at its ends, no control character.</param>
/// <param name="Left">Left side.</param>
/// <param name="Top">Upper side.</param>
/// <param name="Right">Right side.</param>
/// <param name="Bottom">Lower side.</param>
public readonly record struct LayerWord(string Text, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Height of the box; about the size of the type for upright words.</summary>
    public double Height => Bottom - Top;

    /// <summary>Width of the box.</summary>
    public double Width => Right - Left;

    /// <summary>Half way between its upper and lower side.</summary>
    public double Middle => (Top + Bottom) / 2;
}

/// <summary>One page's words, in the order in which the engine gives them.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Width">Points, as shown: a page that is turned has its sides exchanged.</param>
/// <param name="Height">Points, as shown.</param>
/// <param name="Words">None for a page without a text layer.</param>
public sealed record LayerPage(int Number, double Width, double Height, IReadOnlyList<LayerWord> Words);

/// <summary>A PDF's text layer: its words with their boxes, page by page. Everything else is made of this.</summary>
/// <param name="Pages">At least one.</param>
/// <param name="Faults">Places that the engine calls damaged.</param>
public sealed record PageLayer(IReadOnlyList<LayerPage> Pages, int Faults);

/// <summary>A straight line along one side of a page: drawn as a line, as a thin box, or as the edge of a shaded one. In points, as shown.</summary>
/// <param name="IsHorizontal">Which way it runs.</param>
/// <param name="At">Its y when it is horizontal, its x otherwise.</param>
/// <param name="From">The smaller end.</param>
/// <param name="To">The larger end.</param>
public readonly record struct Ruling(bool IsHorizontal, double At, double From, double To);
