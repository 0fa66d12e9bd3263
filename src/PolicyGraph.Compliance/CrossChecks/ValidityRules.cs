using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Verdicts;

namespace PolicyGraph.Compliance.CrossChecks;

/// <summary>Certificates, permits, licences and calibrations that are not in force on the day that counts: as-of, or the day on which somebody relied on them.</summary>
internal static class ValidityRules
{
    private static readonly string[] Dated = ["management-certificate", "discharge-permit", "business-licence", "carbon-footprint-report", "meter-ledger", "water-licence"];

    /// <summary>The qualifier of what a row about a measuring instrument says, in whichever paper the row stands.</summary>
    internal const string Meter = "计量器具";

    /// <summary>The last valid day lies before as-of.</summary>
    internal static IEnumerable<Defect> Expired(CheckContext context)
    {
        foreach (var (file, facts) in Groups(context))
        {
            if (IsOutOfUse(facts) || facts.Where(f => f.Field == "validUntil").MinBy(f => DateRange.Parse(f.Date)?.Last) is not { } until || DateRange.Parse(until.Date)?.Last is not { } last || last >= context.Dossier.AsOf)
            {
                continue;
            }

            var (what, todo) = IsOfMeter(file, facts) ? ($"计量器具{Named(facts, "number")}的检定有效期", "请补交新的检定或校准证书") : ($"{Named(facts, "standard")}有效期", "请换发后补交新的文件");
            yield return context.At("certificate-expired", DefectKind.Expired, file, until, $"“{file.Path}”的{what}至 {last:yyyy-MM-dd}，评价日 {context.Dossier.AsOf:yyyy-MM-dd} 已过期，{todo}", IsOfMeter(file, facts) ? DefectSeverity.Warning : DefectSeverity.Error);
        }
    }

    /// <summary>The first valid day lies behind as-of.</summary>
    internal static IEnumerable<Defect> NotYetValid(CheckContext context)
    {
        foreach (var (file, facts) in Groups(context).Where(g => !IsOfMeter(g.File, g.Facts)))
        {
            var from = facts.FirstOrDefault(f => f.Field == "validFrom") ?? (file.Type == "management-certificate" ? facts.FirstOrDefault(f => f.Field == "issuedOn") : null);
            if (from is not null && DateRange.Parse(from.Date)?.First is { } first && first > context.Dossier.AsOf)
            {
                yield return context.At("certificate-not-yet-valid", DefectKind.NotYetValid, file, from, $"“{file.Path}”自 {first:yyyy-MM-dd} 起有效，评价日 {context.Dossier.AsOf:yyyy-MM-dd} 尚未生效，请提交评价日有效的文件");
            }
        }
    }

    /// <summary>The paper says itself that it was suspended, withdrawn or cancelled.</summary>
    internal static IEnumerable<Defect> Suspended(CheckContext context)
    {
        foreach (var (file, facts) in Groups(context).Where(g => !IsOfMeter(g.File, g.Facts)))
        {
            if (CertificateJudge.StopOf(context.Dossier, facts) is not { } status)
            {
                continue;
            }

            yield return status.DocumentId == file.DocumentId
                ? context.At("certificate-suspended", DefectKind.Suspended, file, status, $"“{file.Path}”的状态为“{status.Written}”，不能作为证据，请恢复或重新取得后提交")
                : context.Between("certificate-suspended", DefectKind.Suspended, facts[0], status, $"“{file.Path}”在“{context.File(status).Path}”中的状态为“{status.Written}”，不能作为证据，请恢复或重新取得后提交");
        }
    }

    /// <summary>The laboratory's qualification had ended when it sampled or reported.</summary>
    internal static IEnumerable<Defect> LaboratoryExpired(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var until in file.Facts.Where(f => f.Field == "labValidUntil"))
            {
                var used = file.Facts.Where(f => f.Field == "pollutantConcentration").Select(f => f.PeriodEnd).Max() ?? Dossier.IssuedOn(file, until.Group) ?? context.Dossier.AsOf;
                if (DateRange.Parse(until.Date)?.Last is { } last && last < used)
                {
                    yield return context.At("laboratory-expired", DefectKind.Expired, file, until, $"“{file.Path}”的检测机构资质认定有效期至 {last:yyyy-MM-dd}，检测时（{used:yyyy-MM-dd}）已过期，请由资质在有效期内的机构重新检测");
                }
            }
        }
    }

    /// <summary>The receiver's licence had ended on the day of the transfer.</summary>
    internal static IEnumerable<Defect> ReceiverExpired(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var until in file.Facts.Where(f => f.Field == "receiverValidUntil"))
            {
                var used = Moved(context, file, until) ?? context.Dossier.AsOf;
                if (DateRange.Parse(until.Date)?.Last is { } last && last < used)
                {
                    yield return context.At("receiver-licence-expired", DefectKind.Expired, file, until, $"“{file.Path}”中接收单位的经营许可证有效期至 {last:yyyy-MM-dd}，转移时（{used:yyyy-MM-dd}）已过期，请提交转移时有效的许可证");
                }
            }
        }
    }

    /// <summary>The last day on which waste was handed over under a licence: in its row, else in its paper, else in the papers that speak of transfers alone.</summary>
    private static DateOnly? Moved(CheckContext context, EvidenceFile file, Fact until)
    {
        var days = file.Facts.Where(f => f.Field == "transferDate").ToList();
        var own = days.Where(f => f.Group == until.Group).ToList();
        days = own.Count > 0 ? own : days.Count > 0 && file.Facts.Count(f => f.Field == "receiverValidUntil") == 1 ? days : [];
        if (days.Count == 0 && !file.Facts.Any(f => f.Field == "transferDate"))
        {
            days = [.. context.Dossier.Stated("transferDate").Where(f => !context.File(f).Facts.Any(x => x.Field == "receiverValidUntil"))];
        }

        return days.Select(d => DateRange.Parse(d.Date)?.Last).Max();
    }

    /// <summary>The certificates of the enterprise's own papers; one that is about somebody else has a graver fault.</summary>
    internal static IEnumerable<(EvidenceFile File, List<Fact> Facts)> Groups(CheckContext context)
    {
        foreach (var file in context.Dossier.Evidence)
        {
            foreach (var group in file.Facts.GroupBy(f => f.Group))
            {
                var facts = group.ToList();
                if ((Dated.Contains(file.Type) || facts.Exists(f => f.Qualifier == Meter)) && !facts.Exists(f => context.Foreign(file, f) is not null))
                {
                    yield return (file, facts);
                }
            }
        }
    }

    private static bool IsOfMeter(EvidenceFile file, List<Fact> facts) => file.Type == "meter-ledger" || facts.Exists(f => f.Qualifier == Meter);

    private static bool IsOutOfUse(List<Fact> facts) => facts.Exists(f => f.Field == "status" && ((string[])["停用", "报废", "封存", "拆除"]).Any(s => f.Written.Contains(s, StringComparison.Ordinal)));

    private static string Named(List<Fact> facts, string field) => facts.Find(f => f.Field == field) is { } fact ? $"“{fact.Written}”" : string.Empty;
}
