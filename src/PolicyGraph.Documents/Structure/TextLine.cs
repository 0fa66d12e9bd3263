using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>A line with something in it, as the parser of provisions sees it.</summary>
/// <param name="Span">Without the blanks at its ends.</param>
/// <param name="Page">Page from 1; null where the format has no pages.</param>
/// <param name="Heading">Whether the format itself calls it a heading.</param>
internal readonly record struct TextLine(TextSpan Span, int? Page, bool Heading)
{
    /// <summary>The lines of a document that can hold provisions: no page furniture, no tables, no bookmark left by a converter.</summary>
    public static List<TextLine> Of(Document document, IReadOnlyList<Table> flattened)
    {
        var text = document.Text.Text;
        var blocks = document.Blocks.Count > 0 ? document.Blocks : Block.FromLines(document.Text);
        var lines = new List<TextLine>(blocks.Count);
        var table = 0;
        foreach (var block in blocks)
        {
            if (block.Kind is BlockKind.Table or BlockKind.PageFurniture)
            {
                continue;
            }

            foreach (var span in Split(text, block.Span))
            {
                while (table < flattened.Count && flattened[table].Span.End <= span.Start)
                {
                    table++;
                }

                var inTable = table < flattened.Count && flattened[table].Span.Overlaps(span);
                var kept = inTable ? default : WithoutBookmark(text, span);
                if (!kept.IsEmpty && !IsContentsEntry(text, kept))
                {
                    lines.Add(new TextLine(kept, block.Page, block.Kind == BlockKind.Heading));
                }
            }
        }

        return lines;
    }

    private static IEnumerable<TextSpan> Split(string text, TextSpan block)
    {
        var start = block.Start;
        for (var i = block.Start; i <= block.End; i++)
        {
            if (i == block.End || text[i] is '\n' or '\r')
            {
                var line = new TextSpan(start, i).Trim(text);
                if (!line.IsEmpty)
                {
                    yield return line;
                }

                start = i + 1;
            }
        }
    }

    /// <summary>Drops a leading <c>[bookmark: _GoBack]</c>.</summary>
    private static TextSpan WithoutBookmark(string text, TextSpan line)
    {
        const string mark = "[bookmark:";
        if (string.CompareOrdinal(text, line.Start, mark, 0, mark.Length) != 0)
        {
            return line;
        }

        var close = text.IndexOf(']', line.Start, Math.Min(line.Length, 100));
        return close < 0 ? line : new TextSpan(close + 1, line.End).Trim(text);
    }

    /// <summary>A line of a table of contents: dots, then a page.</summary>
    private static bool IsContentsEntry(string text, TextSpan line)
    {
        var i = line.End;
        while (i > line.Start && (ChineseAmount.IsDigit(text[i - 1]) || text[i - 1] is ' ' or '-'))
        {
            i--;
        }

        return i < line.End && i - 3 > line.Start && (text.AsSpan(i - 2, 2) is "……" or ".." or "··" or "．．" || text[i - 1] == '\t');
    }
}
