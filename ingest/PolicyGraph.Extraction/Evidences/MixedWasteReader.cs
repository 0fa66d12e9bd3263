using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds totals of general waste that count what is none of it: rows with the code of a hazardous waste, rows of waste that was bought.</summary>
/// <remarks>A row that stands beside the others is no fault; only where the total is the sum with it, the total holds it.</remarks>
internal static partial class MixedWasteReader
{
    /// <summary>The qualifier of a remark about hazardous waste in a total of general waste.</summary>
    internal const string Hazardous = "危险废物";

    /// <summary>The qualifier of a remark about bought waste in a total of the enterprise's own.</summary>
    internal const string Bought = "外购废物";

    private const int MaxRows = 500;

    /// <summary>Adds one remark for each kind of row that a total counts wrongly.</summary>
    public static void Read(Draft draft, NumberScanner numbers)
    {
        foreach (var grid in draft.Paper.Grids)
        {
            if (Enumerable.Range(0, Math.Min(4, grid.Rows)).FirstOrDefault(r => Column(draft.Paper, grid, r) >= 0, -1) is var head and >= 0)
            {
                ReadGrid(draft, grid, head, Column(draft.Paper, grid, head), numbers);
            }
        }
    }

    private static void ReadGrid(Draft draft, Grid grid, int head, int column, NumberScanner numbers)
    {
        var paper = draft.Paper;
        var rows = new List<(decimal Value, string? Kind, TableCell Name)>();
        for (var row = head + 1; row < Math.Min(grid.Rows, head + MaxRows); row++)
        {
            var cells = grid.Cells(row);
            if (grid[row, column] is not { } cell || cells.Count < 2 || numbers.ReadWhole(paper.Text, cell.Span.Start, cell.Span.End)?.Value is not { } value)
            {
                continue;
            }

            if (cells.Take(3).Any(c => Total().IsMatch(Plain(paper, c))))
            {
                if (rows.Count > 1 && rows.Sum(r => r.Value) == value && rows.Sum(r => r.Kind is null ? r.Value : 0) != value)
                {
                    foreach (var mixed in rows.Where(r => r is { Kind: not null, Value: > 0 }).DistinctBy(r => r.Kind))
                    {
                        draft.AddText("boundaryRemark", mixed.Name.Span, mixed.Name.Span, mixed.Name, qualifier: mixed.Kind);
                    }
                }

                return;
            }

            rows.Add((value, KindOf(paper, cells), cells.First(c => c.Text.Any(char.IsLetter) || ReferenceEquals(c, cells[^1]))));
        }
    }

    private static string? KindOf(Paper paper, IReadOnlyList<TableCell> cells) =>
        cells.Any(c => HazardousCode().IsMatch(paper.Words(c.Span))) ? Hazardous
        : cells.Take(4).Any(c => BoughtWaste().IsMatch(Plain(paper, c))) ? Bought
        : null;

    // The column of what arose, in a table that is not about hazardous waste itself.
    private static int Column(Paper paper, Grid grid, int row)
    {
        var above = Enumerable.Range(0, row).SelectMany(grid.Cells).Select(c => Plain(paper, c)).Append(grid.Title ?? string.Empty);
        return grid.Cells(row).Count < 2 || above.Any(w => w.Contains("危险废物", StringComparison.Ordinal) && !w.Contains("一般", StringComparison.Ordinal)) ? -1
            : Enumerable.Range(0, grid.Columns).FirstOrDefault(c => grid[row, c] is { } cell && Generated().IsMatch(Plain(paper, cell)), -1);
    }

    private static string Plain(Paper paper, TableCell cell) => NormalizedText.Fold(paper.Words(cell.Span)).Squeeze().Text;

    [GeneratedRegex("^(?:[A-Za-z]+)?(?:本年|当年|年|全年|实际)?产生(?:数?量)?(?:[(/,:]?[A-Za-z吨千克公斤)]{0,5})?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Generated();

    [GeneratedRegex("^(?:[A-Za-z]+)?(?:一般)?(?:工业)?(?:固体废物|固废)?(?:全年|年度|本年)?(?:合计|总计|共计)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Total();

    [GeneratedRegex(@"(?<![A-Za-z0-9])HW ?\d{2}(?!\d)|(?<!\d)\d{3}-\d{3}-\d{2}(?!\d)|^危险废物|^危废", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HazardousCode();

    [GeneratedRegex("^(?:外购|购入|收购|外来|购进)(?!电|热|蒸汽)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BoughtWaste();
}
