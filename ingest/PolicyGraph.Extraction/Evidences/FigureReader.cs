using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Reads the figures of one row: what row and column say together gives field, qualifier, unit, period and role.</summary>
internal sealed partial class FigureReader(LabelLexicon labels, NumberScanner numbers)
{
    private const int EnergyRows = 10_000; // beyond the groups of records
    private readonly RowAndColumn naming = new(labels);
    private static readonly string[] Powers = ["绿证", "绿色电力证书", "光伏", "绿电", "交易", "自发自用", "结算"];

    /// <summary>Reads a row of figures.</summary>
    public void ReadRow(Draft draft, TableScene scene, int row)
    {
        foreach (var (start, end) in scene.Bands)
        {
            ReadBand(draft, scene, row, start, end);
        }
    }

    private void ReadBand(Draft draft, TableScene scene, int row, int start, int end)
    {
        var paper = draft.Paper;
        var names = new List<(string Words, bool InNameColumn)>();
        var meaning = new LabelMeaning();
        string? unit = null;
        var figures = new List<(TableCell Cell, int Column, WrittenNumber Number)>();
        TableCell? last = null;
        TableCell? first = null;
        string? owner = null;
        var before = draft.Fields.Count;
        for (var column = start; column < end; column++)
        {
            if (scene.Grid[row, column] is not { } cell || ReferenceEquals(cell, last))
            {
                continue;
            }

            last = cell;
            var head = scene.ColumnAt(column).Meaning;
            var words = paper.Words(cell.Span).Trim();
            var number = head.Place == LabelPlace.Name && words.Count(c => c is >= '\u4e00' and <= '\u9fff') >= 4 ? null : numbers.ReadWhole(paper.Text, cell.Span.Start, cell.Span.End); // 6 MW屋顶光伏扩建 is a name
            if (TableReader.IsFormNumber(words))
            {
                continue; // 205-1表
            }

            if (owner is null && figures.Count == 0 && Organisations.FindFirst(paper.Text, cell.Span.Start, cell.Span.End) is { } name && name.Length * 10 >= words.Length * 8)
            {
                owner = paper.Written(name); // a row for each company of a group
                if (scene.HasNamesBeside(column))
                {
                    continue; // another column says what the row is about
                }
            }

            if (head.Place == LabelPlace.Time || (names.Count == 0 && figures.Count == 0 && head is { HasField: false, Energy: null } && IsYear(words)))
            {
                meaning = Column.Merge(meaning, ReadTime(words, head));
            }
            else if (head.Place is LabelPlace.Index or LabelPlace.Code or LabelPlace.Remark && (number is not null || head.Place == LabelPlace.Remark || !labels.Read(words).IsTotal && head.Place == LabelPlace.Code))
            {
                // the scaffold of the table
            }
            else if (head.Place == LabelPlace.Unit || (number is null && numbers.IsUnit(words) && words is not ("年" or "电")))
            {
                unit ??= words;
            }
            else if (number is not null)
            {
                figures.Add((cell, column, number));
            }
            else if (figures.Count == 0 && words.Length <= 60 && !IsBlank(words))
            {
                first ??= cell;
                names.Add((words, head.Place == LabelPlace.Name && (head.Rest is not ("类别" or "分类" or "种类") || scene.HasOneNameColumn)));
            }
        }

        // where a column holds names, other words of the row (what was done, where it went) name nothing
        var titles = names.Where(n => n.InNameColumn || !names.Exists(o => o.InNameColumn)).Select(n => n.Words).ToList();
        titles = titles.Count == 0 ? [.. names.Select(n => n.Words)] : titles;
        foreach (var (words, _) in names.Where(n => titles.Contains(n.Words) || labels.Read(n.Words) is { IsTotal: true } or { HasPeriod: true, Rest.Length: <= 2 }))
        {
            meaning = Column.Merge(meaning, labels.Read(words));
        }

        LeaveOut(scene, row, start, end, paper, meaning);
        if (figures.Count == 0)
        {
            Inherit(scene, meaning);
            return;
        }

        meaning = Subtotal(scene, meaning, titles);
        meaning = Settle(draft, scene, scene.Parts.Follow(meaning, paper, first), titles, unit is not null && !numbers.IsSameDimension(unit, "元"));
        var told = new FigureRow(meaning, titles, unit, ProjectStage.IsPending(scene.Grid.Cells(row).Select(c => paper.Words(c.Span))), scene.Grid.Cells(row).Any(c => HazardousCode().IsMatch(paper.Words(c.Span))));
        var group = draft.Group;
        draft.Group = meaning.Energy is null ? group : EnergyRows + row; // 外购电力 and 自发自用电力 are two rows of one energy
        foreach (var (cell, column, number) in figures)
        {
            ReadFigure(draft, scene, told, cell, column, number);
        }

        draft.Group = group;
        if (owner is not null)
        {
            draft.Change(before, f => f with { Subject = owner });
        }

        Inherit(scene, meaning);
    }

    // 甲醇: 不折标, or 作原料，不计入综合能耗 beside it: no energy, though it stands among them.
    private void LeaveOut(TableScene scene, int row, int start, int end, Paper paper, LabelMeaning meaning)
    {
        for (var column = start; column < end; column++)
        {
            if (scene.Grid[row, column] is not { } cell || !NoEnergy().IsMatch(paper.Words(cell.Span).Trim()) || numbers.ReadWhole(paper.Text, cell.Span.Start, cell.Span.End) is not null)
            {
                continue;
            }

            var head = scene.ColumnAt(column).Meaning;
            var named = meaning.Field?.Name is "energyCoefficient" or "energyStandardCoal" ? head : head.Field?.Name is "energyCoefficient" or "energyStandardCoal" || head.Place == LabelPlace.Remark ? meaning : null;
            if (named is { IsTotal: false } && (named.Energy?.Id ?? named.Rest) is { Length: > 0 } energy)
            {
                scene.NoEnergies.Add(energy);
            }
        }
    }

    // 磷酸铁2025年耗用合计 below the months of 磷酸铁 is the total of that alone.
    private static LabelMeaning Subtotal(TableScene scene, LabelMeaning meaning, List<string> titles)
    {
        if (titles.Count == 1 && !meaning.IsTotal && meaning is { Rest.Length: >= 2, HasField: false })
        {
            scene.Named.Add(meaning.Rest);
        }

        var name = meaning is { IsTotal: true, HasField: false } ? scene.Named.Where(n => meaning.Rest.Length > n.Length && meaning.Rest.StartsWith(n, StringComparison.Ordinal)).MaxBy(n => n.Length) : null;
        return name is null ? meaning : meaning with { Rest = name, IsTotal = false, Months = meaning.Months ?? (1, 12), Place = LabelPlace.None };
    }

    private static bool IsBlank(string words) => words is "-" or "/" or "--" or "无" or "*" or "×" or "√";

    private static bool IsYear(string words) =>
        words.Length is >= 4 and <= 6 && int.TryParse(words.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100 && words[4..] is "" or "年" or "年度";

    private LabelMeaning ReadTime(string words, LabelMeaning head)
    {
        if (head.Rest.Contains('月', StringComparison.Ordinal) && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12)
        {
            return new LabelMeaning { Months = (month, month) };
        }

        // 202501 in what a system exports
        return words.Length == 6 && words.StartsWith("20", StringComparison.Ordinal) && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var stamp) && stamp % 100 is >= 1 and <= 12
            ? new LabelMeaning { Year = stamp / 100, Months = (stamp % 100, stamp % 100) }
            : labels.Read(words);
    }

    // What the row inherits: the year of the dated rows above a total, the field that a 其中 row is part of.
    private static LabelMeaning Settle(Draft draft, TableScene scene, LabelMeaning meaning, List<string> names, bool isNoMoney)
    {
        if (meaning.Days is { Length: PeriodLength.Part } day)
        {
            scene.SeeYear(day.End.Year);
            scene.SeeMonths(day.End.Month, day.End.Month);
            scene.SeeEvent(day.End.Month);
            meaning = meaning with { Days = null, Year = day.End.Year, Months = (day.End.Month, day.End.Month) }; // a reading's day stands for its month
        }
        else if (meaning.Months is { } months && months != (1, 12))
        {
            scene.SeeMonths(months.First, months.Last);
            scene.SeeYear(meaning.Year);
        }
        else if (meaning is { IsTotal: true, Year: null })
        {
            meaning = scene.WholeYears is { } years && meaning is { HasPeriod: false } ? meaning with { Days = years } // 2023, 2024, 2025 and their sum
                : meaning with { Year = scene.RowYear, Months = meaning.Months ?? (scene.IsMixed || (scene.AreEvents && (scene.Period ?? draft.Period) is { Length: PeriodLength.Year }) ? null : scene.RowMonths) };
        }
        else if (meaning is { IsPart: true, Year: null, Days: null })
        {
            meaning = meaning with { Year = scene.LastYear };
        }
        else
        {
            scene.LastYear = meaning.Year ?? scene.LastYear;
            if (meaning is { Year: { } whole, Days: null, IsTotal: false, HasField: false, Energy: null })
            {
                scene.SeeWholeYear(whole);
            }
        }

        if (meaning.IsPart && meaning.HasField && scene.Parent is { } above && (above.Field != meaning.Field || above.Stem != meaning.Stem) && meaning.Qualifier is null)
        {
            meaning = meaning with { IsPart = false }; // 其中：用于原材料 has a field of its own, which it is no part of
        }

        if (!meaning.HasField && scene.Parent is { } parent && !(isNoMoney && parent.Field?.Canonical == "元") && (meaning.IsPart || parent.IsPart) && names.Count > 0 && !RowAndColumn.IsOutward(meaning.Rest) && !meaning.IsTotal && meaning.Energy is null)
        {
            meaning = meaning with { Field = parent.Field, Stem = parent.Stem, Qualifier = meaning.Rest, IsPart = true };
        }

        return meaning;
    }

    private static void Inherit(TableScene scene, LabelMeaning meaning)
    {
        if (meaning.Field is { Kind: EvidenceKind.Quantity } || meaning.Stem != LabelStem.None)
        {
            scene.Parent = meaning;
        }
    }

    private void ReadFigure(Draft draft, TableScene scene, FigureRow row, TableCell cell, int column, WrittenNumber number)
    {
        var head = scene.ColumnAt(column);
        if (scene.IsRecords && !head.Meaning.HasField)
        {
            return; // a number among texts and dates
        }

        if (IsTarget(scene, row, head))
        {
            ReadTarget(draft, scene, row, head, cell, number);
            return;
        }

        var pending = row.IsPending && head.Meaning.Field?.Name == "upgradeInvestment"; // 预计2026年10月 refuses no project
        if (RowAndColumn.Has(head.Words, "同类物料", "同类材料"))
        {
            return; // what the green material is held against
        }

        if (RowAndColumn.Has(head.Words, "子项", "母项", "排放因子") || (RowAndColumn.Has(head.Words, "因子") && !RowAndColumn.Has(head.Words, "监测", "污染")))
        {
            return; // the operands of a ratio that the row names; a factor is no amount
        }

        if (head.Meaning.IsRefused || (row.Meaning.IsRefused && !pending) || head.Meaning.Place is LabelPlace.Time)
        {
            return;
        }

        var merged = naming.Merge(scene, row, head) ?? (head.Meaning.Unit is { } only && only.Contains("CO", StringComparison.Ordinal) && head.Meaning is { HasField: false } ? Column.Merge(head.Meaning, row.Meaning) : null);
        merged ??= number.Unit is { } written && written.Contains("CO", StringComparison.Ordinal) && written.Contains('/', StringComparison.Ordinal) && head.Meaning is { HasField: false } && draft.Paper.Title.Contains("碳足迹", StringComparison.Ordinal) ? Column.Merge(head.Meaning, row.Meaning) : null; // 结果 | 428 kgCO2e/t
        merged ??= Measured(row, head);
        if (merged is null)
        {
            return;
        }

        if (Carbon(draft, scene, row, head, merged, number) is { } carbon)
        {
            merged = carbon;
        }

        var unit = Yearly(number.Unit ?? UnitOf(scene, row, head, merged));
        var topic = merged.Stem == LabelStem.None ? string.Empty : string.Join('\n', row.Names) + '\n' + head.Words + '\n' + scene.Parent?.Field?.Names[0] + '\n' + scene.Caption + '\n' + draft.Paper.Title;
        var field = FieldChoice.Resolve(labels.Vocabulary, merged, unit, topic);
        if (row.IsHazardous && field?.Name is { } waste && waste.StartsWith("waste", StringComparison.Ordinal) && waste is not ("wastewaterDischarge" or "wastewaterReused" or "wastewaterGenerated" or "wasteGasDischarge" or "wasteGasGenerated"))
        {
            if (waste != "wasteGenerated")
            {
                return; // a hazardous waste, whichever list it stands in
            }

            field = labels.Vocabulary.Fields["hazardousGenerated"];
        }

        if (field is null || (field.Name == "energyRenewable" && scene.IsOwnHeat) || (field.Name is "energyConsumption" && merged is { IsTotal: true, Energy: null }))
        {
            return;
        }

        if (field.Name == "energyConsumption" && scene.IsOfEmissions)
        {
            if (merged.Energy?.Id != "electricity" || !row.Names.Any(n => RowAndColumn.Has(n, "外购", "购入", "净购")))
            {
                return; // activity data
            }

            field = labels.Vocabulary.Fields["electricityActivity"];
            merged = merged with { Field = field, Energy = null, Qualifier = null, IsPart = false };
        }

        if (field.Name is "energyTotal" or "energyStandardCoal" && merged is { Energy: null, Field.Name: "energyStandardCoal" } && scene.IsOfGreenPower)
        {
            return; // 折标准煤 in a list of green power
        }

        if (IsForeign(scene, field, unit, head, merged))
        {
            return;
        }

        unit = field.Name == "carbonTotal" ? CarbonUnit(unit) : unit;
        if (field.Name == "pollutantDischarge" && unit is not null && (unit.EndsWith("/m³", StringComparison.Ordinal) || unit.EndsWith("/L", StringComparison.OrdinalIgnoreCase)))
        {
            field = labels.Vocabulary.Fields["pollutantConcentration"]; // what a litre or cubic metre holds is no amount
        }

        var period = pending ? null : PeriodChoice.Resolve(merged, scene.Period ?? draft.Period); // what is not finished has no time of completion
        if (period is null && !merged.HasPeriod && !pending && scene.RowYear is { } shown && draft.Paper.Grids.Count > 0)
        {
            period = Period.OfYear(shown); // 重复利用率 below the months of 2025
        }

        if (period is null && merged.IsLastYear)
        {
            return; // last year of a year that the paper does not name
        }

        var role = PeriodChoice.RoleOf(merged, period);
        if (field.Name is "pollutantConcentration" or "pollutantLimit" && !merged.IsPart)
        {
            role = FieldRole.Value; // concentrations of months do not add up
        }
        else if (field.Name == "upgradeInvestment" && role == FieldRole.Part && !merged.IsPart)
        {
            role = FieldRole.Value; // the month is when the project was finished
        }
        else if (field.Name == "energyTotal")
        {
            role = role == FieldRole.Part ? FieldRole.Part : FieldRole.Total;
        }
        else if (role == FieldRole.Total && !scene.HasParts && !row.Meaning.IsTotal && row.Meaning.Field?.Name != "energyTotal")
        {
            role = merged.IsPart ? FieldRole.Part : FieldRole.Value; // 全年 with no months beside it sums nothing
        }
        else if (role == FieldRole.Total && merged.IsPart && !row.Meaning.IsTotal)
        {
            role = FieldRole.Part; // the year of one kind beside its quarters is a total of that kind alone
        }

        if (field.Name == "energyConsumption" && merged.Energy?.Id == "electricity" && row.Names.FirstOrDefault(n => RowAndColumn.Has(n, "光伏", "自发自用") && !RowAndColumn.Has(n, "上网", "外购电", "购入电")) is { } own)
        {
            draft.AddNumber("energyRenewable", number, cell.Span, period, own, unit, role, cell); // own generation among the energies
        }

        draft.AddNumber(field.Name, number, cell.Span, period, PowerOf(field, row, head) ?? Qualifier(field, merged), unit, role, cell);
    }

    // A column whose head is a unit alone: tCO₂ beside the sources, kgCO2e/t beside the stages of a life.
    private LabelMeaning? Carbon(Draft draft, TableScene scene, FigureRow row, Column head, LabelMeaning merged, WrittenNumber number)
    {
        var unit = number.Unit ?? head.Meaning.Unit;
        if (unit is null || !unit.Contains("CO", StringComparison.Ordinal) || numbers.FindDimension(unit) is not { } dimension || !dimension.StartsWith("carbon", StringComparison.Ordinal) || head.Meaning.HasField || row.Meaning.Field is not null)
        {
            return null;
        }

        if (dimension == "carbon")
        {
            return merged with { Field = labels.Vocabulary.Fields["carbonTotal"], Energy = null, Unit = unit, Qualifier = row.Meaning.IsTotal ? null : row.Meaning.Rest, IsPart = !row.Meaning.IsTotal, IsTotal = row.Meaning.IsTotal };
        }

        var footprint = draft.Paper.Title.Contains("碳足迹", StringComparison.Ordinal) || scene.Caption.Contains("碳足迹", StringComparison.Ordinal);
        return !footprint ? null : merged with { Field = labels.Vocabulary.Fields["productFootprint"], Energy = null, Unit = unit, Qualifier = null, IsPart = !row.Meaning.IsTotal && scene.HasTotalRow(labels), IsTotal = false };
    }

    // What proves green power: the head of its column, else the name of its row.
    private static string? PowerOf(EvidenceFieldType field, FigureRow row, Column head) =>
        field.Name != "energyRenewable" ? null
        : head.Words.Split('\n').LastOrDefault(w => RowAndColumn.Has(w, Powers)) is { } column ? column
        : row.Meaning.IsTotal ? null : row.Names.FirstOrDefault(n => RowAndColumn.Has(n, Powers));

    // Another amount in the same row: certificates by number, power that was fed in, a factor or emissions beside the power bought.
    private bool IsForeign(TableScene scene, EvidenceFieldType field, string? unit, Column head, LabelMeaning merged) => field.Name switch
    {
        "energyRenewable" => (unit is null && RowAndColumn.Has(head.Words, "张", "(个)", "枚")) || numbers.FindDimension(unit)?.StartsWith("count", StringComparison.Ordinal) == true || RowAndColumn.Has(head.Words, "上网", "外送"),
        "electricityActivity" => unit is not null && !numbers.IsSameDimension(unit, "kWh"),
        "outputValue" => unit is not null && !numbers.IsSameDimension(unit, "元"),
        "energyConsumption" => unit is not null && (IsRatio(unit) || numbers.FindDimension(unit) is "money" or "carbon" or "area" or "ratio" || unit.EndsWith('级')),
        "waterIntake" => IsRatio(unit), // 吨纸取水量
        "materialUse" => scene.Caption.Split('\n')[0] is { Length: <= 30 } above && RowAndColumn.Has(above, "不计入主要", "不属主要", "不属于主要", "不作为主要") || IsRatio(unit) || numbers.FindDimension(unit) is "electricity" or "heat" or "area" or "coal-equivalent" || scene.IsOfProjects,
        "landArea" => merged.Qualifier is { } part && (part.Contains("设备", StringComparison.Ordinal) || part.Contains("堆场", StringComparison.Ordinal)),
        "wasteOpening" or "wasteClosing" => merged.Energy is not null,
        "pollutantDischarge" => unit is not null && unit.Contains("CO2", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    // 项目 | 结果（mg/m³） beside the name of a pollutant.
    private LabelMeaning? Measured(FigureRow row, Column head) =>
        head.Meaning is { Place: LabelPlace.Value, HasField: false, Unit: { } unit } && (unit.EndsWith("/L", StringComparison.OrdinalIgnoreCase) || unit.EndsWith("/m3", StringComparison.Ordinal) || unit.EndsWith("/m³", StringComparison.Ordinal))
        && row.Names.Select(labels.FindPollutant).FirstOrDefault(p => p is not null) is { } pollutant
            ? Column.Merge(head.Meaning, row.Meaning) with { Field = labels.Vocabulary.Fields["pollutantConcentration"], Qualifier = pollutant }
            : null;

    // m³/a is the cubic metres of the year that the table is about.
    private string? Yearly(string? unit) =>
        unit is not null && (unit.EndsWith("/a", StringComparison.Ordinal) || unit.EndsWith("/年", StringComparison.Ordinal)) && numbers.IsUnit(unit[..^2]) ? unit[..^2] : unit;

    // kWh/t is what a tonne takes; t/a is an amount.
    private static bool IsRatio(string? unit) => unit is not null && unit.LastIndexOf('/') is var slash and > 0 && unit[(slash + 1)..] is not ("a" or "年" or "y" or "yr" or "月" or "季" or "季度" or "日" or "d");

    private static string? CarbonUnit(string? unit) => unit switch
    {
        "t" or "吨" => "tCO2",
        "万t" or "万吨" => "万tCO2",
        "kg" or "千克" => "kgCO2",
        _ => unit,
    };

    private static string? Qualifier(EvidenceFieldType field, LabelMeaning merged) => field.Qualifier switch
    {
        "energy" => merged.Energy?.Id ?? merged.Qualifier,
        _ => merged.Qualifier,
    };

    // A table of aims: the column or row says so, or the caption does and the column says nothing of what was reached.
    private static bool IsTarget(TableScene scene, FigureRow row, Column head) =>
        RowAndColumn.Has(head.Words, "目标", "计划") || row.Names.Any(n => n.Contains("目标", StringComparison.Ordinal))
        || (scene.Caption.Contains("目标", StringComparison.Ordinal) && !RowAndColumn.Has(head.Words, "完成", "实际", "实绩", "基准", "现状", "上年") && !head.Meaning.IsLastYear);

    private static void ReadTarget(Draft draft, TableScene scene, FigureRow row, Column head, TableCell cell, WrittenNumber number)
    {
        if (head.Meaning.Place is LabelPlace.Index or LabelPlace.Code or LabelPlace.Remark || row.Names.Count == 0)
        {
            return;
        }

        var aims = scene.Columns.FirstOrDefault(c => c.Meaning.Year is not null && c.Words.Contains("目标", StringComparison.Ordinal)); // 年度目标（2025年） above the names
        var period = PeriodChoice.Resolve(Column.Merge(Column.Merge(aims?.Meaning ?? new LabelMeaning(), head.Meaning), row.Meaning), scene.Period ?? draft.Period);
        draft.AddNumber("target", number, cell.Span, period, row.Meaning.Field?.Names[0] ?? row.Meaning.Rest, number.Unit ?? row.Unit ?? row.Meaning.Unit ?? head.Meaning.Unit ?? scene.Unit, FieldRole.Value, cell);
    }

    private string? UnitOf(TableScene scene, FigureRow row, Column head, LabelMeaning merged)
    {
        var unit = WrittenUnit(scene, row, head, merged);
        if (head.Meaning.Field?.Name == "energyStandardCoal" && unit is "吨" or "t" or "千克" or "kg")
        {
            unit = unit is "吨" or "t" ? "吨标准煤" : "千克标准煤"; // 折标准煤（吨）
        }

        var fits = merged.Field?.Name switch
        {
            "energyCoefficient" => unit is null || unit.Contains('/', StringComparison.Ordinal),
            "energyStandardCoal" => FieldChoice.IsCoalEquivalent(unit),
            _ => merged.Field?.Canonical is not "元" || numbers.IsSameDimension(unit, "元"),
        };
        return fits ? unit : null;
    }

    private static string? WrittenUnit(TableScene scene, FigureRow row, Column head, LabelMeaning merged)
    {
        var own = row.Unit ?? row.Meaning.Unit;
        if (head.Meaning.Unit is { } unit)
        {
            if (row.Meaning.Field?.Name == "energyCoefficient" && own?.IndexOf('/', StringComparison.Ordinal) is { } per and > 0 && own[(per + 1)..] is "unit" or "计量单位" or "单位" or "实物量" or "实物单位" && !unit.Contains('/', StringComparison.Ordinal))
            {
                return own[..(per + 1)] + unit; // tce/计量单位 beside amounts in MWh
            }

            if (unit.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && unit[(slash + 1)..] is "计量单位" or "单位" or "实物量" or "实物单位")
            {
                return own is null ? null : unit[..(slash + 1)] + own;
            }

            return row.Meaning.HasField && own is not null ? own : unit;
        }

        // the unit column is the unit of amounts, not of coefficients and standard coal
        if (merged.Field?.Name is "energyCoefficient" or "energyStandardCoal" && row.Meaning.Field is null)
        {
            return null;
        }

        return own ?? scene.Unit;
    }

    [GeneratedRegex("^(?:不折标煤?|不折算|不计入?|不统计)$|(?:不计入|不纳入|不作为|不属于|非)(?:综合)?(?:能源|能耗)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoEnergy();

    // HW08, 900-214-08; the codes of general waste have an S: 900-099-S17
    [GeneratedRegex(@"(?<![A-Za-z0-9])HW ?\d{2}(?!\d)|(?<!\d)\d{3}-\d{3}-\d{2}(?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex HazardousCode();
}
