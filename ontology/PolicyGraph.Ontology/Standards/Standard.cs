using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Standards;

/// <summary>One edition of an evaluation standard with its criteria, as <c>ontology/standards</c> says it.</summary>
/// <param name="Edition">Which standard, and when it applies.</param>
/// <param name="Areas">The first level: groups of criteria that are not judged themselves.</param>
/// <param name="Criteria">What is judged, in the order of the file.</param>
/// <param name="Steps">What an applicant must be and do besides; empty where the standard says nothing.</param>
public sealed partial record Standard(Edition Edition, IReadOnlyList<Area> Areas, IReadOnlyList<Criterion> Criteria, IReadOnlyList<EligibilityStep> Steps)
{
    /// <summary>Reads one file of <c>ontology/standards</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static Standard Load(YamlMapping file) => StandardReader.Read(file);
}

/// <summary>Which standard, and when it applies.</summary>
/// <param name="Id">As <c>--standard</c> takes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its number; null where it has none.</param>
/// <param name="ValidFrom">The first day on which it applies.</param>
/// <param name="ValidUntil">The last; null while it is in force.</param>
/// <param name="Designation">What its criteria qualify for, such as <c>green-factory</c>.</param>
/// <param name="SectorCriteria">Whether industries have criteria of their own that are not here.</param>
/// <param name="Why">Why it applies from that day, one sentence.</param>
/// <param name="Supersedes">Earlier editions, the nearest first.</param>
public sealed record Edition(
    string Id,
    string Title,
    string? Number,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    string Designation,
    bool SectorCriteria,
    string Why,
    IReadOnlyList<EarlierEdition> Supersedes);

/// <summary>An edition that another one replaced; its criteria may stand in a file of their own.</summary>
public sealed record EarlierEdition(string Id, string Title, string? Number, DateOnly ValidFrom, DateOnly ValidUntil);

/// <summary>A first-level group, such as 能源低碳化.</summary>
public sealed record Area(string Id, string? Clause, string Title);

/// <summary>What kind of demand a criterion is.</summary>
public enum CriterionKind
{
    /// <summary>Must not have happened.</summary>
    Veto,

    /// <summary>Must hold.</summary>
    Mandatory,

    /// <summary>For reference.</summary>
    Optional,

    /// <summary>Gives points.</summary>
    Scored,
}

/// <summary>One thing that is judged.</summary>
/// <param name="Id">Stable id within the edition.</param>
/// <param name="Clause">Where the standard says it.</param>
/// <param name="Title">What it asks, in our words.</param>
/// <param name="Kind">What kind of demand it is.</param>
/// <param name="Asks">Which papers to hand in, for people.</param>
/// <param name="Needs">Types of evidence.</param>
/// <param name="Indicator">The indicator that it measures; null for a qualitative one.</param>
/// <param name="OnDemand">Judged only where a benchmark file lists it.</param>
/// <param name="ContradictedBy">Fields whose presence contradicts a declaration that the criterion does not apply.</param>
/// <param name="Sources">What the demand rests on.</param>
/// <param name="Rule">How evidence decides it.</param>
public sealed record Criterion(
    string Id,
    string? Clause,
    string Title,
    CriterionKind Kind,
    string Asks,
    IReadOnlyList<string> Needs,
    string? Indicator,
    bool OnDemand,
    IReadOnlyList<string> ContradictedBy,
    IReadOnlyList<CriterionSource> Sources,
    CriterionRule Rule)
{
    /// <summary>Its weight in the standard's own example table; null where there is none. It is no requirement and never scores by itself.</summary>
    public decimal? ExampleWeight { get; init; }
}

/// <summary>What a demand rests on.</summary>
/// <param name="Document">Number or title.</param>
/// <param name="Clause">Where in it; null for the whole.</param>
/// <param name="Certainty"><c>verified</c>, <c>local</c>, <c>recalled</c> or <c>inferred</c>.</param>
public sealed record CriterionSource(string Document, string? Clause, string Certainty);

/// <summary>Something that an applicant must be or do, judged beside the criteria.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Test"><c>established</c>, <c>production</c>, <c>industry</c> or <c>calendar</c>.</param>
/// <param name="Month">Month of a yearly deadline; null without one.</param>
/// <param name="Day">Day of a yearly deadline.</param>
/// <param name="Divisions">First and last division of GB/T 4754 that may apply; empty where any may.</param>
/// <param name="Sources">What it rests on.</param>
public sealed record EligibilityStep(string Id, string Title, string Test, int? Month, int? Day, IReadOnlyList<int> Divisions, IReadOnlyList<CriterionSource> Sources);
