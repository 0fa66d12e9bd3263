using System.Buffers;
using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds names of companies in folded text.</summary>
internal static partial class Organisations
{
    private const int Reach = 64;
    private static readonly SearchValues<string> Ends = SearchValues.Create(["公司", "合作社", "总厂"], StringComparison.Ordinal);

    private static readonly string[] Leads =
    [
        "兹证明", "兹有", "证明", "关于对", "关于", "经查询", "经查", "经核查", "经核实", "经审核", "委托", "根据", "由", "对", "向", "致", "和", "与", "及", "同意", "授予", "现将", "说明", "企业名称", "单位名称", "用户", "我单位", "其中", "以下简称", "被查询主体", "获证组织", "我们厂叫", "我厂叫", "公司叫", "同志为", "兹任命", "即", "为", "是", "系", "在", "给", "受",
    ];

    /// <summary>The span of the first company name; null when there is none.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="end">Where to stop.</param>
    public static TextSpan? FindFirst(string text, int start, int end)
    {
        // only where a company's last word stands: the pattern is slow on long stretches without one
        for (var at = NextEnd(text, start, end); at >= 0; at = NextEnd(text, at + 1, end))
        {
            var from = Math.Max(start, at - Reach);
            foreach (var match in Names().EnumerateMatches(text.AsSpan(from, Math.Min(end, at + Reach) - from)))
            {
                var span = Cut(text, new TextSpan(from + match.Index, from + match.Index + match.Length));
                // 某某局关于某某有限公司有关情况的证明: the letter's writer stands before the company
                var about = text.LastIndexOf("关于", span.End - 1, span.Length, StringComparison.Ordinal);
                span = about > span.Start ? Cut(text, span with { Start = about }) : span;
                if (span.Length >= 5)
                {
                    return span;
                }
            }
        }

        return null;
    }

    private static int NextEnd(string text, int start, int end)
    {
        if (start >= end)
        {
            return -1;
        }

        var found = text.AsSpan(start, end - start).IndexOfAny(Ends);
        return found < 0 ? -1 : start + found;
    }

    // 关于陕西某某有限公司: a name begins behind the words that lead to it.
    private static TextSpan Cut(string text, TextSpan span)
    {
        var again = true;
        while (again)
        {
            again = false;
            foreach (var lead in Leads)
            {
                if (span.Length > lead.Length + 4 && string.CompareOrdinal(text, span.Start, lead, 0, lead.Length) == 0)
                {
                    span = span with { Start = span.Start + lead.Length };
                    again = true;
                }
            }
        }

        return span;
    }

    [GeneratedRegex(@"[\u4e00-\u9fffA-Za-z]{2,16}(?:\([\u4e00-\u9fff]{2,6}\))?[\u4e00-\u9fffA-Za-z]{0,24}?(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|总公司|合作社|公司|总厂)(?:[\u4e00-\u9fff]{2,8}(?:分公司|分厂)|(?!绿色|智能|智慧|数字|零碳|低碳|无废|示范|标杆|未来|星级|近零|生产|全部|所有|整个|现有|主要|本部|关于|年度|清洁|节能|环境|能源|加工|制造|项目|建设|及其|以及|位于|用地|占地|总部|申报|企业|公司|办公|所属|下属|国家|省级|市级|先进|对|各|全)[\u4e00-\u9fff]{2,4}(?:新厂区|租赁厂房|厂区|基地|工厂)(?!工厂|创建|建设))?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Names();
}
