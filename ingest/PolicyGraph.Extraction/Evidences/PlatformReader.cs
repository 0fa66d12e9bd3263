using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads which functions an energy and carbon management platform has: one statement for each that is named.</summary>
internal sealed partial class PlatformReader
{
    private static readonly string[] Absent = ["未建", "未实现", "未上线", "未具备", "未开发", "未部署", "未配置", "未启用", "在建", "待建", "规划中", "计划", "拟建", "拟于", "拟", "尚未", "暂未", "不具备", "不支持", "暂无", "开发中", "建设中", "二期", "待上线", "待开发", "筹建", "将于", "后续"];
    private readonly List<(string Name, string Function)> names = [];

    public PlatformReader(IReadOnlyDictionary<string, IReadOnlyList<string>> functions)
    {
        foreach (var (function, others) in functions)
        {
            names.AddRange(others.Append(function).Select(n => (n, function)));
        }

        names.Sort(static (a, b) => b.Name.Length.CompareTo(a.Name.Length));
    }

    /// <summary>Reads the sentences.</summary>
    public void Read(Draft draft)
    {
        bool? heading = null;
        var functions = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in draft.Paper.Lines)
        {
            var text = NormalizedText.Fold(draft.Paper.Written(line)).Squeeze();
            var found = false;
            foreach (var (start, length) in Pieces(text.Text))
            {
                found |= ReadPiece(draft, functions, line, text, start, length, BoxBefore(text.Text, start) ?? heading);
            }

            if (!found && text.Text.Length <= 40)
            {
                heading = Denies(text.Text) ? false : text.Text.EndsWith(':') || text.Text.Contains('已', StringComparison.Ordinal) ? true : heading;
            }
            else if (found && text.Text.IndexOf(':', StringComparison.Ordinal) is > 0 and < 40)
            {
                heading = null;
            }
        }

        foreach (var grid in draft.Paper.Grids)
        {
            ReadGrid(draft, functions, grid);
        }

        if (functions.Count == 0 && Realised().Match(draft.Paper.Text) is { Success: true } count)
        {
            var figure = new TextSpan(count.Groups[1].Index, count.Groups[1].Index + count.Groups[1].Length);
            var number = new WrittenNumber(figure, decimal.Parse(count.Groups[1].ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture), "项", count.Index + count.Length);
            draft.AddNumber("platformFunctionCount", number, new TextSpan(count.Index, count.Index + count.Length), null); // 十二项功能核对：已实现0项
        }
    }

    private void ReadGrid(Draft draft, HashSet<string> functions, Grid grid)
    {
        var answers = AnswerColumn(grid);
        var sides = Sides(grid);
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = grid.Cells(row);
            foreach (var cell in cells)
            {
                var own = Plain(cell);
                if (Find(own) is not { } function || own.Length > 40 || functions.Contains(function))
                {
                    continue;
                }

                var others = cells.Where(c => !ReferenceEquals(c, cell)).Select(Plain).ToList();
                bool? said = sides is ({ } yes, { } no) ? IsTicked(grid, row, no) ? false : IsTicked(grid, row, yes) ? true : null
                    : answers < 0 || answers == cell.Column ? null
                    : grid[row, answers] is { } answer && Plain(answer) is var told && !TickedBox.IsBlank(told) ? TickedBox.Answer(told) : false;
                said ??= others.Select(TickedBox.Answer).FirstOrDefault(a => a is not null);
                var absent = said == false || (said is null && (Denies(string.Join(' ', others)) || Denies(own)));
                functions.Add(function);
                draft.AddText("platformFunction", cell.Span, cell.Span, cell, absent ? "no" : "yes", qualifier: function);
            }
        }
    }

    // The column that answers for most rows which name a function: a row that leaves it blank has not got it.
    private int AnswerColumn(Grid grid)
    {
        var rows = Enumerable.Range(0, grid.Rows).Where(r => grid.Cells(r).Any(c => Find(Plain(c)) is not null)).ToList();
        return rows.Count < 3 ? -1 : Enumerable.Range(0, grid.Columns).FirstOrDefault(c => rows.Count(r => grid[r, c] is { } cell && TickedBox.Answer(Plain(cell)) is not null) * 2 > rows.Count, -1);
    }

    // 功能 | 具备 | 不具备, with a tick under one of the two
    private (int Yes, int No)? Sides(Grid grid)
    {
        for (var row = 0; row < Math.Min(3, grid.Rows); row++)
        {
            var yes = grid.Cells(row).FirstOrDefault(c => TickedBox.Answer(Plain(c)) == true);
            var no = grid.Cells(row).FirstOrDefault(c => TickedBox.Answer(Plain(c)) == false);
            if (yes is not null && no is not null && grid.Cells(row).Count >= 3 && !grid.Cells(row).Any(c => Find(Plain(c)) is not null))
            {
                return (yes.Column, no.Column);
            }
        }

        return null;
    }

    private static bool IsTicked(Grid grid, int row, int column) => grid[row, column] is { } cell && TickedBox.Answer(Plain(cell)) == true;

    private static string Plain(TableCell cell) => NormalizedText.Fold(cell.Text).Squeeze().Text;

    private bool ReadPiece(Draft draft, HashSet<string> functions, TextSpan line, NormalizedText text, int start, int length, bool? heading)
    {
        var words = text.Text.Substring(start, length);
        var taken = new bool[words.Length];
        var found = false;
        foreach (var (name, function) in names)
        {
            var at = words.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || taken[at])
            {
                continue;
            }

            Array.Fill(taken, true, at, name.Length);
            found = true;
            var statement = Denies(words) || heading == false ? "no" : "yes";
            if (functions.Contains(function))
            {
                if (statement == "no")
                {
                    draft.Remove(f => f.Name == "platformFunction" && f.Qualifier == function);
                }
                else
                {
                    continue;
                }
            }

            var span = text.Origin(start + at, start + at + name.Length).Shift(line.Start);
            functions.Add(function);
            draft.AddText("platformFunction", span, span, null, statement, qualifier: function);
        }

        return found;
    }

    // ☑能耗查询 □能流分析: a box on its own says whether the function is there; the words before it on the line are another's.
    private static bool? BoxBefore(string text, int start) => text[start] is '☑' or '☒' or '√' or '✓' or '✔' or '■' ? true : text[start] is '□' or '☐' or '○' or '×' or '✗' ? false : null;

    private string? Find(string words)
    {
        foreach (var (name, function) in names)
        {
            if (words.Contains(name, StringComparison.Ordinal))
            {
                return function;
            }
        }

        return null;
    }

    private static bool Denies(string words) => Array.Exists(Absent, a => words.Contains(a, StringComparison.Ordinal));

    // 已实现甲、乙；丙在建: what is said of the enumeration holds up to the semicolon or full stop, and a comma before a new verb.
    private static List<(int Start, int Length)> Pieces(string text)
    {
        var pieces = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var isBox = i < text.Length && i > start && BoxBefore(text, i) is not null && !(text[i] is '○' or '×' or '√' && i + 1 == text.Length);
            if (i == text.Length || text[i] is '。' or ';' or ',' or '!' || isBox)
            {
                if (i > start)
                {
                    pieces.Add((start, i - start));
                }

                start = isBox ? i : i + 1;
            }
        }

        return pieces;
    }

    [GeneratedRegex(@"(?:已实现|已上线|已具备|实现|具备)(?:功能)?(?:共|合计)?\s{0,2}(\d{1,2})\s{0,2}项", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Realised();
}
