using System.Text.RegularExpressions;
using PolicyGraph.Documents;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads tables of entries in a list of a credit report: 列入日期, 列入原因, 移出日期, one row for each entry; one that was taken off again is none.</summary>
internal static partial class ListingReader
{
    private const int Near = 200;

    /// <summary>Adds one statement for each row.</summary>
    /// <returns>False when the table lists no entries, or nothing above it says in which list.</returns>
    public static bool Read(Draft draft, Grid grid)
    {
        var paper = draft.Paper;
        if (grid.Rows < 2 || !grid.Cells(0).Any(c => Listed().IsMatch(paper.Words(c.Span))) || FieldAbove(paper, grid) is not { } field)
        {
            return false;
        }

        for (var row = 1; row < Math.Min(grid.Rows, 60); row++)
        {
            var cells = grid.Cells(row);
            var since = Date(paper, grid, row, Listed());
            if (cells.Count < 2 || since is null)
            {
                continue;
            }

            var off = Date(paper, grid, row, Removed()) is not null || cells.Any(c => Struck().IsMatch(paper.Words(c.Span)));
            var span = cells[0].Span.Cover(cells[^1].Span);
            draft.AddText(field, span, span, cells[0], off ? "none" : "occurred", off ? null : new Period(since.First, since.Last, PeriodLength.Range));
        }

        return true;
    }

    private static WrittenDate? Date(Paper paper, Grid grid, int row, Regex head) =>
        Enumerable.Range(0, grid.Columns).Where(c => grid[row, c] is not null && grid[0, c] is { } h && head.IsMatch(paper.Words(h.Span)))
            .Select(c => DateScanner.ReadFirst(paper.Text, grid[row, c]!.Span.Start, grid[row, c]!.Span.End)).FirstOrDefault(d => d is not null); // filtered

    // The heading above the table, or its caption.
    private static string? FieldAbove(Paper paper, Grid grid)
    {
        foreach (var line in paper.LinesBefore(grid.Span.Start, Near).Where(l => l.Length <= 60).Reverse().Select(paper.Words).Prepend(grid.Title ?? string.Empty))
        {
            if (StatementItems.Find(line, line).FirstOrDefault(i => i.Field is "abnormalList" or "seriousViolation" or "dishonestDebtor" or "energyRectification").Field is { } field)
            {
                return field;
            }
        }

        return null;
    }

    [GeneratedRegex("列入(?:日期|时间|原因)|列入名录", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Listed();

    [GeneratedRegex("移出(?:日期|时间)|销号(?:日期|时间)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Removed();

    [GeneratedRegex("已移出|已销号|未列入|已修复", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Struck();
}
