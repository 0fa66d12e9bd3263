using System.Globalization;
using System.Text;
using PolicyGraph.Compliance.Verdicts;
using PolicyGraph.Ontology;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Benchmarks;

/// <summary>An empty benchmark file for an edition and an industry: every indicator with the units that it may have, to be filled in.</summary>
/// <remarks>It is YAML that <see cref="BenchmarkFile"/> reads once values stand in it. A weight of the standard's own example table is filled in and marked as an example.</remarks>
public sealed class BenchmarkTemplate(PolicyOntology ontology)
{
    /// <summary>The text for an edition and an industry.</summary>
    /// <param name="standard">Id of an edition with scored criteria.</param>
    /// <param name="industry">GB/T 4754 code of two to four digits.</param>
    /// <param name="year">The evaluation year to suggest.</param>
    /// <exception cref="GapException">The edition or the industry is not known, or the edition scores nothing.</exception>
    public string Write(string standard, string industry, int year)
    {
        var edition = ontology.Standards.FirstOrDefault(s => s.Edition.Id == standard)
            ?? throw new GapException($"没有标准“{standard}”；可用：{string.Join("、", ontology.Standards.Where(HasScores).Select(s => s.Edition.Id))}");
        if (!HasScores(edition))
        {
            throw new GapException($"标准“{standard}”（{edition.Edition.Number ?? edition.Edition.Title}）没有计分指标，不用评价方案；可用：{string.Join("、", ontology.Standards.Where(HasScores).Select(s => s.Edition.Id))}");
        }

        var digits = industry.TrimStart('B', 'C', 'D');
        var name = digits.Length is >= 2 and <= 4 ? ontology.Policies.Industries.Names.GetValueOrDefault(digits) : null;
        return name is null
            ? throw new GapException($"GB/T 4754-2017 没有行业代码“{industry}”；应为二至四位数字，如 30（大类）或 3011（小类）")
            : Text(edition, digits, name, year);
    }

    private static bool HasScores(Standard standard) => standard.Edition.GivesPoints || standard.Criteria.Any(c => c.Kind == CriterionKind.Scored);

    private static string Text(Standard standard, string industry, string name, int year)
    {
        var scored = standard.Criteria.Where(c => c.Kind == CriterionKind.Scored || standard.Edition.GivesPoints).ToList();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # 评价方案：{standard.Edition.Number ?? standard.Edition.Id} {standard.Edition.Title}，行业 {industry} {name}
            # 引领值（lead）、基准值（base）、权重（weight）和合格线（passLine）由行业评价标准、评价方案或省级通知规定，请照原文填写。
            # 标有“示例”的权重取自标准的示例表，仅供参考，不是要求，请换成所用方案的权重；权重合计应为 100。
            # 不用的指标整行删去。填好后：policygraph gap 企业 --standard {standard.Edition.Id} --benchmarks 本文件
            standard: {standard.Edition.Id}
            industry: "{industry}"
            # jurisdiction: 广东省       # 可选：方案适用的省、市；不是企业所在地的方案会被拒绝
            year: {year}                  # 评价年
            # passLine: 80             # 可选：合格线；没有合格线就不能断定“符合”
            # sector: true             # 可选：写 true 表示这是本行业自己的评价要求
            # complete: false          # 可选：写 true 表示没有列出的指标都不适用
            # notApplicable: drop      # 可选：不适用指标的权重怎样处理：drop 去掉，redistribute 分摊给其余指标
            source: 待填（评价方案的名称和文号）
            indicators:

            """);
        foreach (var area in standard.Areas)
        {
            var own = scored.Where(c => c.Id.StartsWith(area.Id + ".", StringComparison.Ordinal)).ToList();
            if (own.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n  # —— {$"{area.Clause} {area.Title}".Trim()}\n");
                own.ForEach(c => Indicator(text, c));
            }
        }

        return text.ToString();
    }

    private static void Indicator(StringBuilder text, Criterion criterion)
    {
        var (about, line) = criterion.Rule switch
        {
            RatioRule rule => ($"{(criterion.Kind == CriterionKind.Mandatory ? "基本要求，可以只写 base；" : string.Empty)}{(rule.LowerIsBetter ? "越低越好" : "越高越好")}；{rule.Formula}；单位：{string.Join(" 或 ", Units(rule).Select((u, i) => i == 0 ? u : $"{u}（t 换成产品的计量单位）"))}", Quantity(rule.Unit, criterion)),
            CountRule rule => ($"越多越好；单位：{rule.Unit}；共 {rule.Items.Count} 项可计", Quantity(rule.Unit, criterion)),
            _ => ("定性指标，只写权重：符合得满分，不符合得 0 分", $"{{ weight: {Weight(criterion)} }}"),
        };
        var skip = criterion.OnDemand ? "# " : string.Empty;
        text.Append(CultureInfo.InvariantCulture, $"  # {criterion.Title}（{criterion.Clause}）{(criterion.OnDemand ? "，评价方案列出时才评" : string.Empty)}：{about}\n");
        text.Append(CultureInfo.InvariantCulture, $"  {skip}{criterion.Id}: {line}{(criterion.ExampleWeight is null ? string.Empty : "  # 权重为示例")}\n");
        if (criterion.Rule is RatioRule { Qualifiers.Count: > 0 } divided)
        {
            text.Append("  # 也可以分开写（写了分项就删去上面的总项）：\n");
            foreach (var (key, names) in divided.Qualifiers)
            {
                text.Append(CultureInfo.InvariantCulture, $"  # {criterion.Id}.{key}: {{ unit: {Units(divided)[^1]}, lead: , base: , weight: }}  # {string.Join("、", names.Take(3))}\n");
            }
        }
    }

    private static string Quantity(string unit, Criterion criterion) => $"{{ unit: {(unit.AsSpan().ContainsAny("%-1") ? $"\"{unit}\"" : unit)}, lead: , base: , weight: {Weight(criterion)} }}";

    private static string Weight(Criterion criterion) => criterion.ExampleWeight is { } weight ? Numbers.Plain(weight) : string.Empty;

    /// <summary>The unit by output value and, where production is part of the ratio, the one by product.</summary>
    private static List<string> Units(RatioRule rule) => rule.Numerator.Concat(rule.Denominator).Contains(RatioRule.Production) && rule.Unit.Contains("万元", StringComparison.Ordinal)
        ? [rule.Unit, rule.Unit.Replace("万元", "t", StringComparison.Ordinal)]
        : [rule.Unit];
}
