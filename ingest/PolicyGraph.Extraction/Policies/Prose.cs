using PolicyGraph.Documents.Structure;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>A paragraph without white space and in half-width forms, with the way back to the document's offsets.</summary>
internal sealed class Prose
{
    private readonly NormalizedText squeezed;
    private readonly int shift;

    private Prose(string path, NormalizedText squeezed, int shift, bool background)
    {
        Path = path;
        this.squeezed = squeezed;
        this.shift = shift;
        Background = background;
        Sentences = Split(squeezed.Text);
    }

    /// <summary>The provision that it belongs to.</summary>
    public string Path { get; }

    /// <summary>Whether it tells of the past and the present, as its heading says.</summary>
    public bool Background { get; }

    /// <summary>The folded text; offsets into it are plain integers.</summary>
    public string Text => squeezed.Text;

    /// <summary>Its sentences, stop excluded.</summary>
    public IReadOnlyList<(int Start, int End)> Sentences { get; }

    /// <summary>Folds and squeezes one passage.</summary>
    public static Prose Of(string text, Passage passage, bool background) =>
        new(passage.Path, NormalizedText.Fold(text[passage.Span.Start..passage.Span.End]).Squeeze(), passage.Span.Start, background);

    /// <summary>The span in the document of a piece of <see cref="Text"/>.</summary>
    public TextSpan Origin(int start, int end) => squeezed.Origin(start, end).Shift(shift);

    private static List<(int Start, int End)> Split(string text)
    {
        var sentences = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '。' or ';' or '!' or '?')
            {
                if (i > start)
                {
                    sentences.Add((start, i));
                }

                start = i + 1;
            }
        }

        return sentences;
    }
}
