namespace PolicyGraph.Text;

/// <summary>A second form of a text, easier to match (half-width, one spelling), with the way back to the offsets of the first.</summary>
/// <remarks>Offsets into this text are plain integers and never a <see cref="TextSpan"/>, so that the two cannot be confused.</remarks>
public sealed class NormalizedText
{
    private readonly int[] origins;

    private NormalizedText(string text, int[] origins)
    {
        Text = text;
        this.origins = origins;
    }

    /// <summary>The normalised text.</summary>
    public string Text { get; }

    /// <summary>
    /// Folds full-width ASCII to half-width, ideographic and no-break spaces to a blank, and the various dashes and tildes between figures to <c>-</c>.
    /// One code unit stays one code unit.
    /// </summary>
    public static NormalizedText Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = FoldUnit(source[i]);
            }
        });
        var origins = new int[text.Length + 1];
        for (var i = 0; i <= text.Length; i++)
        {
            origins[i] = i;
        }

        return new NormalizedText(folded, origins);
    }

    /// <summary>The text without any white space.</summary>
    public NormalizedText Squeeze()
    {
        var kept = new List<int>(Text.Length + 1);
        for (var i = 0; i < Text.Length; i++)
        {
            if (!char.IsWhiteSpace(Text[i]) && Text[i] is not ('\u200b' or '\ufeff'))
            {
                kept.Add(i);
            }
        }

        var text = string.Create(kept.Count, (Text, kept), static (target, state) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                target[i] = state.Text[state.kept[i]];
            }
        });
        int[] map = [.. kept.Select(i => origins[i]), origins[Text.Length]];
        return new NormalizedText(text, map);
    }

    /// <summary>The span in the first text of <c>Text[start..end]</c>.</summary>
    /// <remarks>The end lies right behind the last unit that was matched, not before the next one: white space that was dropped behind it is not taken in.</remarks>
    public TextSpan Origin(int start, int end) =>
        start == end ? new TextSpan(origins[start], origins[start]) : new TextSpan(origins[start], origins[end - 1] + 1);

    private static char FoldUnit(char c) => c switch
    {
        >= '\uff01' and <= '\uff5e' => (char)(c - 0xfee0),
        '\u3000' or '\u00a0' => ' ',
        '—' or '–' or '～' or '﹣' or '−' or '‐' or '‑' => '-',
        '〔' or '［' => '[',
        '〕' or '］' => ']',
        _ => c,
    };
}
