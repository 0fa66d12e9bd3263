using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Finds when and how often something is to be done.</summary>
internal static class Deadlines
{
    private const string DateParts = "0123456789年月日底末每之以上旬中下";

    private static readonly string[] Recurrences = ["每半年", "每季度", "每两年", "每三年", "每五年", "每年", "每月", "每周", "定期", "逐年", "按年度", "按季度"];
    private static readonly string[] Within = ["个工作日内", "工作日内", "个月内", "日内", "年内", "小时内", "个工作日以内"];

    /// <summary>Deadline and recurrence of a run of clauses, as written.</summary>
    public static (string? Deadline, string? Recurrence) In(string words)
    {
        string? recurrence = null;
        foreach (var word in Recurrences)
        {
            recurrence ??= words.Contains(word, StringComparison.Ordinal) ? word : null;
        }

        return (Before(words) ?? Inside(words) ?? UpTo(words), recurrence);
    }

    /// <summary>Whether a deadline is a day, month or term rather than a plan's year.</summary>
    public static bool IsDuty(string? deadline) => deadline is not null && (deadline.Contains('月', StringComparison.Ordinal) || deadline.Contains('日', StringComparison.Ordinal));

    /// <summary>2016年10月底前, 每年11月底前, 2025年前.</summary>
    private static string? Before(string words)
    {
        for (var at = words.IndexOf('前', StringComparison.Ordinal); at > 0; at = words.IndexOf('前', at + 1))
        {
            var start = at;
            while (start > 0 && DateParts.Contains(words[start - 1], StringComparison.Ordinal))
            {
                start--;
            }

            while (start < at && words[start] is '上' or '下' or '中' or '日' or '月' or '底' or '以' or '之' or '年')
            {
                start++;
            }

            var date = words.AsSpan(start, at - start);
            if (date.Length >= 3 && date.IndexOfAny('年', '月', '日') >= 0 && date.IndexOfAnyInRange('0', '9') >= 0)
            {
                return words[start..(at + 1)];
            }
        }

        return null;
    }

    /// <summary>十个工作日内, 30日内.</summary>
    private static string? Inside(string words)
    {
        foreach (var term in Within)
        {
            var at = words.IndexOf(term, StringComparison.Ordinal);
            if (at > 0)
            {
                var start = at;
                while (start > 0 && ("一二三四五六七八九十两百".Contains(words[start - 1], StringComparison.Ordinal) || ChineseAmount.IsDigit(words[start - 1])))
                {
                    start--;
                }

                if (start < at)
                {
                    return words[start..(at + term.Length)];
                }
            }
        }

        return null;
    }

    /// <summary>到2020年, 到2025年底.</summary>
    private static string? UpTo(string words)
    {
        var years = Figure.Years(words, 0, words.Length);
        foreach (var (at, _) in years)
        {
            if (at > 0 && words[at - 1] is '到' or '至')
            {
                var end = at + 5 < words.Length && words[at + 5] is '底' or '末' ? at + 6 : at + 5;
                return words[(at - 1)..end];
            }
        }

        return null;
    }
}
