using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>What is wrong with a paper; the words of the contract.</summary>
public enum DefectKind
{
    /// <summary>Its validity ended before as-of, or before the day on which it was relied on.</summary>
    Expired,

    /// <summary>Its validity begins after as-of.</summary>
    NotYetValid,

    /// <summary>Suspended, withdrawn or cancelled.</summary>
    Suspended,

    /// <summary>It is about somebody else.</summary>
    WrongSubject,

    /// <summary>It follows a standard or edition that does not count.</summary>
    WrongStandard,

    /// <summary>It is about another year.</summary>
    WrongPeriod,

    /// <summary>A unit slipped: the same figures under a unit 10, 1,000 or 10,000 times as large.</summary>
    Unit,

    /// <summary>A coefficient that cannot be right.</summary>
    Coefficient,

    /// <summary>Something inside the figure that does not belong there.</summary>
    Boundary,

    /// <summary>A figure is not what its own operands give.</summary>
    Arithmetic,

    /// <summary>Two papers disagree.</summary>
    Contradiction,

    /// <summary>One thing is counted twice.</summary>
    DoubleCounting,

    /// <summary>A certificate covers another activity or site.</summary>
    OutOfScope,

    /// <summary>A field is missing or blank.</summary>
    MissingField,

    /// <summary>A claim without the document or figure that it needs.</summary>
    Unsupported,

    /// <summary>Words of a template or of somebody else's paper were left in.</summary>
    Template,

    /// <summary>It cannot be read, or not whole.</summary>
    Unreadable,
}

/// <summary>How grave a defect is.</summary>
public enum DefectSeverity
{
    /// <summary>The paper, or the figure, cannot be used.</summary>
    Error,

    /// <summary>It needs an explanation.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Info,
}

/// <summary>The answer of <c>check</c>.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="AsOf">The day for which it holds.</param>
/// <param name="EvaluationYear">The year whose quantities count.</param>
/// <param name="Defects">By path, then by place.</param>
public sealed record CrossCheck(EnterpriseFacts Enterprise, DateOnly AsOf, int EvaluationYear, IReadOnlyList<Defect> Defects);

/// <summary>One thing that is wrong, at one place or between two.</summary>
public sealed record Defect
{
    /// <summary>Name of the rule that found it, such as <c>certificate-expired</c>.</summary>
    public required string Rule { get; init; }

    /// <summary>What is wrong.</summary>
    public required DefectKind Kind { get; init; }

    /// <summary>How grave it is.</summary>
    public DefectSeverity Severity { get; init; } = DefectSeverity.Error;

    /// <summary>Where; of a pair the place whose path is smaller in ordinal order.</summary>
    public required DefectPlace At { get; init; }

    /// <summary>What is wrong, with which other paper, and what to do: Chinese, for people.</summary>
    public required string Message { get; init; }

    /// <summary>Criteria of the standard asked for that rest on it.</summary>
    public IReadOnlyList<string> Affects { get; init; } = [];

    /// <summary>The other place of a pair; null where there is one place only.</summary>
    public DefectPlace? Other { get; init; }
}

/// <summary>A place in a paper.</summary>
/// <param name="Document">The paper's id.</param>
/// <param name="Path">The paper's path.</param>
/// <param name="Fact">The value that stands there; null where there are no words to quote (a missing field, an unreadable file).</param>
/// <param name="Field">The field that it is about; null for the paper as a whole.</param>
public sealed record DefectPlace(string Document, string Path, Fact? Fact, string? Field);
