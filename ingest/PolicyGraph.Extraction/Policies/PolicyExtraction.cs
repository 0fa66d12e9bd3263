using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>What one policy document says; the members are those of the JSON of <c>extract</c>.</summary>
public sealed record PolicyExtraction
{
    /// <summary>Title, number, issuers, dates.</summary>
    public required DocumentProfile Profile { get; init; }

    /// <summary>Headings, level 0 to 3.</summary>
    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>Numbered and headed parts.</summary>
    public required IReadOnlyList<Provision> Provisions { get; init; }

    /// <summary>Tables that the format marks and tables flattened into lines, in the order of the text.</summary>
    public required IReadOnlyList<Table> Tables { get; init; }

    /// <summary>Figures to be reached.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    /// <summary>Obligations, permissions, prohibitions, encouragements.</summary>
    public required IReadOnlyList<Norm> Norms { get; init; }

    /// <summary>Documents and standards that are cited, each place once.</summary>
    public required IReadOnlyList<Citation> Citations { get; init; }

    /// <summary>Industries that are named, each name at its first place.</summary>
    public required IReadOnlyList<IndustryMention> Industries { get; init; }

    /// <summary>Processes that are named, each name at its first place.</summary>
    public required IReadOnlyList<ProcessMention> Processes { get; init; }

    /// <summary>What was left out or guessed.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}

/// <summary>What a document says of itself. Dates are as exact as their source: <c>2016</c>, <c>2016-10</c>, <c>2016-10-31</c>.</summary>
public sealed record DocumentProfile
{
    /// <summary>Its title; null when the text has none.</summary>
    public string? Title { get; init; }

    /// <summary>notice, plan, scheme, opinion, measures, law, regulation, standard, guide, catalogue …; null when nothing tells.</summary>
    public string? Kind { get; init; }

    /// <summary>发文字号 as printed, blanks removed.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关, full names.</summary>
    public IReadOnlyList<string> IssuingAuthorities { get; init; } = [];

    /// <summary>Day under the signature.</summary>
    public string? SignedOn { get; init; }

    /// <summary>Day of publication.</summary>
    public string? PublishedOn { get; init; }

    /// <summary>First day in force.</summary>
    public string? EffectiveFrom { get; init; }

    /// <summary>Last day in force.</summary>
    public string? ValidUntil { get; init; }

    /// <summary>Titles of the documents that it repeals.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>主送机关 as written.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>First year of the plan.</summary>
    public string? PlanStart { get; init; }

    /// <summary>Last year of the plan.</summary>
    public string? PlanEnd { get; init; }

    /// <summary>national, provincial, municipal.</summary>
    public string? Level { get; init; }

    /// <summary>Name of the place where it applies.</summary>
    public string? Jurisdiction { get; init; }
}

/// <summary>What is known of a document beside its text, such as its line in a manifest; it goes before what the text says.</summary>
public sealed record DocumentHints(string? Title = null, IReadOnlyList<string>? IssuingAuthorities = null, string? DocumentNumber = null, string? SignedOn = null, string? PublishedOn = null, string? Level = null, string? Jurisdiction = null);

/// <summary>How a value compares with what is to be reached.</summary>
public enum Comparator
{
    /// <summary>=</summary>
    Equal,

    /// <summary>&gt;=: 以上, 不低于, 超过, 突破</summary>
    AtLeast,

    /// <summary>&lt;=: 不超过, 不高于, 以内</summary>
    AtMost,

    /// <summary>about: 左右, 约</summary>
    About,
}

/// <summary>Whether a value is a level or a change.</summary>
public enum TargetChange
{
    /// <summary>A level: 达到 80%.</summary>
    Level,

    /// <summary>A rise by: 提高 5 个百分点.</summary>
    Rise,

    /// <summary>A fall by: 下降 18%.</summary>
    Fall,
}

/// <summary>A figure to be reached.</summary>
public sealed record Target
{
    /// <summary>Where its words stand.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The provision that sets it.</summary>
    public required string Path { get; init; }

    /// <summary>The indicator as the text names it, completed from the heading where it does not.</summary>
    public required string Indicator { get; init; }

    /// <summary>Its id in the ontology; null when it is not known there.</summary>
    public string? IndicatorId { get; init; }

    /// <summary>The value as written, words turned to digits.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>The unit as written: 万亿元, %, 家.</summary>
    public string? Unit { get; init; }

    /// <summary>How it compares.</summary>
    public Comparator Comparator { get; init; }

    /// <summary>The year when it is due.</summary>
    public int? Year { get; init; }

    /// <summary>The year of comparison.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The value in that year.</summary>
    public decimal? BaseValue { get; init; }

    /// <summary>Level or change.</summary>
    public TargetChange Change { get; init; }

    /// <summary>cumulative, annual or null.</summary>
    public string? Basis { get; init; }

    /// <summary>约束性, 预期性, 指导性 as the text says; null when it does not.</summary>
    public string? Binding { get; init; }

    /// <summary>What it covers, as written.</summary>
    public string? Scope { get; init; }

    /// <summary>The value in the canonical unit; null when the unit is not known.</summary>
    public decimal? CanonicalValue { get; init; }

    /// <summary>The canonical unit.</summary>
    public string? CanonicalUnit { get; init; }
}

/// <summary>What a norm does.</summary>
public enum Modality
{
    /// <summary>必须, 应当, 严格</summary>
    Must,

    /// <summary>A bare imperative: 推进, 建设.</summary>
    Should,

    /// <summary>鼓励, 支持, 引导, 探索</summary>
    Encouraged,

    /// <summary>不得, 严禁, 禁止</summary>
    Prohibited,

    /// <summary>可以, 免于</summary>
    May,
}

/// <summary>What somebody has to do, may do or must not do.</summary>
/// <param name="Span">Where its words stand.</param>
/// <param name="Path">The provision that states it.</param>
/// <param name="Actor">Who, 我部 and the like resolved; null when the text names none.</param>
/// <param name="ActorRole">Id of the role; null when it is not known.</param>
/// <param name="Modality">What it does.</param>
/// <param name="Action">The doing, as written.</param>
/// <param name="Aim">What it is done to (the JSON's <c>object</c>).</param>
/// <param name="Condition">When it applies.</param>
/// <param name="Deadline">By when, as written.</param>
/// <param name="Recurrence">How often, as written.</param>
/// <param name="Consequence">What follows from not doing it.</param>
public sealed record Norm(TextSpan Span, string Path, string? Actor, string? ActorRole, Modality Modality, string Action, string? Aim, string? Condition, string? Deadline, string? Recurrence, string? Consequence);

/// <summary>A document that the text names.</summary>
/// <param name="Span">Where it is named, number included where it stands behind.</param>
/// <param name="Path">The provision that names it.</param>
/// <param name="Title">Without brackets; null when only a number stands there.</param>
/// <param name="Number">As written; null when none stands there.</param>
/// <param name="MeantTitle">What is meant where the text says something else; null otherwise.</param>
/// <param name="MeantNumber">As <paramref name="MeantTitle"/>.</param>
public sealed record Citation(TextSpan Span, string Path, string? Title, string? Number, string? MeantTitle = null, string? MeantNumber = null);

/// <summary>An industry that the text names.</summary>
public sealed record IndustryMention(TextSpan Span, string Path, string Name, string Code, IReadOnlyList<string> Codes);

/// <summary>A process that the text names.</summary>
public sealed record ProcessMention(TextSpan Span, string Path, string Name, string? Kind);
