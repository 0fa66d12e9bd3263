using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds what a clause speaks of: accidents by kind, violations, lists, penalties.</summary>
internal static partial class StatementItems
{
    private static readonly (string Field, string[] Words)[] Items =
    [
        ("violationTax", ["偷税", "漏税", "偷漏税", "税收违法", "涉税违法", "税务违法", "欠税", "逃税"]),
        ("penalties", ["行政处罚"]),
        ("abnormalList", ["经营异常", "异常名录"]),
        ("seriousViolation", ["严重违法失信", "严重失信", "严重违法企业", "严重违法名单"]),
        ("dishonestDebtor", ["失信被执行", "失信执行"]),
        ("inspectionProblems", ["督查", "督察"]),
        ("energyRectification", ["节能监察", "节能整改"]),
    ];

    /// <summary>The items of a clause, each with the place of its word.</summary>
    /// <param name="clause">One clause, white space and bracketed words taken out.</param>
    /// <param name="sentence">The sentence around it, for what the clause leaves out.</param>
    public static List<(string Field, int At)> Find(string clause, string sentence)
    {
        var found = new List<(string Field, int At)>();
        foreach (var (field, words) in Items)
        {
            foreach (var word in words)
            {
                var at = clause.IndexOf(word, StringComparison.Ordinal);
                if (at >= 0)
                {
                    found.Add((field, at));
                    break;
                }
            }
        }

        FindEvents(clause, "事故", "事件", found, "accident");
        FindEvents(clause, "违法", "违规", found, "violation");
        var removal = Removal().Match(clause);
        if (removal.Success && !clause.Contains("异常", StringComparison.Ordinal) && !clause.Contains("整改", StringComparison.Ordinal) && (clause.Contains("绿色", StringComparison.Ordinal) || clause.Contains("动态调整", StringComparison.Ordinal) || (clause.Contains("名单", StringComparison.Ordinal) && sentence.Contains("绿色", StringComparison.Ordinal))))
        {
            found.Add(("removedFromList", removal.Index));
        }

        var listed = GreenList().Match(clause);
        if (listed.Success && !removal.Success)
        {
            found.Add(("greenList", listed.Index));
        }

        return found;
    }

    // 安全、质量、环境污染等事故: the kinds stand before the event, however many.
    private static void FindEvents(string clause, string event1, string event2, List<(string Field, int At)> found, string stem)
    {
        var at = Math.Max(clause.LastIndexOf(event1, StringComparison.Ordinal), clause.LastIndexOf(event2, StringComparison.Ordinal));
        if (at < 0 || (stem == "violation" && clause.Contains("失信", StringComparison.Ordinal)))
        {
            return;
        }

        var before = clause[..at];
        var safety = before.IndexOf("安全", StringComparison.Ordinal);
        var quality = before.Replace("质量安全", "质量", StringComparison.Ordinal).IndexOf("质量", StringComparison.Ordinal);
        var environment = FirstOf(before, "环境", "环保", "污染", "生态");
        if (before.Contains("质量安全", StringComparison.Ordinal) && before.IndexOf("安全", StringComparison.Ordinal) == before.IndexOf("质量安全", StringComparison.Ordinal) + 2)
        {
            safety = before.IndexOf("安全", safety + 2, StringComparison.Ordinal);
        }

        if (safety < 0 && quality < 0 && environment < 0 && stem == "accident" && (before.Contains("各类", StringComparison.Ordinal) || before.Contains("任何", StringComparison.Ordinal)))
        {
            safety = quality = environment = at;
        }

        Add("Safety", safety);
        Add("Quality", quality);
        Add("Environment", environment);

        void Add(string kind, int place)
        {
            if (place >= 0)
            {
                found.Add((stem + kind, place));
            }
        }
    }

    private static int FirstOf(string text, params ReadOnlySpan<string> words)
    {
        var first = -1;
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }

        return first;
    }

    [GeneratedRegex("移出|调整出|调出|剔除|除名|撤销.{0,8}(?:称号|资格)|取消.{0,8}(?:称号|资格)|清退", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Removal();

    [GeneratedRegex("(?:列入|纳入|入选|获评|获得|评为|进过|进入过|上过|评上过?).{0,12}(?:绿色制造|绿色工厂)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex GreenList();
}
