using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads labels and values that stand on lines of their own: a name with 数值 and 单位 below it, a question with its answer.</summary>
internal static partial class QuestionForm
{
    private static readonly string[] Amounts = ["数值", "数量", "实绩", "实际值", "本年值", "填报值", "值"];
    private static readonly string[] Units = ["单位", "计量单位"];

    /// <summary>Whether a label announces the amount of the name above it.</summary>
    public static bool IsAmount(string label) => Amounts.Contains(label);

    /// <summary>Whether a label announces the unit of the amount above it.</summary>
    public static bool IsUnit(string label) => Units.Contains(label);

    /// <summary>Whether a label asks.</summary>
    public static bool Asks(string label) => label is "问" or "Q" or "问题" or "提问";

    /// <summary>Whether a label answers.</summary>
    public static bool Answers(string label) => label is "答" or "A" or "回答" or "答复";

    /// <summary>What a question asks for: 取水量 of 取水量是多少？; null where it asks for no amount.</summary>
    public static TextSpan? Asked(string text, TextSpan question)
    {
        foreach (var match in HowMuch().EnumerateMatches(text.AsSpan(question.Start, question.Length)))
        {
            return new TextSpan(question.Start, question.Start + match.Index).Trim(text);
        }

        return null;
    }

    [GeneratedRegex(@"\s{0,3}(?:是|为|有|达到?)?(?:多少|几何|怎样)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HowMuch();
}
