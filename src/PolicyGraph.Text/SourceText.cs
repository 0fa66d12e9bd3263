namespace PolicyGraph.Text;

/// <summary>The text of one document as it was read: the string that every <see cref="TextSpan"/> of that document points into.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> lineStarts;

    /// <summary>Wraps <paramref name="text"/>, which is kept as it is.</summary>
    public SourceText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        lineStarts = new Lazy<int[]>(() => FindLineStarts(text));
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Its length in UTF-16 code units.</summary>
    public int Length => Text.Length;

    /// <summary>The words at <paramref name="span"/>, letter for letter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public string Slice(TextSpan span) => Text[span.Start..span.End];

    /// <summary>Line and column of <paramref name="offset"/>, both from 1; the column counts UTF-16 code units.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var index = Array.BinarySearch(lineStarts.Value, offset);
        var line = index >= 0 ? index : ~index - 1;
        return (line + 1, offset - lineStarts.Value[line] + 1);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
