using PolicyGraph.Compliance.Facts;
using PolicyGraph.Compliance.Quantities;
using PolicyGraph.Ontology.Standards;
using PolicyGraph.Ontology.Units;
using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Compliance.Benchmarks;

/// <summary>Whether a benchmark file is for this enterprise and this standard.</summary>
internal sealed class BenchmarkFit(BenchmarkFile file, EnterpriseFacts enterprise, UnitLexicon units)
{
    /// <summary>Refuses a file that is for another industry or place.</summary>
    /// <returns>A warning for each of them that nobody can tell.</returns>
    /// <exception cref="YamlException">It is for another industry or place.</exception>
    internal IEnumerable<string> CheckEnterprise()
    {
        return ((string?[])[CheckIndustry(), CheckPlace()]).OfType<string>();
    }

    private string? CheckIndustry()
    {
        var industry = enterprise.Industry?.TrimStart('A', 'B', 'C', 'D', 'E');
        if (industry is { Length: > 0 } && !industry.StartsWith(file.Industry, StringComparison.Ordinal) && !file.Industry.StartsWith(industry, StringComparison.Ordinal))
        {
            throw Refuse(null, "industry", $"industry“{file.Industry}”不是企业的行业“{enterprise.Industry}”，请换用本行业的评价方案");
        }

        return industry is { Length: > 0 } ? null : $"企业没有写明行业（enterprise.yaml 的 industry），不能确认评价方案的行业“{file.Industry}”就是它的";
    }

    private string? CheckPlace()
    {
        return file.Jurisdiction is null || enterprise.Jurisdiction is not { } place ? null : (Region.Contains(file.Jurisdiction, place) ?? (enterprise.JurisdictionCode is { } code ? Region.Contains(file.Jurisdiction, code) : null)) switch
        {
            true => null,
            false => throw Refuse(null, "jurisdiction", $"jurisdiction“{file.Jurisdiction}”不是企业所在地“{place}”，请换用当地的评价方案"),
            null => $"不能确认企业所在地“{place}”是否属于评价方案的“{file.Jurisdiction}”，请核对",
        };
    }

    /// <summary>Refuses indicators that the standard does not have, or whose values cannot be theirs.</summary>
    /// <exception cref="YamlException">The first of them.</exception>
    internal void CheckIndicators(EditionFacts edition)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, benchmark) in file.Indicators)
        {
            var (criterion, names) = Resolve(edition, id) ?? throw Refuse(null, id, $"标准 {edition.Id} 没有指标“{id}”；可用：{string.Join("、", edition.Criteria.Where(c => c.Kind == CriterionKind.Scored).Select(c => c.Id))}");
            if (criterion.Kind != CriterionKind.Scored)
            {
                throw Refuse(null, id, $"“{id}”不是计分指标，不能有权重");
            }

            if (names is [var part, ..] && !seen.TryAdd($"{id[..id.LastIndexOf('.')]}.{part}", id))
            {
                throw Refuse(null, id, $"“{id}”与“{seen[$"{id[..id.LastIndexOf('.')]}.{part}"]}”是同一个指标，请只写一次");
            }

            CheckValues(id, benchmark, criterion.Rule);
        }
    }

    /// <summary>The criterion that an indicator of the file means, with the names of its pollutant; null when there is none.</summary>
    internal static (CriterionFacts Criterion, IReadOnlyList<string> Names)? Resolve(EditionFacts edition, string id)
    {
        if (edition.Criteria.FirstOrDefault(c => c.Id == id) is { } whole)
        {
            return (whole, []);
        }

        var dot = id.LastIndexOf('.');
        if (dot <= 0 || edition.Criteria.FirstOrDefault(c => c.Id == id[..dot]) is not { Rule: RatioRule rule } parent)
        {
            return null;
        }

        var suffix = id[(dot + 1)..];
        var found = rule.Qualifiers.FirstOrDefault(q => string.Equals(q.Key, suffix, StringComparison.OrdinalIgnoreCase) || q.Value.Any(n => string.Equals(n, suffix, StringComparison.OrdinalIgnoreCase)));
        return found.Key is null ? null : (parent with { Id = id, Title = $"{parent.Title}（{(found.Value.Count > 0 ? found.Value[0] : found.Key)}）" }, [found.Key, .. found.Value]);
    }

    private void CheckValues(string id, Benchmark benchmark, CriterionRule rule)
    {
        switch (rule)
        {
            case RatioRule or CountRule when benchmark.Lead is null:
                throw Refuse(id, "weight", $"指标“{id}”是定量指标，缺少 {(benchmark.Unit is null ? "unit、lead、base" : "lead、base")}，请填写引领值和基准值；不评的指标请删去整行");
            case RatioRule ratio when RatioUnit.Parse(benchmark.Unit ?? string.Empty, ratio, units, out var why) is null:
                throw Refuse(id, "unit", $"指标“{id}”的{why}");
            case RatioRule { LowerIsBetter: true } when benchmark.Lead > benchmark.Base:
                throw Refuse(id, "lead", $"指标“{id}”越低越好，引领值 {Numbers.Plain(benchmark.Lead.Value)} 却大于基准值 {Numbers.Plain(benchmark.Base ?? 0)}");
            case RatioRule { LowerIsBetter: false } or CountRule when benchmark.Lead < benchmark.Base:
                throw Refuse(id, "lead", $"指标“{id}”越高越好，引领值 {Numbers.Plain(benchmark.Lead.Value)} 却小于基准值 {Numbers.Plain(benchmark.Base ?? 0)}");
            case CountRule count when benchmark.Unit != count.Unit:
                throw Refuse(id, "unit", $"指标“{id}”的单位“{benchmark.Unit}”应为 {count.Unit}");
            case DocumentRule or StatementsRule or DutiesRule or CertificateRule when benchmark.Lead is not null || benchmark.Unit is not null:
                throw Refuse(id, benchmark.Lead is not null ? "lead" : "unit", $"指标“{id}”是定性指标，只写 weight");
            default:
                break; // the values are the rule's
        }
    }

    private YamlException Refuse(string? indicator, string key, string message)
    {
        var top = file.Place;
        var list = top?.Find("indicators") as YamlMapping;
        var at = indicator is not null && list?.Find(indicator) is YamlMapping own ? own : list?.Entries.ContainsKey(key) == true ? list : top;
        return at?.FaultAt(key, message) ?? new YamlException(new YamlFault("benchmarks", 1, message));
    }
}
