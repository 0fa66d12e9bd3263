using System.Globalization;
using System.Text;
using PolicyGraph.Assistant.Passages;

namespace PolicyGraph.Assistant.Answers;

/// <summary>Writes an answer sentence by sentence and numbers its citations.</summary>
/// <remarks>A sentence states what a passage says, never more; that is why every one takes the passage with it.</remarks>
internal sealed class AnswerWriter(bool english)
{
    private readonly StringBuilder text = new();
    private readonly List<AnswerCitation> citations = [];
    private readonly List<string> missing = [];
    private readonly List<(PassageKind Kind, string Node)> shown = [];
    private readonly List<string> documents = [];

    /// <summary>Whether the answer's own words are English.</summary>
    public bool English => english;

    /// <summary>Nodes that the answer states something of.</summary>
    public IReadOnlyList<(PassageKind Kind, string Node)> Shown => shown;

    /// <summary>Documents that the answer speaks of as a whole.</summary>
    public IReadOnlyList<string> Documents => documents;

    /// <summary>Whether the answer is that there is no such thing.</summary>
    public bool IsDenial { get; private set; }

    /// <summary>Says that what was asked for is laid down nowhere, on the word of a passage.</summary>
    public void Deny(string sentence)
    {
        IsDenial = true;
        missing.Add(sentence);
    }

    /// <summary>Whether something is missing.</summary>
    public bool HasMissing => missing.Count > 0;

    /// <summary>The marker of a passage, a new one or the one that it has.</summary>
    public string Cite(Passage passage)
    {
        shown.Add((passage.Kind, passage.Node));
        var quoted = passage.Kind is PassageKind.Sentence or PassageKind.Target;
        return Mark(new AnswerCitation(string.Empty, passage.Document.Id)
        {
            Title = Titled(passage),
            Provision = passage.Provision,
            Quote = quoted ? passage.Text : null,
            Start = quoted ? passage.Start : null,
            End = quoted ? passage.End : null,
        });
    }

    /// <summary>The marker of a document as a whole, or of a place in it.</summary>
    public string Cite(SourceDocument document, string? provision = null, string? quote = null, int? start = null, int? end = null)
    {
        documents.Add(document.Id);
        return Mark(new AnswerCitation(string.Empty, document.Id) { Title = document.Title ?? document.Number, Provision = provision, Quote = quote, Start = start, End = end });
    }

    /// <summary>The marker of a citation whose own marker is still empty.</summary>
    public string Mark(AnswerCitation citation)
    {
        var known = citations.Find(c => c with { Marker = string.Empty } == citation);
        if (known is not null)
        {
            return known.Marker;
        }

        var marker = string.Create(CultureInfo.InvariantCulture, $"[{citations.Count + 1}]");
        citations.Add(citation with { Marker = marker });
        return marker;
    }

    /// <summary>Writes words that state no fact of the graph, or that carry their markers already.</summary>
    public void Say(string sentence)
    {
        if (text.Length > 0)
        {
            text.Append(english ? ' ' : '\n');
        }

        text.Append(sentence);
    }

    /// <summary>Notes what the graph does not hold.</summary>
    public void Miss(string sentence) => missing.Add(sentence);

    /// <summary>The answer.</summary>
    public Answer Finish(AnswerStatus status) => new(text.ToString(), status, citations, missing);

    private static string? Titled(Passage passage)
    {
        var title = passage.Document.Title ?? passage.Document.Number;
        var number = passage.Source ?? passage.Document.Number;
        return passage.Kind is PassageKind.Clause or PassageKind.Criterion && number is not null && title?.Contains(number, StringComparison.Ordinal) != true ? $"{number} {title}" : title;
    }
}
