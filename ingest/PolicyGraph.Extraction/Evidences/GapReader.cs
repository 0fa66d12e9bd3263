using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads the places of a monitoring table where a value should stand and a word says that nothing was measured.</summary>
/// <remarks>未检出 is a result; 停产 is a reason.</remarks>
internal static class GapReader
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "未测", "未监测", "未检测", "未采样", "缺测", "漏测", "未做", "未开展", "未开展监测", "未安排监测", "未委托监测" };

    /// <summary>Adds one field for each gap, named by the head of its column, or of its row.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        foreach (var grid in paper.Grids)
        {
            for (var row = 1; row < grid.Rows; row++)
            {
                for (var column = 1; column < grid.Columns; column++)
                {
                    if (grid[row, column] is { } cell && Words.Contains(NormalizedText.Fold(paper.Words(cell.Span)).Squeeze().Text) && grid[0, column] is { } head)
                    {
                        draft.AddText("notMeasured", cell.Span, cell.Span, cell, qualifier: Name(paper.Words(head.Span)));
                    }
                }
            }
        }
    }

    private static string Name(string head)
    {
        var words = head.Trim();
        var end = words.IndexOfAny(['(', ' ', '/', '\n', '\t']);
        return end > 0 ? words[..end] : words;
    }
}
