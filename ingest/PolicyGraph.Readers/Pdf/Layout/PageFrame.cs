using PolicyGraph.Documents;
using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf.Layout;

/// <summary>A page so that its text stands upright: a table printed sideways is turned, and every place keeps its way back to the page as shown.</summary>
internal sealed class PageFrame
{
    private readonly LayerPage page;
    private readonly Turn turn;

    public PageFrame(LayerPage page)
    {
        this.page = page;
        turn = TurnOf(page.Words);
        (Width, Height) = turn == Turn.None ? (page.Width, page.Height) : (page.Height, page.Width);
        Words = turn == Turn.None ? WithoutDoubles(page.Words) : WithoutDoubles([.. page.Words.Select(Upright)]);
    }

    private enum Turn
    {
        None,

        // Reads from the bottom of the page to its top.
        Up,

        // Reads from the top of the page to its bottom.
        Down,
    }

    public int Number => page.Number;

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<LayerWord> Words { get; }

    /// <summary>An upright box's place on the page as shown.</summary>
    public PageBox Box(double left, double top, double right, double bottom) => turn switch
    {
        Turn.Up => new PageBox(Number, top, page.Height - right, bottom, page.Height - left),
        Turn.Down => new PageBox(Number, page.Width - bottom, left, page.Width - top, right),
        _ => new PageBox(Number, left, top, right, bottom),
    };

    /// <summary>A ruling of the page as shown, upright.</summary>
    public Ruling Upright(Ruling ruling) => turn switch
    {
        Turn.Up => ruling.IsHorizontal
            ? new Ruling(false, page.Height - ruling.At, ruling.From, ruling.To)
            : new Ruling(true, ruling.At, page.Height - ruling.To, page.Height - ruling.From),
        Turn.Down => ruling.IsHorizontal
            ? new Ruling(false, ruling.At, page.Width - ruling.To, page.Width - ruling.From)
            : new Ruling(true, page.Width - ruling.At, ruling.From, ruling.To),
        _ => ruling,
    };

    private LayerWord Upright(LayerWord word) => turn == Turn.Up
        ? new LayerWord(word.Text, page.Height - word.Bottom, word.Left, page.Height - word.Top, word.Right)
        : new LayerWord(word.Text, word.Top, page.Width - word.Right, word.Bottom, page.Width - word.Left);

    // A word of several letters that is higher than wide stands on its side; where the next word lies says on which.
    private static Turn TurnOf(IReadOnlyList<LayerWord> words)
    {
        int upright = 0, sideways = 0, up = 0, down = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text.Length < 3)
            {
                continue;
            }

            if (words[i].Height <= words[i].Width * 1.5)
            {
                upright++;
                continue;
            }

            sideways++;
            if (i > 0 && words[i - 1].Left < words[i].Right && words[i].Left < words[i - 1].Right)
            {
                up += words[i].Bottom <= words[i - 1].Top ? 1 : 0;
                down += words[i].Top >= words[i - 1].Bottom ? 1 : 0;
            }
            else if (i > 0)
            {
                up += words[i].Left >= words[i - 1].Right ? 1 : 0;
                down += words[i].Right <= words[i - 1].Left ? 1 : 0;
            }
        }

        return sideways <= upright ? Turn.None : down > up ? Turn.Down : Turn.Up;
    }

    // Bold type is sometimes the same word drawn twice, a hair apart.
    private static IReadOnlyList<LayerWord> WithoutDoubles(IReadOnlyList<LayerWord> words)
    {
        var seen = new Dictionary<string, List<LayerWord>>(StringComparer.Ordinal);
        var kept = new List<LayerWord>(words.Count);
        var mended = false;
        foreach (var given in words)
        {
            var text = WordText.Clean(given.Text);
            mended |= !ReferenceEquals(text, given.Text);
            var word = given with { Text = text };
            if (text.Length == 0)
            {
                continue;
            }

            if (!seen.TryGetValue(word.Text, out var same))
            {
                seen[word.Text] = [word];
            }
            else if (same.Any(other => Math.Abs(other.Left - word.Left) < 1.5 && Math.Abs(other.Top - word.Top) < 1.5))
            {
                continue;
            }
            else if (same.Count < 64)
            {
                same.Add(word);
            }

            kept.Add(word);
        }

        return kept.Count == words.Count && !mended ? words : kept;
    }
}
