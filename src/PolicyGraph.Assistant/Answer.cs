using PolicyGraph.Graph;

namespace PolicyGraph.Assistant;

/// <summary>How far an answer goes.</summary>
public enum AnswerStatus
{
    /// <summary>All that was asked.</summary>
    Answered,

    /// <summary>A part; <see cref="Answer.Missing"/> says what is not there.</summary>
    Partial,

    /// <summary>Nothing of what was asked is in the graph, or it was no question that is answered.</summary>
    Declined,
}

/// <summary>An answer. Every factual sentence of it ends with the marker of a citation.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Status">How far it goes.</param>
/// <param name="Citations">What the markers stand for, in the order of their first use.</param>
/// <param name="Missing">What the graph does not hold, whole sentences.</param>
public sealed record Answer(string Text, AnswerStatus Status, IReadOnlyList<AnswerCitation> Citations, IReadOnlyList<string> Missing)
{
    /// <summary>The query that fetched what the answer states, parameters written in; null where nothing was fetched.</summary>
    public string? Cypher { get; init; }

    /// <summary>Its result; null where nothing was fetched.</summary>
    public GraphResult? Result { get; init; }

    /// <summary><c>rules</c>: without a model.</summary>
    public string Mode { get; init; } = "rules";
}

/// <summary>Where a sentence comes from.</summary>
/// <param name="Marker">As it stands in the answer, <c>[1]</c>.</param>
/// <param name="Document">Id of the document, standard or publication.</param>
public sealed record AnswerCitation(string Marker, string Document)
{
    /// <summary>Title of the document; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Path of the provision, or the clause; null when the whole document is meant.</summary>
    public string? Provision { get; init; }

    /// <summary>The words, letter for letter; null for what has no words to quote.</summary>
    public string? Quote { get; init; }

    /// <summary>Offset of the quote.</summary>
    public int? Start { get; init; }

    /// <summary>Offset behind the quote.</summary>
    public int? End { get; init; }

    /// <summary>Page.</summary>
    public int? Page { get; init; }

    /// <summary>Sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cell.</summary>
    public string? Cell { get; init; }
}
