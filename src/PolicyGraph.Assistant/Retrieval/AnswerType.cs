using System.Text.RegularExpressions;
using PolicyGraph.Assistant.Passages;
using PolicyGraph.Assistant.Questions;

namespace PolicyGraph.Assistant.Retrieval;

/// <summary>Whether a passage holds the kind of thing that was asked for.</summary>
internal static partial class AnswerType
{
    private static readonly string[] Denials = ["没有规定", "未规定", "不规定", "没有统一", "没有数值", "没有数字", "没有固定", "没有给出", "不设", "没有全国", "并未", "没有设"];

    /// <summary>Whether it does.</summary>
    public static bool Fits(Question question, Passage passage)
    {
        if (IsDenial(passage) && !question.Wants(Wanted.Money))
        {
            return true;
        }

        if (question.Wants(Wanted.Amount) && question.Folded.Contains("目标", StringComparison.Ordinal) && passage.Kind == PassageKind.Clause && passage.ClauseKind is not ("target" or "comparison" or "absent"))
        {
            return false;
        }

        if (question.Wants(Wanted.Money) && !Money().IsMatch(passage.Folded))
        {
            return false;
        }

        if (question.Wants(Wanted.When) && !question.Wants(Wanted.Comparison) && !Time().IsMatch(passage.Folded))
        {
            return false;
        }

        return !question.Wants(Wanted.Amount) || passage.Target is not null || Number().IsMatch(passage.Folded) || (passage.Folded.Count(c => c == '、') >= 2 && (question.Folded.Contains('几', StringComparison.Ordinal) || question.Folded.Contains('哪', StringComparison.Ordinal)));
    }

    /// <summary>Whether it says that there is no such thing.</summary>
    public static bool IsDenial(Passage passage) => passage.Kind == PassageKind.Clause && (IsAbsent(passage) || Array.Exists(Denials, d => passage.Folded.Contains(d, StringComparison.Ordinal)));

    /// <summary>Whether it says that nothing is known of a matter.</summary>
    public static bool IsAbsent(Passage passage) => passage.ClauseKind == "absent";

    [GeneratedRegex(@"\d|[一二两三四五六七八九十百千万]+[家个项种类条名人次天日年分倍]|[百千万][家种个]", RegexOptions.None, 2_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"[\d万亿](?:万|亿)*元|元/", RegexOptions.None, 2_000)]
    private static partial Regex Money();

    [GeneratedRegex(@"(?:19|20)\d\d|\d月|\d日|[一二三四五六七八九十]+(?:年|月|日|天|个月)|\d+(?:年|天|个月|个工作日)|季度|每年|每月|定期", RegexOptions.None, 2_000)]
    private static partial Regex Time();
}
