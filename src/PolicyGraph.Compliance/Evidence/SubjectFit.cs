using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Evidence;

/// <summary>Whether the organisation that a paper names is the enterprise.</summary>
/// <remarks>
/// The enterprise is its name, a former name or its credit code; a paper that names nobody, or only a department or 本公司, is taken to be about whoever hands it in.
/// A branch (分公司, 分厂) of the enterprise is another site.
/// </remarks>
internal sealed class SubjectFit
{
    private static readonly string[] Branches = ["分公司", "分厂", "子公司"];
    private static readonly string[] Sites = ["新厂区", "厂区", "基地", "工厂", "租赁厂房", "厂房", "车间"];
    private static readonly string[] Organisations = ["公司", "集团", "厂", "中心", "研究院", "合作社", "企业", "商行", "大学", "医院", "学校", "局", "委员会"];
    private static readonly string[] Own = ["本公司", "我公司", "我司", "你公司", "贵公司", "该公司", "公司", "本企业", "我单位", "本单位", "全厂", "本厂", "我厂", "该企业", "企业", "全公司", "厂", "总厂"];
    private readonly List<string> names;
    private readonly string creditCode;

    private readonly string places;

    /// <param name="enterprise">The enterprise.</param>
    /// <param name="addresses">Where its papers say that it is: a site that they name is its own.</param>
    internal SubjectFit(EnterpriseFacts enterprise, IEnumerable<string>? addresses = null)
    {
        places = string.Join('\n', (addresses ?? []).Append(enterprise.Jurisdiction).Append(enterprise.Park).OfType<string>().Select(Fold));
        names = [.. enterprise.FormerNames.Prepend(enterprise.Name).Select(Fold).Where(n => n.Length > 0)];
        creditCode = Fold(enterprise.CreditCode).ToUpperInvariant();
    }

    /// <summary>Whether a named organisation is the enterprise.</summary>
    internal bool Fits(string? subject)
    {
        if (string.IsNullOrWhiteSpace(subject))
        {
            return true;
        }

        var text = Fold(subject);
        if (creditCode.Length > 0 && text.ToUpperInvariant().Contains(creditCode, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var name in names)
        {
            var at = text.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0)
            {
                return !Branches.Any(b => text.AsSpan(at + name.Length).Contains(b, StringComparison.Ordinal)) && !IsElsewhere(text[(at + name.Length)..]);
            }
        }

        return Own.Contains(text)
            || !Organisations.Any(o => text.EndsWith(o, StringComparison.Ordinal) || text.Contains("公司", StringComparison.Ordinal))
            || (text.Length >= 4 && names.Exists(n => n.Contains(text, StringComparison.Ordinal)));
    }

    /// <summary>Whether what stands behind the name is a part of the enterprise at another place: 惠阳新厂区, 上高基地, 3号机车间. A place that its own addresses name is its own.</summary>
    private bool IsElsewhere(string behind)
    {
        var rest = behind.Trim('(', ')', ' ', '-', '—', ':');
        var site = Sites.FirstOrDefault(s => rest.EndsWith(s, StringComparison.Ordinal));
        var place = site is null ? string.Empty : rest[..^site.Length];
        return place.Length is >= 2 and <= 8 && !places.Contains(place, StringComparison.Ordinal) && !names.Exists(n => n.Contains(place, StringComparison.Ordinal));
    }

    /// <summary>Why a fact is not about the enterprise; null when it is.</summary>
    internal string? Fault(EvidenceFile file, Fact fact)
    {
        var holders = file.Facts.Where(f => f.Field == "holder" && f.Group == fact.Group).ToList();
        if (holders.Count == 0)
        {
            holders = [.. file.Facts.Where(f => f.Field == "holder")];
        }

        if (fact.Subject is { } subject)
        {
            return Fits(subject) || (HasOurCode(file, fact) && holders.Exists(h => h.Written == subject)) ? null : $"主体是“{subject}”，不是本企业";
        }

        return holders.Count == 0 || holders.Exists(h => Fits(h.Written)) || HasOurCode(file, fact) ? null : $"主体是“{holders[0].Written}”，不是本企业";
    }

    /// <summary>Whether the paper, or the certificate of this group, bears the enterprise's credit code: that goes before a name that may be the issuer's.</summary>
    private bool HasOurCode(EvidenceFile file, Fact fact) => creditCode.Length > 0
        && file.Facts.Any(f => f.Field == "creditCode" && (f.Group == fact.Group || f.Group == 0) && Fold(f.Written).ToUpperInvariant().Contains(creditCode, StringComparison.Ordinal));

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text;
}
