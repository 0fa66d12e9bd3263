using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.Saved;

/// <summary>An assessment that somebody kept: its verdicts, and the versions of all that they rested on.</summary>
/// <remarks>Its node and those of its findings say the same (<see cref="SavedProperties"/>), so that the graph alone suffices to say what moved.</remarks>
public sealed record SavedAssessment
{
    /// <summary>Credit code, as-of and a digest of everything below but <see cref="SavedAt"/>: the same answer kept twice is one assessment.</summary>
    public required string Id { get; init; }

    /// <summary>When it was kept, for the last time.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Credit code.</summary>
    public required string Enterprise { get; init; }

    /// <summary>The enterprise's name.</summary>
    public required string Name { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The year whose quantities count.</summary>
    public required int EvaluationYear { get; init; }

    /// <summary>The whole.</summary>
    public required Qualification Qualifies { get; init; }

    /// <summary>Ids of the editions, in ordinal order.</summary>
    public required IReadOnlyList<string> Standards { get; init; }

    /// <summary>Version of the ontology whose rules judged; null where the graph named none.</summary>
    public string? Ontology { get; init; }

    /// <summary>Version of the <c>enterprise.yaml</c>.</summary>
    public string? EnterpriseSha256 { get; init; }

    /// <summary>Name of the benchmark file; null without one.</summary>
    public string? Benchmarks { get; init; }

    /// <summary>SHA-256 of the benchmark file's text, under which the originals keep it; null without one.</summary>
    public string? BenchmarksSha256 { get; init; }

    /// <summary>The enterprise's papers, by path.</summary>
    public required IReadOnlyList<PaperVersion> Papers { get; init; }

    /// <summary>One for each criterion, in the order of the answer.</summary>
    public required IReadOnlyList<SavedFinding> Findings { get; init; }

    /// <summary>The standards as one text: assessments that are compared have the same.</summary>
    public string StandardSet => SetOf(Standards);

    /// <summary>Standards as one text, whatever their order.</summary>
    public static string SetOf(IEnumerable<string> standards) => string.Join(',', standards.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}

/// <summary>One paper in the version that was judged.</summary>
/// <param name="Path">Path within the enterprise's folder.</param>
/// <param name="Type">An id of <c>schema/evidence.yaml</c>.</param>
/// <param name="Sha256">Version of its bytes.</param>
/// <param name="ProcessedBy">Versions of reader, extractor and ontology that read it.</param>
public sealed record PaperVersion(string Path, string Type, string Sha256, string ProcessedBy);

/// <summary>One kept verdict.</summary>
public sealed record SavedFinding
{
    /// <summary>The assessment's id, the edition's and the criterion.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the edition.</summary>
    public required string Standard { get; init; }

    /// <summary>Id of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Key of the criterion's node; that of the whole criterion where a part of it was judged.</summary>
    public required string CriterionKey { get; init; }

    /// <summary>What it asks.</summary>
    public required string Title { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>Unit of the value.</summary>
    public string? Unit { get; init; }

    /// <summary>Points.</summary>
    public decimal? Points { get; init; }

    /// <summary>Weight.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>How the value came about.</summary>
    public string? Arithmetic { get; init; }

    /// <summary>Digest of the rule that judged.</summary>
    public required string Rule { get; init; }

    /// <summary>What the benchmark file set for it, as one text; null where it set nothing.</summary>
    public string? Benchmark { get; init; }

    /// <summary>The words that it rested on.</summary>
    public IReadOnlyList<SavedEvidence> Evidence { get; init; } = [];
}

/// <summary>The words that a kept verdict rested on.</summary>
/// <param name="Path">Path of the paper.</param>
/// <param name="Fact">Key of the fact's node; empty where it had none.</param>
/// <param name="Quote">The words.</param>
/// <param name="Start">Offset in the text of the version that was judged.</param>
/// <param name="End">Offset behind them.</param>
public sealed record SavedEvidence(string Path, string Fact, string Quote, int Start, int End);
