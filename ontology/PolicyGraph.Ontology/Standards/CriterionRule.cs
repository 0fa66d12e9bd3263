using PolicyGraph.Graph;

namespace PolicyGraph.Ontology.Standards;

/// <summary>How evidence decides a criterion: a closed family of six kinds, declared in <c>ontology/standards</c>.</summary>
/// <remarks>A rule goes into the graph as the properties of its criterion (<see cref="RuleProperties"/>) and comes back from them, so that the graph alone suffices to judge.</remarks>
public abstract record CriterionRule
{
    private protected CriterionRule()
    {
    }

    /// <summary>The fields of evidence that the rule reads.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>Reads a rule from the properties of its criterion.</summary>
    /// <exception cref="InvalidDataException">The properties are no rule.</exception>
    public static CriterionRule Read(IReadOnlyDictionary<string, GraphValue> properties) => RuleProperties.Read(properties);

    /// <summary>The rule as one text, the same for equal rules: by it a later version is told from an earlier one.</summary>
    public string Signature() => RuleProperties.Signature(this);
}

/// <summary>Each part is cleared by a statement, or refuted by its opposite.</summary>
/// <param name="Years">Length of the window that ends on as-of.</param>
/// <param name="FreshMonths">How old the last day that a statement covers may be.</param>
/// <param name="Parts">The parts; all must be cleared.</param>
public sealed record StatementsRule(int Years, int FreshMonths, IReadOnlyList<StatementPart> Parts) : CriterionRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => [.. Parts.SelectMany(p => p.ClearedBy.Concat(p.RefutedBy)).Distinct()];
}

/// <summary>One part of a <see cref="StatementsRule"/>.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="ClearedBy">Fields of which one that says <paramref name="Want"/> is enough.</param>
/// <param name="RefutedBy">Fields of which one that says the opposite refutes the part.</param>
/// <param name="Want"><c>none</c> or <c>yes</c>.</param>
/// <param name="From">Types of evidence whose word counts.</param>
/// <param name="Covers">Whether a stated period must cover the window; else only the day of the statement counts.</param>
public sealed record StatementPart(string Title, IReadOnlyList<string> ClearedBy, IReadOnlyList<string> RefutedBy, string Want, IReadOnlyList<string> From, bool Covers);

/// <summary>A management system: a certificate in force, or system documents with a recent audit and review.</summary>
/// <param name="Standards">Standards that count, each with its oldest edition.</param>
/// <param name="Withdrawn">Standards that they replaced.</param>
/// <param name="Certificates">Types of paper that are certificates.</param>
/// <param name="Documents">Types of paper that are system documents.</param>
/// <param name="AuditMonths">How old audit and review may be.</param>
public sealed record CertificateRule(IReadOnlyList<StandardEdition> Standards, IReadOnlyList<string> Withdrawn, IReadOnlyList<string> Certificates, IReadOnlyList<string> Documents, int AuditMonths) : CriterionRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => ["standard", "holder", "scope", "address", "validFrom", "validUntil", "status", "internalAudit", "managementReview"];
}

/// <summary>A standard by number without its year, and the oldest year that counts; 0 for any.</summary>
public sealed record StandardEdition(string Number, int Since);

/// <summary>Duties, plan and targets in management papers.</summary>
/// <param name="From">Types of paper.</param>
/// <param name="Parts">The parts; all must be shown.</param>
public sealed record DutiesRule(IReadOnlyList<string> From, IReadOnlyList<DutyPart> Parts) : CriterionRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => [.. Parts.Select(p => p.Field)];
}

/// <summary>One part of a <see cref="DutiesRule"/>.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Field">The field that shows it.</param>
/// <param name="Test"><c>present</c>, <c>plan</c> (covers the evaluation year) or <c>target</c> (of the evaluation year, with a number).</param>
public sealed record DutyPart(string Title, string Field, string Test);

/// <summary>A quotient of quantities, held against a benchmark.</summary>
/// <param name="Numerator">Fields that are summed; <see cref="Production"/> stands for output or output value.</param>
/// <param name="Denominator">Fields that are summed.</param>
/// <param name="Optional">Fields that count as 0 where no paper states them.</param>
/// <param name="Timeless">Fields that belong to no year.</param>
/// <param name="Percent">Whether the quotient is a percentage.</param>
/// <param name="Years">Years that are summed, the evaluation year last.</param>
/// <param name="LowerIsBetter">The direction.</param>
/// <param name="Unit">The unit where no benchmark names one.</param>
/// <param name="Stated">The field that states the quotient itself; null where there is none.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Qualifiers">Names by which the criterion may be divided, by the last part of the longer id.</param>
public sealed record RatioRule(
    IReadOnlyList<string> Numerator,
    IReadOnlyList<string> Denominator,
    IReadOnlyList<string> Optional,
    IReadOnlyList<string> Timeless,
    bool Percent,
    int Years,
    bool LowerIsBetter,
    string Unit,
    string? Stated,
    string Formula,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Qualifiers) : CriterionRule
{
    /// <summary>Output or output value, whichever the unit asks for.</summary>
    public const string Production = "production";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => [.. Numerator.Concat(Denominator).Distinct()];
}

/// <summary>How many of a list of things there are, held against a benchmark.</summary>
/// <param name="Field">The statement whose <c>yes</c> counts.</param>
/// <param name="Stated">The field that states the count itself.</param>
/// <param name="Unit">The unit of the count.</param>
/// <param name="Items">What counts, with other names of each.</param>
public sealed record CountRule(string Field, string? Stated, string Unit, IReadOnlyDictionary<string, IReadOnlyList<string>> Items) : CriterionRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => [Field];
}

/// <summary>A paper that shows something by being there with its fields.</summary>
/// <param name="Types">Types of paper.</param>
/// <param name="Required">Fields of which it must state at least one.</param>
/// <param name="Standards">Standards that it may follow; empty for any.</param>
/// <param name="Product">Whether it must be about a product of the enterprise.</param>
/// <param name="Year">Whether it must be of the evaluation year.</param>
public sealed record DocumentRule(IReadOnlyList<string> Types, IReadOnlyList<string> Required, IReadOnlyList<string> Standards, bool Product, bool Year) : CriterionRule
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Fields => Required;
}
