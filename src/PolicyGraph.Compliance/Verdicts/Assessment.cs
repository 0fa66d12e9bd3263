using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>What became of one criterion.</summary>
public enum Verdict
{
    /// <summary>The requirement is satisfied; for a veto: it was checked and did not occur.</summary>
    Met,

    /// <summary>It is not; for a veto: it occurred.</summary>
    NotMet,

    /// <summary>No evidence decides it.</summary>
    InsufficientEvidence,

    /// <summary>The evidence conflicts, or none of it is usable.</summary>
    DefectiveEvidence,

    /// <summary>It does not apply.</summary>
    NotApplicable,
}

/// <summary>Whether an enterprise qualifies.</summary>
public enum Qualification
{
    /// <summary>It does.</summary>
    Yes,

    /// <summary>It does not.</summary>
    No,

    /// <summary>Something is open.</summary>
    Unknown,
}

/// <summary>The answer of <c>gap</c>; its parts are those of the JSON in contracts.</summary>
public sealed record Assessment
{
    /// <summary>The enterprise.</summary>
    public required EnterpriseFacts Enterprise { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The year whose quantities count.</summary>
    public required int EvaluationYear { get; init; }

    /// <summary>The whole.</summary>
    public required Qualification Qualifies { get; init; }

    /// <summary>Vetoes and mandatory criteria in the way, and <c>score</c>.</summary>
    public required IReadOnlyList<string> Blocking { get; init; }

    /// <summary>The standards, in the order asked.</summary>
    public required IReadOnlyList<StandardResult> Standards { get; init; }

    /// <summary>One for each criterion.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Steps of an application.</summary>
    public required IReadOnlyList<EligibilityResult> Eligibility { get; init; }

    /// <summary>What to do next, what settles most first.</summary>
    public required IReadOnlyList<NextAction> Next { get; init; }

    /// <summary>Papers that end within 365 days.</summary>
    public required IReadOnlyList<ExpiringPaper> Expiring { get; init; }

    /// <summary>Paths of papers that nothing could be made of.</summary>
    public required IReadOnlyList<string> Unrecognised { get; init; }

    /// <summary>What the reader should know besides.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>What moved since the last saved assessment of the enterprise and the same standards; filled by whoever holds the saved ones.</summary>
    public IReadOnlyList<MovedVerdict> Moved { get; init; } = [];

    /// <summary>When the assessment was kept that <see cref="Moved"/> compares with; null when none was. It is no part of the JSON.</summary>
    public DateTimeOffset? ComparedWith { get; init; }

    /// <summary>What the verdicts rest on beside their evidence; null where nobody asked a graph. It is no part of the JSON.</summary>
    public AssessmentBasis? Basis { get; init; }
}

/// <summary>One standard of an assessment.</summary>
/// <param name="Score">Null without a benchmark file for it.</param>
public sealed record StandardResult(string Id, string Title, string? Edition, string Why, Qualification Qualifies, Score? Score);

/// <summary>Points reached and within reach.</summary>
/// <param name="Points">Null while lower and upper differ.</param>
/// <param name="Of">Sum of the weights of what applies.</param>
/// <param name="Lower">Points so far.</param>
/// <param name="Upper">Lower and the weights still open.</param>
/// <param name="PassLine">Null where the benchmark file has none.</param>
public sealed record Score(decimal? Points, decimal Of, decimal Lower, decimal Upper, decimal? PassLine);

/// <summary>What became of one criterion, and why.</summary>
public sealed record Finding
{
    /// <summary>Id of the edition.</summary>
    public required string Standard { get; init; }

    /// <summary>Id of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>Where the standard says it.</summary>
    public string? Clause { get; init; }

    /// <summary>What it asks.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the group that it belongs to; null for none. It is no part of the JSON.</summary>
    public string? Area { get; init; }

    /// <summary>What kind of demand it is.</summary>
    public required CriterionKind Kind { get; init; }

    /// <summary>The verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public decimal? Value { get; init; }

    /// <summary>The benchmark's unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Points; null unless met or not met with a weight.</summary>
    public decimal? Points { get; init; }

    /// <summary>Weight; null where the benchmark file does not list it.</summary>
    public decimal? Weight { get; init; }

    /// <summary>How the value came about.</summary>
    public string? Arithmetic { get; init; }

    /// <summary>Why; always there unless met.</summary>
    public string? Reason { get; init; }

    /// <summary>What is missing; always there when evidence is insufficient.</summary>
    public IReadOnlyList<MissingPiece> Missing { get; init; } = [];

    /// <summary>What it rests on; always there when met.</summary>
    public IReadOnlyList<EvidenceCitation> Evidence { get; init; } = [];

    /// <summary>The clauses that ask for it.</summary>
    public IReadOnlyList<CriterionSource> Source { get; init; } = [];

    /// <summary>The rule that decided among several; null where there is one.</summary>
    public BindingRule? Binds { get; init; }

    /// <summary>The rules that it beat.</summary>
    public IReadOnlyList<BindingRule> Over { get; init; } = [];

    /// <summary>Whether it is not met by nothing but a value that nobody verified; it is no part of the JSON.</summary>
    internal bool RestsOnRecalledAlone { get; init; }
}

/// <summary>What is missing.</summary>
/// <param name="What"><c>value</c>, <c>benchmark</c>, <c>document</c> or <c>field</c>.</param>
/// <param name="Name">Field, criterion or type of evidence.</param>
/// <param name="Message">One Chinese sentence.</param>
public sealed record MissingPiece(string What, string Name, string Message);

/// <summary>The words of a paper that a finding rests on.</summary>
/// <param name="Path">Path of the paper.</param>
/// <param name="Fact">The value with its quote and place.</param>
/// <param name="Declared">Whether the enterprise itself declares it.</param>
public sealed record EvidenceCitation(string Path, Fact Fact, bool Declared);

/// <summary>A rule that sets a value.</summary>
public sealed record BindingRule(string Document, string? Clause, decimal? Value, string? Unit, string Why);

/// <summary>One step of an application.</summary>
public sealed record EligibilityResult(string Step, DateOnly? Deadline, Verdict Verdict, string? Reason, IReadOnlyList<CriterionSource> Source);

/// <summary>Something to do, and the criteria that it settles.</summary>
public sealed record NextAction(string Action, IReadOnlyList<string> Settles);

/// <summary>A paper that ends soon.</summary>
public sealed record ExpiringPaper(string Document, string Path, DateOnly On, IReadOnlyList<string> Affects);

/// <summary>A verdict that changed.</summary>
/// <param name="Standard">Id of the edition.</param>
/// <param name="Criterion">The criterion.</param>
/// <param name="From">The saved verdict; null where the criterion was not judged then.</param>
/// <param name="To">The verdict now; null where the criterion is not judged any more.</param>
/// <param name="Because">What changed; never empty.</param>
public sealed record MovedVerdict(string Standard, string Criterion, Verdict? From, Verdict? To, IReadOnlyList<MovedCause> Because);

/// <summary>One thing that changed and moved a verdict: a paper, a benchmark file, a clause.</summary>
/// <param name="Document">Id of the paper or the enterprise, name of the benchmark file, number of the standard.</param>
/// <param name="Path">Path of the file; null for a clause.</param>
/// <param name="Quote">The words that count now; null where none can be quoted, as of a paper that is gone.</param>
/// <param name="Start">Offset of the quote.</param>
/// <param name="End">Offset behind the quote.</param>
/// <param name="Why">What changed, one Chinese sentence.</param>
public sealed record MovedCause(string Document, string? Path, string? Quote, int? Start, int? End, string Why);

/// <summary>What an assessment rested on: by this it can be kept, and told from a later one.</summary>
/// <param name="Facts">All that the graph said.</param>
/// <param name="Benchmarks">The benchmark file; null without one.</param>
public sealed record AssessmentBasis(GapFacts Facts, BenchmarkFile? Benchmarks);
