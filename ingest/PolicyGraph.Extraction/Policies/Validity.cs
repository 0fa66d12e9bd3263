using System.Globalization;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Policies;

/// <summary>Finds from when to when a document is in force: 本办法自2021年3月1日起施行，有效期五年.</summary>
/// <remarks>
/// Only sentences about the document itself count: they begin with 自, perhaps behind a number, or name 本办法, 本通知 …, and no title in 《》 stands before the words.
/// 自印发之日起 is the day of publication, else of signature; a term in years ends on the day before the same day (2021-03-01, five years: 2026-02-28).
/// </remarks>
internal static class Validity
{
    private const int MaxSentence = 300;
    private const int MaxPlaces = 200;

    /// <summary>第三十条自…, 五、自…: what may stand before 自 at the head of a sentence.</summary>
    private static readonly System.Buffers.SearchValues<char> Ordinals = System.Buffers.SearchValues.Create("第条款项一二三四五六七八九十百零、()0123456789.");

    private static readonly string[] Starts = ["起施行", "起实施", "起执行", "起生效", "后施行", "后实施"];
    private static readonly string[] IssueDays = ["公布之日", "发布之日", "印发之日", "颁布之日", "下发之日", "印发日", "发布日"];
    private static readonly string[] Untils = ["有效期至", "有效期截至", "有效期限至", "有效期到", "执行至", "施行至", "实施至", "有效期截止到", "有效期截止至"];
    private static readonly string[] Terms = ["有效期为", "有效期限为", "有效期限", "有效期", "试行期为", "试行期", "执行期限为", "实施期限为"];
    private static readonly string[] Selves = ["本办法", "本通知", "本意见", "本方案", "本规定", "本细则", "本条例", "本法", "本措施", "本政策", "本文件", "本规范", "本指南", "本目录", "本公告", "本标准", "本规划", "本计划", "本实施", "本若干"];

    /// <summary>The first and the last day in force; null where the text states none.</summary>
    /// <param name="text">The document, folded and without white space.</param>
    /// <param name="issued">Day of publication or signature, for 自印发之日起; null when unknown.</param>
    public static (string? From, string? Until) In(string text, string? issued)
    {
        string? from = null, until = null;
        var places = 0;
        foreach (var cue in (ReadOnlySpan<string>)["行", "实施", "有效期", "起生效", "期限为"])
        {
            for (var at = text.IndexOf(cue, StringComparison.Ordinal); at >= 0; at = text.IndexOf(cue, at + cue.Length, StringComparison.Ordinal))
            {
                if (cue == "实施" && !(at > 0 && text[at - 1] is '起' or '后'))
                {
                    continue;
                }

                if (cue == "行" && !(at >= 2 && text[at - 1] is '施' or '执' or '试' && text[at - 2] is '起' or '后' or '期') && !text.AsSpan(at + 1).StartsWith("至"))
                {
                    continue;
                }

                if (++places > MaxPlaces || (from is not null && until is not null))
                {
                    return (from, until);
                }

                Read(Sentence(text, at), issued, ref from, ref until);
            }
        }

        return (from, until);
    }

    private static string Sentence(string text, int at)
    {
        var floor = Math.Max(0, at - MaxSentence);
        var start = text.LastIndexOf('。', at, at - floor + 1) + 1;
        start = start == 0 ? floor : start;
        var stop = text.IndexOf('。', at, Math.Min(MaxSentence, text.Length - at));
        return text[start..(stop < 0 ? Math.Min(text.Length, at + MaxSentence) : stop)];
    }

    private static void Read(string sentence, string? issued, ref string? from, ref string? until)
    {
        var since = sentence.IndexOf('自', StringComparison.Ordinal);
        var self = since >= 0 && sentence.AsSpan(0, since).IndexOfAnyExcept(Ordinals) < 0 ? since : Selves.Select(s => sentence.IndexOf(s, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (self < 0)
        {
            return;
        }

        var title = sentence.IndexOf('《', self);
        var words = title < 0 ? sentence[self..] : sentence[self..title];
        var begins = Start(words, issued, out var isSelf);
        from ??= begins;
        if (until is null && (isSelf || words.Contains("有效期", StringComparison.Ordinal)))
        {
            until = End(words) ?? Term(words, begins ?? from);
        }
    }

    /// <summary>自2021年3月1日起施行; 自印发之日起30日后施行.</summary>
    private static string? Start(string words, string? issued, out bool isStart)
    {
        isStart = Words.Any(words, Starts) || words.Contains("施行", StringComparison.Ordinal);
        if (!isStart && !words.Contains("有效期自", StringComparison.Ordinal))
        {
            return null;
        }

        for (var i = words.IndexOf('自', StringComparison.Ordinal); i >= 0; i = words.IndexOf('自', i + 1))
        {
            if (ProfileReader.DateAt(words, i + 1, out _) is { } date)
            {
                return date;
            }

            if (issued is { Length: 10 } && Words.Beginning(words.AsSpan(i + 1), IssueDays) is { } day)
            {
                var behind = words.AsSpan(i + 1 + day.Length);
                behind = behind.StartsWith("起") ? behind[1..] : behind;
                var wait = behind.StartsWith("施行") || behind.StartsWith("实施") || behind.StartsWith("执行") || behind.StartsWith("生效") || behind.StartsWith(",") ? 0 : Days(behind.ToString());
                return wait is { } days ? Shift(issued, 0, days) : null;
            }
        }

        return null;
    }

    private static int? Days(string words) =>
        ChineseAmount.TryReadAt(words, 0, out var days) && days.Value is > 0 and < 400 && words.AsSpan(days.Length).StartsWith("日后") ? (int)days.Value : null;

    /// <summary>有效期至2025年12月31日; 有效期自…至….</summary>
    private static string? End(string words)
    {
        foreach (var until in Untils)
        {
            var at = words.IndexOf(until, StringComparison.Ordinal);
            if (at >= 0 && ProfileReader.DateAt(words, at + until.Length, out _) is { } date)
            {
                return date;
            }
        }

        var from = words.IndexOf('自', StringComparison.Ordinal);
        if (from >= 0 && ProfileReader.DateAt(words, from + 1, out var end) is not null)
        {
            end += words.AsSpan(end).StartsWith("起") ? 1 : 0;
            end += words.AsSpan(end).StartsWith("施行") || words.AsSpan(end).StartsWith("实施") || words.AsSpan(end).StartsWith("执行") ? 2 : 0;
            return words.AsSpan(end).StartsWith("至") || words.AsSpan(end).StartsWith("到") ? ProfileReader.DateAt(words, end + 1, out _) : null;
        }

        return null;
    }

    /// <summary>有效期五年, 有效期为5年, 试行期2年.</summary>
    private static string? Term(string words, string? from)
    {
        foreach (var term in Terms)
        {
            var at = words.IndexOf(term, StringComparison.Ordinal);
            if (at >= 0 && from is { Length: 10 } && ChineseAmount.TryReadAt(words, at + term.Length, out var amount) && amount.Value is > 0 and <= 30 && amount.Value == Math.Floor(amount.Value))
            {
                var unit = words.AsSpan(at + term.Length + amount.Length);
                return unit.StartsWith("年") && !(unit.Length > 1 && char.IsAsciiDigit(unit[1])) ? Shift(from, (int)amount.Value * 12, -1) : unit.StartsWith("个月") ? Shift(from, (int)amount.Value, -1) : null;
            }
        }

        return null;
    }

    private static string? Shift(string date, int months, int days) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.AddMonths(months).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
