using PolicyGraph.Text;

namespace PolicyGraph.Documents;

/// <summary>What a <see cref="Block"/> is, as far as the format says.</summary>
public enum BlockKind
{
    /// <summary>A paragraph or line of running text.</summary>
    Paragraph,

    /// <summary>A heading by style or tag; <see cref="Block.Level"/> is 1 for the highest.</summary>
    Heading,

    /// <summary>An item of a list whose number the format makes (its visible number is in the text).</summary>
    ListItem,

    /// <summary>The region of a <see cref="Table"/>.</summary>
    Table,

    /// <summary>Header, footer or page number: part of the text, no part of the provisions.</summary>
    PageFurniture,
}

/// <summary>One paragraph, heading, list item or table region, in reading order.</summary>
/// <param name="Kind">What it is by the format's own word.</param>
/// <param name="Span">Where its text stands.</param>
/// <param name="Level">Heading or list level from 1; null for others.</param>
/// <param name="Page">Page from 1 on which it begins; null where the format has no pages.</param>
/// <param name="Box">Its place on that page; null where the format has no pages. What of it stands on later pages: <see cref="Document.BoxesOf"/>.</param>
public sealed record Block(BlockKind Kind, TextSpan Span, int? Level = null, int? Page = null, PageBox? Box = null)
{
    /// <summary>One paragraph for each line with something in it; the way a plain text has blocks.</summary>
    public static IReadOnlyList<Block> FromLines(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var blocks = new List<Block>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text.Text[i] is '\n' or '\r')
            {
                var span = new TextSpan(start, i).Trim(text.Text);
                if (!span.IsEmpty)
                {
                    blocks.Add(new Block(BlockKind.Paragraph, span));
                }

                start = i + 1;
            }
        }

        return blocks;
    }
}
