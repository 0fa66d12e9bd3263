using System.Security.Cryptography;
using System.Text;
using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Saved;

/// <summary>From an answer to what is kept of it.</summary>
public static class AssessmentSnapshot
{
    private const int DigestLength = 12;

    /// <summary>Takes down an assessment.</summary>
    /// <param name="assessment">An answer of <see cref="GapService"/>; it has its basis.</param>
    /// <param name="at">Now.</param>
    /// <exception cref="ArgumentException">The assessment has no basis.</exception>
    public static SavedAssessment Of(Assessment assessment, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var basis = assessment.Basis ?? throw new ArgumentException("an assessment without basis cannot be kept", nameof(assessment));
        var saved = new SavedAssessment
        {
            Id = string.Empty,
            SavedAt = at,
            Enterprise = assessment.Enterprise.CreditCode,
            Name = assessment.Enterprise.Name,
            AsOf = assessment.AsOf,
            EvaluationYear = assessment.EvaluationYear,
            Qualifies = assessment.Qualifies,
            Standards = [.. assessment.Standards.Select(s => s.Id).Distinct().Order(StringComparer.Ordinal)],
            Ontology = basis.Facts.Ontology,
            EnterpriseSha256 = basis.Facts.Enterprise.Sha256,
            Benchmarks = basis.Benchmarks is { } file ? Path.GetFileName(file.File) : null,
            BenchmarksSha256 = basis.Benchmarks is { } text ? Hash(text.Text) : null,
            Papers = [.. basis.Facts.Files.Select(f => new PaperVersion(f.Path, f.Type, f.Sha256 ?? string.Empty, f.ProcessedBy ?? string.Empty)).OrderBy(p => p.Path, StringComparer.Ordinal)],
            Findings = [.. assessment.Findings.Select(f => Finding(f, basis))],
        };
        var id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{saved.Enterprise}@{saved.AsOf:yyyy-MM-dd}-{Digest(saved)}");
        return saved with { Id = id, Findings = [.. saved.Findings.Select(f => f with { Id = $"{id}/{f.Standard}/{f.Criterion}" })] };
    }

    /// <summary>SHA-256 of a text in UTF-8, lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The criterion that was judged, or the whole one of which a part was; null when the edition has neither.</summary>
    internal static CriterionFacts? CriterionOf(GapFacts facts, string standard, string criterion) =>
        facts.Editions.FirstOrDefault(e => e.Id == standard)?.Criteria
            .Where(c => c.Id == criterion || criterion.StartsWith(c.Id + ".", StringComparison.Ordinal))
            .MaxBy(c => c.Id.Length);

    /// <summary>Digest of what judges a criterion: its rule, and the limits that measure the same.</summary>
    internal static string RuleOf(CriterionFacts? criterion, GapFacts facts) => criterion is null ? string.Empty
        : Hash($"{criterion.Kind}\n{criterion.Rule.Signature()}{string.Concat(facts.Limits.Where(l => l.Indicator == criterion.Indicator).Select(l => "\n" + LimitProperties.Signature(l)))}")[..DigestLength];

    internal static string? BenchmarkOf(BenchmarkFile? file, string standard, string criterion) => file?.Standard != standard
        ? null
        : file.Indicators.GetValueOrDefault(criterion) is { } benchmark ? Written(benchmark) : file.Complete ? "未列出（complete）" : null;

    private static string Written(Benchmark benchmark) => benchmark is { Lead: { } lead, Base: { } basis }
        ? $"引领值 {Numbers.Plain(lead)} {benchmark.Unit}、基准值 {Numbers.Plain(basis)} {benchmark.Unit}、权重 {Numbers.Plain(benchmark.Weight)}"
        : $"权重 {Numbers.Plain(benchmark.Weight)}";

    private static SavedFinding Finding(Finding finding, AssessmentBasis basis)
    {
        var criterion = CriterionOf(basis.Facts, finding.Standard, finding.Criterion);
        return new SavedFinding
        {
            Id = string.Empty,
            Standard = finding.Standard,
            Criterion = finding.Criterion,
            CriterionKey = $"{finding.Standard}/{criterion?.Id ?? finding.Criterion}",
            Title = finding.Title,
            Verdict = finding.Verdict,
            Value = finding.Value,
            Unit = finding.Unit,
            Points = finding.Points,
            Weight = finding.Weight,
            Reason = finding.Reason,
            Arithmetic = finding.Arithmetic,
            Rule = RuleOf(criterion, basis.Facts),
            Benchmark = BenchmarkOf(basis.Benchmarks, finding.Standard, finding.Criterion),
            Evidence = [.. finding.Evidence.Select(e => new SavedEvidence(e.Path, e.Fact.Id ?? string.Empty, e.Fact.Quote, e.Fact.Start, e.Fact.End))],
        };
    }

    private static string Digest(SavedAssessment saved)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', saved.StandardSet, saved.EvaluationYear, saved.Ontology, saved.EnterpriseSha256, saved.BenchmarksSha256).Append('\n');
        text.AppendJoin('\n', saved.Papers.Select(p => $"{p.Path}\t{p.Sha256}\t{p.ProcessedBy}")).Append('\n');
        text.AppendJoin('\n', saved.Findings.Select(f => FormattableString.Invariant($"{f.Standard}/{f.Criterion}\t{f.Verdict}\t{f.Value}\t{f.Points}\t{f.Weight}\t{f.Rule}\t{f.Benchmark}\t{f.Reason}")));
        return Hash(text.ToString())[..DigestLength];
    }
}
