using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads a table of certificate states that is printed below or beside the certificate: 证书编号, 状态, 状态起始日.</summary>
internal static partial class StatusReader
{
    /// <summary>Adds the latest state of each certificate number, in the group of the certificate that has the number; takes out what the heads of such a table were read as.</summary>
    public static void Read(Draft draft)
    {
        var paper = draft.Paper;
        foreach (var grid in paper.Grids)
        {
            if (draft.Fields.Any(f => f.Name is "standard" or "holder" or "validUntil" && grid.Span.Contains(f.Span)))
            {
                continue; // a list of certificates, each with its own state
            }

            for (var head = 0; head < Math.Min(4, grid.Rows); head++)
            {
                if (Column(paper, grid, head, StatusHead()) is not { } status || head + 1 >= grid.Rows)
                {
                    continue;
                }

                if (Column(paper, grid, head, NumberHead()) is { } number)
                {
                    draft.Remove(f => f.Name is "number" or "status" && grid.Span.Contains(f.Span));
                    ReadRows(draft, grid, head, status, number);
                    break;
                }

                if (Column(paper, grid, head, DayHead()) is not null && draft.Fields.Where(f => f.Name == "standard").Select(f => f.Group).Distinct().Count() == 1)
                {
                    draft.Remove(f => f.Name is "number" or "status" or "issuedOn" && grid.Span.Contains(f.Span));
                    ReadRows(draft, grid, head, status, null); // 查询日期 | 证书状态 below the one certificate
                    break;
                }
            }
        }
    }

    private static void ReadRows(Draft draft, Grid grid, int head, int status, int? number)
    {
        var paper = draft.Paper;
        var since = Column(paper, grid, head, DayHead());
        var rows = new List<(string Number, TableCell Status, DateOnly Day)>();
        for (var row = head + 1; row < grid.Rows; row++)
        {
            if (grid[row, status] is { } said && (number is null ? said : grid[row, number.Value]) is { } which && StatusWord().IsMatch(paper.Words(said.Span)))
            {
                var day = since is { } column && grid[row, column] is { } cell ? DateScanner.ReadFirst(paper.Text, cell.Span.Start, cell.Span.End)?.First : null;
                rows.Add((number is null ? string.Empty : Plain(paper.Words(which.Span)), said, day ?? DateOnly.MinValue));
            }
        }

        foreach (var one in rows.GroupBy(r => r.Number))
        {
            var latest = one.MaxBy(r => r.Day);
            var numbers = draft.Fields.Where(f => f.Name == "number").ToList();
            var own = number is null ? draft.Fields.FirstOrDefault(f => f.Name == "standard") : numbers.Find(f => Plain(f.Written) == one.Key);
            if (own is null && numbers.Count > 0)
            {
                continue; // a number that is no certificate of this paper
            }

            var before = draft.Group;
            draft.Group = own?.Group ?? 0;
            draft.Remove(f => f.Name == "status" && f.Group == draft.Group);
            draft.AddText("status", latest.Status.Span, latest.Status.Span, latest.Status);
            draft.Group = before;
        }
    }

    private static int? Column(Paper paper, Grid grid, int row, Regex head)
    {
        for (var column = 0; column < grid.Columns; column++)
        {
            if (grid[row, column] is { } cell && head.IsMatch(NormalizedText.Fold(paper.Words(cell.Span)).Squeeze().Text))
            {
                return column;
            }
        }

        return null;
    }

    private static string Plain(string number) => NormalizedText.Fold(number).Squeeze().Text.ToUpperInvariant();

    [GeneratedRegex("^(?:证书|当前|有效|认证|证书当前)?状态$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StatusHead();

    [GeneratedRegex("^(?:证书编号|证书号|证书号码|注册号|证书注册号|许可证编号|编号)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NumberHead();

    [GeneratedRegex("起始日|变更日|变化日|生效日|日期|时间|自何时", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DayHead();

    [GeneratedRegex("有效|暂停|撤销|注销|失效|过期|恢复|作废|中止|吊销|正常|无效", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex StatusWord();
}
