using PolicyGraph.Text;

namespace PolicyGraph.Documents;

/// <summary>A rectangle on a page as it is shown, in points (1/72 inch) from its upper left corner.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="Left">Distance from the left edge.</param>
/// <param name="Top">Distance from the upper edge.</param>
/// <param name="Right">Right side; not less than <paramref name="Left"/>.</param>
/// <param name="Bottom">Lower side; not less than <paramref name="Top"/>.</param>
public readonly record struct PageBox(int Page, double Left, double Top, double Right, double Bottom)
{
    /// <summary>The smallest box that holds both.</summary>
    /// <exception cref="ArgumentException">The boxes lie on two pages.</exception>
    public PageBox Cover(PageBox other) => other.Page == Page
        ? new PageBox(Page, Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom))
        : throw new ArgumentException("The boxes lie on two pages.", nameof(other));
}

/// <summary>A stretch of text that was printed in one piece (a line, or a line of a cell), and where.</summary>
public readonly record struct PlacedSpan(TextSpan Span, PageBox Box);

/// <summary>How far the words of a page can be trusted.</summary>
public enum PageGrade
{
    /// <summary>Nothing was noticed.</summary>
    Good,

    /// <summary>Read, but something on it wants a second look.</summary>
    Doubtful,

    /// <summary>Nothing on it is used.</summary>
    Unreadable,
}

/// <summary>What the reading of one page came to.</summary>
/// <param name="Page">Page from 1.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Grade">How far its words can be trusted.</param>
/// <param name="Reasons">Why the grade is not good, in the user's language; empty when it is.</param>
public sealed record PageReading(int Page, double Width, double Height, PageGrade Grade, IReadOnlyList<string> Reasons);
