namespace PolicyGraph.Text;

/// <summary>A half-open range of UTF-16 offsets into the text of a document as it was read.</summary>
/// <param name="Start">Offset of the first code unit.</param>
/// <param name="End">Offset behind the last code unit; equal to <paramref name="Start"/> for an empty span.</param>
/// <remarks>Never an offset into normalised text: <see cref="NormalizedText"/> maps those back.</remarks>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether <paramref name="offset"/> lies inside; the end does not.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether all of <paramref name="other"/> lies inside.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>The same range, moved by <paramref name="by"/>: from a slice's offsets to the whole text's.</summary>
    public TextSpan Shift(int by) => new(Start + by, End + by);

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Cover(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    /// <summary>The span without the white space (ideographic space included) at its two ends.</summary>
    /// <param name="text">The text that the span belongs to.</param>
    public TextSpan Trim(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int start = Start, end = End;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
