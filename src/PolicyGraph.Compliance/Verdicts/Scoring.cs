using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Adds up points, and says whether a standard is met as a whole.</summary>
internal static class Scoring
{
    /// <summary>The score of one standard's findings.</summary>
    internal static Score Of(IReadOnlyList<Finding> findings, decimal? passLine)
    {
        var weighed = findings.Where(f => f.Weight is not null && f.Verdict != Verdict.NotApplicable).ToList();
        var lower = weighed.Sum(f => f.Points ?? 0);
        var upper = lower + weighed.Where(f => !IsDecided(f)).Sum(f => f.Weight ?? 0);
        return new Score(lower == upper ? lower : null, weighed.Sum(f => f.Weight ?? 0), lower, upper, passLine);
    }

    /// <summary>The findings with the weights of what applies stretched to 100, where something that is listed does not apply.</summary>
    internal static IReadOnlyList<Finding> Redistributed(IReadOnlyList<Finding> findings)
    {
        var of = findings.Where(f => f.Weight is not null && f.Verdict != Verdict.NotApplicable).Sum(f => f.Weight ?? 0);
        return of <= 0 || !findings.Any(IsDropped)
            ? findings
            : [.. findings.Select(f => f.Weight is null || f.Verdict == Verdict.NotApplicable ? f : f with { Weight = decimal.Round(f.Weight.Value * 100 / of, 10), Points = f.Points is { } p ? decimal.Round(p * 100 / of, 10) : null })];
    }

    /// <summary>Whether a standard is met: by both readings of what does not apply where the benchmark file says nothing, else unknown.</summary>
    internal static Qualification Qualifies(EditionFacts edition, IReadOnlyList<Finding> findings, BenchmarkFile? benchmarks)
    {
        var dropped = Qualifies(edition, findings, benchmarks, benchmarks is null ? null : Of(findings, benchmarks.PassLine));
        if (benchmarks is null || benchmarks.NotApplicable is not null || !findings.Any(IsDropped))
        {
            return dropped;
        }

        var stretched = Redistributed(findings);
        return Qualifies(edition, stretched, benchmarks, Of(stretched, benchmarks.PassLine)) == dropped ? dropped : Qualification.Unknown;
    }

    /// <summary>What stands in the way: hard criteria, and the score.</summary>
    internal static IEnumerable<string> Blocking(IReadOnlyList<Finding> findings, bool isNo, Score? score)
    {
        foreach (var finding in findings.Where(IsHard))
        {
            if (isNo ? finding.Verdict == Verdict.NotMet : !IsSettled(finding))
            {
                yield return finding.Criterion;
            }
        }

        if (score is { PassLine: { } line } && score.Upper < line)
        {
            yield return "score";
        }
    }

    private static Qualification Qualifies(EditionFacts edition, IReadOnlyList<Finding> findings, BenchmarkFile? benchmarks, Score? score)
    {
        var hard = findings.Where(IsHard).ToList();
        if (hard.Exists(f => f.Verdict == Verdict.NotMet && !f.RestsOnRecalledAlone && f.Source.Any(s => s.Certainty != "recalled")) || (score is { PassLine: { } line } && score.Upper < line))
        {
            return Qualification.No;
        }

        var scores = edition.GivesPoints || findings.Any(f => f.Kind == CriterionKind.Scored);
        var reached = !scores || (score is { PassLine: { } pass } && score.Lower >= pass);
        var ofIndustry = !edition.SectorCriteria || benchmarks is { Sector: true };
        return hard.TrueForAll(IsSettled) && reached && ofIndustry && findings.Count > 0 ? Qualification.Yes : Qualification.Unknown;
    }

    private static bool IsHard(Finding finding) => finding.Kind is CriterionKind.Veto or CriterionKind.Mandatory;

    private static bool IsSettled(Finding finding) => finding.Verdict is Verdict.Met or Verdict.NotApplicable;

    private static bool IsDecided(Finding finding) => finding.Verdict is Verdict.Met or Verdict.NotMet;

    private static bool IsDropped(Finding finding) => finding is { Verdict: Verdict.NotApplicable, Weight: > 0 };
}
