using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Papers of another year than the one that is evaluated.</summary>
internal static class PeriodRules
{
    private static readonly string[] Annual =
    [
        "energyTotal", "energyConsumption", "energyStandardCoal", "energyRenewable", "carbonTotal", "electricityActivity", "waterIntake", "waterReused", "wasteGenerated", "wasteUtilised", "pollutantDischarge", "materialUse", "productFootprint",
        "energyIntensity", "carbonIntensity", "waterIntensity", "output",
    ];

    /// <summary>None of the yearly figures of a paper is of the evaluation year.</summary>
    internal static IEnumerable<Defect> OtherYear(CheckContext context)
    {
        var year = context.Dossier.Year;
        foreach (var file in context.Dossier.Evidence.Where(f => f.Type is not ("management-duties" or "enterprise-declaration" or "management-certificate" or "monitoring-report" or "discharge-permit" or "upgrade-projects")))
        {
            var figures = file.Facts.Where(f => Annual.Contains(f.Field) && f is { PeriodStart: not null, PeriodEnd: not null, Number: not null } && context.Foreign(file, f) is null).ToList();
            figures = figures.Count > 0 ? figures : [.. file.Facts.Where(f => f is { Field: "dataPeriod", PeriodStart: not null, PeriodEnd: not null } && context.Foreign(file, f) is null)];
            if (figures.Count == 0 || figures.Exists(f => f.PeriodStart!.Value.Year == year && f.PeriodEnd!.Value.Year == year) // filtered for both
                || figures.Any(f => f.Field == "output") && figures.TrueForAll(f => f.Field == "output"))
            {
                continue;
            }

            var first = figures[0];
            var (from, to) = (first.PeriodStart!.Value, first.PeriodEnd!.Value); // as above
            var what = from.Year <= year && to.Year >= year ? "跨年度，不是自然年" : $"不是评价年 {year}";
            yield return context.At("other-year", DefectKind.WrongPeriod, file, first, $"“{file.Path}”的数据属于 {QuantityReader.Period(from, to)}，{what}，请提交 {year} 年 1 月至 12 月的数据");
        }
    }

    /// <summary>The monitoring that was handed in is of other years alone.</summary>
    internal static IEnumerable<Defect> OtherYearsMonitoring(CheckContext context)
    {
        var year = context.Dossier.Year;
        var measured = context.Dossier.Evidence.Where(f => f.Type == "monitoring-report").SelectMany(f => f.Facts.Where(x => x.Field is "pollutantConcentration" or "pollutantDischarge" && x is { PeriodStart: not null, PeriodEnd: not null } && context.Foreign(f, x) is null).Select(x => (File: f, Fact: x))).ToList();
        if (measured.Exists(m => m.Fact.PeriodEnd!.Value.Year >= year) || context.Dossier.Evidence.Any(f => f.Facts.Any(x => x.Field is "pollutantConcentration" or "pollutantDischarge" && (x.PeriodStart is null || x.PeriodEnd?.Year >= year)))) // filtered for both
        {
            yield break;
        }

        foreach (var (file, fact) in measured.DistinctBy(m => m.File.Path))
        {
            yield return context.At("other-year", DefectKind.WrongPeriod, file, fact, $"“{file.Path}”的监测数据属于 {QuantityReader.Period(fact.PeriodStart!.Value, fact.PeriodEnd!.Value)}，没有评价年 {year} 的监测数据，请提交 {year} 年 1 月至 12 月的监测报告"); // filtered for both
        }
    }

    /// <summary>A project completed outside the three years that end with the evaluation year.</summary>
    internal static IEnumerable<Defect> Projects(CheckContext context)
    {
        var years = context.Criteria.Select(c => c.Rule).OfType<RatioRule>().Where(r => r.Fields.Contains("upgradeInvestment")).Select(r => r.Years).FirstOrDefault(3);
        var (from, to) = (new DateOnly(context.Dossier.Year - years + 1, 1, 1), new DateOnly(context.Dossier.Year, 12, 31));
        foreach (var fact in context.Quantities.Facts("upgradeInvestment").Where(f => f.Role != "total" && f is { Qualifier: not null, PeriodEnd: not null }))
        {
            if ((fact.PeriodEnd < from || fact.PeriodEnd > to) && context.Foreign(context.File(fact), fact) is null && !IsLeftOut(context, context.File(fact), from, to))
            {
                yield return context.At("project-outside-years", DefectKind.WrongPeriod, context.File(fact), fact, $"“{context.File(fact).Path}”的项目“{fact.Qualifier}”完成于 {fact.PeriodEnd:yyyy-MM}，不在 {from.Year} 至 {to.Year} 年内，不能计入，请剔除", DefectSeverity.Warning);
            }
        }
    }

    /// <summary>Whether the total of the list is that of the projects within the years, so that it names the others without counting them.</summary>
    private static bool IsLeftOut(CheckContext context, EvidenceFile file, DateOnly from, DateOnly to)
    {
        var facts = file.Facts.Where(f => f.Field == "upgradeInvestment" && context.Quantities.Measure(f).Amount is not null).ToList();
        var inside = facts.Where(f => f.Role != "total" && f.PeriodEnd >= from && f.PeriodEnd <= to && f.Qualifier is not null).Select(f => context.Quantities.Measure(f).Amount!).ToList(); // measured above
        return inside.Count > 0 && facts.Any(f => f.Role == "total" && context.Quantities.Measure(f).Amount!.Agrees(Amount.Sum(inside)));
    }

    /// <summary>An internal audit or management review older than the months that its criterion allows.</summary>
    internal static IEnumerable<Defect> Audits(CheckContext context)
    {
        var months = context.Criteria.Select(c => c.Rule).OfType<CertificateRule>().Select(r => r.AuditMonths).FirstOrDefault(12);
        foreach (var file in context.Dossier.Evidence.Where(f => f.Type == "management-system-document"))
        {
            foreach (var group in file.Facts.Where(f => f.Field is "internalAudit" or "managementReview").GroupBy(f => f.Field))
            {
                var latest = group.MaxBy(f => DateRange.Parse(f.Date)?.Last);
                if (latest is not null && DateRange.Parse(latest.Date) is { } day && (day.Last < context.Dossier.AsOf.AddMonths(-months) || day.First > context.Dossier.AsOf))
                {
                    var name = group.Key == "internalAudit" ? "内部审核" : "管理评审";
                    yield return context.At("audit-too-old", DefectKind.WrongPeriod, file, latest, $"“{file.Path}”的{name}（{latest.Date}）不在评价日前 {months} 个月内，请补交最近一次{name}的记录");
                }
            }
        }
    }

    /// <summary>A credit report or letter that was asked for too long before as-of.</summary>
    internal static IEnumerable<Defect> Statements(CheckContext context)
    {
        var rules = context.Criteria.Select(c => c.Rule).OfType<StatementsRule>().ToList();
        foreach (var file in context.Dossier.Evidence.Where(f => f.Type is "credit-report" or "authority-statement"))
        {
            var months = rules.Where(r => r.Parts.Any(p => p.From.Contains(file.Type))).Select(r => r.FreshMonths).DefaultIfEmpty(0).Max();
            var issued = file.Facts.FirstOrDefault(f => f.Field == "issuedOn");
            if (months > 0 && issued is not null && DateRange.Parse(issued.Date)?.Last is { } day && day < context.Dossier.AsOf.AddMonths(-months) && context.Foreign(file, issued) is null)
            {
                yield return context.At("statement-too-old", DefectKind.WrongPeriod, file, issued, $"“{file.Path}”出具于 {day:yyyy-MM-dd}，距评价日 {context.Dossier.AsOf:yyyy-MM-dd} 超过 {months} 个月，请重新查询");
            }
        }
    }
}
