using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds where an authority's opinion begins below an enterprise's declaration: 主管部门核实意见 on the same sheet.</summary>
internal static partial class OpinionReader
{
    /// <summary>The offset behind the heading of the opinion; null where there is none, or where no authority signs it.</summary>
    public static int? Find(Paper paper)
    {
        var heading = Heading().Match(paper.Text);
        while (heading.Success && heading.Index == 0)
        {
            heading = heading.NextMatch();
        }

        return heading.Success && Signed().IsMatch(paper.Text, heading.Index + heading.Length) ? heading.Index + heading.Length : null;
    }

    [GeneratedRegex(@"^[ \t\u3000]*(?:[一二三四五六七八九十]{1,2}、)?(?:[\u4e00-\u9fff]{0,16}(?:部门|局|厅|委)(?:的)?)?(?:核实|核查|审核|推荐|初审|审查|证明)意见(?:\([^()\n]{1,16}\))?:?[ \t]*\r?$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[\u4e00-\u9fff]{2,20}(?:局|厅|委员会|人民政府|管委会)\s{0,4}(?:\((?:章|盖章|公章|印章)[^)]{0,8}\)|\r?\n|\z)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Signed();
}
