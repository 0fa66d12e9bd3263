using PolicyGraph.Text;

namespace PolicyGraph.Documents.Structure;

/// <summary>What the cover of a standard says.</summary>
/// <param name="Number">GB/T 36132—2018, as printed, white space around the figures folded.</param>
/// <param name="Title">Where the title stands; it may run over several lines.</param>
/// <param name="Replaces">The numbers behind 代替, as printed.</param>
/// <param name="PublishedOn">Day before 发布; null when the cover has none.</param>
/// <param name="EffectiveFrom">Day before 实施; null when the cover has none.</param>
/// <param name="Ics">International classification (ICS).</param>
/// <param name="Ccs">Chinese classification (CCS).</param>
public sealed record StandardCover(string Number, TextSpan Title, IReadOnlyList<string> Replaces, string? PublishedOn, string? EffectiveFrom, string? Ics, string? Ccs)
{
    private const int MaxLines = 25;
    private const int MaxTitleLines = 3;

    private static readonly string[] Issues = ["国家标准", "行业标准", "地方标准", "团体标准", "企业标准", "标准化指导性技术文件"];

    /// <summary>Reads the cover that a document begins with; null when it begins otherwise.</summary>
    internal static StandardCover? Read(string text, IReadOnlyList<TextLine> lines)
    {
        var number = -1;
        string? ics = null, ccs = null;
        var replaces = new List<string>();
        for (var i = 0; i < Math.Min(lines.Count, MaxLines); i++)
        {
            var line = text[lines[i].Span.Start..lines[i].Span.End];
            if (line.StartsWith("ICS", StringComparison.Ordinal))
            {
                ics = line[3..].Trim();
            }
            else if (line.StartsWith("CCS", StringComparison.Ordinal))
            {
                ccs = line[3..].Trim();
            }
            else if (IsNumber(line))
            {
                number = i;
                break;
            }
            else if (line.Length > 40 || line[^1] is '。' or '：')
            {
                return null;
            }
        }

        if (number < 0)
        {
            return null;
        }

        var at = number + 1;
        if (at < lines.Count && text.AsSpan(lines[at].Span.Start, lines[at].Span.Length).StartsWith("代替"))
        {
            replaces.AddRange(text[(lines[at].Span.Start + 2)..lines[at].Span.End].Split(['，', ',', '、', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Folded));
            at++;
        }

        if (TitleAt(text, lines, at) is not { } title)
        {
            return null;
        }

        var (published, effective) = Days(text, lines, number);
        return new StandardCover(Folded(text[lines[number].Span.Start..lines[number].Span.End]), title, replaces, published, effective, ics, ccs);
    }

    /// <summary>GB/T 36132—2018, DB44/T 1234-2022, T/CAB 0123—2023, HJ 1119—2020 and nothing else.</summary>
    private static bool IsNumber(string line)
    {
        var i = 0;
        while (i < line.Length && (char.IsAsciiLetterUpper(line[i]) || line[i] == '/' || (i > 1 && char.IsAsciiDigit(line[i]))))
        {
            i++;
        }

        var letters = i;
        while (i < line.Length && (char.IsAsciiDigit(line[i]) || line[i] is ' ' or '.' or '　' or '\u00a0'))
        {
            i++;
        }

        return letters is >= 1 and <= 12 && char.IsAsciiLetterUpper(line[0]) && i > letters && i < line.Length && line[i] is '—' or '-' or '–' or '－'
            && line.Length - i is >= 5 and <= 7 && char.IsAsciiDigit(line[^1]);
    }

    // Behind number and 代替; above the English title or the days.
    private static TextSpan? TitleAt(string text, IReadOnlyList<TextLine> lines, int first)
    {
        TextSpan? title = null;
        for (var i = first; i < Math.Min(lines.Count, first + MaxTitleLines); i++)
        {
            var line = lines[i].Span;
            var words = text.AsSpan(line.Start, line.Length);
            if (words[0] is < '\u3400' or > '\u9fff' || words.Contains("发布", StringComparison.Ordinal) || Issues.Any(issue => text[line.Start..line.End].EndsWith(issue, StringComparison.Ordinal)) || UnnumberedHeading.Is(text, line))
            {
                break;
            }

            title = title is { } above ? above.Cover(line) : line;
        }

        return title;
    }

    private static (string? Published, string? Effective) Days(string text, IReadOnlyList<TextLine> lines, int number)
    {
        string? published = null, effective = null;
        for (var i = number + 1; i < Math.Min(lines.Count, number + 10) && effective is null; i++)
        {
            var line = HeadingMark.Squeeze(text[lines[i].Span.Start..lines[i].Span.End]);
            published ??= DayBefore(line, "发布");
            effective = DayBefore(line, "实施");
        }

        return (published, effective);
    }

    // 2024-06-29发布
    private static string? DayBefore(string line, string word)
    {
        var at = line.IndexOf(word, StringComparison.Ordinal);
        return at >= 10 && DateOnly.TryParseExact(line.AsSpan(at - 10, 10), "yyyy-MM-dd", out _) ? line[(at - 10)..at] : null;
    }

    private static string Folded(string number) => string.Join(' ', number.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
