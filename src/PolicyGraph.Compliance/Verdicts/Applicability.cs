using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Whether a declaration that a criterion does not apply stands: evidence of the very thing contradicts it.</summary>
internal sealed class Applicability(Dossier dossier)
{
    /// <summary>The reason that the enterprise declares for a criterion or the one that it divides; null for none.</summary>
    internal string? Declared(string criterion) => dossier.Enterprise.NotApplicable.FirstOrDefault(n => criterion == n.Key || criterion.StartsWith(n.Key + ".", StringComparison.Ordinal)).Value;

    /// <summary>The fact that contradicts such a declaration; null when none does.</summary>
    internal Fact? Contradiction(CriterionFacts criterion) => criterion.ContradictedBy
        .SelectMany(dossier.Stated)
        .FirstOrDefault(f => dossier.Subject.Fault(dossier.File(f), f) is null && Contradicts(criterion.Rule, f));

    private bool Contradicts(CriterionRule rule, Fact fact) => rule switch
    {
        CertificateRule certificate => certificate.Certificates.Contains(dossier.File(fact).Type) && certificate.Standards.Any(s => StandardNumber.Find(fact.Written, s.Number) is not null),
        StatementsRule statements => statements.Parts.Any(p => p.RefutedBy.Contains(fact.Field) && p.From.Contains(dossier.File(fact).Type) && fact.Statement is not null && fact.Statement != p.Want),
        CountRule => fact.Statement == "yes",
        RatioRule => fact.Number > 0 && (fact.PeriodEnd is null || fact.PeriodEnd.Value.Year == dossier.Year),
        DocumentRule document => document.Types.Contains(dossier.File(fact).Type),
        DutiesRule duties => duties.From.Contains(dossier.File(fact).Type),
        _ => false,
    };
}
