namespace PolicyGraph.Tracing;

/// <summary>Targets from national to provincial to municipal, as the contract's <c>trace</c> prints them.</summary>
/// <param name="Chains">One chain for each root target, by indicator.</param>
public sealed record Trace(IReadOnlyList<TraceChain> Chains)
{
    /// <summary>The places of <c>--compare</c> side by side; null when nothing is compared.</summary>
    public IReadOnlyList<Comparison>? Comparison { get; init; }
}

/// <summary>A root target with what contributes to it.</summary>
/// <param name="Indicator">Name of the indicator.</param>
/// <param name="Links">The root first, parents before children.</param>
public sealed record TraceChain(string Indicator, IReadOnlyList<TraceLink> Links);

/// <summary>One target of one document.</summary>
public sealed record TraceLink
{
    /// <summary>Id of the target in the graph.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the target that it contributes to; null for a root.</summary>
    public string? Parent { get; init; }

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Its title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>national, provincial or municipal; null when it is not known.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the place where the document applies; null when it is not known.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>What the target covers, as written.</summary>
    public string? Scope { get; init; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>The unit as written.</summary>
    public string? Unit { get; init; }

    /// <summary><c>= &gt;= &lt;= about</c></summary>
    public required string Comparator { get; init; }

    /// <summary>level, rise or fall: whether the value is to be reached, or is what changes.</summary>
    public required string Change { get; init; }

    /// <summary>cumulative, annual or null.</summary>
    public string? Basis { get; init; }

    /// <summary>The year when it is due.</summary>
    public int? Year { get; init; }

    /// <summary>The year of comparison.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The value in that year.</summary>
    public decimal? BaseValue { get; init; }

    /// <summary>The words, letter for letter.</summary>
    public required string Quote { get; init; }

    /// <summary>Offset of the quote.</summary>
    public required int Start { get; init; }

    /// <summary>Offset behind the quote.</summary>
    public required int End { get; init; }

    /// <summary>What made it the child of its parent, a Chinese sentence; null for a root.</summary>
    public string? Why { get; init; }

    /// <summary>What a reader should notice.</summary>
    public IReadOnlyList<TraceFlag> Flags { get; init; } = [];
}

/// <summary>What is noticed about a link.</summary>
public enum TraceFlagKind
{
    /// <summary>A rate or intensity that asks for less than its parent.</summary>
    WeakerThanParent,

    /// <summary>Due after its parent.</summary>
    Later,

    /// <summary>Measured from another year than its parent.</summary>
    DifferentBaseline,

    /// <summary>In a unit that the parent's does not convert to.</summary>
    DifferentUnit,

    /// <summary>A target of a province or city without one above it.</summary>
    Orphan,

    /// <summary>A national target to which no loaded province contributes.</summary>
    NoChild,

    /// <summary>The parent's document was repealed, replaced or had ended on the day asked about.</summary>
    ReplacedParent,
}

/// <summary>A flag with its reason, a Chinese sentence.</summary>
public sealed record TraceFlag(TraceFlagKind Kind, string Why)
{
    /// <summary>The word of the contract: <c>weaker_than_parent</c> and so on.</summary>
    public string Word => Kind switch
    {
        TraceFlagKind.WeakerThanParent => "weaker_than_parent",
        TraceFlagKind.Later => "later",
        TraceFlagKind.DifferentBaseline => "different_baseline",
        TraceFlagKind.DifferentUnit => "different_unit",
        TraceFlagKind.Orphan => "orphan",
        TraceFlagKind.NoChild => "no_child",
        TraceFlagKind.ReplacedParent => "replaced_parent",
        _ => throw new System.Diagnostics.UnreachableException($"flag {Kind}"),
    };
}

/// <summary>One indicator in the places that are compared.</summary>
/// <param name="Indicator">Its name.</param>
/// <param name="Rows">One row for each place in the order asked, several where a place states several targets.</param>
public sealed record Comparison(string Indicator, IReadOnlyList<ComparisonRow> Rows);

/// <summary>What one place aims at.</summary>
/// <param name="Jurisdiction">Its name.</param>
/// <param name="Link">Its target; null where it has none.</param>
public sealed record ComparisonRow(string Jurisdiction, TraceLink? Link);
