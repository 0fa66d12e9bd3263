using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads papers on waste that was handed over: until when the receiver's licence holds, and on which days waste was moved.</summary>
internal static partial class TransferReader
{
    private const int MaxTransfers = 60;

    /// <summary>Adds the licence's last day and the days of transfer where no label of a table gave them.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        if (!draft.Has("transferDate"))
        {
            foreach (var match in Moved().EnumerateMatches(paper.Text))
            {
                if (DateAfter(paper, match.Index + match.Length) is { } date && draft.Fields.Count(f => f.Name == "transferDate") < MaxTransfers)
                {
                    draft.AddDate("transferDate", date, date.Span, new TextSpan(match.Index, date.Span.End), paper.CellAt(date.Span));
                }
            }
        }

        var licence = Licence().Match(paper.Text);
        if (draft.Has("receiverValidUntil") || !licence.Success)
        {
            return;
        }

        foreach (var match in Validity().EnumerateMatches(paper.Text))
        {
            var from = match.Index + match.Length;
            var end = Math.Min(paper.Text.Length, from + 40);
            if (match.Index > licence.Index && DateAfter(paper, from) is { } first)
            {
                var last = DateScanner.FindRange(paper.Text, from, end) is { } range && range.From == first ? range.To : first;
                draft.AddDate("receiverValidUntil", last, last.Span, new TextSpan(match.Index, last.Span.End), paper.CellAt(last.Span));
                return;
            }
        }
    }

    private static WrittenDate? DateAfter(Paper paper, int from) =>
        DateScanner.ReadFirst(paper.Text, from, Math.Min(paper.Text.Length, from + 24)) is { } date && !paper.Words(new TextSpan(from, date.Span.Start)).Any(c => char.IsLetterOrDigit(c) && !char.IsAsciiLetter(c) && c is not ('自' or '为' or '是' or '于')) ? date : null;

    [GeneratedRegex("(?:转移|转运|移交|外运|运出|交接|出厂|运输)(?:日期|时间|记录)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Moved();

    [GeneratedRegex("(?:接收|处置|利用|受托|经营)[^。\\n]{0,24}(?:经营许可证|资质|许可证)|危险废物经营许可证", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Licence();

    [GeneratedRegex("有效期(?:限)?(?:至|止|截至|截止|到)?|有效至", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Validity();
}
