using System.Text.RegularExpressions;
using PolicyGraph.Documents;
using PolicyGraph.Ontology.Evidence;
using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Turns a label and the value beside it into fields.</summary>
internal sealed partial class PairReader(LabelLexicon labels, NumberScanner numbers, StatementReader statements)
{
    private static readonly string[] PeriodLabels = ["报告期", "统计期", "统计期间", "报告期间", "统计时间", "报告年度", "统计年度", "核算期", "核算年度", "数据期间", "审计期", "核算期间", "数据时段", "数据统计期", "评价年度", "数据期", "核查时间范围", "核查时段", "监测年度", "台账年度", "所属年度", "报告周期", "数据时间边界", "评价期", "所属期", "所属期间", "统计时段", "核算时间", "核算周期", "年度", "报告年份", "数据年份", "数据年度", "核查年度", "统计周期", "审计年度", "审核年度", "时间范围", "填报年度", "结算周期", "结算期间", "交易周期", "交付期", "计量期间", "履行期限", "年份", "统计年份", "数据收集期", "数据收集期间", "数据采集期", "数据采集期间", "数据周期", "数据收集时间", "数据统计期间", "数据基准年", "基准年份", "时间边界", "核查期间", "核查期", "核算期限", "评价周期", "数据覆盖期", "数据覆盖期间", "活动数据期间", "核算时段", "评价年", "期间", "区间", "数据区间", "统计区间", "数据年", "会计年度", "Reportingperiod", "Dataperiod"];
    private static readonly string[] ValidityLabels = ["有效期", "有效期限", "证书有效期", "证书有效期限", "营业期限", "使用期限", "许可证有效期", "许可证有效期限", "有效日期", "认证有效期", "许可有效期", "协议期限", "合同期限", "合同有效期", "合同有效期限", "证照有效期", "资质有效期", "任期", "协议有效期", "使用权期限", "登记有效期", "Validity", "Validityperiod", "Periodofvalidity"];
    private static readonly string[] DayLabels = ["日期", "时间", "验收日期", "验收时间", "完成日期", "报告完成"];
    private static readonly string[] VagueHolders = ["名称", "单位", "企业", "组织", "公司"];

    /// <summary>Whether a label is one that this reader understands.</summary>
    public bool Knows(string label)
    {
        var meaning = labels.Read(label);
        return labels.TryExact(label, out _) || meaning.HasField || meaning.Energy is not null || PeriodLabels.Contains(Plain(meaning)) || ValidityLabels.Contains(Plain(meaning)) || meaning.Rest is "证书名称" || StatementReader.Knows(label);
    }

    /// <summary>Whether a label names the period that the paper is about.</summary>
    public bool IsPeriodLabel(string label) => PeriodLabels.Contains(Plain(labels.Read(label)));

    /// <summary>Whether a label of a certificate begins here.</summary>
    public static bool IsCertificateName(string label) => label is "证书名称" or "证书类型" or "体系类型" or "认证项目" or "认证类别";

    /// <summary>Whether a label names a quantity that may be listed by buildings, products or kinds below it.</summary>
    public bool HeadsParts(string label) => labels.Read(label).Field is { Name: "floorArea" or "output" or "materialUse" or "wasteGenerated" or "wasteUtilised" };

    /// <summary>Whether a label names a quantity.</summary>
    public bool IsQuantity(string label) => labels.Read(label) is { Field.Kind: EvidenceKind.Quantity, IsPart: false };

    /// <summary>Whether a value is one amount with its unit.</summary>
    public bool IsAmount(string text, TextSpan value) => numbers.ReadWhole(text, value.Start, value.End) is { Value: not null, Unit: not null };

    /// <summary>Reads one pair.</summary>
    /// <param name="draft">Receives the fields.</param>
    /// <param name="label">Where the label stands.</param>
    /// <param name="value">Where the value stands, trimmed.</param>
    /// <param name="cell">The value's cell in a table.</param>
    /// <param name="context">The period and unit that hold where the pair stands.</param>
    public void Read(Draft draft, TextSpan label, TextSpan value, TableCell? cell = null, PairContext context = default, bool isRecord = false)
    {
        var paper = draft.Paper;
        var words = paper.Words(label);
        var meaning = labels.Read(words);
        var whole = context.Whole ?? (cell is null ? label.Cover(value) : cell.Span);
        if (value.IsEmpty)
        {
            return;
        }

        if (PeriodLabels.Contains(Plain(meaning)) && ReadPeriod(paper, value) is { } period)
        {
            draft.Period = period;
            draft.AddText("dataPeriod", value, whole, cell, period: period);
            return;
        }

        if (ValidityLabels.Contains(Plain(meaning)))
        {
            ReadValidity(draft, value, whole, cell);
            return;
        }

        var field = meaning.Field ?? (labels.TryExact(words, out var exact) ? exact : null);
        if (field is null && !isRecord && DayLabels.Contains(meaning.Rest) && !draft.Has("issuedOn") && DateScanner.ReadFirst(paper.Text, value.Start, value.End) is { Day: not null } day)
        {
            draft.AddDate("issuedOn", day, value, whole, cell);
            return;
        }

        if (statements.TryReadPair(draft, label, value, whole, cell, field))
        {
            return;
        }

        switch (field?.Kind)
        {
            case EvidenceKind.Text:
                ReadText(draft, field, meaning, value, whole, cell);
                break;
            case EvidenceKind.Date:
                draft.AddDate(field.Name, DateScanner.ReadFirst(paper.Text, value.Start, value.End), value, whole, cell);
                break;
            case EvidenceKind.Quantity or null when meaning.HasField || meaning.Energy is not null:
                ReadQuantity(draft, meaning, value, whole, cell, context);
                break;
            default:
                break;
        }
    }

    /// <summary>Reads words that are a period: 2025年, 2025年1月1日至12月31日, 2025年度.</summary>
    public static Period? ReadPeriod(Paper paper, TextSpan value)
    {
        if (DateScanner.FindRange(paper.Text, value.Start, value.End) is { } range && range.To.Last >= range.From.First)
        {
            return Period.Between(range.From.First, range.To.Last);
        }

        if (WithTimes().IsMatch(paper.Words(value)) && DateScanner.FindAll(paper.Text, value.Start, value.End) is [var from, var to] && to.Last >= from.First)
        {
            return Period.Between(from.First, to.Last); // 2025-01-01 00:00 ~ 2025-12-31 24:00
        }

        if (DateScanner.ReadFirst(paper.Text, value.Start, value.End) is { } date)
        {
            return date switch
            {
                { Month: null } => Period.OfYear(date.Year),
                { Day: null, Month: { } month } => Period.OfMonths(date.Year, month, month),
                _ => null,
            };
        }

        var bare = paper.Words(value).Trim();
        return bare.Length == 4 && int.TryParse(bare, out var year) && year is >= 1990 and <= 2100 ? Period.OfYear(year) : PeriodCaption.In(bare); // 2025年1—12月
    }

    private static string Plain(LabelMeaning meaning) => LabelLexicon.WithoutTranslation(meaning.Rest);

    private static void ReadValidity(Draft draft, TextSpan value, TextSpan whole, TableCell? cell)
    {
        var text = draft.Paper.Text;
        var dates = DateScanner.FindAll(text, value.Start, value.End);
        if (dates.Count >= 2)
        {
            draft.AddDate("validFrom", dates[0], value, whole, cell);
            draft.AddDate("validUntil", dates[1], value, whole, cell);
            return;
        }

        // 自2006年4月1日起, 2006年4月1日至长期: the one date is the first day, and the end is open
        var behind = dates.Count == 1 ? text[dates[0].Span.End..value.End].Trim() : string.Empty;
        if (behind.StartsWith('起') || behind.StartsWith('至') || behind.StartsWith('-') || behind.StartsWith('到') || (dates.Count == 1 && text[value.Start] == '自'))
        {
            draft.AddDate("validFrom", dates[0], value, whole, cell);
            if (behind.TrimStart('起', '至', '-', '到') is { Length: > 0 } end)
            {
                var open = new TextSpan(value.End - end.Length, value.End);
                draft.AddDate("validUntil", null, open, whole, cell);
            }

            return;
        }

        draft.AddDate("validUntil", dates.Count == 1 ? dates[0] : null, value, whole, cell);
    }

    // 取水量：十五万八千立方米; a cell that begins with such words is mostly a name, a value beside its label is not.
    private WrittenNumber? InWords(string text, TextSpan value) =>
        LineMarks.SkipLead(text, value.Start, value.End) is var start && NumberWords.Begins(text[start]) && numbers.ReadAt(text, start, value.End) is { } number
        && (number.End >= value.End || text[number.End] is '(' or ',' or ';' or '。' or ' ') ? number : null;

    [GeneratedRegex(@"\d\s{1,3}\d{1,2}:\d{2}(?::\d{2})?\s{0,3}(?:-|~|至|到)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex WithTimes();

    private void ReadText(Draft draft, EvidenceFieldType field, LabelMeaning meaning, TextSpan value, TextSpan whole, TableCell? cell)
    {
        var paper = draft.Paper;
        if (field.Name is "plan" or "responsibility" or "target" && value.Length > 30)
        {
            return; // a heading above running text, whose sentences are read by themselves
        }

        if (field.Name == "holder")
        {
            ReadHolder(draft, meaning, value, whole, cell);
            return;
        }

        if (field.Name == "creditCode" && CreditCode.Find(paper.Text, value.Start, value.End) is { } code)
        {
            draft.AddText(field.Name, code, whole, cell);
            return;
        }

        if (field.Name == "issuer" && meaning.Rest is "编制单位" or "编制机构" && Organisations.FindFirst(paper.Text, value.Start, value.End) is { } maker)
        {
            draft.AddText(field.Name, maker, whole, cell);
            return;
        }

        if (field.Name == "issuer" && paper.Text[value.Start] == '(' && paper.Text.IndexOf(')', value.Start, value.Length) is var close and > 0 && close < value.End - 2)
        {
            value = new TextSpan(close + 1, value.End).Trim(paper.Text); // （盖章）某市生态环境局
        }

        draft.AddText(field.Name, value, whole, cell);
    }

    private void ReadHolder(Draft draft, LabelMeaning meaning, TextSpan value, TextSpan whole, TableCell? cell)
    {
        var paper = draft.Paper;
        var name = Organisations.FindFirst(paper.Text, value.Start, value.End);
        if (name is null && (VagueHolders.Contains(meaning.Rest) || numbers.IsUnit(paper.Words(value)) || char.IsAsciiDigit(paper.Text[value.Start]) || value.Length > 40))
        {
            return;
        }

        var open = paper.Text.IndexOf('(', value.Start, value.Length);
        draft.AddText("holder", name ?? (open > value.Start ? new TextSpan(value.Start, open) : value), whole, cell);
        if (CreditCode.Find(paper.Text, value.Start, value.End) is { } code)
        {
            draft.AddText("creditCode", code, whole, cell);
        }
    }

    private void ReadQuantity(Draft draft, LabelMeaning meaning, TextSpan value, TextSpan whole, TableCell? cell, PairContext context)
    {
        var paper = draft.Paper;
        if (meaning.IsRefused)
        {
            return;
        }

        var number = numbers.ReadWhole(paper.Text, LineMarks.SkipLead(paper.Text, value.Start, value.End), value.End) ?? InWords(paper.Text, value);
        if (number is null)
        {
            if (!paper.Words(value).Any(char.IsAsciiDigit) || meaning.Field is null || value.Length > 30)
            {
                return;
            }

            number = new WrittenNumber(value, null, null, value.End);
        }

        var unit = number.Unit ?? meaning.Unit ?? context.Unit;
        if (unit?.IndexOf('/', StringComparison.Ordinal) is { } slash and > 0 && unit[0] != '(' && !numbers.IsUnit(unit) && numbers.IsUnit(unit[..slash]))
        {
            unit = unit[..slash]; // 40216.50㎡/房屋建筑面积28644.32㎡
        }

        var target = FieldChoice.Resolve(labels.Vocabulary, meaning, unit, context.Topic ?? paper.Title);
        if (target is not null)
        {
            var period = PeriodChoice.Resolve(meaning, context.Period ?? draft.Period);
            draft.AddNumber(target.Name, number, whole, period, meaning.Energy?.Id ?? meaning.Qualifier ?? context.Qualifier, unit, context.IsPart ? FieldRole.Part : PeriodChoice.RoleOf(meaning, period), cell);
        }
    }
}
