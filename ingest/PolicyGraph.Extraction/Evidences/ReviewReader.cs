using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads system papers that are laid out as forms: 内部审核报告 with 审核日期, 管理评审记录 with 会议时间, one paper for each or all in one.</summary>
internal static partial class ReviewReader
{
    private const int HeadingLength = 40;

    /// <summary>Adds the days that sentences did not give, and the system where no standard is named.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        foreach (var match in DayLabel().EnumerateMatches(paper.Text))
        {
            var from = match.Index + match.Length;
            if (DateScanner.ReadFirst(paper.Text, from, Math.Min(paper.Text.Length, from + 24)) is not { } date || paper.Words(new TextSpan(from, date.Span.Start)).Any(char.IsLetterOrDigit))
            {
                continue;
            }

            var label = paper.Text.Substring(match.Index, match.Length);
            if (FieldOf(label, Heading(paper, match.Index)) is { } field && !draft.Has(field))
            {
                draft.AddDate(field, date, date.Span, new TextSpan(match.Index, date.Span.End).Trim(paper.Text), paper.CellAt(date.Span));
            }
        }

        if (!draft.Has("standard"))
        {
            foreach (var system in Systems().EnumerateMatches(paper.Text))
            {
                var span = new TextSpan(system.Index, system.Index + system.Length);
                draft.AddText("systemDocument", span, span, paper.CellAt(span));
                return;
            }
        }
    }

    private static string? FieldOf(string label, string heading)
    {
        var words = label.Contains("评审", StringComparison.Ordinal) || label.Contains("审核", StringComparison.Ordinal) ? label : heading;
        if (label.Contains("审核", StringComparison.Ordinal) && (heading.Contains("外部审核", StringComparison.Ordinal) || heading.Contains("监督审核", StringComparison.Ordinal) || heading.Contains("认证审核", StringComparison.Ordinal)))
        {
            return null;
        }

        return words.Contains("评审", StringComparison.Ordinal) ? "managementReview" : words.Contains("审核", StringComparison.Ordinal) || words.Contains("内审", StringComparison.Ordinal) ? "internalAudit" : null;
    }

    // The last short line above that names an audit or a review; the title where none does.
    private static string Heading(Paper paper, int offset)
    {
        for (var i = paper.Lines.Count - 1; i >= 0; i--)
        {
            if (paper.Lines[i].Start < offset && paper.Lines[i].Length <= HeadingLength && paper.Words(paper.Lines[i]) is var words && Named().IsMatch(words))
            {
                return words;
            }
        }

        return paper.Title;
    }

    [GeneratedRegex(@"(?:(?:内部?审核|内审|审核|管理评审|评审)(?:实施|会议|召开)?|会议|实施|召开)(?:日期|时间)|(?<![\u4e00-\u9fff])(?:日期|时间)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayLabel();

    [GeneratedRegex("内部?审核|内审|管理评审|外部审核|监督审核|认证审核", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Named();

    [GeneratedRegex("(?:(?:质量|环境|能源|职业健康安全|职业健康)(?:、|和|及|与)?){1,4}(?:一体化|整合)?管理体系", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Systems();
}
