using PolicyGraph.Compliance.CrossChecks;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges a qualitative criterion by a paper that is there with its fields.</summary>
internal sealed class DocumentJudge(Dossier dossier)
{
    private readonly ScopeFit scope = new(dossier.Enterprise);

    internal Judgement Judge(DocumentRule rule, CriterionFacts criterion)
    {
        var unusable = new List<(EvidenceFile File, IReadOnlyList<Fact> Facts, string Why)>();
        Judgement? met = null;
        Judgement? refuted = null;
        foreach (var file in dossier.Evidence.Where(f => rule.Types.Contains(f.Type)))
        {
            var facts = file.Facts.Where(f => rule.Required.Contains(f.Field) && IsAbout(rule, f)).ToList();
            if (rule.Within is not null)
            {
                facts.RemoveAll(f => (f.Field == rule.Within || f.Field == rule.Limit) && !rule.Units.Any(u => Unit(u) == Unit(f.Unit ?? string.Empty)));
                if (facts.Count == 0)
                {
                    continue; // it measures something else
                }
            }

            if (facts.Count == 0 && (rule.About.Count > 0 || file.Type != rule.Types[0]))
            {
                continue; // a paper of a type that speaks of many things, and not of this one
            }

            if (Fault(rule, file, facts) is { } why)
            {
                unusable.Add((file, [.. (facts.Count > 0 ? facts : [.. file.Facts.Take(1)]).Concat(file.Facts.Where(f => f.Field is "holder" or "validUntil" or "standard" || dossier.Subject.Fault(file, f) is not null).Take(6)).Distinct()], why));
                continue;
            }

            if (Refutation(rule, facts) is { } no)
            {
                refuted ??= new Judgement(Verdict.NotMet, $"“{file.Path}”：{no.Why}") { Rests = no.Facts, Share = 0 };
                continue;
            }

            met ??= new Judgement(Verdict.Met, $"见“{file.Path}”")
            {
                Rests = [.. facts.Concat(file.Facts.Where(f => f.Field is "product" or "standard")).Distinct().Take(6)],
                Ends = [.. file.Facts.Where(f => f.Field == "validUntil" && f.Qualifier != ValidityRules.Meter).Select(f => (f, DateRange.Parse(f.Date)?.Last)).Where(e => e.Last is not null).Select(e => (e.f, e.Last!.Value))], // filtered
                Share = 1,
            };
        }

        return refuted ?? met ?? (unusable.Count > 0
            ? new Judgement(Verdict.DefectiveEvidence, string.Join("；", unusable.Select(u => $"“{u.File.Path}”不能采用，{u.Why}"))) { Rests = [.. unusable.SelectMany(u => u.Facts)] }
            : Judgement.Insufficient("没有相应的文件", "document", criterion.MainNeed, $"缺少证明“{criterion.Title}”的文件，请补交：{criterion.Asks}"));
    }

    private static bool IsAbout(DocumentRule rule, Fact fact) => rule.About.Count == 0 || rule.About.Any(a => fact.Quote.Contains(a, StringComparison.Ordinal) || fact.Written.Contains(a, StringComparison.Ordinal));

    /// <summary>What a usable paper says against the criterion: a conclusion such as 不合格, or a value above the limit of its own row; null when nothing.</summary>
    private static (string Why, IReadOnlyList<Fact> Facts)? Refutation(DocumentRule rule, List<Fact> facts)
    {
        if (facts.Find(f => f.Statement == "occurred" || rule.Refuting.Any(r => Says(f.Written, r))) is { } said)
        {
            return ($"写明“{said.Written}”", [said]);
        }

        foreach (var value in facts.Where(f => f.Field == rule.Within && f.Number is not null))
        {
            var limit = facts.Find(f => f.Field == rule.Limit && f.Group == value.Group && f.Qualifier == value.Qualifier && f.Number is not null && Unit(f.Unit ?? string.Empty) == Unit(value.Unit ?? string.Empty));
            if (limit is not null && value.Number > limit.Number)
            {
                return ($"{value.Qualifier ?? "浓度"} {value.Written} {value.Unit} 超过限值 {limit.Written}", [value, limit]);
            }
        }

        return null;
    }

    /// <summary>Whether words say something, and not that there is none of it (无不合格项).</summary>
    private static bool Says(string text, string word)
    {
        var at = text.IndexOf(word, StringComparison.Ordinal);
        return at >= 0 && !text[..at].EndsWith('无') && !text[..at].EndsWith("没有", StringComparison.Ordinal) && !text[..at].EndsWith("未发现", StringComparison.Ordinal);
    }

    private static string Unit(string unit) => NormalizedText.Fold(unit).Squeeze().Text.Replace('³', '3').ToUpperInvariant();

    private string? Fault(DocumentRule rule, EvidenceFile file, List<Fact> facts)
    {
        if (facts.Count == 0 || (rule.Within is not null && !(facts.Exists(f => f.Field == rule.Within && f.Number is not null) && facts.Exists(f => f.Field == rule.Limit && f.Number is not null))))
        {
            return "没有写明要求的内容";
        }

        if (file.Facts.Select(f => dossier.Subject.Fault(file, f)).FirstOrDefault(f => f is not null) is { } wrong)
        {
            return wrong;
        }

        var standards = file.Facts.Where(f => f.Field == "standard").ToList();
        if (rule.Standards.Count > 0 && standards.Count > 0 && !standards.Exists(s => rule.Standards.Any(r => StandardNumber.Find(s.Written, r) is not null)))
        {
            return $"依据“{standards[0].Written}”，不是 {rule.Standards[0]} 等认可的标准";
        }

        var products = file.Facts.Where(f => f.Field == "product").Select(f => f.Written).Concat(facts.Select(f => f.Qualifier).OfType<string>()).ToList();
        if (rule.Product && products.Count > 0 && !products.Exists(scope.IsOurs))
        {
            return $"产品“{products[0]}”不是本企业的产品";
        }

        if (facts.TrueForAll(f => f.Field == "productFootprint" && (f.Number is null or < 0 || f.Unit is null)))
        {
            return "没有清楚的核算结果（数值和单位）";
        }

        if (facts.Select(f => Unlicensed(file, f)).FirstOrDefault(u => u is not null) is { } unlicensed)
        {
            return unlicensed;
        }

        if (file.Facts.Where(f => f.Field == "validUntil" && f.Qualifier != ValidityRules.Meter).Select(f => DateRange.Parse(f.Date)?.Last).Min() is { } last && last < dossier.AsOf)
        {
            return $"有效期至 {last:yyyy-MM-dd}，评价日已过期";
        }

        return rule.Year ? PeriodFault(file, facts) : null;
    }

    /// <summary>Waste that left after the licence of its receiver had ended; null for any other fact.</summary>
    private static string? Unlicensed(EvidenceFile file, Fact fact)
    {
        DateOnly? Last(string field) => fact.Field is "receiver" or "wasteReceiver" ? DateRange.Parse(file.Facts.FirstOrDefault(f => f.Field == field && f.Group == fact.Group)?.Date)?.Last : null;
        return Last("transferDate") is { } left && Last("receiverValidUntil") is { } until && until < left ? $"“{fact.Written}”的许可证有效期至 {until:yyyy-MM-dd}，{left:yyyy-MM-dd} 转移时已过期" : null;
    }

    private string? PeriodFault(EvidenceFile file, List<Fact> facts)
    {
        var periods = facts.Where(f => f is { PeriodStart: not null, PeriodEnd: not null }).ToList();
        if (periods.Count > 0)
        {
            return periods.Exists(f => f.PeriodStart!.Value.Year <= dossier.Year && f.PeriodEnd!.Value.Year == dossier.Year) // filtered for both
                ? null
                : $"核算期 {periods[0].PeriodStart:yyyy-MM-dd} 至 {periods[0].PeriodEnd:yyyy-MM-dd}，不是评价年 {dossier.Year}";
        }

        return Dossier.IssuedOn(file, 0) switch
        {
            null => $"没有写明核算期，不能确认属于评价年 {dossier.Year}",
            { } issued when issued.Year == dossier.Year || issued.Year == dossier.Year + 1 => null,
            { } issued => $"出具于 {issued:yyyy-MM-dd}，不属于评价年 {dossier.Year}",
        };
    }
}
