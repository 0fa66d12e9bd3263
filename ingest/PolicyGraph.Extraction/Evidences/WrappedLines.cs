using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Joins the lines of a text file that were broken at its right edge, in the middle of a sentence.</summary>
/// <remarks>A line goes on in the next one when it is long, ends in no stop, holds no columns, and the next one is neither indented deeper nor begins with a number, a bullet or a label.</remarks>
internal static partial class WrappedLines
{
    private const int Shortest = 24;
    private const int Longest = 4000;

    /// <summary>The lines, wrapped ones as one span.</summary>
    public static IReadOnlyList<TextSpan> Join(string text, IReadOnlyList<TextSpan> lines, IReadOnlyList<Grid> grids)
    {
        var joined = new List<TextSpan>();
        foreach (var line in lines)
        {
            if (joined.Count > 0 && GoesOn(text, joined[^1], line) && !grids.Any(g => g.Span.Start >= joined[^1].Start && g.Span.End <= line.End))
            {
                joined[^1] = new TextSpan(joined[^1].Start, line.End);
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    private static bool GoesOn(string text, TextSpan before, TextSpan line)
    {
        var between = text[before.End..line.Start];
        var start = before.IsEmpty ? before.Start : text.LastIndexOf('\n', before.End - 1) + 1;
        var last = text[Math.Max(start, before.Start)..before.End];
        var first = text[line.Start..Math.Min(line.End, line.Start + 40)];
        return between.Count(c => c == '\n') == 1 && before.Length < Longest && last.Length >= Shortest && "。;:!?)》".IndexOf(last[^1], StringComparison.Ordinal) < 0
            && !last.Contains("  ", StringComparison.Ordinal) && !last.Contains('\t', StringComparison.Ordinal) && !last.Contains('|', StringComparison.Ordinal)
            && Indent(text, line.Start) <= Math.Max(Indent(text, before.Start), 2) && !Begins().IsMatch(first);
    }

    private static int Indent(string text, int offset) => offset - (offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}[、.)]|\(?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\)|\d{1,2}(?:[、)]|\.(?!\d))|第[一二三四五六七八九十\d]{1,3}[章节条]|[-*#|>_=·●]|[^,。;:\s]{1,20}\s?:|附件|注|特此|此致|二[〇零]|(?:19|20)\d\d年\d{1,2}月\d{1,2}日\s*$)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Begins();
}
