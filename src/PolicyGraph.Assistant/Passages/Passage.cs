using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Passages;

/// <summary>What kind of row a passage is.</summary>
internal enum PassageKind
{
    /// <summary>A sentence of a policy.</summary>
    Sentence,

    /// <summary>A target of a policy.</summary>
    Target,

    /// <summary>A fact about a standard in the project's own words.</summary>
    Clause,

    /// <summary>What a criterion asks for.</summary>
    Criterion,
}

/// <summary>A target's values.</summary>
internal sealed record TargetValue(string Indicator, decimal Value, decimal? ValueMax, string? Unit, string Comparator, string? Change, int? Year, int? BaseYear, decimal? BaseValue, string? Scope, string? Binding);

/// <summary>The smallest thing that an answer may state: one row of the graph with its place.</summary>
internal sealed class Passage
{
    private HashSet<int>? bigrams;
    private HashSet<int>? allBigrams;
    private HashSet<string>? stems;

    /// <summary>What it is.</summary>
    public required PassageKind Kind { get; init; }

    /// <summary>Id of the node that holds it.</summary>
    public required string Node { get; init; }

    /// <summary>Where it is from.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>Path of the provision, or clause; null without one.</summary>
    public string? Provision { get; init; }

    /// <summary>The words: a quotation for a sentence or target, a statement otherwise.</summary>
    public required string Text { get; init; }

    /// <summary>The statement in English; null for what is only quoted.</summary>
    public string? English { get; init; }

    /// <summary>Offset of the text in the document; null where nothing can be quoted.</summary>
    public int? Start { get; init; }

    /// <summary>Offset behind it.</summary>
    public int? End { get; init; }

    /// <summary>Kind of a clause; empty for others.</summary>
    public string ClauseKind { get; init; } = string.Empty;

    /// <summary>How sure a clause is.</summary>
    public string Certainty { get; init; } = "verified";

    /// <summary>The public source of a clause where it is not the publication itself.</summary>
    public string? Source { get; init; }

    /// <summary>The target's values; null for other kinds.</summary>
    public TargetValue? Target { get; init; }

    /// <summary>Position among all passages.</summary>
    public int Ordinal { get; init; }

    /// <summary>The text, folded for comparison.</summary>
    public required string Folded { get; init; }

    /// <summary>Words by which it is asked for, folded, each between line feeds.</summary>
    public string Topics { get; init; } = string.Empty;

    /// <summary>Headings above it and the title of its document, folded.</summary>
    public string Context { get; init; } = string.Empty;

    /// <summary>Pairs of characters of text and topics.</summary>
    public HashSet<int> Bigrams => bigrams ??= QuestionText.Bigrams(Folded, Topics);

    /// <summary>Pairs of characters of text, topics and context.</summary>
    public HashSet<int> AllBigrams => allBigrams ??= QuestionText.Bigrams(Folded, Topics, Context);

    /// <summary>Stems of the English statement; none for what is only quoted.</summary>
    public IReadOnlySet<string> Stems => stems ??= EnglishStems.Of(English);
}
