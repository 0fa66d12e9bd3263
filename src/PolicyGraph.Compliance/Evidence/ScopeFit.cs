using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Evidence;

/// <summary>Whether the scope of a certificate, or the product of a report, is the enterprise's business.</summary>
/// <remarks>Lenient: two characters in a row that a product and the scope share are enough, for scopes are worded more widely than products. A scope that names sale or service alone covers no production.</remarks>
internal sealed class ScopeFit(EnterpriseFacts enterprise)
{
    private static readonly string[] Production = ["生产", "制造", "加工", "冶炼", "铸造", "锻造", "织造", "印染", "酿造", "组装", "装配", "合成", "炼制", "开采", "养殖", "种植", "制作", "研制"];
    private static readonly string[] Other = ["销售", "贸易", "批发", "零售", "仓储", "物流", "运输", "物业", "咨询", "技术服务", "租赁", "餐饮", "维修", "安装", "培训", "管理服务"];
    private static readonly string[] Filler =
    [
        "生产", "制造", "加工", "销售", "服务", "设计", "开发", "研发", "管理", "活动", "产品", "相关", "有限", "公司", "股份", "集团", "集成", "过程", "范围", "资质", "许可", "以及", "及其", "所涉", "涉及",
        "场所", "体系", "覆盖", "认证", "区域", "技术", "科技", "实业", "工业", "工厂", "材料",
    ];

    /// <summary>Why a scope does not cover the enterprise; null when it does, or when nothing is known to compare.</summary>
    internal string? Fault(string? scope)
    {
        if (string.IsNullOrWhiteSpace(scope) || enterprise.Products.Count == 0)
        {
            return null;
        }

        var text = Fold(scope);
        if (!Production.Any(p => text.Contains(p, StringComparison.Ordinal)) && Other.Any(o => text.Contains(o, StringComparison.Ordinal)))
        {
            return $"范围“{scope}”不包括生产";
        }

        return enterprise.Products.Append(enterprise.Name).Any(p => Shares(text, Fold(p))) || enterprise.Products.Any(p => Kindred(text, Fold(p))) ? null : $"范围“{scope}”不覆盖本企业产品“{string.Join("、", enterprise.Products)}”";
    }

    /// <summary>Whether a named product is one of the enterprise's; true where nothing is known to compare.</summary>
    internal bool IsOurs(string? product) =>
        string.IsNullOrWhiteSpace(product) || enterprise.Products.Count == 0 || enterprise.Products.Any(p => Shares(Fold(product), Fold(p)) || Kindred(Fold(product), Fold(p)));

    private static bool Shares(string text, string product)
    {
        for (var i = 0; i + 2 <= product.Length; i++)
        {
            var pair = product.Substring(i, 2);
            if (!Filler.Contains(pair) && text.Contains(pair, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two characters that carry meaning stand in both, though not side by side: 浓缩苹果汁, 果蔬汁.</summary>
    private static bool Kindred(string text, string product)
    {
        foreach (var word in Filler.Concat(Other))
        {
            text = text.Replace(word, string.Empty, StringComparison.Ordinal);
            product = product.Replace(word, string.Empty, StringComparison.Ordinal);
        }

        return product.Distinct().Count(c => char.IsLetter(c) && c > '\u4e00' && "的和与及或等类用型式性化工品料件".IndexOf(c, StringComparison.Ordinal) < 0 && text.Contains(c, StringComparison.Ordinal)) >= 2;
    }

    private static string Fold(string text) => NormalizedText.Fold(text).Squeeze().Text;
}
