using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>What holds at one row of a table: its caption, its head, the rows above.</summary>
internal sealed partial class TableScene
{
    private const int MaxCaption = 600;
    private static readonly string[] Elsewhere = ["购进", "购入", "采购", "外供", "加工转换", "库存", "销售"];
    private static readonly string[] NetUse = ["净消耗", "净耗用", "净用量"];
    private static readonly string[] Gross = ["领用", "领料", "退库", "退料", "线边", "结存", "库存"];
    private static readonly string[] GreenPower = ["可再生", "绿电", "绿色电力", "绿证", "光伏"];
    private static readonly string[] Buildings = ["单体", "建筑物名称", "建筑名称", "楼号", "栋号", "建(构)筑物", "建构筑物名称"];
    private static readonly string[] Projects = ["技改", "改造", "绿色低碳项目", "升级项目"];

    private readonly Draft draft;
    private readonly NumberScanner numbers;
    private TableCell?[] heads = [];
    private int groups;
    private bool mixed;
    private bool? hasTotalRow;
    private string[]? topicLines;
    private bool? isOwnHeat;
    private readonly SortedSet<int> wholeYears = [];
    private readonly SortedSet<int> eventMonths = [];

    public TableScene(Draft draft, Grid grid, string before, NumberScanner numbers)
    {
        this.draft = draft;
        this.numbers = numbers;
        Grid = grid;
        Caption = before;
        Bands = [(0, grid.Columns)];
        ReadCaption(before);
    }

    public Grid Grid { get; }

    /// <summary>The words above the table, the nearest first.</summary>
    public string Caption { get; private set; }

    /// <summary>The words that say what the table is about: the heads of its names, then the caption, the nearest first.</summary>
    public IReadOnlyList<string> TopicLines => topicLines ??= [.. Columns.Where(c => c.Meaning.Place == LabelPlace.Name).SelectMany(c => c.Words.Split('\n')), .. Caption.Split('\n')];

    /// <summary>The year or month that the caption names; else that of the paper.</summary>
    public Period? Period { get; private set; }

    /// <summary>The unit of the caption (单位：吨).</summary>
    public string? Unit { get; private set; }

    /// <summary>The columns; empty before the first head.</summary>
    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>The columns that are read together: all of them, or each part of a table whose heads stand side by side again.</summary>
    public IReadOnlyList<(int Start, int End)> Bands { get; private set; }

    /// <summary>Whether each row is a record of texts and dates, as in a list of certificates.</summary>
    public bool IsRecords { get; private set; }

    /// <summary>Whether each row is about a measuring instrument.</summary>
    public bool IsOfMeters => IsRecords && (Caption.Contains("计量器具", StringComparison.Ordinal) || Columns.Any(c => c.Words.Contains("计量器具", StringComparison.Ordinal) || c.Words.Contains("准确度", StringComparison.Ordinal))) && Columns.Any(c => c.Words.Contains("检定", StringComparison.Ordinal) || c.Words.Contains("校准", StringComparison.Ordinal) || c.Words.Contains("有效期", StringComparison.Ordinal));

    /// <summary>The one year of the dated rows that were read, for a total below them; null when they are of several.</summary>
    public int? RowYear { get; private set; }

    /// <summary>The year of the row above, for a 其中 row below it.</summary>
    public int? LastYear { get; set; }

    /// <summary>Whether rows or columns are months or quarters, so that the year beside them is a total.</summary>
    public bool HasParts { get; set; }

    /// <summary>The label of the row above that named a field; rows below 其中 are parts of it.</summary>
    public LabelMeaning? Parent { get; set; }

    /// <summary>The names of the rows so far, for the subtotals below them.</summary>
    public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

    /// <summary>What the table itself says is no energy, though it stands among them: ids and names.</summary>
    public HashSet<string> NoEnergies { get; } = new(StringComparer.Ordinal);

    /// <summary>The rows that stand under a 其中.</summary>
    public PartGroup Parts { get; private set; } = new();

    /// <summary>Whether a column other than this one holds names.</summary>
    public bool HasNamesBeside(int column) => Columns.Where((c, i) => i != column && c.Meaning.Place == LabelPlace.Name).Any();

    /// <summary>Whether one column alone holds names.</summary>
    public bool HasOneNameColumn => Columns.Count(c => c.Meaning.Place == LabelPlace.Name) == 1;

    /// <summary>Whether the columns are kinds of one thing (废坯 | 抛光渣 | 合计), so that each is a part of their sum.</summary>
    public bool HasKindColumns => Columns.Any(c => c.Meaning is { IsTotal: true, HasPeriod: false }) && Columns.Any(c => c.Meaning is { Place: LabelPlace.None, HasField: false, Energy: null, HasPeriod: false, IsTotal: false, Rest.Length: >= 2 });

    /// <summary>Whether a row of the table is the sum of others (合计), so that the others are its parts.</summary>
    public bool HasTotalRow(LabelLexicon labels) => hasTotalRow ??= Enumerable.Range(0, Grid.Rows).Any(r => Grid.Cells(r).Take(2).Any(c => labels.Read(draft.Paper.Words(c.Span)) is { IsTotal: true, HasPeriod: false }));

    /// <summary>Whether the table lists projects of renovation.</summary>
    public bool IsOfProjects => Array.Exists(Projects, p => Caption.Contains(p, StringComparison.Ordinal) || draft.Paper.Title.Split('\n')[0].Contains(p, StringComparison.Ordinal));

    public PairContext Context => new(Period ?? draft.Period, Unit, Caption + '\n' + draft.Paper.Title);

    public Column ColumnAt(int column) => column < Columns.Count ? Columns[column] : Column.None;

    /// <summary>Whether the table is about power of the plant's own heat, gas or coal, which is nothing renewable.</summary>
    public bool IsOwnHeat => isOwnHeat ??= Grid.CellsWith("余热", "余压", "余气", "自备电") && !Grid.CellsWith("光伏", "风电", "风力", "可再生", "绿电", "绿色电力", "水电");

    /// <summary>Whether the table counts green power, so that the standard coal in it is that of the power, not of all energy.</summary>
    public bool IsOfGreenPower => Columns.Any(c => c.Meaning.Field?.Name == "energyRenewable") || (Caption + '\n' + draft.Paper.Title).Split('\n').FirstOrDefault(l => l.Contains("能源", StringComparison.Ordinal) || Array.Exists(GreenPower, g => l.Contains(g, StringComparison.Ordinal))) is { } topic && Array.Exists(GreenPower, g => topic.Contains(g, StringComparison.Ordinal));

    /// <summary>Whether the table gives emissions by source: the amounts of energy in it are what emissions were computed from.</summary>
    public bool IsOfEmissions => Columns.Any(c => c.Words.Contains("因子", StringComparison.Ordinal)) && Columns.Any(c => c.Meaning.Unit?.Contains("CO", StringComparison.Ordinal) == true || c.Words.Contains("排放量", StringComparison.Ordinal) || c.Words.Contains("CO2", StringComparison.Ordinal) || c.Words.Contains("CO₂", StringComparison.Ordinal));

    public TableCell? HeadAt(int column) => column < heads.Length ? heads[column] : null;

    public int NextGroup() => ++groups;

    /// <summary>The months that the rows cover, for a total below them.</summary>
    public (int First, int Last)? RowMonths { get; private set; }

    /// <summary>Whether the dated rows are of several years.</summary>
    public bool IsMixed => mixed;

    /// <summary>The first and the last year of rows that are whole years, for a total below them; null when they are of one.</summary>
    public Period? WholeYears => wholeYears.Count > 1 ? Evidences.Period.Between(new DateOnly(wholeYears.Min, 1, 1), new DateOnly(wholeYears.Max, 12, 31)) : null;

    /// <summary>Remembers that a row is a whole year.</summary>
    public void SeeWholeYear(int year) => wholeYears.Add(year);

    /// <summary>Whether the rows are days on which something happened (waste handed over), not readings of one month after the other: the months between them are not missing.</summary>
    public bool AreEvents => eventMonths.Count > 0 && eventMonths.Count < eventMonths.Max - eventMonths.Min + 1;

    /// <summary>Remembers the month of a row that is a day.</summary>
    public void SeeEvent(int month) => eventMonths.Add(month);

    public void SeeMonths(int first, int last)
    {
        HasParts = true;
        RowMonths = RowMonths is { } seen ? (Math.Min(seen.First, first), Math.Max(seen.Last, last)) : (first, last);
    }

    public void SeeYear(int? year)
    {
        if (year is not null)
        {
            RowYear = mixed || (RowYear is not null && RowYear != year) ? null : year;
            mixed |= RowYear is null;
            LastYear = year;
        }
    }

    /// <summary>Takes the unit that a form above the head gives in a cell of its own.</summary>
    public void SetUnit(string unit) => Unit = unit;

    public void AddCaption(string words, bool below)
    {
        var caption = words + '\n' + Caption;
        Caption = caption.Length <= MaxCaption ? caption : caption[..MaxCaption]; // a table of headings would grow it without end
        topicLines = null;
        ReadCaption(words);
        if (below && words.Length <= 30)
        {
            Parent = null;
        }
    }

    // 指标名称 | 数值 | 指标名称 | 数值: the same heads again, for a table that is set side by side.
    private List<(int Start, int End)> FindBands()
    {
        for (var width = 2; width <= Columns.Count / 2; width++)
        {
            if (Columns.Count % width == 0 && Columns[0].Words.Length > 0 && Enumerable.Range(width, Columns.Count - width).All(c => Columns[c].Words == Columns[c - width].Words))
            {
                return [.. Enumerable.Range(0, Columns.Count / width).Select(b => (b * width, (b + 1) * width))];
            }
        }

        return [(0, Grid.Columns)];
    }

    /// <summary>Reads the head in rows <paramref name="start"/> to <paramref name="end"/>; the row that was read last.</summary>
    public int TakeHead(int start, int end, LabelLexicon labels, NumberScanner numbers)
    {
        var columns = new List<Column>();
        heads = new TableCell?[Grid.Columns];
        for (var column = 0; column < Grid.Columns; column++)
        {
            var meaning = new LabelMeaning();
            var words = new List<string>();
            TableCell? last = null;
            for (var row = start; row < end; row++)
            {
                if (Grid[row, column] is not { } cell || ReferenceEquals(cell, last))
                {
                    continue;
                }

                last = cell;
                var label = draft.Paper.Words(cell.Span);
                var bare = label.Trim().Trim('(', ')');
                var read = bare is not ("年" or "度" or "a") && numbers.IsUnit(bare) && labels.Read(label) is { HasField: false, Energy: null } ? new LabelMeaning { Unit = bare } : labels.Read(label);
                meaning = StandsOver(meaning, read, row > start && cell.ColumnSpan == 1, cell.Column) ? Column.Merge(meaning, read) with { Qualifier = meaning.Rest } : Column.Merge(meaning, read);
                words.Add(label.Trim());
            }

            if (meaning is { IsPart: true, HasField: true, Qualifier: null } && words.Exists(w => w.Contains("其中", StringComparison.Ordinal)))
            {
                meaning = meaning with { IsPart = false }; // 其中：用于原材料 has a field of its own
            }

            heads[column] = last;
            columns.Add(new Column(meaning, string.Join('\n', words)));
        }

        columns = [.. columns.Select(c => Array.Exists(Elsewhere, w => c.Words.StartsWith(w, StringComparison.Ordinal) && c.Words.Contains('\n', StringComparison.Ordinal)) ? c with { Meaning = c.Meaning with { IsRefused = true } } : c)]; // 购进量 above 实物量 and 金额
        if (columns.Exists(c => Array.Exists(NetUse, n => c.Words.Contains(n, StringComparison.Ordinal))))
        {
            columns = [.. columns.Select(c => Array.Exists(Gross, g => c.Words.Split('\n')[^1].Contains(g, StringComparison.Ordinal)) ? c with { Meaning = c.Meaning with { IsRefused = true } } : c)]; // 领用 less 退库 is 净消耗
        }

        var isOfProjects = IsOfProjects || (columns.Exists(c => c.Meaning.Place == LabelPlace.Time && Completion().IsMatch(c.Words)) && columns.Exists(c => c.Words.Trim() is "项目" or "项目名称")); // 项目 | 竣工日期 | 投资
        if (isOfProjects && !columns.Exists(c => c.Meaning.Field?.Name == "upgradeInvestment") && columns.FindAll(c => c.Meaning is { HasField: false, Energy: null, IsRefused: false, Unit: { } money } && numbers.FindDimension(money) == "money") is [var spent])
        {
            columns[columns.IndexOf(spent)] = spent with { Meaning = spent.Meaning with { Field = labels.Vocabulary.Fields["upgradeInvestment"], Place = LabelPlace.None } }; // the one column of money among projects
        }

        if (columns.Exists(c => c.Meaning.Field?.Name == "floorArea") && columns.Exists(c => Array.Exists(Buildings, b => c.Words.Contains(b, StringComparison.Ordinal))))
        {
            columns = [.. columns.Select(c => c.Meaning.Field?.Name == "landArea" && c.Words.Contains("占地", StringComparison.Ordinal) ? c with { Meaning = c.Meaning with { Field = labels.Vocabulary.Fields["buildingFootprint"] } } : c)]; // what each building stands on
        }

        if (columns.Exists(c => c.Words.Contains("采用折标", StringComparison.Ordinal)))
        {
            columns = [.. columns.Select(c => c.Words.Contains("参考折标", StringComparison.Ordinal) ? c with { Meaning = c.Meaning with { IsRefused = true } } : c)];
        }

        var parts = columns.Where(c => c.Meaning is { Months: { } months } && months != (1, 12)).Select(c => c.Meaning.Months!.Value).ToList(); // the filter asks for months
        HasParts = parts.Count > 0 || columns.Exists(c => c.Meaning.IsThisMonth);
        var covered = parts.Count > 0 ? (parts.Min(m => m.First), parts.Max(m => m.Last)) : ((int, int)?)null;
        columns = [.. columns.Select(c => c.Meaning is { IsTotal: true, Months: null } && covered is not null ? c with { Meaning = c.Meaning with { Months = covered } } : c)];
        var years = columns.Where(c => c.Meaning is { Year: not null, Months: null, Days: null, IsTotal: false, HasField: false }).Select(c => c.Meaning.Year!.Value).Distinct().ToList(); // the filter asks for it
        if (years.Count > 1 && covered is null)
        {
            var all = Evidences.Period.Between(new DateOnly(years.Min(), 1, 1), new DateOnly(years.Max(), 12, 31));
            columns = [.. columns.Select(c => c.Meaning is { IsTotal: true, HasPeriod: false, HasField: false } ? c with { Meaning = c.Meaning with { Days = all } } : c)]; // 2023年 | 2024年 | 2025年 | 合计
        }

        Columns = columns;
        topicLines = null;
        Bands = FindBands();
        Parent = null;
        Parts = new PartGroup();
        IsRecords = columns.Count(c => c.Meaning.Field is { Kind: EvidenceKind.Text or EvidenceKind.Date or EvidenceKind.Statement } && c.Meaning.Place is LabelPlace.None or LabelPlace.Name && c.Meaning.Field.Name is not ("product" or "greenDesign")) >= 2
            && !columns.Exists(c => c.Meaning.Field?.Name is "pollutantLimit" or "pollutantConcentration")
            && !columns.Exists(c => c.Meaning.HasPeriod);
        return end - 1;
    }

    // 磷酸铁 above 领用 | 退库 | 净消耗, and 碳酸锂 above the same again: what the heads stand over is the name.
    private bool StandsOver(LabelMeaning outer, LabelMeaning inner, bool below, int column) =>
        below && inner.Field is { Qualifier: "material" or "energy" or "product" } && inner is { Qualifier: null, Energy: null }
        && outer is { Place: LabelPlace.None, HasField: false, Energy: null, HasPeriod: false, IsTotal: false, Rest.Length: >= 2 and <= 16 }
        && Enumerable.Range(0, Math.Min(6, Grid.Rows)).Any(r => Grid[r, column] is { } own && Grid.Cells(r).Any(c => c.Column != column && draft.Paper.Words(c.Span).Trim() == draft.Paper.Words(own.Span).Trim()));

    // 单位：某某公司 is who, not in what
    private bool IsUnitOfAmounts(string words) => numbers.IsUnit(words) || (words.Length <= 10 && !words.Contains("公司", StringComparison.Ordinal) && !words.EndsWith('厂') && !words.EndsWith("集团", StringComparison.Ordinal) && !words.EndsWith('部') && !words.EndsWith("车间", StringComparison.Ordinal));

    // 单位：吨、风干 says how the tonnes were weighed; 吨、万元 are two units.
    private string UnitAlone(string words) =>
        words.IndexOf('、', StringComparison.Ordinal) is var cut and > 0 && numbers.IsUnit(words[..cut]) && !numbers.IsUnit(words[(cut + 1)..]) ? words[..cut] : words;

    private void ReadCaption(string words)
    {
        if (UnitCaption().Matches(words).Select(m => UnitAlone(m.Groups[1].Value.Trim())).FirstOrDefault(IsUnitOfAmounts) is { } unit)
        {
            Unit = unit;
        }
        else if (words.Split('\n').SelectMany(l => BracketCaption().Matches(l)).Select(m => m.Groups[1].Value.Trim()).FirstOrDefault(u => u is not ("年" or "月" or "日" or "电") && numbers.IsUnit(u)) is { } bare)
        {
            Unit = bare; // 用水季度台账（立方米）, 历年工业总产值（当年价格，千元）
        }

        foreach (var line in words.Split('\n'))
        {
            if (line.Contains('填', StringComparison.Ordinal) || line.Contains("编制日期", StringComparison.Ordinal) || line.Contains("表号", StringComparison.Ordinal) || line.Contains("因子", StringComparison.Ordinal) || line.Contains("有效期", StringComparison.Ordinal))
            {
                continue;
            }

            if (!PeriodCaption.IsSigned(line) && PeriodCaption.In(line) is { } period)
            {
                Period = period is { Length: PeriodLength.Part } && period.Start.Month == period.End.Month && words.Split('\n').Select(PeriodCaption.In).FirstOrDefault(p => p is { Length: PeriodLength.Year } y && y.Start.Year == period.Start.Year - 1) is { } year ? year : period; // 2025年度 above the month in which it was written
                return;
            }
        }
    }

    [GeneratedRegex("竣工|完工|验收|投产|建成", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Completion();

    [GeneratedRegex(@"[(,、]\s*([^(),、:;\s\d]{1,10})\s*\)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex BracketCaption();

    [GeneratedRegex(@"(?:计量)?单位\s*:\s*([^\s,;。)]{1,16})", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex UnitCaption();
}
