using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>A line with something in it, as the parser of provisions sees it.</summary>
/// <param name="Span">Without the blanks at its ends.</param>
/// <param name="Page">Page from 1; null where the format has no pages.</param>
/// <param name="Heading">The level at which the format itself calls it a heading; null when it does not.</param>
/// <param name="BeforeTable">Whether a table stands right behind it.</param>
internal readonly record struct TextLine(TextSpan Span, int? Page, int? Heading, bool BeforeTable = false)
{
    /// <summary>The lines of a document that can hold provisions: no page furniture, no tables, no table of contents, no bookmark left by a converter.</summary>
    public static List<TextLine> Of(Document document, IReadOnlyList<Table> flattened)
    {
        var text = document.Text.Text;
        var blocks = document.Blocks.Count > 0 ? document.Blocks : Block.FromLines(document.Text);
        var lines = new List<TextLine>(blocks.Count);
        var table = 0;
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Table)
            {
                MarkTable(lines);
            }

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

                if (table < flattened.Count && flattened[table].Span.Overlaps(span))
                {
                    MarkTable(lines);
                }
                else if (WithoutBookmark(text, span) is { IsEmpty: false } kept && !PrintedPage.IsContentsEntry(text, kept))
                {
                    lines.Add(new TextLine(kept, block.Page, block.Kind == BlockKind.Heading ? block.Level ?? 1 : null));
                }
            }
        }

        return PrintedPage.WithoutContents(text, PrintedPage.WithoutMargins(text, lines));
    }

    private static void MarkTable(List<TextLine> lines)
    {
        if (lines.Count > 0)
        {
            lines[^1] = lines[^1] with { BeforeTable = true };
        }
    }

    private static IEnumerable<TextSpan> Split(string text, TextSpan block)
    {
        var start = block.Start;
        for (var i = block.Start; i <= block.End; i++)
        {
            if (i == block.End || text[i] is '\n' or '\r')
            {
                var line = new TextSpan(start, i).Trim(text);
                if (Annex(text, line) is > 0 and var annex)
                {
                    yield return new TextSpan(line.Start, annex).Trim(text);
                    line = new TextSpan(annex, line.End);
                }

                if (!line.IsEmpty)
                {
                    yield return line;
                }

                start = i + 1;
            }
        }
    }

    /// <summary>Where 附件 begins in 2021 年 10 月 18 日附件 1, which a converter made of two lines; 0 elsewhere.</summary>
    private static int Annex(string text, TextSpan line)
    {
        if (line.Length is < 11 or > 30 || text[line.Start] is not ('1' or '2'))
        {
            return 0;
        }

        var at = text.IndexOf("日附件", line.Start, line.Length, StringComparison.Ordinal);
        return at < 0 ? 0 : at + 1;
    }

    /// <summary>Drops a leading <c>[bookmark: _GoBack]</c>.</summary>
    private static TextSpan WithoutBookmark(string text, TextSpan line)
    {
        const string mark = "[bookmark:";
        if (text[line.Start] != '[' || string.CompareOrdinal(text, line.Start, mark, 0, mark.Length) != 0)
        {
            return line;
        }

        var close = text.IndexOf(']', line.Start, Math.Min(line.Length, 100));
        return close < 0 ? line : new TextSpan(close + 1, line.End).Trim(text);
    }
}
