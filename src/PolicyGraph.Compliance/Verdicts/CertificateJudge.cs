using System.Globalization;
using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges a management system: by a certificate in force, else by system documents with a recent internal audit and management review.</summary>
internal sealed class CertificateJudge(Dossier dossier)
{
    private static readonly string[] Stopped = ["暂停", "撤销", "注销", "吊销", "失效", "过期", "无效", "作废", "中止"];
    private static readonly string[] Systems = ["质量", "环境", "能源", "职业健康安全"];
    private readonly ScopeFit scope = new(dossier.Enterprise);
    private readonly SiteFit site = new(dossier);

    internal Judgement Judge(CertificateRule rule, CriterionFacts criterion)
    {
        var unusable = new List<(IReadOnlyList<Fact> Facts, string Why)>();
        Judgement? met = null;
        foreach (var file in dossier.Evidence.Where(f => rule.Certificates.Contains(f.Type)))
        {
            foreach (var group in file.Facts.GroupBy(f => f.Group).Where(g => g.Any(f => f.Field == "standard")))
            {
                var facts = group.ToList();
                if (StandardOf(rule, facts) is not { } standard)
                {
                    continue;
                }

                var fault = standard.Fault ?? Fault(file, facts);
                if (fault is null)
                {
                    met = Longer(met, Met(file, facts, standard.Fact));
                }
                else
                {
                    unusable.Add(([standard.Fact, .. facts.Where(f => f.Field is "holder" or "validUntil" or "status" or "scope" or "validFrom" or "address")], $"“{file.Path}”不能采用，{fault}"));
                }
            }
        }

        return met ?? JudgeDocuments(rule, criterion, unusable);
    }

    /// <summary>Whether a status says that the certificate is not in force.</summary>
    internal static bool IsStopped(string status) => Stopped.Any(s => status.Contains(s, StringComparison.Ordinal)) && !((string[])["未被", "未曾", "无暂停", "无撤销"]).Any(n => status.Contains(n, StringComparison.Ordinal));

    /// <summary>The words that say that a certificate is not in force: its own, or those of another paper or table about the same certificate number; null when none do.</summary>
    internal static Fact? StopOf(Dossier dossier, List<Fact> facts)
    {
        if (facts.Find(f => f.Field == "status" && IsStopped(f.Written)) is { } own)
        {
            return own;
        }

        var numbers = facts.Where(f => f.Field == "number").Select(f => Plain(f.Written)).Where(n => n.Length >= 6).ToList();
        return numbers.Count == 0
            ? null
            : dossier.Stated("status").FirstOrDefault(s => IsStopped(s.Written) && dossier.File(s).Facts.Any(n => n.Field == "number" && n.Group == s.Group && numbers.Contains(Plain(n.Written))));

        static string Plain(string number) => NormalizedText.Fold(number).Squeeze().Text.ToUpperInvariant();
    }

    /// <summary>The fact of a group that names a standard of the rule; null when none does; a withdrawn or too old edition carries a fault.</summary>
    internal static (Fact Fact, string? Fault)? StandardOf(CertificateRule rule, List<Fact> facts)
    {
        (Fact, string?)? old = null;
        foreach (var fact in facts.Where(f => f.Field == "standard"))
        {
            foreach (var standard in rule.Standards)
            {
                if (StandardNumber.Find(fact.Written, standard.Number) is { } year)
                {
                    if (year == 0 || year >= standard.Since)
                    {
                        return (fact, null);
                    }

                    old ??= (fact, $"依据的 {standard.Number}-{year} 已被 {standard.Since} 年版代替");
                }
            }

            foreach (var withdrawn in rule.Withdrawn.Where(w => StandardNumber.Find(fact.Written, w) is not null))
            {
                old ??= (fact, $"依据的 {withdrawn} 已废止，由 {rule.Standards[0].Number} 代替");
            }
        }

        return old;
    }

    private string? Fault(EvidenceFile file, List<Fact> facts)
    {
        if (facts.Select(f => dossier.Subject.Fault(file, f)).FirstOrDefault(f => f is not null) is { } wrong)
        {
            return wrong;
        }

        if (StopOf(dossier, facts) is { } status)
        {
            return $"证书状态为“{status.Written}”{(status.DocumentId == file.DocumentId ? string.Empty : $"（见“{dossier.Name(status)}”）")}";
        }

        if (Last(facts) is not { } last)
        {
            return "没有写明有效期至";
        }

        if (last < dossier.AsOf)
        {
            return $"有效期至 {last:yyyy-MM-dd}，评价日 {dossier.AsOf:yyyy-MM-dd} 已过期";
        }

        var first = facts.Where(f => f.Field == "validFrom").Select(f => DateRange.Parse(f.Date)?.First).Min() ?? facts.Where(f => f.Field == "issuedOn").Select(f => DateRange.Parse(f.Date)?.First).Min();
        return first > dossier.AsOf
            ? $"自 {first:yyyy-MM-dd} 起有效，评价日 {dossier.AsOf:yyyy-MM-dd} 尚未生效"
            : facts.Where(f => f.Field == "scope").Select(f => scope.Fault(f.Written)).DefaultIfEmpty(null).Aggregate((a, b) => a is null || b is null ? null : a)
              ?? site.Fault([.. facts.Where(f => f.Field == "address").Select(f => f.Written)]);
    }

    private static DateOnly? Last(List<Fact> facts) => facts.Where(f => f.Field == "validUntil").Select(f => DateRange.Parse(f.Date)?.Last).Min();

    private static Judgement Met(EvidenceFile file, List<Fact> facts, Fact standard)
    {
        var until = facts.Find(f => f.Field == "validUntil")!; // Fault found its date
        var last = Last(facts)!.Value; // as above
        return new Judgement(Verdict.Met, $"“{file.Path}”：{standard.Written}，有效期至 {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")
        {
            Rests = [standard, .. facts.Where(f => f.Field is "holder" or "scope"), until],
            Ends = [(until, last)],
        };
    }

    private static Judgement Longer(Judgement? a, Judgement b) => a is not null && a.Ends[0].Last >= b.Ends[0].Last ? a : b;

    private Judgement JudgeDocuments(CertificateRule rule, CriterionFacts criterion, List<(IReadOnlyList<Fact> Facts, string Why)> unusable)
    {
        var named = dossier.Evidence.Where(f => rule.Documents.Contains(f.Type)).Select(f => StandardOf(rule, [.. f.Facts])?.Fact ?? f.Facts.FirstOrDefault(x => x.Field == "systemDocument" && IsOf(criterion, x.Written))).OfType<Fact>().ToList();
        var files = named.ConvertAll(dossier.File);
        if (files.Count == 0)
        {
            return unusable.Count > 0
                ? new Judgement(Verdict.DefectiveEvidence, string.Join("；", unusable.Select(u => u.Why))) { Rests = [.. unusable.SelectMany(u => u.Facts)] }
                : Judgement.Insufficient("没有证书或体系文件", "document", criterion.MainNeed, $"缺少证明“{criterion.Title}”的文件，请补交：{criterion.Asks}");
        }

        var audit = Recent(rule, files, "internalAudit");
        var review = Recent(rule, files, "managementReview");
        if (audit.Fact is { } a && review.Fact is { } r)
        {
            return new Judgement(Verdict.Met, $"体系文件“{files[0].Path}”，内部审核 {a.Date}，管理评审 {r.Date}") { Rests = [.. named, a, r] };
        }

        var why = string.Join("，", ((string[])[audit.Fact is null ? "内部审核" + audit.Why : string.Empty, review.Fact is null ? "管理评审" + review.Why : string.Empty]).Where(w => w.Length > 0));
        return new Judgement(Verdict.DefectiveEvidence, string.Join("；", unusable.Select(u => u.Why).Append($"“{files[0].Path}”不能采用，{why}"))) { Rests = [.. unusable.SelectMany(u => u.Facts), .. named] };
    }

    /// <summary>Whether words name the system of a criterion, several at once allowed: 质量、环境管理体系.</summary>
    private static bool IsOf(CriterionFacts criterion, string written) =>
        Array.Find(Systems, s => criterion.Title.Contains(s + "管理体系", StringComparison.Ordinal)) is { } system && written.Contains(system, StringComparison.Ordinal);

    private (Fact? Fact, string Why) Recent(CertificateRule rule, List<EvidenceFile> files, string field)
    {
        var why = "没有记录";
        foreach (var file in files)
        {
            foreach (var fact in file.Facts.Where(f => f.Field == field))
            {
                if (dossier.Subject.Fault(file, fact) is { } wrong)
                {
                    why = wrong;
                }
                else if (DateRange.Parse(fact.Date) is not { } day)
                {
                    why = "没有写明日期";
                }
                else if (day.First > dossier.AsOf || day.Last < dossier.AsOf.AddMonths(-rule.AuditMonths))
                {
                    why = $"（{fact.Date}）不在评价日前 {rule.AuditMonths} 个月内";
                }
                else
                {
                    return (fact, string.Empty);
                }
            }
        }

        return (null, why);
    }
}

/// <summary>Finds the number of a standard in words.</summary>
internal static class StandardNumber
{
    /// <summary>Whether words name a standard: the year of the edition, 0 where none is written, null when the standard is not named.</summary>
    /// <param name="written">Such as <c>GB/T 19001-2016 idt ISO 9001：2015</c>; white space, full width and the slash do not matter.</param>
    /// <param name="number">Such as <c>GB/T 19001</c>.</param>
    internal static int? Find(string written, string number)
    {
        var text = Fold(written);
        var wanted = Fold(number);
        for (var at = text.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            var end = at + wanted.Length;
            if ((end < text.Length && char.IsAsciiDigit(text[end])) || (at > 0 && char.IsAsciiLetterUpper(text[at - 1]) && !text[..at].EndsWith("EN", StringComparison.Ordinal) && !text[..at].EndsWith("IDT", StringComparison.Ordinal)))
            {
                continue;
            }

            return end + 4 < text.Length && text[end] is '-' or ':' && int.TryParse(text.AsSpan(end + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0;
        }

        return null;
    }

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text.Replace("/", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
}
