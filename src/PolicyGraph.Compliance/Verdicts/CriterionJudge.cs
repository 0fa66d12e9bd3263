using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Gives each kind of rule to whoever judges it.</summary>
internal sealed class CriterionJudge(Dossier dossier, LimitChoice limits)
{
    private readonly StatementsJudge statements = new(dossier);
    private readonly CertificateJudge certificates = new(dossier);
    private readonly DutiesJudge duties = new(dossier);
    private readonly RatioJudge ratios = new(dossier, limits);
    private readonly CountJudge counts = new(dossier);
    private readonly DocumentJudge documents = new(dossier);

    internal Judgement Judge(CriterionFacts criterion, Benchmark? benchmark, IReadOnlyList<string> names) => criterion.Rule switch
    {
        StatementsRule rule => statements.Judge(rule, criterion),
        CertificateRule rule => certificates.Judge(rule, criterion),
        DutiesRule rule => duties.Judge(rule, criterion),
        RatioRule rule => ratios.Judge(rule, criterion, benchmark, names),
        CountRule rule => counts.Judge(rule, criterion, benchmark),
        DocumentRule rule => documents.Judge(rule, criterion),
        _ => throw new System.Diagnostics.UnreachableException($"rule {criterion.Rule.GetType().Name}"),
    };
}
