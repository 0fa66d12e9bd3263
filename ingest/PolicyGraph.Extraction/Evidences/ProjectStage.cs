using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Tells projects that are finished from those that are planned or being built.</summary>
internal static partial class ProjectStage
{
    /// <summary>Whether the cells of a project's row say that it is not finished.</summary>
    /// <param name="cells">Folded words.</param>
    public static bool IsPending(IEnumerable<string> cells)
    {
        var pending = false;
        foreach (var words in cells)
        {
            if (Finished().IsMatch(words))
            {
                return false;
            }

            pending |= words.Length <= 30 && Pending().IsMatch(words);
        }

        return pending;
    }

    [GeneratedRegex("在建|拟建|待建|筹建|拟实施|拟于|\\(计划\\)|\\(预计\\)|^(?:计划|规划|预计|立项|前期|筹备|进行)|规划中|计划中|预计20|计划20|未完工|未竣工|未完成|未开工|未实施|实施中|施工中|建设中|进行中|安装中|正在|尚未|待实施|待验收|前期工作|可研", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Pending();

    [GeneratedRegex("(?<![未待])(?:已竣工|已完工|已完成|已投产|已投运|已投用|已验收|通过验收|完成验收)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Finished();
}
