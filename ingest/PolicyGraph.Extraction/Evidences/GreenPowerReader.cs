using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads green power from sentences in which the source stands first and the amount later: 屋顶光伏自己发自己用：120万度；绿证2000张，合200万度；三项加起来520万度.</summary>
internal static partial class GreenPowerReader
{
    /// <summary>Adds the amounts of a paper that gave none under a label.</summary>
    public static void Read(Draft draft, NumberScanner numbers)
    {
        if (draft.Has("energyRenewable"))
        {
            return;
        }

        var paper = draft.Paper;
        foreach (var line in paper.Paragraphs)
        {
            var source = (string?)null;
            foreach (Match sentence in Sentences().Matches(paper.Words(line)))
            {
                var words = sentence.Value;
                var total = Total().IsMatch(words);
                source = total ? null : Certificates().IsMatch(words) ? "绿证" : Own().IsMatch(words) ? "光伏" : Traded().IsMatch(words) ? "绿电" : source;
                if ((source is null && !total) || Planned().IsMatch(words) || Amount(words, numbers) is not { } number)
                {
                    continue;
                }

                var start = line.Start + sentence.Index;
                var figures = number with { Span = number.Span.Shift(start) };
                var whole = new TextSpan(start, start + sentence.Length).Trim(paper.Text);
                draft.AddNumber("energyRenewable", figures, whole, draft.Period, source, number.Unit, total ? FieldRole.Total : FieldRole.Value, paper.CellAt(figures.Span));
            }
        }
    }

    // The last amount of electricity: the result of a sum stands behind it.
    private static WrittenNumber? Amount(string words, NumberScanner numbers)
    {
        WrittenNumber? found = null;
        for (var at = 0; at < words.Length; at++)
        {
            if (!char.IsAsciiDigit(words[at]) || (at > 0 && (char.IsAsciiLetterOrDigit(words[at - 1]) || words[at - 1] is '.' or ',')))
            {
                continue;
            }

            if (numbers.ReadAt(words, at, words.Length) is { Value: not null, Unit: { } unit } number && numbers.FindDimension(unit) == "electricity")
            {
                found = number;
            }
        }

        return found;
    }

    [GeneratedRegex(@"[^。;!?\n]+", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Sentences();

    [GeneratedRegex("合计|总计|共计|加起来|相加|总共|一共", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Total();

    [GeneratedRegex("绿证|绿色电力证书|GEC", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Certificates();

    [GeneratedRegex("光伏|自发自用|自己发", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Own();

    [GeneratedRegex("绿电|绿色电力|交易|结算", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Traded();

    [GeneratedRegex("计划|预计|拟|合同电量|约定|上网|电价|元/", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Planned();
}
