using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Tells letters and notices of authorities that no title names: a review addressed to 你公司 and signed by a 支队, a count of penalties, an announcement that strikes the enterprise off a list.</summary>
internal static partial class LetterReader
{
    private const int Longest = 3000;
    private const int Foot = 80;

    /// <summary>The type of a paper without a telling title; null where it is neither a letter of an authority nor an extract of records.</summary>
    public static string? Find(Paper paper)
    {
        var text = paper.Text;
        if (text.Length > Longest)
        {
            return null;
        }

        var foot = text[Math.Max(0, text.Length - Foot)..];
        return Addressed().IsMatch(text) && (Signed().IsMatch(foot) || (Letterhead().IsMatch(text) && Sealed().IsMatch(foot))) ? "authority-statement"
            : Records().IsMatch(text) ? "credit-report"
            : null;
    }

    /// <summary>Where an announcement strikes the enterprise off the list of green factories; null where it does not name it as struck off.</summary>
    public static TextSpan? StruckOff(Paper paper, SubjectHints? subject)
    {
        var text = paper.Text;
        if (subject is null || text.Length > Longest || !Announced().IsMatch(paper.Title))
        {
            return null;
        }

        var removal = Removal().Match(text, Math.Min(text.Length, paper.Title.Split('\n')[0].Length));
        var at = subject.FormerNames.Prepend(subject.Name).Select(n => NormalizedText.Fold(n).Text).Where(n => n.Length > 3).Select(n => (At: removal.Success ? text.IndexOf(n, removal.Index, StringComparison.Ordinal) : -1, n.Length)).FirstOrDefault(n => n.At >= 0);
        return at.Length == 0 ? null : new TextSpan(removal.Index, at.At + at.Length);
    }

    [GeneratedRegex(@"你公司|你单位|贵公司|该公司|该企业|当事人|\A[^\n]{4,40}(?:公司|厂)\s?:\s*\n", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Addressed();

    [GeneratedRegex(@"(?:局|厅|委员会|支队|大队|总队|管委会|人民政府)\s{0,4}(?:\([^()]{1,10}\))?\s{0,4}(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|\z)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Signed();

    // an office that stands at the top seals below without its name
    [GeneratedRegex(@"\A\s{0,40}(?![^\n]*(?:公司|厂))[^\n]{3,40}(?:局|厅|委员会|支队|大队|总队|管委会|人民政府|管理办公室|办事处)\s{0,8}\n", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Letterhead();

    [GeneratedRegex(@"(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s{0,4}(?:\((?:印章|公章|盖章|章)\))?\s{0,8}\z", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sealed();

    // 行政处罚信息 1 条
    [GeneratedRegex(@"(?:行政处罚|失信被执行人|经营异常名录|严重违法失信)[\u4e00-\u9fff]{0,6}\s{0,2}(?:\(?共)?\s?\d{1,4}\s?条", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Records();

    [GeneratedRegex("(?:动态调整|移出|撤销|取消)[^\n]{0,20}(?:绿色制造|绿色工厂|名单)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Announced();

    [GeneratedRegex("移出|撤销|取消|调整出|不再列入", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Removal();
}
