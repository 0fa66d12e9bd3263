using PolicyGraph.Compliance.Benchmarks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>What follows from the findings: the steps of an application, and which papers end soon.</summary>
internal sealed class Outlook(Dossier dossier)
{
    private const int Days = 365;

    internal EligibilityResult Step(EligibilityStep step)
    {
        var (verdict, reason) = step.Test switch
        {
            "established" => Established(),
            "production" => Production(),
            "industry" => Industry(step),
            "location" => Location(step),
            _ => (Verdict.InsufficientEvidence, "没有文件说明办理情况，请自行确认"),
        };
        return new EligibilityResult(step.Title, Deadline(step), verdict, reason, step.Sources);
    }

    /// <summary>The papers that a met finding rests on and that end within a year.</summary>
    internal IReadOnlyList<ExpiringPaper> Expiring(IEnumerable<(string Criterion, Judgement Judgement)> met) =>
    [
        .. met.SelectMany(m => m.Judgement.Ends.Select(e => (m.Criterion, e.Fact.DocumentId, e.Last)))
            .Where(e => e.Last >= dossier.AsOf && e.Last.DayNumber - dossier.AsOf.DayNumber <= Days)
            .GroupBy(e => (e.DocumentId, e.Last))
            .OrderBy(g => g.Key.Last)
            .Select(g => new ExpiringPaper(g.Key.DocumentId, dossier.Evidence.First(f => f.DocumentId == g.Key.DocumentId).Path, g.Key.Last, [.. g.Select(e => e.Criterion).Distinct()])),
    ];

    private DateOnly? Deadline(EligibilityStep step)
    {
        if (step.Month is not { } month || step.Day is not { } day)
        {
            return null;
        }

        var thisYear = new DateOnly(dossier.AsOf.Year, month, day);
        return thisYear >= dossier.AsOf ? thisYear : thisYear.AddYears(1);
    }

    private (Verdict Verdict, string? Reason) Established()
    {
        var file = dossier.Evidence.FirstOrDefault(f => f.Type is "business-licence" or "credit-report" && f.Facts.Any(x => x.Field is "creditCode" or "holder") && f.Facts.All(x => dossier.Subject.Fault(f, x) is null));
        return file is null ? (Verdict.InsufficientEvidence, "没有营业执照或信用查询结果") : (Verdict.Met, $"见“{file.Path}”");
    }

    private (Verdict Verdict, string? Reason) Production()
    {
        var quantities = new QuantityReader(dossier);
        var fact = quantities.Facts("output").Concat(quantities.Facts("outputValue")).FirstOrDefault(f => f.Number > 0 && f.PeriodEnd?.Year == dossier.Year && dossier.Subject.Fault(dossier.File(f), f) is null);
        return fact is null ? (Verdict.InsufficientEvidence, $"没有文件写明 {dossier.Year} 年产量或产值") : (Verdict.Met, $"见“{dossier.Name(fact)}”：{fact.Written} {fact.Unit}");
    }

    private (Verdict Verdict, string? Reason) Location(EligibilityStep step)
    {
        var names = step.Places.Select(Region.NameOf).OfType<string>().ToList();
        var fact = dossier.Stated("address").FirstOrDefault(f => dossier.File(f).Type is "business-licence" or "credit-report" or "discharge-permit" or "land-title"
            && names.Exists(n => f.Written.Contains(n, StringComparison.Ordinal)) && dossier.Subject.Fault(dossier.File(f), f) is null);
        return fact is null ? (Verdict.InsufficientEvidence, $"没有营业执照、信用查询结果或许可证写明地址在{string.Join("、", names)}") : (Verdict.Met, $"见“{dossier.Name(fact)}”：{fact.Written}");
    }

    private (Verdict Verdict, string? Reason) Industry(EligibilityStep step)
    {
        var digits = dossier.Enterprise.Industry?.TrimStart('A', 'B', 'C', 'D', 'E') ?? string.Empty;
        return step.Divisions.Count != 2 || digits.Length < 2 || !int.TryParse(digits.AsSpan(0, 2), out var division)
            ? (Verdict.InsufficientEvidence, "企业没有写明 GB/T 4754 行业代码")
            : division >= step.Divisions[0] && division <= step.Divisions[1]
                ? (Verdict.Met, $"申报的行业代码 {dossier.Enterprise.Industry} 属于制造业")
                : (Verdict.NotMet, $"申报的行业代码 {dossier.Enterprise.Industry} 不属于制造业（{step.Divisions[0]} 至 {step.Divisions[1]} 大类）");
    }
}
