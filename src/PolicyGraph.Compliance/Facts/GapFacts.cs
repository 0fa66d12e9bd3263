using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Facts;

/// <summary>Everything that the graph says about one enterprise and the editions it is held against: what a verdict may rest on.</summary>
/// <param name="Enterprise">The enterprise.</param>
/// <param name="Editions">Every edition in the graph; one without criteria is known by its dates alone.</param>
/// <param name="Files">The enterprise's papers with what they state, by path.</param>
public sealed record GapFacts(EnterpriseFacts Enterprise, IReadOnlyList<EditionFacts> Editions, IReadOnlyList<EvidenceFile> Files)
{
    /// <summary>Values that rules beside the standards set.</summary>
    public IReadOnlyList<Limit> Limits { get; init; } = [];

    /// <summary>Version of the ontology that the graph holds; null where it names none.</summary>
    public string? Ontology { get; init; }
}

/// <summary>What <c>enterprise.yaml</c> declares. It names and chooses; it proves nothing.</summary>
public sealed record EnterpriseFacts
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>统一社会信用代码.</summary>
    public required string CreditCode { get; init; }

    /// <summary>GB/T 4754 code; null when none was declared.</summary>
    public string? Industry { get; init; }

    /// <summary>Name or GB/T 2260 code; null when none was declared.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>GB/T 2260 code of the jurisdiction that it is located in; null when the graph knows none.</summary>
    public string? JurisdictionCode { get; init; }

    /// <summary>The evaluation year that it declares.</summary>
    public int? EvaluationYear { get; init; }

    /// <summary>Founding day: the three-year window does not begin before it.</summary>
    public DateOnly? Founded { get; init; }

    /// <summary>Version of the <c>enterprise.yaml</c> that declares all this; null when the graph names none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Names under which its papers may be made out as well.</summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Its products.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The park or special area where it lies; null when none was declared.</summary>
    public string? Park { get; init; }

    /// <summary>Its processes, where it declares them: then those are all.</summary>
    public IReadOnlyList<string> Processes { get; init; } = [];

    /// <summary>Reasons by criterion that it declares not applicable.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();
}

/// <summary>One edition as it stands in the graph.</summary>
public sealed record EditionFacts
{
    /// <summary>As <c>--standard</c> takes it.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its number.</summary>
    public string? Number { get; init; }

    /// <summary>First day.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>Last day; null while in force.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Why it applies, one sentence.</summary>
    public string Why { get; init; } = string.Empty;

    /// <summary>Whether industries have criteria of their own that are not loaded.</summary>
    public bool SectorCriteria { get; init; }

    /// <summary>Whether points are given for mandatory and optional criteria as well.</summary>
    public bool GivesPoints { get; init; }

    /// <summary>The criteria that HAS_CRITERION reaches, in order.</summary>
    public IReadOnlyList<CriterionFacts> Criteria { get; init; } = [];

    /// <summary>Steps of an application.</summary>
    public IReadOnlyList<EligibilityStep> Steps { get; init; } = [];
}

/// <summary>One criterion as it stands in the graph.</summary>
public sealed record CriterionFacts
{
    /// <summary>Stable id within its edition.</summary>
    public required string Id { get; init; }

    /// <summary>Where the standard says it.</summary>
    public string? Clause { get; init; }

    /// <summary>What it asks.</summary>
    public required string Title { get; init; }

    /// <summary>Title of the first-level group that it belongs to; null where the graph joins it to none.</summary>
    public string? Area { get; init; }

    /// <summary>What kind of demand it is.</summary>
    public CriterionKind Kind { get; init; }

    /// <summary>Which papers to hand in, for people.</summary>
    public string Asks { get; init; } = string.Empty;

    /// <summary>Types of evidence that NEEDS reaches.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>The type of evidence that a message names first.</summary>
    internal string MainNeed => Needs.Count > 0 ? Needs[0] : Id;

    /// <summary>The indicator that MEASURES reaches: what a limit must measure too; null for none.</summary>
    public string? Indicator { get; init; }

    /// <summary>Judged only where a benchmark file lists it.</summary>
    public bool OnDemand { get; init; }

    /// <summary>Fields that contradict a declaration that it does not apply.</summary>
    public IReadOnlyList<string> ContradictedBy { get; init; } = [];

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<CriterionSource> Sources { get; init; } = [];

    /// <summary>How evidence decides it.</summary>
    public required CriterionRule Rule { get; init; }
}

/// <summary>One paper of the enterprise.</summary>
public sealed record EvidenceFile
{
    /// <summary>Credit code and path.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Path within the enterprise's folder.</summary>
    public required string Path { get; init; }

    /// <summary>An id of <c>schema/evidence.yaml</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether a part of it could not be read.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The format that its bytes have, whatever its name says; null where nobody looked.</summary>
    public string? Format { get; init; }

    /// <summary>Length of its text; null where nobody counted.</summary>
    public int? Characters { get; init; }

    /// <summary>SHA-256 of its bytes: its version; null when the graph names none.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Versions of reader, extractor and ontology that read it.</summary>
    public string? ProcessedBy { get; init; }

    /// <summary>What it states, in reading order.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];
}

/// <summary>One value that a paper states.</summary>
public sealed record Fact
{
    /// <summary>Key of its node; null outside a graph.</summary>
    public string? Id { get; init; }

    /// <summary>The paper.</summary>
    public required string DocumentId { get; init; }

    /// <summary>A field of <c>schema/evidence.yaml</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What the field is about where it has several: product, energy, pollutant, project, function.</summary>
    public string? Qualifier { get; init; }

    /// <summary>The value's own words.</summary>
    public required string Written { get; init; }

    /// <summary>The number, its scale the written precision; null when the words are no clear number.</summary>
    public decimal? Number { get; init; }

    /// <summary>The unit as written; null when none was found.</summary>
    public string? Unit { get; init; }

    /// <summary>A date as exact as its source: <c>2026</c>, <c>2026-03</c>, <c>2026-03-16</c>.</summary>
    public string? Date { get; init; }

    /// <summary><c>none</c>, <c>occurred</c>, <c>yes</c> or <c>no</c>.</summary>
    public string? Statement { get; init; }

    /// <summary>First day that the value is about.</summary>
    public DateOnly? PeriodStart { get; init; }

    /// <summary>Last day that the value is about.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>The organisation that it is about; null when the paper names none.</summary>
    public string? Subject { get; init; }

    /// <summary>Values of one certificate, project or row share a number.</summary>
    public int Group { get; init; }

    /// <summary><c>value</c>, <c>total</c> or <c>part</c>.</summary>
    public string Role { get; init; } = "value";

    /// <summary>Reading order within the paper.</summary>
    public int Ordinal { get; init; }

    /// <summary>The words, letter for letter.</summary>
    public required string Quote { get; init; }

    /// <summary>Offset of the quote.</summary>
    public int Start { get; init; }

    /// <summary>Offset behind the quote.</summary>
    public int End { get; init; }

    /// <summary>Page from 1.</summary>
    public int? Page { get; init; }

    /// <summary>Sheet.</summary>
    public string? Sheet { get; init; }

    /// <summary>Cell address.</summary>
    public string? Cell { get; init; }

    /// <summary>A hash of what tells most facts apart: equal facts have equal hashes, and facts are compared often.</summary>
    public override int GetHashCode() => HashCode.Combine(DocumentId, Field, Ordinal, Start);
}
