using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Papers that follow a standard or an edition that no longer counts, or that never was.</summary>
internal static class StandardRules
{
    /// <summary>GB 17167-2024 replaces the edition of 2006 from this day.</summary>
    private static readonly DateOnly MeterStandardEnds = new(2026, 2, 1);

    /// <summary>A management system certified to a withdrawn standard or edition.</summary>
    internal static IEnumerable<Defect> Certificates(CheckContext context)
    {
        foreach (var (file, facts) in ValidityRules.Groups(context))
        {
            foreach (var rule in context.Criteria.Select(c => c.Rule).OfType<CertificateRule>().Where(r => r.Certificates.Contains(file.Type)))
            {
                if (CertificateJudge.StandardOf(rule, facts) is { Fault: { } fault, Fact: var fact })
                {
                    yield return context.At("certificate-standard-withdrawn", DefectKind.WrongStandard, file, fact, $"“{file.Path}”{fault}，请提交按现行标准认证的证书");
                }
            }
        }
    }

    /// <summary>A report that follows none of the standards that its criterion accepts.</summary>
    internal static IEnumerable<Defect> Reports(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            var standards = file.Facts.Where(f => f.Field == "standard").ToList();
            var rules = context.Criteria.Select(c => c.Rule).OfType<DocumentRule>().Where(r => r.Types.Contains(file.Type) && r.Standards.Count > 0).ToList();
            if (standards.Count > 0 && rules.Count > 0 && !rules.Exists(r => r.Standards.Any(wanted => standards.Exists(s => StandardNumber.Find(s.Written, wanted) is not null))))
            {
                yield return context.At("report-standard", DefectKind.WrongStandard, file, standards[0], $"“{file.Path}”依据“{standards[0].Written}”，不是 {string.Join("、", rules[0].Standards)}，请按认可的标准编制");
            }
        }
    }

    /// <summary>Criteria of another round, a metering standard after its end, a number that no green-factory standard has.</summary>
    internal static IEnumerable<Defect> Cited(CheckContext context)
    {
        foreach (var file in context.Files)
        {
            var cited = file.Facts.Where(f => f.Field is "standard" or "citedStandard").ToList();
            foreach (var fact in cited)
            {
                if (Fault(context, file, cited, fact) is { } fault)
                {
                    yield return context.At("cited-standard", DefectKind.WrongStandard, file, fact, $"“{file.Path}”{fault}");
                    break;
                }
            }
        }
    }

    private static string? Fault(CheckContext context, EvidenceFile file, List<Fact> cited, Fact fact)
    {
        if (StandardNumber.Find(fact.Written, "GB/T 32611") is not null)
        {
            return $"引用的“{fact.Written}”不是有效的标准编号（产品生态设计通则为 GB/T 24256，生态设计评价通则为 GB/T 32161），请核对后更正";
        }

        if (StandardNumber.Find(fact.Written, "GB 17167") == 2006 && (file.Type == "meter-ledger" ? context.Dossier.AsOf : Evidence.Dossier.IssuedOn(file, 0) ?? context.Dossier.AsOf) >= MeterStandardEnds && !cited.Exists(c => StandardNumber.Find(c.Written, "GB 17167") > 2006))
        {
            return $"依据的 GB 17167-2006 自 {MeterStandardEnds:yyyy-MM-dd} 起被新版代替，请按现行 GB 17167 重新核对计量器具配备";
        }

        var inForce = context.Dossier.AsOf >= new DateOnly(2025, 12, 31) ? 2025 : 2018;
        return file.Type is "self-evaluation" && StandardNumber.Find(fact.Written, "GB/T 36132") is { } year && year > 0 && year < inForce && !cited.Exists(c => StandardNumber.Find(c.Written, "GB/T 36132") >= inForce)
            ? $"按 GB/T 36132-{year} 评价，评价日 {context.Dossier.AsOf:yyyy-MM-dd} 应按 GB/T 36132-{inForce}，请按现行标准重新评价"
            : null;
    }
}
