using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Finds what is wrong with an enterprise's papers: one pure function of the facts and the question, made of rules that do not know each other.</summary>
public static class CrossCheckAnalysis
{
    private const int MaxDefects = 2000;

    private static readonly CrossRule[] Rules =
    [
        new("certificate-expired", ValidityRules.Expired),
        new("certificate-not-yet-valid", ValidityRules.NotYetValid),
        new("certificate-suspended", ValidityRules.Suspended),
        new("laboratory-expired", ValidityRules.LaboratoryExpired),
        new("receiver-licence-expired", ValidityRules.ReceiverExpired),
        new("wrong-subject", SubjectRules.WrongSubject),
        new("wrong-credit-code", SubjectRules.WrongCode),
        new("scope-not-covered", SubjectRules.OutOfScope),
        new("product-not-ours", SubjectRules.OtherProduct),
        new("site-not-covered", SubjectRules.OtherSite),
        new("certificate-standard-withdrawn", StandardRules.Certificates),
        new("report-standard", StandardRules.Reports),
        new("cited-standard", StandardRules.Cited),
        new("other-year", c => PeriodRules.OtherYear(c).Concat(PeriodRules.OtherYearsMonitoring(c))),
        new("project-outside-years", PeriodRules.Projects),
        new("audit-too-old", PeriodRules.Audits),
        new("statement-too-old", PeriodRules.Statements),
        new("two-papers-disagree", AgreementRules.Pairs),
        new("two-papers-disagree", AgreementRules.Products),
        new("electricity-disagrees", AgreementRules.Electricity),
        new("green-power-over-electricity", AgreementRules.GreenPower),
        new("claim-differs", SelfEvaluationRules.Amounts),
        new("denial-refuted", SelfEvaluationRules.Denials),
        new("total-not-sum", ArithmeticRules.Totals),
        new("carbon-total-not-sum", ArithmeticRules.CarbonParts),
        new("over-hundred", ArithmeticRules.OverHundred),
        new("discharge-over-intake", ArithmeticRules.WaterBalance),
        new("discharge-not-concentration", ArithmeticRules.Discharge),
        new("waste-balance", ArithmeticRules.WasteBalance),
        new("ratio-not-quotient", RatioRules.Stated),
        new("ratio-not-quotient", RatioRules.FloorAreaRatio),
        new("over-the-limit", LimitRules.OwnLimit),
        new("over-the-permit", LimitRules.PermitLimit),
        new("coefficient", EnergyRules.Coefficients),
        new("grid-factor", EnergyRules.GridFactor),
        new("boundary", EnergyRules.Boundaries),
        new("green-power-twice", EnergyRules.DoubleCounting),
        new("no-end-of-validity", CompletenessRules.NoEnd),
        new("footprint-without-result", CompletenessRules.NoResult),
        new("no-laboratory-mark", CompletenessRules.NoLaboratoryMark),
        new("sampled-too-seldom", CompletenessRules.SampledTooSeldom),
        new("left-unmeasured", CompletenessRules.LeftUnmeasured),
        new("pollutant-not-monitored", CompletenessRules.NotMonitored),
        new("left-blank", CompletenessRules.Unsigned),
        new("claim-without-paper", CompletenessRules.ClaimWithoutPaper),
        new("claim-without-paper", CompletenessRules.ValueWithoutPaper),
        new("target-without-figure", CompletenessRules.TargetWithoutFigure),
        new("template-left-over", CompletenessRules.Templates),
        new("unreadable", CompletenessRules.Unreadable),
    ];

    /// <summary>The names of all rules, each once.</summary>
    public static IReadOnlyList<string> RuleNames { get; } = [.. Rules.Select(r => r.Name).Distinct()];

    /// <summary>Holds the papers against the clauses and against each other.</summary>
    /// <param name="facts">What the graph says.</param>
    /// <param name="question">Day, standards and year.</param>
    /// <param name="unread">Papers that no reader could open.</param>
    /// <exception cref="GapException">A standard is unknown or not loaded, or none applies on that day.</exception>
    public static CrossCheck Find(GapFacts facts, GapQuestion question, IReadOnlyList<UnreadPaper> unread)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(unread);
        var (chosen, _) = EditionChoice.Choose(facts.Editions, question.Standards, question.AsOf);
        var year = question.Year ?? facts.Enterprise.EvaluationYear ?? question.AsOf.Year - 1;
        var context = new CheckContext(facts, new Dossier(facts, question, year), [.. chosen.SelectMany(c => c.Edition.Criteria)], unread);
        var defects = Rules.SelectMany(r => r.Find(context)).DistinctBy(Key).Take(MaxDefects)
            .OrderBy(d => d.At.Path, StringComparer.Ordinal).ThenBy(d => d.At.Fact?.Start ?? -1).ThenBy(d => d.Rule, StringComparer.Ordinal).ThenBy(d => d.Other?.Path, StringComparer.Ordinal).ThenBy(d => d.Other?.Fact?.Start ?? -1);
        return new CrossCheck(facts.Enterprise, question.AsOf, year, [.. defects]);
    }

    /// <summary>One defect is told once, whichever rule came first.</summary>
    private static (DefectKind Kind, string, string?, int?, string?, string?, int?) Key(Defect defect) =>
        (defect.Kind, defect.At.Path, defect.At.Field, defect.At.Fact?.Start, defect.Other?.Path, defect.Other?.Field, defect.Other?.Fact?.Start);
}

/// <summary>One rule: a name, and what it finds.</summary>
/// <param name="Name">As it stands in <see cref="Defect.Rule"/>.</param>
/// <param name="Find">The defects, in any order.</param>
internal sealed record CrossRule(string Name, Func<CheckContext, IEnumerable<Defect>> Find);
