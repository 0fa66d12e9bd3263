using PolicyGraph.Tracing.Linking;

namespace PolicyGraph.Tracing.Facts;

/// <summary>One target as the graph holds it, its indicator and scope understood.</summary>
public sealed record TargetFacts
{
    /// <summary>Id of the node.</summary>
    public required string Id { get; init; }

    /// <summary>The document that sets it.</summary>
    public required DocumentFacts Document { get; init; }

    /// <summary>What it measures.</summary>
    public required Measure Measure { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>The unit as written.</summary>
    public string? Unit { get; init; }

    /// <summary><c>= &gt;= &lt;= about</c></summary>
    public string Comparator { get; init; } = "=";

    /// <summary>level, rise or fall.</summary>
    public string Change { get; init; } = "level";

    /// <summary>cumulative, annual or null.</summary>
    public string? Basis { get; init; }

    /// <summary>The year when it is due.</summary>
    public int? Year { get; init; }

    /// <summary>The year of comparison.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The value in that year.</summary>
    public decimal? BaseValue { get; init; }

    /// <summary>What it covers, as written.</summary>
    public string? ScopeWritten { get; init; }

    /// <summary>What it covers, understood.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The words, letter for letter.</summary>
    public required string Quote { get; init; }

    /// <summary>Offset of the quote.</summary>
    public required int Start { get; init; }

    /// <summary>Offset behind the quote.</summary>
    public required int End { get; init; }
}

/// <summary>How one document stands to another.</summary>
/// <param name="Citing">Id of the newer one.</param>
/// <param name="Cited">Id of the older one.</param>
/// <param name="Kind">What the newer one says of it.</param>
public sealed record DocumentTie(string Citing, string Cited, TieKind Kind);

/// <summary>What a document says of another.</summary>
public enum TieKind
{
    /// <summary>It was made on it: 为贯彻落实《…》，特制定本方案.</summary>
    BasedOn,

    /// <summary>It names it.</summary>
    Cites,

    /// <summary>It puts it out of force.</summary>
    Repeals,
}

/// <summary>All that a trace may rest on.</summary>
/// <param name="Documents">The policies by id.</param>
/// <param name="Targets">The targets, by document and place in it.</param>
/// <param name="Ties">What the documents say of each other.</param>
public sealed record TraceFacts(IReadOnlyDictionary<string, DocumentFacts> Documents, IReadOnlyList<TargetFacts> Targets, IReadOnlyList<DocumentTie> Ties);
