using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds what a paper says of an occurrence away from the words that state it: on which day a penalty was decided, that a rectification was completed.</summary>
/// <remarks>A credit report counts its penalties (共 1 条) and lists them below; a letter says in one sentence that the enterprise was on the list, and in another that it was struck off.</remarks>
internal static partial class OccurrenceDates
{
    private const int MaxDates = 60;

    /// <summary>Dates the penalties that were counted or listed without a day, and turns a rectification that was completed into none that is open.</summary>
    public static void Settle(Draft draft)
    {
        if (draft.Fields.Any(f => f is { Name: "penalties", Statement: "occurred", PeriodStart: null }) && Decided(draft) is { Count: > 0 } days)
        {
            var last = days.Max(); // the latest decides: the others lie before it
            draft.Change(0, f => f is { Name: "penalties", Statement: "occurred", PeriodStart: null } && (CountIn(f.Written) is not { } count || count <= days.Count)
                ? f with { PeriodStart = last, PeriodEnd = last }
                : f);
        }

        if (draft.Fields.Any(f => f is { Name: "energyRectification", Statement: "occurred" }) && Completed(draft.Paper) is { } done)
        {
            draft.Remove(f => f is { Name: "energyRectification", Statement: "occurred" });
            draft.AddText("energyRectification", done, done, draft.Paper.CellAt(done), "none");
        }
    }

    /// <summary>Where a paper says that a rectification was completed, accepted or struck off; null where it says nothing of it, or later that it was not.</summary>
    private static TextSpan? Completed(Paper paper)
    {
        var open = 0;
        foreach (var match in Open().EnumerateMatches(paper.Text))
        {
            open = match.Index + match.Length;
        }

        foreach (var match in Done().EnumerateMatches(paper.Text, open))
        {
            var start = paper.Text.LastIndexOfAny(['。', ';', '\n'], match.Index) + 1;
            var end = paper.Text.IndexOfAny(['。', ';', '\n'], match.Index + match.Length);
            return new TextSpan(start, end < 0 ? paper.Text.Length : end).Trim(paper.Text);
        }

        return null;
    }

    private static List<DateOnly> Decided(Draft draft)
    {
        var paper = draft.Paper;
        var days = new List<DateOnly>();
        foreach (var match in DayLabel().EnumerateMatches(paper.Text))
        {
            var from = match.Index + match.Length;
            if (days.Count < MaxDates && DateScanner.ReadFirst(paper.Text, from, Math.Min(paper.Text.Length, from + 16)) is { } date && string.IsNullOrWhiteSpace(paper.Text[from..date.Span.Start].Trim(':', '|', '为', '于')))
            {
                days.Add(date.Last);
            }
        }

        foreach (var grid in paper.Grids)
        {
            for (var column = 0; column < grid.Columns; column++)
            {
                var head = Enumerable.Range(0, Math.Min(3, grid.Rows)).FirstOrDefault(r => grid[r, column] is { } cell && DayHead().IsMatch(paper.Words(cell.Span).Trim()), -1);
                for (var row = head + 1; head >= 0 && row < grid.Rows && days.Count < MaxDates; row++)
                {
                    if (grid[row, column] is { } cell && DateScanner.ReadFirst(paper.Text, cell.Span.Start, cell.Span.End) is { } date)
                    {
                        days.Add(date.Last);
                    }
                }
            }
        }

        return [.. days.Distinct()];
    }

    private static int? CountIn(string written)
    {
        var match = Count().Match(NormalizedText.Fold(written).Text);
        return match.Success && int.TryParse(match.Groups[1].ValueSpan, out var count) ? count : null;
    }

    [GeneratedRegex(@"(?:处罚决定(?:书)?|决定书?|作出(?:处罚|决定)?|处罚|下达)(?:的)?(?:日期|时间)\s{0,3}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayLabel();

    [GeneratedRegex(@"^(?:行政)?(?:处罚决定(?:书)?|决定书?|作出(?:处罚|决定)?|处罚|下达)(?:的)?(?:日期|时间)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayHead();

    [GeneratedRegex(@"(?:共|有)?\s?(\d{1,4})\s?(?:条|件|项|起|次|宗)?", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Count();

    [GeneratedRegex(@"(?:已|均已|全部|按期|按要求|如期|于[\d年月日]{4,12})完成(?:了)?(?:全部)?整改|(?<![待俟如若])整改(?:已|均已|全部|已全部|已按期|按期)?(?:完成|到位|完毕|合格)|(?:移出|退出|解除|销号)[^。;,]{0,10}(?:整改|名单)|(?:复查|验收|复核|复验|核查)[^。;,]{0,6}(?:合格|通过)|(?:通过|经)[^。;,]{0,10}(?:复查|验收|复验)(?:合格)?|销号", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Done();

    [GeneratedRegex(@"(?:未|尚未|没有|仍未|未能|未按(?:要求|期))(?:按(?:要求|期))?(?:完成|移出|通过|整改到位|销号)[^。;,]{0,8}(?:整改|复查|验收|名单)?|正在整改|整改中|整改尚|限期[^。;,]{0,16}前完成|应(?:当)?(?:于|在)[^。;,]{0,16}完成整改|复查(?:不|未)(?:合格|通过)|(?:不|未)(?:予)?(?:验收|复查)?通过|继续整改", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Open();
}
