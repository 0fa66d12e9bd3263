using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Answers;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Calculations;

/// <summary>The ratios of GB/T 36132-2025 Annex B with figures that the question gives.</summary>
internal sealed partial class FormulaCalculation(PassageLibrary library)
{
    /// <summary>One ratio: by which word it is asked for, which words label the numerator and the denominator, where it is defined.</summary>
    private sealed record Ratio(string[] Asked, string Name, string English, string[] Numerator, string[] Denominator, bool AddsNumerator, bool Percent, string Clause, string Formula);

    private static readonly Ratio[] Ratios =
    [
        new(["重复利用率"], "工业用水重复利用率", "industrial water reuse rate", ["重复", "循环", "回用"], ["取水", "新水", "新鲜水", "补水"], true, true, "B.10", "Rw = Vr ÷ (V + Vr) × 100%"),
        new(["固体废物综合利用率", "固废综合利用率", "固废利用率"], "一般工业固体废物综合利用率", "general solid waste utilisation rate", ["综合利用", "利用量", "利用了", "利用"], ["产生", "往年", "贮存"], false, true, "B.11", "Kr = Zr ÷ (Z + Zw) × 100%"),
        new(["可再生能源利用率", "可再生能源占比", "绿电占比"], "可再生能源利用率", "renewable energy utilisation rate", ["可再生", "绿电", "光伏"], ["综合能耗", "总能耗", "能源消费", "能耗", "总量"], false, true, "B.5", "Rre = Ere ÷ E × 100%"),
        new(["单位产值综合能耗", "单位产值能耗", "万元产值能耗"], "单位产值综合能耗", "energy per output value", ["综合能耗", "能耗", "耗能", "用能"], ["产值"], false, false, "B.2", "Eg = E ÷ G"),
        new(["单位产品综合能耗", "单位产品能耗"], "单位产品综合能耗", "energy per product", ["综合能耗", "能耗", "耗能", "用能"], ["产量", "产品", "合格"], false, false, "B.1", "Eu = E ÷ Q"),
        new(["单位产值碳排放", "单位产值二氧化碳", "单位产值co2"], "单位产值二氧化碳排放量", "CO2 per output value", ["碳排放", "二氧化碳", "排放"], ["产值"], false, false, "B.4", "Cg = C ÷ G"),
        new(["单位产品碳排放", "单位产品二氧化碳"], "单位产品二氧化碳排放量", "CO2 per product", ["碳排放", "二氧化碳", "排放"], ["产量", "产品"], false, false, "B.3", "Cu = C ÷ Q"),
        new(["单位产品取水"], "单位产品取水量", "water per product", ["取水", "用水"], ["产量", "产品"], false, false, "B.8", "Vu = V ÷ Q"),
        new(["单位产值取水"], "单位产值取水量", "water per output value", ["取水", "用水"], ["产值"], false, false, "B.9", "Vg = V ÷ G"),
        new(["建筑系数"], "建筑系数", "building coefficient", ["建筑物", "占地", "建筑"], ["用地", "厂区", "土地"], false, true, "B.27", "r = (建筑物 + 构筑物 + 堆场) ÷ A × 100%"),
        new(["容积率"], "容积率", "floor area ratio", ["建筑面积", "总建筑"], ["用地", "土地", "厂区"], false, false, "B.28", "R = 总建筑面积 ÷ A"),
        new(["单位用地面积产值", "土地产出率", "亩均产值"], "单位用地面积产值", "output value per land area", ["产值"], ["用地", "土地", "厂区"], false, false, "B.26", "g = G ÷ A"),
    ];

    /// <summary>Writes the ratio; false when the question asks for none or gives no figures.</summary>
    public bool TryWrite(Question question, AnswerWriter writer)
    {
        var text = question.Folded;
        var figures = Figure().Matches(text).Select(m => (Label: m.Groups["label"].Value, Number: m.Groups["n"].Value, Unit: m.Groups["u"].Value)).Where(f => f.Label.Length > 0).ToList();
        if (figures.Count < 2 || Array.Find(Ratios, r => Array.Exists(r.Asked, a => text.Contains(a, StringComparison.Ordinal))) is not { } ratio)
        {
            return false;
        }

        var numerator = figures.FindIndex(f => Array.Exists(ratio.Numerator, n => f.Label.Contains(n, StringComparison.Ordinal)) && !Array.Exists(ratio.Denominator, d => f.Label.EndsWith(d, StringComparison.Ordinal)));
        var denominators = figures.Where((f, i) => i != numerator && Array.Exists(ratio.Denominator, d => f.Label.Contains(d, StringComparison.Ordinal))).ToList();
        if (numerator < 0 || denominators.Count == 0 || !QuantityScanner.TryNumber(figures[numerator].Number, out var above))
        {
            return false;
        }

        var (aboveUnit, belowUnit) = (figures[numerator].Unit, denominators[0].Unit);
        decimal below = 0;
        foreach (var part in denominators)
        {
            if (!QuantityScanner.TryNumber(part.Number, out var one))
            {
                return false;
            }

            below += one * (part.Unit == "亿元" ? 10_000 : 1);
        }

        belowUnit = belowUnit == "亿元" ? "万元" : belowUnit;
        below = belowUnit == "元" ? below / 10_000 : below;
        belowUnit = belowUnit == "元" ? "万元" : belowUnit;
        var whole = ratio.AddsNumerator ? below + above : below;
        if (whole == 0)
        {
            return false;
        }

        var value = decimal.Round(above / whole * (ratio.Percent ? 100 : 1), 4);
        var unit = ratio.Percent ? "%" : $" {aboveUnit}/{belowUnit}";
        var rule = library.Passages.FirstOrDefault(p => p.Document.Id.Contains("36132-2025", StringComparison.Ordinal) && p.Provision?.Contains(ratio.Clause, StringComparison.Ordinal) == true && p.ClauseKind == "formula");
        var marker = rule is not null ? writer.Cite(rule) : writer.Cite(new SourceDocument("gbt36132-2025", "绿色工厂评价通则", "GB/T 36132-2025"), ratio.Clause);
        var shown = ratio.AddsNumerator ? $"{Phrasing.Number(above)} ÷ ({Phrasing.Number(below)} + {Phrasing.Number(above)})" : $"{Phrasing.Number(above)} ÷ {Phrasing.Number(below)}";
        writer.Say(writer.English
            ? $"The {ratio.English} is {Phrasing.Number(value)}{unit}: {ratio.Formula}, {shown}{(ratio.Percent ? " × 100%" : string.Empty)} = {Phrasing.Number(value)}{unit} {marker}."
            : $"{ratio.Name}为{Phrasing.Number(value)}{unit}：{ratio.Formula}，即 {shown}{(ratio.Percent ? " × 100%" : string.Empty)} = {Phrasing.Number(value)}{unit}{marker}。");
        return true;
    }

    [GeneratedRegex(@"(?<label>[\u4e00-\u9fff]{0,14})(?:\(?[a-z]{1,3}\)?)?(?:为|是|=|:)?(?<n>\d[\d,]*(?:\.\d+)?(?:万|亿)?(?!元))(?<u>亿元|万元|元|吨标准煤|吨标煤|吨co2|吨二氧化碳|立方米|平方米|万千瓦时|千瓦时|万吨|吨|tce|kgce|tco2|m3|m³|m2|亩|公顷|台|件)?|(?<label>[\u4e00-\u9fff]{0,14})(?:为|是|=|:)?(?<n>\d[\d,]*(?:\.\d+)?)(?<u>亿元|万元)", RegexOptions.None, 2_000)]
    private static partial Regex Figure();
}
