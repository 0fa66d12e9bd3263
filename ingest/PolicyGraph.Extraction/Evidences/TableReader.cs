using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads tables: rows of records, labels beside values, and figures under heads, with years or products along either side.</summary>
internal sealed class TableReader(LabelLexicon labels, NumberScanner numbers, PairReader pairs, FormReader forms, FigureReader figures)
{
    /// <summary>The qualifier of what a row about a meter says.</summary>
    internal const string Meter = "计量器具";

    private static readonly string[] OutOfUse = ["停用", "报废", "封存", "拆除"];

    /// <summary>Reads one table.</summary>
    public void Read(Draft draft, Grid grid)
    {
        var scene = new TableScene(draft, grid, Before(draft.Paper, grid), numbers);
        var before = draft.Fields.Count;
        for (var row = 0; row < grid.Rows; row++)
        {
            var cells = grid.Cells(row);
            if (cells.Count == 0)
            {
                continue;
            }

            if (IsColumnNumbers(draft.Paper, cells))
            {
                continue; // 甲 | 乙 | 1 | 2 under the head of an official form
            }

            if (scene.Columns.Count == 0 && grid.IsTitleRow(row) && !pairs.Knows(draft.Paper.Words(cells[0].Span)))
            {
                foreach (var cell in cells)
                {
                    ReadCaption(draft, scene, cell, row);
                }
            }
            else if (scene.Columns.Count == 0 && cells.Count >= 4 && IsLooseForm(draft.Paper, cells))
            {
                ReadLooseForm(draft, scene, cells, row); // 表号 | 205-3表 | 单位 | 某某公司 | 2025年
            }
            else if (cells.Count == 1 && !IsFigure(draft.Paper, cells[0]))
            {
                ReadCaption(draft, scene, cells[0], row);
            }
            else if (scene.Columns.Count == 0 && cells.Count == 2 && IsFormNumber(draft.Paper.Words(cells[1].Span)))
            {
                ReadCaption(draft, scene, cells[0], row); // 工业产销总值及主要产品产量 | B204-1表
            }
            else if (StatementReader.Knows(draft.Paper.Words(cells[0].Span)) && cells.Count is 2 or 3)
            {
                pairs.Read(draft, cells[0].Span, cells[^1].Span, cells[^1], scene.Context); // 行政处罚 | 0 | 未查询到相关记录
            }
            else if (scene.Columns.Count == 0 && cells.Any(c => c.Text.Contains('：', StringComparison.Ordinal) || c.Text.Contains(':', StringComparison.Ordinal)) && IsCaption(draft.Paper, cells[^1]) && cells.All(c => IsCaption(draft.Paper, c) || (c == cells[0] && PeriodCaption.In(draft.Paper.Words(c.Span)) is not null)))
            {
                foreach (var cell in cells)
                {
                    ReadCaption(draft, scene, cell, row);
                }
            }
            else if (IsHead(draft.Paper, grid, row, scene))
            {
                row = scene.TakeHead(row, HeadEnd(draft.Paper, grid, row), labels, numbers);
            }
            else if (scene.IsRecords)
            {
                ReadRecord(draft, scene, row);
            }
            else if (cells.Count == 2 && IsList(scene) && ((labels.TryExact(draft.Paper.Words(cells[0].Span), out var said) && said.Kind is EvidenceKind.Text or EvidenceKind.Date) || pairs.IsPeriodLabel(draft.Paper.Words(cells[0].Span))))
            {
                pairs.Read(draft, cells[0].Span, cells[1].Span, cells[1], scene.Context); // 项目 | 内容
            }
            else if (scene.Columns.Count == 0 && IsForm(draft.Paper, cells) && !StandsOverFigures(draft.Paper, grid, row))
            {
                ReadForm(draft, scene, cells);
            }
            else if (scene.Columns.Count == 0 && IsAcross(draft.Paper, cells))
            {
                ReadAcross(draft, scene, cells);
            }
            else if (!ReadFoot(draft, cells))
            {
                figures.ReadRow(draft, scene, row);
            }
        }

        draft.Group = 0;
        if (scene.NoEnergies.Count > 0)
        {
            draft.Remove(f => f.Name.StartsWith("energy", StringComparison.Ordinal) && f.Qualifier is { } named && scene.NoEnergies.Contains(named) && grid.Span.Contains(f.Span));
        }

        ShareUnit(draft, before);
    }

    // 折标准煤 has no unit of its own where the total at its foot has one.
    private static void ShareUnit(Draft draft, int first)
    {
        var unit = draft.Fields.Skip(first).FirstOrDefault(f => f is { Name: "energyTotal", Unit: not null })?.Unit;
        if (unit is not null)
        {
            draft.Change(first, f => f is { Name: "energyStandardCoal", Unit: null } ? f with { Unit = unit } : f);
        }
    }

    private static bool IsColumnNumbers(Paper paper, IReadOnlyList<TableCell> cells) =>
        cells.Count >= 3 && paper.Words(cells[0].Span).Trim() == "甲" && cells.Skip(1).All(c => paper.Words(c.Span).Trim() is var words && (words is "乙" or "丙" or "丁" or "戊" || (words.Length <= 2 && words.All(char.IsAsciiDigit))));

    private static bool IsList(TableScene scene) => scene.Columns is [{ Meaning.Place: LabelPlace.Name }, { Meaning.Place: LabelPlace.Value }];

    internal static bool IsFormNumber(string words) => words.Length is >= 4 and <= 12 && words.EndsWith('表') && words.Any(char.IsAsciiDigit) && words[..^1].Trim().All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '基' or '年');

    private static bool IsCaption(Paper paper, TableCell cell)
    {
        var words = paper.Words(cell.Span);
        return words.IndexOf(':', StringComparison.Ordinal) is > 0 and < 16 || (PeriodCaption.In(words) is not null && words.Length is > 4 and < 24);
    }

    private static string Before(Paper paper, Grid grid)
    {
        var near = paper.LinesBefore(grid.Span.Start, 200).Where(l => l.Length <= 80).TakeLast(3).Select(paper.Words);
        return string.Join('\n', near.Prepend(grid.Title ?? string.Empty).Reverse());
    }

    private bool IsFigure(Paper paper, TableCell cell) => numbers.ReadWhole(paper.Text, cell.Span.Start, cell.Span.End) is not null;

    private static bool IsYear(Paper paper, TableCell cell)
    {
        var words = paper.Words(cell.Span).Trim();
        return words.Length is >= 4 and <= 6 && int.TryParse(words[..4], out var year) && year is >= 1990 and <= 2100 && words[4..] is "" or "年" or "年度";
    }

    private void ReadCaption(Draft draft, TableScene scene, TableCell cell, int row)
    {
        scene.AddCaption(draft.Paper.Words(cell.Span), row > 0 && scene.Columns.Count > 0);
        foreach (var (label, value) in forms.Pairs(draft.Paper, cell.Span))
        {
            pairs.Read(draft, label, value, cell, scene.Context);
        }
    }

    // A head has no figures but years, and at least two labels that are understood, or one above figures.
    private bool IsHead(Paper paper, Grid grid, int row, TableScene scene)
    {
        var cells = grid.Cells(row);
        if (cells.Any(c => IsFigure(paper, c) && !IsYear(paper, c)) || (IsForm(paper, cells) && !StandsOverFigures(paper, grid, row)) || (scene.Columns.Count == 0 && IsAcross(paper, cells) && !StandsOverRecords(paper, grid, row) && cells.Skip(1).Count(c => IsLabel(paper, c)) * 2 < cells.Count - 1))
        {
            return false;
        }

        var known = cells.Count(c => IsLabel(paper, c) || numbers.FindDimension(paper.Words(c.Span).Trim())?.StartsWith("carbon", StringComparison.Ordinal) == true); // tCO₂ alone heads a column
        var years = cells.Count(c => IsYear(paper, c));
        if (scene.Columns.Count > 0)
        {
            return known >= 2 && known * 2 > cells.Count && !IsYear(paper, cells[0]) && labels.Read(paper.Words(cells[0].Span)) is { IsTotal: false, IsPart: false } first && (first.Place != LabelPlace.None || known >= 3);
        }

        var next = Enumerable.Range(row + 1, Math.Min(3, grid.Rows - row - 1)).Any(r => grid.Cells(r).Any(c => IsFigure(paper, c)));
        return known >= 2 || (next && known + years >= 1 && cells.Count >= 2);
    }

    // 产品 | 原料 | 能源 | 碳足迹 above 甲产品 | 41.2 | 38.5 | 86.4: a head, though its cells could be labels and values.
    private bool StandsOverFigures(Paper paper, Grid grid, int row) =>
        grid.Cells(row).Count >= 3 && row + 1 < grid.Rows && grid.Cells(row + 1) is var below && below.Count == grid.Cells(row).Count
        && !IsFigure(paper, below[0]) && below.Skip(1).All(c => IsFigure(paper, c)) && !grid.Cells(row).Any(c => IsFigure(paper, c));

    // 编号 | 器具名称 | 有效期至 above FL-S-001 | 流量计 | 2026-03-15: labels on top, and none below the first of them.
    private bool StandsOverRecords(Paper paper, Grid grid, int row) =>
        row + 1 < grid.Rows && grid.Cells(row) is { Count: >= 3 } cells && grid.Cells(row + 1) is { Count: >= 3 } below && below.Count >= cells.Count - 1
        && !IsLabel(paper, below[0]) && cells.Skip(1).Count(c => IsLabel(paper, c)) > below.Skip(1).Count(c => IsLabel(paper, c));

    private bool IsLabel(Paper paper, TableCell cell)
    {
        var words = paper.Words(cell.Span);
        var meaning = labels.Read(words);
        return words.Length <= 60 && (meaning.HasField || (meaning.HasPeriod && meaning.Days is null && meaning.Rest.Length <= 4) || meaning.Energy is not null || meaning.IsTotal || meaning.Place != LabelPlace.None || pairs.Knows(words));
    }

    // The head goes on below while cells hang down from it, or a row under merged heads has labels or units only.
    private int HeadEnd(Paper paper, Grid grid, int row)
    {
        var end = row + 1;
        while (end < grid.Rows && end < row + 4)
        {
            var hangs = false;
            var wide = false;
            for (var column = 0; column < grid.Columns; column++)
            {
                hangs |= grid[end, column] is { } cell && ReferenceEquals(cell, grid[end - 1, column]);
                wide |= grid[end - 1, column] is { ColumnSpan: > 1 };
            }

            var cells = grid.Cells(end);
            var plain = cells.Count > 0 && cells.All(c => !IsFigure(paper, c) || IsYear(paper, c));
            var units = cells.Count > 0 && cells.All(c => numbers.IsUnit(paper.Words(c.Span).Trim('(', ')')));
            var under = cells.Count >= 2 && cells.All(c => grid[end - 1, c.Column] is { ColumnSpan: > 1 } over && !ReferenceEquals(over, c)); // 单耗 | 分子项 | 分母项 below 本年 alone
            if (!(plain && (hangs || under || (wide && cells.Any(c => IsLabel(paper, c)))) || units))
            {
                break;
            }

            end++;
        }

        return end;
    }

    // Labels with their values, a company among them, and the year or the number of the form beside: no head of a table.
    private bool IsLooseForm(Paper paper, IReadOnlyList<TableCell> cells) =>
        cells.Count <= 8 && cells.Any(c => Organisations.FindFirst(paper.Text, c.Span.Start, c.Span.End) is { } name && name.Length * 10 >= c.Span.Length * 8)
        && pairs.Knows(paper.Words(cells[0].Span)) && !pairs.Knows(paper.Words(cells[1].Span)) && !cells.Skip(1).Any(c => IsFigure(paper, c) && !IsYear(paper, c) && !IsFormNumber(paper.Words(c.Span).Trim()));

    private void ReadLooseForm(Draft draft, TableScene scene, IReadOnlyList<TableCell> cells, int row)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            var words = draft.Paper.Words(cells[i].Span);
            if (i + 1 < cells.Count && labels.Read(words).Place == LabelPlace.Unit && numbers.IsUnit(draft.Paper.Words(cells[i + 1].Span).Trim()))
            {
                scene.SetUnit(draft.Paper.Words(cells[++i].Span).Trim());
            }
            else if (i + 1 < cells.Count && (pairs.Knows(words) || words.Trim().TrimEnd(':') is "代码" or "表号" or "年度" or "报告期") && !pairs.Knows(draft.Paper.Words(cells[i + 1].Span)))
            {
                pairs.Read(draft, cells[i].Span, cells[i + 1].Span, cells[i + 1], scene.Context);
                if (PeriodCaption.In(draft.Paper.Words(cells[i + 1].Span)) is not null)
                {
                    ReadCaption(draft, scene, cells[i + 1], row);
                }

                i++;
            }
            else if (PeriodCaption.In(words) is not null)
            {
                ReadCaption(draft, scene, cells[i], row);
            }
        }
    }

    private bool IsForm(Paper paper, IReadOnlyList<TableCell> cells)
    {
        if (cells.Count < 2 || cells.Count % 2 != 0)
        {
            return false;
        }

        for (var i = 0; i < cells.Count; i += 2)
        {
            if (IsFigure(paper, cells[i]) || (IsLabel(paper, cells[i + 1]) && !(pairs.IsPeriodLabel(paper.Words(cells[i].Span)) && PairReader.ReadPeriod(paper, cells[i + 1].Span) is not null)) || (i == 0 && !pairs.Knows(paper.Words(cells[i].Span))))
            {
                return false;
            }
        }

        return true;
    }

    // 项目 | 证书一 | 证书二: one certificate in each column.
    private bool IsAcross(Paper paper, IReadOnlyList<TableCell> cells) =>
        cells.Count >= 3 && labels.TryExact(paper.Words(cells[0].Span), out var field) && field.Kind is EvidenceKind.Text or EvidenceKind.Date && labels.Read(paper.Words(cells[0].Span)).Place == LabelPlace.None;

    private void ReadForm(Draft draft, TableScene scene, IReadOnlyList<TableCell> cells)
    {
        for (var i = 0; i + 1 < cells.Count; i += 2)
        {
            pairs.Read(draft, cells[i].Span, cells[i + 1].Span, cells[i + 1], scene.Context);
        }
    }

    private void ReadAcross(Draft draft, TableScene scene, IReadOnlyList<TableCell> cells)
    {
        foreach (var cell in cells.Skip(1))
        {
            draft.Group = cell.Column;
            pairs.Read(draft, cells[0].Span, cell.Span, cell, scene.Context);
        }

        draft.Group = 0;
    }

    private void ReadRecord(Draft draft, TableScene scene, int row)
    {
        var grid = scene.Grid;
        draft.Group = scene.NextGroup();
        var first = draft.Fields.Count;
        if (grid.Cells(row).FirstOrDefault(c => Array.Exists(OutOfUse, o => c.Text.Contains(o, StringComparison.Ordinal))) is { } idle)
        {
            draft.AddText("status", idle.Span, idle.Span, idle); // a meter that measures nothing any more
        }

        for (var column = 0; column < grid.Columns; column++)
        {
            if (grid[row, column] is { } cell && scene.HeadAt(column) is { } head && !ReferenceEquals(head, cell) && !IsAmount(scene.ColumnAt(column)))
            {
                pairs.Read(draft, head.Span, cell.Span, cell, scene.Context with { Topic = string.Join('\n', grid.Cells(row).Select(c => c.Text)) + '\n' + scene.Caption }, isRecord: true);
            }
        }

        if (scene.Columns.Any(IsAmount))
        {
            figures.ReadRow(draft, scene, row);
        }

        if (scene.IsOfMeters)
        {
            draft.Change(first, f => f.Name is "number" or "validUntil" or "issuedOn" or "status" ? f with { Qualifier = Meter } : f); // a ledger of meters may be a sheet of another paper
        }

        draft.Group = 0;
    }

    private static bool IsAmount(Column column) => column.Meaning is { Field.Kind: EvidenceKind.Quantity } or { Stem: not LabelStem.None };

    // 填报：生产部 … 2026年1月10日 below the figures.
    private bool ReadFoot(Draft draft, IReadOnlyList<TableCell> cells)
    {
        var read = false;
        foreach (var cell in cells.Where(c => c.Text.Contains('：', StringComparison.Ordinal) || c.Text.Contains(':', StringComparison.Ordinal)))
        {
            foreach (var (label, value) in forms.Pairs(draft.Paper, cell.Span))
            {
                pairs.Read(draft, label, value, cell);
                read = true;
            }
        }

        return read && !cells.Any(c => IsFigure(draft.Paper, c));
    }
}
