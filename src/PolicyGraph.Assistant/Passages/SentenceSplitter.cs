namespace PolicyGraph.Assistant.Passages;

/// <summary>Cuts a stretch of a text into sentences that can be quoted.</summary>
internal static class SentenceSplitter
{
    /// <summary>A sentence longer than this is cut at its semicolons.</summary>
    private const int Long = 320;

    /// <summary>A line shorter than this that ends without punctuation is a line of its own: a heading or the cell of a table.</summary>
    private const int ShortLine = 30;

    /// <summary>The spans of the sentences of <c>text[start..end]</c>, without the white space around them.</summary>
    /// <remarks>A line break inside a long line is a page break or a wrap and ends nothing.</remarks>
    public static IEnumerable<(int Start, int End)> Split(string text, int start, int end)
    {
        var from = start;
        var line = start;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '。' or '！' or '？')
            {
                foreach (var piece in Pieces(text, from, i + 1))
                {
                    yield return piece;
                }

                from = i + 1;
            }
            else if (text[i] is '\n' or '\r')
            {
                if ((i > line && i - line < ShortLine && !IsList(text, from, i, end) && !IsOpen(text, from, i)) || IsTab(text, i + 1, end))
                {
                    foreach (var piece in Pieces(text, from, i))
                    {
                        yield return piece;
                    }

                    from = i + 1;
                }

                line = i + 1;
            }
        }

        foreach (var piece in Pieces(text, from, end))
        {
            yield return piece;
        }
    }

    /// <summary>附件：1. … with the next number on the next line is one list.</summary>
    private static bool IsList(string text, int from, int at, int end)
    {
        var next = text.AsSpan(at, end - at).TrimStart();
        return text.AsSpan(from, at - from).TrimStart().StartsWith("附件") && next.Length > 1 && char.IsAsciiDigit(next[0]) && next[1] is '.' or '．' or '、';
    }

    /// <summary>A line that ends within an enumeration goes on in the next one.</summary>
    private static bool IsOpen(string text, int from, int at) => text.AsSpan(from, at - from).TrimEnd() is [.., '、' or '，'];

    private static bool IsTab(string text, int at, int end) => at < end && text[at] == '\t';

    private static IEnumerable<(int Start, int End)> Pieces(string text, int start, int end)
    {
        if (end - start > Long)
        {
            var from = start;
            for (var i = start; i < end; i++)
            {
                if (text[i] is '；' or ';')
                {
                    yield return Trim(text, from, i + 1);
                    from = i + 1;
                }
            }

            start = from;
        }

        var whole = Trim(text, start, end);
        if (whole.End - whole.Start >= 4)
        {
            yield return whole;
        }
    }

    private static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] is '—' or '”'))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }
}
