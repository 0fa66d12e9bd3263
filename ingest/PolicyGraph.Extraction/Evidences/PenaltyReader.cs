using System.Text.RegularExpressions;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads tables of penalties in a credit report: each row is one that was decided, on the day that the row gives.</summary>
internal static partial class PenaltyReader
{
    private const int MaxRows = 60;

    /// <summary>Adds one statement for each row.</summary>
    /// <returns>False when the table lists no penalties.</returns>
    public static bool Read(Draft draft, Grid grid)
    {
        var paper = draft.Paper;
        var head = Enumerable.Range(0, Math.Min(2, grid.Rows)).FirstOrDefault(r => grid.Cells(r).Count >= 3 && grid.Cells(r).Any(c => Heads().IsMatch(paper.Words(c.Span))), -1);
        if (head < 0)
        {
            return false;
        }

        for (var row = head + 1; row < Math.Min(grid.Rows, head + MaxRows); row++)
        {
            var cells = grid.Cells(row);
            if (cells.Count < 3 || !cells.Any(c => Decision().IsMatch(paper.Words(c.Span))))
            {
                continue;
            }

            var day = Enumerable.Range(0, grid.Columns).Where(c => grid[row, c] is not null && grid[head, c] is { } h && Days().IsMatch(paper.Words(h.Span)))
                .Select(c => DateScanner.ReadFirst(paper.Text, grid[row, c]!.Span.Start, grid[row, c]!.Span.End)).FirstOrDefault(d => d is not null); // filtered
            var span = cells[0].Span.Cover(cells[^1].Span);
            draft.AddText("penalties", span, span, cells[0], "occurred", day is null ? null : new Period(day.First, day.Last, PeriodLength.Range));
        }

        return true;
    }

    [GeneratedRegex("决定书文号|处罚决定书?|行政处罚.{0,4}文号|处罚内容", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Heads();

    [GeneratedRegex("罚[〔\\[(（]?20|罚款|警告|没收|责令|吊销|罚字|决定书", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Decision();

    [GeneratedRegex("决定.{0,4}(?:日期|时间)|处罚.{0,4}(?:日期|时间)|^(?:日期|时间)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Days();
}
