using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>What a paper should say and does not: an end of validity, a laboratory mark, a quarter's sample, a signature; claims without a paper; words of a template; papers that cannot be read.</summary>
internal static class CompletenessRules
{
    private static readonly (string Claim, string[] Types, string Name)[] Claims =
    [
        ("greenDesign", ["design-report"], "绿色设计"),
        ("productFootprint", ["carbon-footprint-report"], "产品碳足迹核算"),
    ];

    /// <summary>A certificate or permit without the last day of its validity.</summary>
    internal static IEnumerable<Defect> NoEnd(CheckContext context)
    {
        foreach (var (file, facts) in ValidityRules.Groups(context).Where(g => g.File.Type is "management-certificate" or "discharge-permit"))
        {
            var names = facts.Exists(f => f.Field == "standard") || (file.Type == "discharge-permit" && facts.Exists(f => f.Field == "number"));
            if (names && !facts.Exists(f => f.Field == "validUntil") && !file.Facts.Any(f => f.Field == "validUntil"))
            {
                yield return context.Of("no-end-of-validity", DefectKind.MissingField, file, "validUntil", $"“{file.Path}”没有写明有效期至，不能确认评价日有效，请提交载明有效期的完整文件") with { Affects = context.At(string.Empty, DefectKind.MissingField, file, facts[0], string.Empty).Affects };
            }
        }
    }

    /// <summary>A footprint report without a result.</summary>
    internal static IEnumerable<Defect> NoResult(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence.Where(f => f.Type == "carbon-footprint-report" && f.Facts.Count > 0))
        {
            if (!file.Facts.Any(f => f is { Field: "productFootprint", Number: not null, Unit: not null }))
            {
                yield return context.Of("footprint-without-result", DefectKind.MissingField, file, "productFootprint", $"“{file.Path}”没有写明核算结果（数值和单位），请补充");
            }
        }
    }

    /// <summary>Measured values without the mark of a qualified laboratory.</summary>
    internal static IEnumerable<Defect> NoLaboratoryMark(CheckContext context)
    {
        foreach (var file in Measured(context))
        {
            if (!file.Facts.Any(f => f.Field is "labMark" or "labValidUntil"))
            {
                var first = file.Facts.FirstOrDefault(f => f.Field == "issuer");
                var message = $"“{file.Path}”没有检测机构的资质认定（CMA）标志或编号，请提交由取得资质认定的机构出具的报告";
                yield return (first is null ? context.Of("no-laboratory-mark", DefectKind.MissingField, file, "labMark", message) : context.At("no-laboratory-mark", DefectKind.MissingField, file, first, message)) with { Severity = DefectSeverity.Warning };
            }
        }
    }

    /// <summary>A series of samples of the year that leaves out a quarter.</summary>
    internal static IEnumerable<Defect> SampledTooSeldom(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence.Where(f => f.Facts.Any(x => x.Field == "pollutantConcentration" && context.Foreign(f, x) is null)))
        {
            var sampled = file.Facts.Where(f => f.Field == "pollutantConcentration" && f.PeriodStart?.Year == context.Dossier.Year).ToList();
            var inOrder = sampled.OrderBy(f => f.Start).ToList();
            var areSideBySide = inOrder.Zip(inOrder.Skip(1)).Any(p => p.First.Qualifier != p.Second.Qualifier && p.First.PeriodStart == p.Second.PeriodStart && p.Second.Start - p.First.End is >= 0 and <= 3); // neighbouring cells
            foreach (var pollutant in sampled.GroupBy(f => f.Qualifier))
            {
                var quarters = pollutant.SelectMany(Quarters).Distinct().ToList();
                var dates = pollutant.Select(f => f.PeriodStart).Distinct().Count();
                var isNotDetectedOnce = quarters.Count == 3 && areSideBySide && sampled.SelectMany(Quarters).Distinct().Count() == 4; // a row is one sample of several pollutants: 未检出 leaves no number in it
                if (dates > 1 && quarters.Count < 4 && !isNotDetectedOnce)
                {
                    var missing = string.Join("、", ((int[])[1, 2, 3, 4]).Except(quarters).Select(q => $"第 {q} 季度"));
                    yield return context.At("sampled-too-seldom", DefectKind.MissingField, file, pollutant.First(), $"“{file.Path}”{context.Dossier.Year} 年缺少{missing}的监测，每季度至少一次，请补交缺少的监测报告", DefectSeverity.Warning);
                    break;
                }
            }
        }
    }

    /// <summary>A place in a table of samples where a word says that nothing was measured.</summary>
    internal static IEnumerable<Defect> LeftUnmeasured(CheckContext context) =>
        context.Dossier.Evidence.SelectMany(f => f.Facts.Where(x => x.Field == "notMeasured").DistinctBy(x => x.Qualifier).Select(x =>
            context.At("left-unmeasured", DefectKind.MissingField, f, x, $"“{f.Path}”的“{x.Qualifier}”有一次写明“{x.Written}”，请补交该次的监测结果，或说明不需监测的依据")));

    /// <summary>A pollutant of the permit that no monitoring speaks of.</summary>
    internal static IEnumerable<Defect> NotMonitored(CheckContext context)
    {
        var monitoring = Measured(context).ToList();
        var measured = monitoring.SelectMany(f => f.Facts).Where(f => f.Field == "pollutantConcentration").ToList();
        if (measured.Count == 0)
        {
            yield break;
        }

        foreach (var limit in context.Dossier.Stated("pollutantLimit").Where(f => context.File(f).Type == "discharge-permit" && f.Qualifier is not null && context.Foreign(context.File(f), f) is null).DistinctBy(f => f.Qualifier))
        {
            // a paper on waste water says nothing of a pollutant of the air
            var kindred = measured.FirstOrDefault(m => m.Unit is not null && limit.Unit is not null && Medium(m.Unit) == Medium(limit.Unit));
            if (kindred is not null && !measured.Exists(m => m.Qualifier == limit.Qualifier))
            {
                yield return context.Between("pollutant-not-monitored", DefectKind.MissingField, limit, kindred, $"“{context.File(limit).Path}”许可的污染物“{Words(limit)}”在“{context.File(kindred).Path}”等监测文件中没有监测结果，请补充监测");
            }
        }
    }

    /// <summary>A form whose field for a name was left blank.</summary>
    internal static IEnumerable<Defect> Unsigned(CheckContext context) =>
        context.Files.SelectMany(f => f.Facts.Where(x => x.Field == "blankField").Select(x =>
            context.At("left-blank", DefectKind.MissingField, f, x, $"“{f.Path}”的“{x.Written}”没有填写，请补签后提交", DefectSeverity.Warning)));

    /// <summary>A self-evaluation that claims what no paper shows.</summary>
    internal static IEnumerable<Defect> ClaimWithoutPaper(CheckContext context)
    {
        foreach (var file in context.Files.Where(f => f.Type == "self-evaluation"))
        {
            foreach (var claim in file.Facts.Where(f => f.Field == "claim").DistinctBy(f => f.Qualifier))
            {
                var name = Claims.FirstOrDefault(c => c.Claim == claim.Qualifier).Name ?? claim.Qualifier ?? string.Empty;
                var shown = Claims.FirstOrDefault(c => c.Claim == claim.Qualifier) is { Types: { } types }
                    ? context.Dossier.Evidence.Any(f => types.Contains(f.Type))
                    : context.Criteria.FirstOrDefault(c => c.Id == claim.Qualifier) is not { Rule: CertificateRule rule } || HasSystem(context, rule);
                if (!shown)
                {
                    yield return context.At("claim-without-paper", DefectKind.Unsupported, file, claim, $"“{file.Path}”称{Title(context, name)}，但没有相应的证明文件，请补交或更正") with { Affects = [.. context.Criteria.Where(c => c.Id == claim.Qualifier || c.Rule.Fields.Contains(claim.Qualifier ?? string.Empty)).Select(c => c.Id)] };
                }
            }
        }
    }

    /// <summary>A self-evaluation that counts what is in place (platform functions) where no paper of that kind was handed in; a ratio of its own is no such claim.</summary>
    internal static IEnumerable<Defect> ValueWithoutPaper(CheckContext context)
    {
        foreach (var file in context.Files.Where(f => f.Type == "self-evaluation"))
        {
            foreach (var fact in file.Facts.Where(f => f.Number is not null).DistinctBy(f => f.Field))
            {
                if (context.Criteria.FirstOrDefault(c => c.Rule is CountRule count && count.Stated == fact.Field) is { } criterion
                    && !context.Dossier.Evidence.Any(f => criterion.Needs.Contains(f.Type) || f.Facts.Any(x => x.Field == fact.Field || criterion.Rule.Fields.Contains(x.Field))))
                {
                    yield return context.At("claim-without-paper", DefectKind.Unsupported, file, fact, $"“{file.Path}”称“{criterion.Title}”为 {fact.Written} {fact.Unit}，但没有相应的证明文件，请补交或更正");
                }
            }
        }
    }

    // A bare cell such as ≤6.6 is a figure; the digits of a year in a sentence are none.
    private static bool HasFigure(Fact aim) => aim.Number is not null || aim.Quote.Any(c => c is '%' or '％' or '‰') || aim.Written.TrimStart('≤', '≥', '<', '>', '＜', '＞', '约', ' ') is [>= '0' and <= '9', ..] && !aim.Written.Contains('年', StringComparison.Ordinal);

    /// <summary>A plan or yearly programme whose targets have no figure.</summary>
    internal static IEnumerable<Defect> TargetWithoutFigure(CheckContext context)
    {
        var duties = context.Dossier.Evidence.Where(f => f.Type == "management-duties").ToList();
        var year = context.Dossier.Year;
        var aims = duties.SelectMany(f => f.Facts.Where(x => x.Field == "target" && x.PeriodStart?.Year <= year && x.PeriodEnd?.Year >= year && context.Foreign(f, x) is null)).ToList();
        if (aims.Count > 0 && aims.TrueForAll(a => !HasFigure(a)))
        {
            yield return context.At("target-without-figure", DefectKind.Unsupported, context.File(aims[0]), aims[0], $"“{context.File(aims[0]).Path}”的 {year} 年目标没有可考核的数值，请补充量化目标");
            yield break;
        }

        if (duties.Exists(f => f.Facts.Any(x => x.Field == "target" && HasFigure(x))))
        {
            yield break;
        }

        foreach (var file in duties)
        {
            if ((file.Facts.FirstOrDefault(f => f.Field == "target") ?? file.Facts.FirstOrDefault(f => f.Field == "plan")) is { } fact)
            {
                yield return context.At("target-without-figure", DefectKind.Unsupported, file, fact, $"“{file.Path}”的规划或年度目标没有可考核的数值，请补充 {context.Dossier.Year} 年的量化目标");
            }
        }
    }

    /// <summary>Words of a template, or another company where the enterprise should stand.</summary>
    internal static IEnumerable<Defect> Templates(CheckContext context)
    {
        foreach (var file in context.Files)
        {
            foreach (var fact in file.Facts.Where(f => f.Field == "templateText").Take(3))
            {
                yield return context.At("template-left-over", DefectKind.Template, file, fact, $"“{file.Path}”留有未填写的模板文字“{fact.Written}”，请填写完整后重新提交");
            }

            foreach (var fact in file.Facts.Where(f => f.Field == "otherCompany" && !context.Dossier.Subject.Fits(f.Written)).DistinctBy(f => f.Written).Take(3))
            {
                yield return context.At("other-company-left-over", DefectKind.Template, file, fact, $"“{file.Path}”把“{fact.Written}”当作本企业，可能抄自其他企业的文件，请核对后更正");
            }
        }
    }

    /// <summary>Files that no reader could open, and papers without words.</summary>
    internal static IEnumerable<Defect> Unreadable(CheckContext context)
    {
        foreach (var paper in context.Unread)
        {
            yield return new Defect
            {
                Rule = "unreadable", Kind = DefectKind.Unreadable, At = new DefectPlace($"{context.Dossier.Enterprise.CreditCode}/{paper.Path}", paper.Path, null, null), Message = $"“{paper.Path}”无法读取：{paper.Reason}，请重新导出后提交",
            };
        }

        foreach (var file in context.Files.Where(f => f.Characters is < 8 || (f.IsPartial && f.Facts.Count == 0) || IsNotWhatItsNameSays(f)))
        {
            yield return context.Of("unreadable", DefectKind.Unreadable, file, null, $"“{file.Path}”读不出文字（空白、损坏或扫描件），请提交可读的文件") with { Affects = [] };
        }
    }

    /// <summary>A workbook, document or PDF by name whose bytes are none, and in which nothing was found.</summary>
    private static bool IsNotWhatItsNameSays(EvidenceFile file) => file is { Type: "unrecognised", Format: "Text" or "PlainText" or "Markdown" or "Csv" }
        && ((string[])[".xlsx", ".docx", ".pdf"]).Any(e => file.Path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<EvidenceFile> Measured(CheckContext context) =>
        context.Dossier.Evidence.Where(f => f.Type == "monitoring-report" && f.Facts.Any(x => x.Field == "pollutantConcentration" && context.Foreign(f, x) is null));

    private static bool HasSystem(CheckContext context, CertificateRule rule) =>
        context.Dossier.Evidence.Any(f => rule.Certificates.Concat(rule.Documents).Contains(f.Type) && f.Facts.Any(x => x.Field == "standard" && rule.Standards.Any(s => Verdicts.StandardNumber.Find(x.Written, s.Number) is not null)));

    private static string Title(CheckContext context, string name) => context.Criteria.FirstOrDefault(c => c.Id == name)?.Title is { } title ? $"“{title}”已做到" : $"已开展{name}";

    private static IEnumerable<int> Quarters(Fact fact)
    {
        for (var day = fact.PeriodStart ?? DateOnly.MaxValue; day <= fact.PeriodEnd && day.Year == fact.PeriodStart?.Year; day = day.AddMonths(1))
        {
            yield return ((day.Month - 1) / 3) + 1;
        }
    }

    private static string Medium(string unit) => NormalizedText.Fold(unit).Text.Contains("/L", StringComparison.OrdinalIgnoreCase) ? "water" : "air";

    private static string Words(Fact limit) => limit.Quote.Length is > 0 and <= 20 && limit.Number is null ? limit.Quote : limit.Qualifier ?? limit.Quote;
}
